"""What a person wrote around a fault of ours, as long as it is kept: a week (Club rules, G.2)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from storage.memberships import memberships
from storage.tables.chats import chats, inbox
from storage.tables.people import volunteers

MOST = 40


@dataclass(frozen=True, slots=True)
class Around:
    """`updates`: channel and raw text of each, the last one ran into the fault.

    `roles`: what the person is in her club, "volunteer", or nothing for a stranger.
    """

    updates: tuple[tuple[str, str], ...]
    roles: frozenset[str]


def around_fault(db: Connection, fault_id: int, today: date) -> Around | None:
    """None where what was written is forgotten already, or came in no message."""
    last = db.execute(
        select(inbox.c.id, inbox.c.chat_id)
        .where(inbox.c.fault_id == fault_id, inbox.c.raw.is_not(None))
        .order_by(inbox.c.id)
    ).first()
    if last is None or last.chat_id is None:
        return None
    found = db.execute(
        select(inbox.c.channel, inbox.c.raw)
        .where(
            inbox.c.chat_id == last.chat_id,
            inbox.c.id <= last.id,
            inbox.c.raw.is_not(None),
            inbox.c.state != "waiting",
        )
        .order_by(inbox.c.id.desc())
        .limit(MOST)
    ).all()
    updates = tuple((row.channel, row.raw) for row in reversed(found))
    return Around(updates, _roles(db, last.chat_id, today))


def _roles(db: Connection, chat_id: int, today: date) -> frozenset[str]:
    chat = db.execute(select(chats.c.person_id, chats.c.club_id).where(chats.c.id == chat_id)).one()
    if chat.person_id is None:
        return frozenset()
    hers = memberships(db, {chat.person_id}, today).get(chat.person_id, [])
    roles = {role for each in hers if each.club_id == chat.club_id for role in each.roles}
    if hers:
        roles.add("member")
    helps = select(volunteers.c.id).where(volunteers.c.person_id == chat.person_id)
    if db.execute(helps).first() is not None:
        roles.add("volunteer")
    return frozenset(roles)
