"""Pictures and papers lent out by an address that nobody can guess, for a while. Club rules, F.4.

Of every secret only a digest is kept. What somebody has sent is not copied: whether she to whom it
was lent may still see it is asked at each look. A chat that is held back, as on a lost phone, opens
nothing, and nor does that of somebody who has been erased.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from club.pages import kept_secret
from storage.queries.photos import photo_for_chat
from storage.queries.web import WebFile
from storage.tables.channels import lent_files
from storage.tables.chats import chats
from storage.tables.people import persons

LINK_HOLDS = timedelta(hours=48)
PICTURE_HOLDS = timedelta(minutes=15)
"""So long a messenger may fetch what it shows: it does so at once."""


@dataclass(frozen=True, slots=True)
class Lending:
    """What is lent to whom; `link` and `picture` are the secrets of its two addresses."""

    chat_id: int
    file: WebFile
    link: str
    picture: str


def lend(db: Connection, lending: Lending, now: datetime) -> None:
    """From now on both addresses lead to it, each for its time."""
    file = lending.file
    db.execute(
        insert(lent_files).values(
            link_hash=kept_secret(lending.link),
            picture_hash=kept_secret(lending.picture),
            chat_id=lending.chat_id,
            name=file.name,
            mime=file.mime,
            title=file.title,
            content=None if file.photo_id is not None else file.content,
            photo_id=file.photo_id,
            made_at=now,
            picture_ends_at=now + PICTURE_HOLDS,
            ends_at=now + LINK_HOLDS,
        )
    )


def lent_by_link(db: Connection, secret: str, now: datetime, today: date) -> WebFile | None:
    """What the link leads to; None where it holds no more, or never did."""
    mine = lent_files.c.link_hash == kept_secret(secret)
    return _lent(db, mine & (lent_files.c.ends_at > now), today)


def lent_as_picture(db: Connection, secret: str, now: datetime, today: date) -> WebFile | None:
    """The picture for the messenger; None where it is no picture, or too late."""
    mine = lent_files.c.picture_hash == kept_secret(secret)
    found = _lent(db, mine & (lent_files.c.picture_ends_at > now), today)
    return found if found is not None and found.mime.startswith("image/") else None


def _lent(db: Connection, which: ColumnElement[bool], today: date) -> WebFile | None:
    row: Any = db.execute(
        select(lent_files)
        .join(chats, chats.c.id == lent_files.c.chat_id)
        .outerjoin(persons, persons.c.id == chats.c.person_id)
        .where(which, chats.c.frozen_at.is_(None), persons.c.erased_at.is_(None))
    ).first()
    if row is None:
        return None
    if row.photo_id is None:
        return WebFile(row.content, row.name, row.mime, row.title)
    photo = photo_for_chat(db, row.chat_id, row.photo_id, today)
    return None if photo is None else WebFile(photo.content, row.name, photo.mime, row.title)


def forget_lent(db: Connection, now: datetime, most: int) -> int:
    """What is over goes; returns how many that were."""
    due = select(lent_files.c.id).where(lent_files.c.ends_at <= now).limit(most)
    return db.execute(delete(lent_files).where(lent_files.c.id.in_(due))).rowcount
