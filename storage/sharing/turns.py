"""The bot's rate, kept exactly by however many processes send.

So many turns a second, each a row. A process holds some of them and uses each at most once a
second; a turn that changes hands rests for a second in between. So in no second more messages
leave than there are turns, and no message costs a visit to the database.
"""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection, func, select, update
from sqlalchemy.dialects.postgresql import insert as insert_or_leave

from storage.sharing.processes import NOW
from storage.tables.sharing import processes, sending_holds, sending_turns

_ROW = 1
REST = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Part:
    """What a process may hold, what it holds, and how many of those it has just taken."""

    share: int
    held: int
    taken: int


def part_of(db: Connection, run: int, *, sends: bool, given: int, most: int) -> Part:
    """Gives `given` back and takes what is missing to an equal share of `most` turns.

    Whoever has nothing to send takes none, and keeps what he has until somebody else sends.
    """
    if given:
        _give_back(db, run, given)
    held = _held(db, run)
    sending = int(db.execute(_SENDING).scalar_one())
    if not sends:
        return Part(0 if sending else most, held, 0)
    share = max(1, -(-most // max(1, sending)))
    taken = _take(db, run, share - held, most) if held < share else 0
    return Part(share, held + taken, taken)


_SENDING = select(func.count()).where(processes.c.sends)


def _give_back(db: Connection, run: int, count: int) -> None:
    """These are free for others, after a rest: they may just have been used."""
    mine = select(sending_turns.c.number).where(sending_turns.c.run == run)
    some = mine.order_by(sending_turns.c.number.desc()).limit(count)
    change = update(sending_turns).where(sending_turns.c.number.in_(some))
    db.execute(change.values(run=None, free_at=NOW + REST))


def _take(db: Connection, run: int, count: int, most: int) -> int:
    """Up to `count` free turns of the first `most`; returns how many there were."""
    found = _free(db, count, most)
    if len(found) < count and _made(db, most):
        found = _free(db, count, most)
    db.execute(update(sending_turns).where(sending_turns.c.number.in_(found)).values(run=run))
    return len(found)


def _free(db: Connection, count: int, most: int) -> list[int]:
    free = (
        select(sending_turns.c.number)
        .where(
            sending_turns.c.run.is_(None),
            sending_turns.c.free_at <= NOW,
            sending_turns.c.number <= most,
        )
        .order_by(sending_turns.c.number)
        .limit(count)
        .with_for_update(skip_locked=True)
    )
    return list(db.execute(free).scalars())


def _made(db: Connection, most: int) -> bool:
    """Makes those that there are not yet; False if all were there."""
    there = int(db.execute(select(func.count()).select_from(sending_turns)).scalar_one())
    if there >= most:
        return False
    rows = [{"number": each, "run": None, "free_at": NOW} for each in range(there + 1, most + 1)]
    for row in rows:
        db.execute(insert_or_leave(sending_turns).values(row).on_conflict_do_nothing())
    return True


def _held(db: Connection, run: int) -> int:
    mine = select(func.count()).where(sending_turns.c.run == run)
    return int(db.execute(mine).scalar_one())


def hold_all(db: Connection, seconds: float) -> None:
    """Nobody sends what nobody asked for, for so long: the messenger said so to one of them."""
    until = NOW + timedelta(seconds=seconds)
    made = insert_or_leave(sending_holds).values(id=_ROW, until=until)
    db.execute(
        made.on_conflict_do_update(
            index_elements=["id"],
            set_={"until": func.greatest(sending_holds.c.until, made.excluded.until)},
        )
    )


def seconds_held(db: Connection) -> float:
    """How long nothing may be sent that nobody asked for; 0 for not at all."""
    left = select(func.extract("epoch", sending_holds.c.until - NOW))
    return max(0.0, float(db.execute(left).scalar() or 0.0))
