"""The ledger of moments: everything that may lie in a row of the outbox or of an open dialogue.

`python tools/moments.py` appends what is new. A line is taken out only by whoever writes the
migration that changes the rows which hold it.
"""

import importlib
import pkgutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import messages
from handlers import everything  # noqa: F401 – declares moments that stand beside dialogues
from messages.moments import KINDS, MomentKind

LEDGER: Final = Path(__file__).parent.parent / "tests" / "tidy" / "moments.txt"


def read() -> list[str]:
    """The lines of the ledger: name, version, names of values."""
    return LEDGER.read_text(encoding="utf-8").splitlines() if LEDGER.exists() else []


def line_of(kind: MomentKind[...]) -> str:
    """The moment as it stands in the ledger."""
    return f"{kind.name} {kind.version} {','.join(kind.parameters)}".strip()


def fresh(lines: Iterable[str]) -> Iterator[str]:
    """Lines of moments that the ledger does not know, by name and version."""
    known = {tuple(line.split()[:2]) for line in lines}
    for kind in KINDS.values():
        if (kind.name, str(kind.version)) not in known:
            yield line_of(kind)


def lost(lines: Iterable[str]) -> Iterator[str]:
    """What rows may still hold and nobody can put into words any more."""
    for line in lines:
        name, version, *rest = line.split()
        values = set(rest[0].split(",")) if rest else set()
        kind = KINDS.get(name)
        if kind is None:
            yield f"{name} is gone"
        elif str(kind.version) != version:
            yield f"{name} {version} has another version"
        else:
            yield from _does_not_fit(kind, values)


def _does_not_fit(kind: MomentKind[...], values: set[str]) -> Iterator[str]:
    gone = values - set(kind.parameters)
    needed = set(kind.parameters) - set(kind.defaults) - values
    if gone:
        yield f"{kind.name} no longer takes {', '.join(sorted(gone))}"
    if needed:
        yield f"{kind.name} now needs {', '.join(sorted(needed))}"


def declare_all() -> None:
    """Import every module that says something."""
    for module in pkgutil.walk_packages(messages.__path__, "messages."):
        importlib.import_module(module.name)


declare_all()

if __name__ == "__main__":
    new = sorted(fresh(read()))
    LEDGER.write_text("\n".join(sorted([*read(), *new])) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(new)} new\n")
