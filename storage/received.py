"""Pictures and recordings as they come in: kept once, before they belong to anything."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, select

from club.photos import UNCLAIMED
from storage.among import among
from storage.inbox import insert_new
from storage.tables.chats import chats
from storage.tables.photos import photos, web_photos


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What was sent, re-encoded; `cause` is the same however often it is sent."""

    chat_id: int
    cause: str
    mime: str
    content: bytes
    width: int = 0
    height: int = 0
    seconds: int = 0


def keep_received(db: Connection, new: Received, now: datetime) -> int:
    """Keep it, once by its cause; returns its number."""
    there = received_by(db, new.cause)
    if there is not None:
        return there
    db.execute(
        insert_new(db, photos),
        [
            {
                "chat_id": new.chat_id,
                "taken_by": _person_of(db, new.chat_id),
                "mime": new.mime,
                "content": new.content,
                "digest": hashlib.sha256(new.content).hexdigest(),
                "size": len(new.content),
                "width": new.width,
                "height": new.height,
                "seconds": new.seconds,
                "received_at": now,
                "kept_until": now + UNCLAIMED,
                "cause": new.cause,
            }
        ],
    )
    kept = received_by(db, new.cause)
    assert kept is not None
    return kept


def _person_of(db: Connection, chat_id: int) -> int | None:
    row = db.execute(select(chats.c.person_id).where(chats.c.id == chat_id)).one()
    return None if row.person_id is None else int(row.person_id)


def received_by(db: Connection, cause: str) -> int | None:
    """The number of what has come in for this cause."""
    row = db.execute(select(photos.c.id).where(photos.c.cause == cause)).first()
    return None if row is None else int(row.id)


def forget_photos(db: Connection, now: datetime, most: int) -> int:
    """Erase what nobody has claimed, and what was kept long enough; returns how many."""
    due = select(photos.c.id).where(photos.c.kept_until <= now).limit(most)
    return erase_photos(db, list(db.execute(due).scalars()))


def erase_photos_about(db: Connection, about: str, subject: int) -> int:
    """Erase all that belongs to this, as when a person asks for it; returns how many."""
    found = select(photos.c.id).where(photos.c.about == about, photos.c.subject == subject)
    return erase_photos(db, list(db.execute(found).scalars()))


def erase_photos(db: Connection, ids: list[int]) -> int:
    """Erase these, and the lines that show them; returns how many."""
    if not ids:
        return 0
    db.execute(delete(web_photos).where(among(web_photos.c.photo_id, "ids")), {"ids": ids})
    return db.execute(delete(photos).where(among(photos.c.id, "ids")), {"ids": ids}).rowcount


def bytes_of_photos(db: Connection) -> tuple[int, int]:
    """How many there are, and how many bytes in all."""
    row = db.execute(select(func.count(), func.coalesce(func.sum(photos.c.size), 0))).one()
    return int(row[0]), int(row[1])
