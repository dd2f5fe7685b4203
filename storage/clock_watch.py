"""A watch over the system's clock: a jump of more than an hour holds calendar and closing.

Club rules, F.11: until an operator says that the clock is right. One row, so that every process
and a later start knows of it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, insert, select, update

from club.refusals import Code, Refused
from storage.tables.schedule import clock_watch

LARGEST_JUMP = timedelta(hours=1)
_ROW = 1


@dataclass(frozen=True, slots=True)
class Watch:
    """`held_at` is null while nothing is held; `jumped` is negative for a clock set back."""

    seen_at: datetime
    held_at: datetime | None
    jumped: timedelta | None


def watch(db: Connection) -> Watch | None:
    """What is known; None before the first look."""
    row = db.execute(select(clock_watch).where(clock_watch.c.id == _ROW)).first()
    if row is None:
        return None
    jumped = None if row.jumped_seconds is None else timedelta(seconds=row.jumped_seconds)
    return Watch(row.seen_at, row.held_at, jumped)


def look(db: Connection, now: datetime, jumped: timedelta | None) -> bool:
    """Note that it is now; returns whether everything is held.

    `jumped`: by how much the clock of this process has left the time that went by; None at its
    first look, when only a clock set back behind the last look can be told from a standstill.
    """
    before = watch(db)
    if before is None:
        db.execute(insert(clock_watch).values(id=_ROW, seen_at=now))
        before = Watch(now, None, None)
    if jumped is None:
        jumped = min(timedelta(), now - before.seen_at)
    holds = abs(jumped) > LARGEST_JUMP and before.held_at is None
    changed = {"held_at": now, "jumped_seconds": round(jumped.total_seconds())} if holds else {}
    here = clock_watch.c.id == _ROW
    db.execute(update(clock_watch).where(here).values(seen_at=now, **changed))
    return holds or before.held_at is not None


def accept(db: Connection, now: datetime) -> Watch | None:
    """The operator says that the clock is right; returns what was held until now, if anything."""
    held = watch(db)
    db.execute(
        update(clock_watch)
        .where(clock_watch.c.id == _ROW)
        .values(seen_at=now, held_at=None, jumped_seconds=None)
    )
    return held if held is not None and held.held_at is not None else None


def must_not_be_held(db: Connection) -> None:
    """Raises Refused(CLOCK_JUMPED) until the operator has accepted the clock."""
    found = watch(db)
    if found is not None and found.held_at is not None:
        raise Refused(Code.CLOCK_JUMPED)
