"""What begins many tests is done once: whoever wants the same in another file gets a copy of it.

To enter a village's people one by one is half of what an empty village takes.
"""

from collections.abc import Callable, Hashable
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final, TypeVar, cast

from storage.store import Store, sqlite_file

T = TypeVar("T")
# A file with a village in it is some megabytes; most tests begin with one of a few.
MOST_KEPT: Final = 16
# What was in a file and what was wanted: what is in it then, and what was told of it.
_kept: dict[Hashable, tuple[bytes, Any]] = {}


def settled(store: Store, wanted: Hashable, work: Callable[[Store], T]) -> T:
    """What `work` tells of what it did in this database, which nobody has opened yet.

    `wanted` is all it depends on besides what is there. On PostgreSQL it works each time.
    """
    file = sqlite_file(store.url)
    if file is None or _log_of(file).exists():
        return work(store)
    content = file.read_bytes() if file.exists() else b""
    key = (blake2b(content).digest(), wanted)
    if key not in _kept:
        told = work(store)
        store.settle()
        _keep(key, file.read_bytes(), told)
        return told
    content, kept = _kept[key]
    file.write_bytes(content)
    return cast(T, kept)


def _keep(key: Hashable, content: bytes, told: object) -> None:
    if len(_kept) >= MOST_KEPT:
        del _kept[next(iter(_kept))]
    _kept[key] = content, told


def _log_of(file: Path) -> Path:
    """Is there while somebody has the file open, or was killed with it."""
    return file.with_name(f"{file.name}-wal")
