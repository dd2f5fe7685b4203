"""What the database says of the work that waits: asked when somebody looks."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.backup.folder import newest_in
from bot.settings import Settings
from storage.queries import Connection
from storage.queries.work_waiting import Waiting, work_waiting
from storage.store import Store, sqlite_file


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found. backup_seconds: age of the newest backup, None where none are made here."""

    waiting: Waiting
    free_bytes: int
    backup_seconds: float | None


def look(store: Store, settings: Settings, now: datetime) -> Looked:
    """In a thread of its own. Raises DatabaseFailed."""
    with store.reading() as db:
        waiting = _waiting(db, now)
    return Looked(waiting, _free(store), backup_age(settings, now))


def _waiting(db: Connection, now: datetime) -> Waiting:
    return work_waiting(db, now)


def _free(store: Store) -> int:
    folder = (sqlite_file(store.url) or Path("here")).absolute().parent
    return shutil.disk_usage(folder).free


def backup_age(settings: Settings, now: datetime) -> float | None:
    """Seconds since the newest backup; None where none are made, infinity where none is there."""
    if not settings.backup_dir:
        return None
    try:
        newest = newest_in(Path(settings.backup_dir))
    except OSError:
        newest = None
    return float("inf") if newest is None else (now - newest).total_seconds()


TOO_LONG_SECONDS: Mapping[str, float] = {"knock": 300.0, "telegram": 120.0, "zalo": 120.0}
"""A part that is at work and gave no sign for so long is not well."""
UNANSWERED_TOO_LONG_SECONDS = 120.0
AWAY_TOO_LONG_SECONDS = 30.0
"""A lock of somebody else passes sooner; a disk that has become read-only does not."""


def troubles(silent: Mapping[str, float], waiting: Waiting, away_seconds: float = 0) -> list[str]:
    """What is not well, each in a few words. away_seconds: since nothing could be written."""
    found = [
        f"{part}: no sign for {seconds:.0f} s"
        for part, seconds in silent.items()
        if seconds > TOO_LONG_SECONDS.get(part, float("inf"))
    ]
    if away_seconds > AWAY_TOO_LONG_SECONDS:
        found.append(f"the database has taken nothing for {away_seconds:.0f} s")
    if waiting.oldest_in_seconds > UNANSWERED_TOO_LONG_SECONDS:
        found.append(f"somebody has waited for an answer for {waiting.oldest_in_seconds:.0f} s")
    _, oldest_reply = waiting.out.get(("waiting", "reply"), (0, 0.0))
    if oldest_reply > UNANSWERED_TOO_LONG_SECONDS:
        found.append(f"an answer has not been taken by its messenger for {oldest_reply:.0f} s")
    if waiting.clock_is_held:
        found.append("the clock has jumped: nothing goes out by itself until lien clock accept")
    return found
