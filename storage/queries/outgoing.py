"""What of the outbox did not arrive or still waits, for an operator: never a word of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from storage.tables.broadcasts import broadcast_people
from storage.tables.chats import chats, outbox
from storage.tables.schedule import reminders

OPEN_STATES = ("dead", "unknown", "waiting", "sending")
"""From what needs somebody to what needs nobody yet."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message by its number. `about`: the kind of reminder, for one that is a reminder.

    `club_id`: the reminder's or the word's to many, else the one in focus in its chat.
    """

    id: int
    state: str
    kind: str
    about: str | None
    club_id: int | None
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
    club: int | None = None,
    most: int | None = None,
) -> list[Outgoing]:
    """Messages in these states, the oldest first."""
    wanted = (
        select(
            outbox.c.id,
            outbox.c.state,
            outbox.c.kind,
            reminders.c.kind.label("about"),
            _CLUB.label("club_id"),
            outbox.c.chat_id,
            chats.c.channel,
            outbox.c.made_at,
            outbox.c.tries,
            outbox.c.why,
        )
        .select_from(_WHOLE)
        .order_by(outbox.c.id)
        .limit(most)
    )
    return [Outgoing(**row._mapping) for row in db.execute(_those(wanted, states, kind, club))]


def outgoing_counts(
    db: Connection,
    states: Sequence[str] = OPEN_STATES,
    *,
    kind: str | None = None,
    club: int | None = None,
) -> list[Count]:
    """How many in each state, of each kind, and why; in the order of the states."""
    wanted = select(
        outbox.c.state,
        outbox.c.kind,
        outbox.c.why,
        func.count().label("messages"),
        func.min(outbox.c.made_at).label("oldest"),
    ).group_by(outbox.c.state, outbox.c.kind, outbox.c.why)
    rows = db.execute(_those(wanted.select_from(_WHOLE), states, kind, club))
    found = [Count(**row._mapping) for row in rows]
    return sorted(found, key=lambda each: (states.index(each.state), each.oldest, each.kind))


_WHOLE = (
    outbox.join(chats, chats.c.id == outbox.c.chat_id)
    .outerjoin(reminders, reminders.c.id == outbox.c.reminder_id)
    .outerjoin(broadcast_people, broadcast_people.c.letter_id == outbox.c.id)
)
_CLUB: ColumnElement[Any] = func.coalesce(
    reminders.c.club_id, broadcast_people.c.club_id, chats.c.club_id
)


def _those(
    wanted: Select[tuple[object, ...]],
    states: Sequence[str],
    kind: str | None,
    club: int | None,
) -> Select[tuple[object, ...]]:
    found = wanted.where(outbox.c.state.in_(states))
    found = found if kind is None else found.where(outbox.c.kind == kind)
    return found if club is None else found.where(_CLUB.in_([club]))


def numbers_there(db: Connection, numbers: Collection[int]) -> set[int]:
    """Which of these numbers are of messages at all, sent and dropped ones too."""
    return set(db.execute(select(outbox.c.id).where(outbox.c.id.in_(list(numbers)))).scalars())
