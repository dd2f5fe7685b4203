"""The messages a phone on the web page shows, and who has a phone there."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from storage.tables.areas import clubs
from storage.tables.chats import chats, web_messages
from storage.tables.people import members, persons


@dataclass(frozen=True, slots=True)
class WebMessage:
    """One line on a phone; `rows` are rows of buttons as JSON."""

    id: int
    from_person: bool
    text: str
    rows: Any
    at: datetime
    again: bool = False


def keep_web_message(
    db: Connection, chat_id: int, text: str, rows: list[Any], *, from_person: bool, now: datetime
) -> WebMessage:
    row = db.execute(
        insert(web_messages)
        .values(chat_id=chat_id, from_person=from_person, text=text, rows=rows, at=now)
        .returning(web_messages.c.id)
    )
    return WebMessage(int(row.scalar_one()), from_person, text, rows, now)


def web_messages_after(db: Connection, key: str, after: int) -> list[WebMessage]:
    """What a phone has not shown yet, oldest first."""
    found = db.execute(
        select(
            web_messages.c.id,
            web_messages.c.from_person,
            web_messages.c.text,
            web_messages.c.rows,
            web_messages.c.at,
            web_messages.c.again,
        )
        .join(chats, chats.c.id == web_messages.c.chat_id)
        .where(chats.c.channel == "web", chats.c.key == key, web_messages.c.id > after)
        .order_by(web_messages.c.id)
        .limit(500)
    )
    return [WebMessage(*row) for row in found]


@dataclass(frozen=True, slots=True)
class WebPhone:
    """A phone on the page: whose it is."""

    key: str
    chat_id: int
    person_id: int | None
    name: str
    address: str
    birth_year: int | None
    club: str


def web_phone(db: Connection, key: str) -> WebPhone | None:
    row = db.execute(_phones().where(chats.c.key == key)).first()
    return None if row is None else _phone(row)


def web_phones(db: Connection) -> list[WebPhone]:
    """Every phone on the page, in the order they were opened."""
    return [_phone(row) for row in db.execute(_phones().order_by(chats.c.id))]


def _phones() -> Any:
    return (
        select(
            chats.c.key,
            chats.c.id,
            chats.c.person_id,
            persons.c.name,
            persons.c.address,
            persons.c.birth_year,
            clubs.c.name.label("club"),
        )
        .select_from(
            chats.outerjoin(persons, persons.c.id == chats.c.person_id)
            .outerjoin(members, members.c.person_id == persons.c.id)
            .outerjoin(clubs, clubs.c.id == members.c.club_id)
        )
        .where(chats.c.channel == "web")
    )


def _phone(row: Any) -> WebPhone:
    return WebPhone(
        row.key, row.id, row.person_id, row.name or "", row.address or "", row.birth_year, row.club or ""
    )
