"""Whose code for a second chat it is, and which chats a person has."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from club.address import PersonName
from storage.queries.members.naming import NAMED
from storage.tables.channels import chat_codes, chat_uses
from storage.tables.chats import chats
from storage.tables.people import persons


def hash_of_code(code: str) -> str:
    """What a table keeps of a code that holds for ten minutes."""
    return hashlib.sha256(f"chat:{code}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class CodeOwner:
    """Who made a code that still holds, and in which chat."""

    code_id: int
    person_id: int
    chat_id: int
    name: PersonName


def owner_of_code(db: Connection, code: str, now: datetime) -> CodeOwner | None:
    """The owner of a code not used yet; None alike for one that never was."""
    row = db.execute(
        select(chat_codes.c.id, chat_codes.c.person_id, chat_codes.c.made_in_chat, NAMED)
        .join(persons, persons.c.id == chat_codes.c.person_id)
        .where(
            chat_codes.c.code_hash == hash_of_code(code),
            chat_codes.c.ends_at > now,
            chat_codes.c.used_at.is_(None),
            persons.c.erased_at.is_(None),
            persons.c.died_on.is_(None),
        )
    ).first()
    return None if row is None else CodeOwner(row.id, row.person_id, row.made_in_chat, row.name)


@dataclass(frozen=True, slots=True)
class OwnChat:
    """One of her chats; `chosen`: she wants reminders there."""

    chat_id: int
    channel: str
    chosen: bool


def chats_of(db: Connection, person_id: int) -> list[OwnChat]:
    """Those that can be reached, the oldest first."""
    found = db.execute(
        select(chats.c.id, chats.c.channel, chat_uses.c.chosen_at)
        .outerjoin(chat_uses, chat_uses.c.chat_id == chats.c.id)
        .where(chats.c.person_id == person_id, chats.c.unreachable.is_(None))
        .order_by(chats.c.id)
    )
    return [OwnChat(row.id, row.channel, row.chosen_at is not None) for row in found]
