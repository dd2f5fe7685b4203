"""How much waits to be answered or sent, and since when: counts and ages, nothing of anybody."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, func, select

from storage.clock_watch import watch
from storage.tables.chats import LETTER_IS_OPEN, UPDATE_WAITS, inbox, outbox
from storage.tables.schedule import reminders
from storage.tables.trail import faults

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Only what is open is counted, which indexes hold ready however long the past is.

    out: by state ("waiting", "sending") and kind, how many and the age of the oldest in seconds;
    late_reminders: planned ones whose time has come; faults: of the last day.
    """

    unanswered: int
    oldest_in_seconds: float
    out: dict[tuple[str, str], tuple[int, float]]
    late_reminders: int
    oldest_reminder_seconds: float
    faults: int
    clock_is_held: bool


def work_waiting(db: Connection, now: datetime) -> Waiting:
    """What waits now."""
    unanswered, since = db.execute(_UNANSWERED).one()
    late, due = db.execute(_LATE, {"now": now}).one()
    held = watch(db)
    return Waiting(
        unanswered=unanswered,
        oldest_in_seconds=_age(since, now),
        out={
            (row.state, row.kind): (row.messages, _age(row.since, now)) for row in db.execute(_OUT)
        },
        late_reminders=late,
        oldest_reminder_seconds=_age(due, now),
        faults=db.execute(_FAULTS, {"since": now - A_DAY}).scalar_one(),
        clock_is_held=held is not None and held.held_at is not None,
    )


def _age(since: datetime | None, now: datetime) -> float:
    return 0.0 if since is None else max(0.0, (now - since).total_seconds())


_UNANSWERED = select(func.count(), func.min(inbox.c.received_at)).where(UPDATE_WAITS)
_OUT = (
    select(
        outbox.c.state,
        outbox.c.kind,
        func.count().label("messages"),
        func.min(outbox.c.made_at).label("since"),
    )
    .where(LETTER_IS_OPEN)
    .group_by(outbox.c.state, outbox.c.kind)
)
_LATE = select(func.count(), func.min(reminders.c.due_at)).where(
    reminders.c.state == "planned", reminders.c.due_at <= bindparam("now")
)
_FAULTS = select(func.count()).select_from(faults).where(faults.c.at > bindparam("since"))
