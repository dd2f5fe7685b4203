"""The messages a phone on the web page shows, and who has a phone there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, func, insert, select, update

from storage.tables.chats import chats, web_files, web_messages
from storage.tables.people import persons
from storage.tables.photos import web_photos

# A chat is found by all three of what names it.
ON_A_PAGE = and_(chats.c.channel == "web", chats.c.bot == "")


@dataclass(frozen=True, slots=True)
class WebMessage:
    """One line on a phone; `rows` are rows of buttons as JSON."""

    id: int
    from_person: bool
    text: str
    rows: Any
    at: datetime
    again: bool = False
    update_key: str | None = None
    file_name: str | None = None
    file_mime: str | None = None


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line on its way onto a phone."""

    text: str
    rows: list[Any]
    from_person: bool
    update_key: str | None = None


MESSAGE_COLUMNS = (
    web_messages.c.id,
    web_messages.c.from_person,
    web_messages.c.text,
    web_messages.c.rows,
    web_messages.c.at,
    web_messages.c.again,
    web_messages.c.update_key,
    web_messages.c.file_name,
    web_messages.c.file_mime,
)


def keep_web_message(db: Connection, chat_id: int, line: NewLine, now: datetime) -> WebMessage:
    """One more line on a phone. What came from the phone is kept once, however often repeated."""
    if line.update_key is not None and (there := by_key(db, chat_id, line.update_key)):
        return there
    row = db.execute(
        insert(web_messages)
        .values(
            chat_id=chat_id,
            from_person=line.from_person,
            text=line.text,
            rows=line.rows,
            update_key=line.update_key,
            at=now,
        )
        .returning(*MESSAGE_COLUMNS)
    )
    return WebMessage(*row.one())


@dataclass(frozen=True, slots=True)
class WebFile:
    """A picture or file on a phone; `title` is the text of its line.

    `photo_id`: it lies among the photos, and is not copied.
    """

    content: bytes
    name: str
    mime: str
    title: str
    photo_id: int | None = None


def keep_web_file(db: Connection, chat_id: int, file: WebFile, now: datetime) -> WebMessage:
    """One more line on a phone, which is a picture or a file."""
    row = db.execute(
        insert(web_messages)
        .values(
            chat_id=chat_id,
            from_person=False,
            text=file.title,
            rows=[],
            at=now,
            file_name=file.name,
            file_mime=file.mime,
        )
        .returning(*MESSAGE_COLUMNS)
    ).one()
    if file.photo_id is None:
        db.execute(insert(web_files).values(message_id=row.id, content=file.content))
    else:
        db.execute(insert(web_photos).values(message_id=row.id, photo_id=file.photo_id))
    return WebMessage(*row)


def keep_web_photo(db: Connection, line: WebMessage, photo_id: int) -> WebMessage:
    """This line shows a picture that lies elsewhere: it is not copied, so it can be erased."""
    db.execute(insert(web_photos).values(message_id=line.id, photo_id=photo_id))
    row = db.execute(
        update(web_messages)
        .where(web_messages.c.id == line.id)
        .values(file_name=f"lien-{photo_id}.jpg", file_mime="image/jpeg")
        .returning(*MESSAGE_COLUMNS)
    )
    return WebMessage(*row.one())


def web_file(db: Connection, key: str, message_id: int) -> WebFile | None:
    """The file of this line, if the line lies on this phone; to nobody else."""
    row = db.execute(
        select(
            web_files.c.content,
            web_messages.c.file_name,
            web_messages.c.file_mime,
            web_messages.c.text,
        )
        .join(web_messages, web_messages.c.id == web_files.c.message_id)
        .join(chats, chats.c.id == web_messages.c.chat_id)
        .where(ON_A_PAGE, chats.c.key == key, web_messages.c.id == message_id)
    ).first()
    return None if row is None else WebFile(*row)


def by_key(db: Connection, chat_id: int, key: str) -> WebMessage | None:
    """The line that came from the phone with this key."""
    row = db.execute(
        select(*MESSAGE_COLUMNS).where(
            web_messages.c.chat_id == chat_id, web_messages.c.update_key == key
        )
    ).first()
    return None if row is None else WebMessage(*row)


def web_messages_after(db: Connection, key: str, after: int) -> list[WebMessage]:
    """What a phone has not shown yet, oldest first."""
    found = db.execute(
        select(*MESSAGE_COLUMNS)
        .join(chats, chats.c.id == web_messages.c.chat_id)
        .where(ON_A_PAGE, chats.c.key == key, web_messages.c.id > after)
        .order_by(web_messages.c.id)
        .limit(500)
    )
    return [WebMessage(*row) for row in found]


def newest_line(db: Connection) -> int:
    """The number of the newest line on any phone."""
    return int(db.execute(select(func.coalesce(func.max(web_messages.c.id), 0))).scalar_one())


def lines_after(db: Connection, keys: Sequence[str], after: int) -> list[tuple[str, WebMessage]]:
    """What came to these phones after the line with this number, oldest first, with the phone."""
    found = db.execute(
        select(chats.c.key, *MESSAGE_COLUMNS)
        .join(chats, chats.c.id == web_messages.c.chat_id)
        .where(ON_A_PAGE, chats.c.key.in_(keys), web_messages.c.id > after)
        .order_by(web_messages.c.id)
    )
    return [(key, WebMessage(*line)) for key, *line in found]


@dataclass(frozen=True, slots=True)
class WebPhone:
    """A phone on the page: whose it is."""

    key: str
    chat_id: int
    person_id: int | None
    name: str
    address: str
    birth_year: int | None
    language: str


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
            chats.c.language,
        )
        .select_from(chats.outerjoin(persons, persons.c.id == chats.c.person_id))
        .where(ON_A_PAGE)
    )


def _phone(row: Any) -> WebPhone:
    return WebPhone(
        key=row.key,
        chat_id=row.id,
        person_id=row.person_id,
        name=row.name or "",
        address=row.address or "",
        birth_year=row.birth_year,
        language=row.language,
    )
