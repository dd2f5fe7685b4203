"""The folder of backups: one file a day by its moment, the newest of them, the oldest go."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bot.backup.making import DIGEST, UNFINISHED
from storage.backup.erasures import Erased, written_list

ERASURES = "erasures.txt"
_NAME = re.compile(r"lien-(\d{8}-\d{6})Z\.backup")


def name_at(now: datetime) -> str:
    """What a backup of this moment is called: 'lien-20261122-023000Z.backup', in UTC."""
    return f"lien-{now.astimezone(UTC):%Y%m%d-%H%M%S}Z.backup"


def made_at(file: Path) -> datetime | None:
    """When a backup was made, by its name; None for another file."""
    found = _NAME.fullmatch(file.name)
    if found is None:
        return None
    return datetime.strptime(found[1], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)


def backups_in(folder: Path) -> list[Path]:
    """The whole backups in a folder, the oldest first."""
    return sorted(each for each in folder.iterdir() if made_at(each) is not None)


def newest_in(folder: Path) -> datetime | None:
    """When the newest backup in a folder was made; None where there is none."""
    found = backups_in(folder)
    return made_at(found[-1]) if found else None


def without_old(folder: Path, keep: int) -> list[Path]:
    """Take away all but the newest `keep`; returns what went."""
    gone = backups_in(folder)[:-keep]
    for each in gone:
        each.unlink()
        each.with_name(each.name + DIGEST).unlink(missing_ok=True)
    return gone


def without_unfinished(folder: Path) -> None:
    """Take away what backups that were killed left: the next one may need the room."""
    for each in folder.glob(f"lien-*{UNFINISHED}"):
        each.unlink()


def keep_erasures(folder: Path, found: Sequence[Erased]) -> bool:
    """Keep the list of erasures beside the backups; returns whether it has changed."""
    file, text = folder / ERASURES, written_list(found)
    if file.is_file() and file.read_text(encoding="utf-8") == text:
        return False
    fresh = file.with_suffix(".new")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(file)
    return True
