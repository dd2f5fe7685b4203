"""What of the outbox did not arrive or still waits, for an operator: never a word of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Select, func, select

from storage.tables.chats import chats, outbox
from storage.tables.schedule import reminders

OPEN_STATES = ("dead", "unknown", "waiting", "sending")
"""From what needs somebody to what needs nobody yet."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message by its number. `about`: the kind of reminder, for one that is a reminder."""

    id: int
    state: str
    kind: str
    about: str | None
    chat_id: int
    channel: str
    made_at: datetime
    tries: int
    why: str | None


@dataclass(frozen=True, slots=True)
class Count:
    """So many messages in this state for this reason; the oldest was made then."""

    state: str
    kind: str
    why: str | None
    messages: int
    oldest: datetime


def outgoing(
    db: Connection,
    states: Sequence[str] = OPEN_STATES,
    *,
    kind: str | None = None,
    most: int | None = None,
) -> list[Outgoing]:
    """Messages in these states, the oldest first."""
    wanted = (
        select(
            outbox.c.id,
            outbox.c.state,
            outbox.c.kind,
            reminders.c.kind.label("about"),
            outbox.c.chat_id,
            chats.c.channel,
            outbox.c.made_at,
            outbox.c.tries,
            outbox.c.why,
        )
        .join(chats, chats.c.id == outbox.c.chat_id)
        .outerjoin(reminders, reminders.c.id == outbox.c.reminder_id)
        .order_by(outbox.c.id)
        .limit(most)
    )
    return [Outgoing(**row._mapping) for row in db.execute(_those(wanted, states, kind))]


def outgoing_counts(
    db: Connection, states: Sequence[str] = OPEN_STATES, *, kind: str | None = None
) -> list[Count]:
    """How many in each state, of each kind, and why; in the order of the states."""
    wanted = select(
        outbox.c.state,
        outbox.c.kind,
        outbox.c.why,
        func.count().label("messages"),
        func.min(outbox.c.made_at).label("oldest"),
    ).group_by(outbox.c.state, outbox.c.kind, outbox.c.why)
    found = [Count(**row._mapping) for row in db.execute(_those(wanted, states, kind))]
    return sorted(found, key=lambda each: (states.index(each.state), each.oldest, each.kind))


def _those(
    wanted: Select[tuple[object, ...]], states: Sequence[str], kind: str | None
) -> Select[tuple[object, ...]]:
    found = wanted.where(outbox.c.state.in_(states))
    return found if kind is None else found.where(outbox.c.kind == kind)
