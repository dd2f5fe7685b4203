"""A watch over the system's clock: a jump of more than an hour holds calendar and closing.

Club rules, F.11: until an operator says that the clock is right. One row, so that every process
and a later start knows of it.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, func, insert, select, update

from club.refusals import Code, Refused
from storage.tables.areas import clubs
from storage.tables.books import transactions
from storage.tables.schedule import clock_watch

LARGEST_JUMP = timedelta(hours=1)
_ROW = 1


@dataclass(frozen=True, slots=True)
class Watch:
    """`held_at` is null while nothing is held; `jumped` is negative for a clock set back.

    `last_entry`: the newest of the books before; what came after has the day of that clock.
    """

    seen_at: datetime
    held_at: datetime | None
    jumped: timedelta | None
    last_entry: int | None = None


def watch(db: Connection) -> Watch | None:
    """What is known; None before the first look."""
    row = db.execute(select(clock_watch).where(clock_watch.c.id == _ROW)).first()
    if row is None:
        return None
    jumped = None if row.jumped_seconds is None else timedelta(seconds=row.jumped_seconds)
    return Watch(row.seen_at, row.held_at, jumped, row.last_entry)


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
    changed: dict[str, object] = {}
    if holds:
        changed = {"held_at": now, "jumped_seconds": round(jumped.total_seconds())}
    elif before.held_at is None:
        changed = {"last_entry": db.execute(_LAST_ENTRY).scalar_one()}
    here = clock_watch.c.id == _ROW
    db.execute(update(clock_watch).where(here).values(seen_at=now, **changed))
    return holds or before.held_at is not None


_LAST_ENTRY = select(func.coalesce(func.max(transactions.c.id), 0))


@dataclass(frozen=True, slots=True)
class Written:
    """An entry that was made while the clock was held; `slip` or its number in the books."""

    club_id: int
    club_name: str
    slip: str
    happened_on: date


def written_meanwhile(db: Connection, held: Watch) -> list[Written]:
    """What was entered since the clock jumped, the oldest first: its day is that clock's."""
    if held.held_at is None or held.last_entry is None:
        return []
    found = db.execute(
        select(transactions, clubs.c.name.label("club_name"))
        .join(clubs, clubs.c.id == transactions.c.club_id)
        .where(transactions.c.id > held.last_entry)
        .order_by(transactions.c.id)
    )
    return [
        Written(each.club_id, each.club_name, each.voucher or str(each.sequence), each.happened_on)
        for each in found
    ]


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
