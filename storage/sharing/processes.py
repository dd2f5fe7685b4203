"""Who is at work on this database, what only one of them does, and what the dead have left.

A process gives a sign of life every second, and keeps a connection. Whoever is silent and whose
connection is gone, or who is silent for LEASE_SECONDS, is taken for dead: what he held is free
again. He himself stops sending sooner, at the first sign that does not arrive or after
SURE_SECONDS without one, so that no two send for one chat. Moments are the database's own.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import ColumnElement, Connection, bindparam, delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert as insert_or_leave

from storage.sharing.presence import runs_present, up_for_seconds
from storage.tables.chats import inbox, outbox
from storage.tables.sharing import duties, processes, sending_turns

LEASE_SECONDS = 10.0
SILENT_SECONDS = 1.5
SURE_SECONDS = 6.0
NOBODY = 0
"""The run of what is free to be taken up by any process."""

NOW = func.clock_timestamp()
STOPPED = "stopped while sending"


@dataclass(frozen=True, slots=True)
class Left:
    """What processes that are gone have left: updates and messages that are free again, and
    messages of which nobody knows whether they arrived.
    """

    updates: int
    letters: int
    unknown: int

    def __bool__(self) -> bool:
        return bool(self.updates or self.letters or self.unknown)


def come_in(db: Connection, run: int, roles: str) -> None:
    """This process is at work from now on; whoever was taken for dead comes in anew."""
    row = {"run": run, "roles": roles, "sends": False, "began_at": NOW, "seen_at": NOW}
    made = insert_or_leave(processes).values(row)
    db.execute(made.on_conflict_do_update(index_elements=["run"], set_={"seen_at": NOW}))


def give_sign(db: Connection, run: int, *, sends: bool) -> bool:
    """This process is alive; False if it was taken for dead meanwhile."""
    return bool(db.execute(_SIGN, {"of_run": run, "of_sends": sends}).rowcount)


_SIGN = (
    update(processes)
    .where(processes.c.run == bindparam("of_run"))
    .values(seen_at=NOW, sends=bindparam("of_sends"))
)


def stays(db: Connection, run: int) -> bool:
    """Whether this process is at work; if so it is until the transaction ends.

    Asked before something is taken: what a look took that ended after its process would be nobody's
    and never free.
    """
    return db.execute(_STAYS, {"of_run": run}).first() is not None


_STAYS = (
    select(processes.c.run)
    .where(processes.c.run == bindparam("of_run"))
    .with_for_update(read=True, key_share=True)
)


def bury(db: Connection, run: int, *, watched_long: bool) -> list[int]:
    """Take those for dead who give no sign any more; returns their runs.

    `watched_long`: this process has given its own signs for LEASE_SECONDS. Else the database may
    have been away, and nobody could; and after its start everybody comes back one by one.
    """
    silent = _silent(db, run, SILENT_SECONDS)
    if silent and up_for_seconds(db) < SURE_SECONDS:
        return []
    gone = silent - runs_present(db) if silent else set()
    if silent and watched_long:
        gone |= _silent(db, run, LEASE_SECONDS)
    change = delete(processes).where(processes.c.run.in_(gone)).returning(processes.c.run)
    return list(db.execute(change).scalars()) if gone else []


def _silent(db: Connection, run: int, seconds: float) -> set[int]:
    before = NOW - timedelta(seconds=seconds)
    found = select(processes.c.run).where(processes.c.run != run, processes.c.seen_at < before)
    return set(db.execute(found.with_for_update(skip_locked=True)).scalars())


def go(db: Connection, run: int) -> Left:
    """This process ends: what it holds is free at once."""
    db.execute(delete(processes).where(processes.c.run == run))
    return release(db)


def release(db: Connection) -> Left:
    """What is held by nobody who is at work is free again.

    What was being sent and is no reply becomes unknown. The oldest reply of a chat may have
    arrived, so it says that it is sent again; those behind it had not left yet.
    """
    unknown = db.execute(
        update(outbox)
        .where(outbox.c.state == "sending", _of_nobody(outbox.c.run))
        .values(state="unknown", why=STOPPED)
    ).rowcount
    waits = (outbox.c.state == "waiting", outbox.c.run != NOBODY, _of_nobody(outbox.c.run))
    oldest = (select(func.min(outbox.c.id)).where(*waits, outbox.c.kind == "reply")).group_by(
        outbox.c.chat_id
    )
    db.execute(update(outbox).where(outbox.c.id.in_(oldest)).values(again=True))
    letters = db.execute(update(outbox).where(*waits).values(run=NOBODY)).rowcount
    updates = db.execute(
        update(inbox)
        .where(inbox.c.state == "waiting", inbox.c.run != NOBODY, _of_nobody(inbox.c.run))
        .values(run=NOBODY)
    ).rowcount
    db.execute(update(duties).where(_of_nobody(duties.c.run)).values(run=None))
    # They may have been used until a moment ago.
    later = NOW + timedelta(seconds=1)
    held = sending_turns.c.run
    db.execute(update(sending_turns).where(_of_nobody(held)).values(run=None, free_at=later))
    return Left(updates, letters, unknown)


def _of_nobody(run: ColumnElement[int]) -> ColumnElement[bool]:
    return run.not_in(select(processes.c.run))


def duties_held(db: Connection, run: int, wanted: Collection[str]) -> frozenset[str]:
    """Of the duties that this process would do those that are its own; nobody's become its own."""
    if not wanted:
        return frozenset()
    rows = [{"name": each, "run": None} for each in sorted(wanted)]
    if len(_known(db, wanted)) < len(rows):
        db.execute(insert_or_leave(duties).on_conflict_do_nothing(), rows)
    free = or_(duties.c.run.is_(None), duties.c.run == run)
    mine = select(duties.c.name).where(duties.c.name.in_(wanted), free)
    taken = (
        update(duties)
        .where(duties.c.name.in_(mine.with_for_update(skip_locked=True)))
        .values(run=run)
        .returning(duties.c.name)
    )
    return frozenset(db.execute(taken).scalars())


def _known(db: Connection, names: Collection[str]) -> list[str]:
    return list(db.execute(select(duties.c.name).where(duties.c.name.in_(names))).scalars())
