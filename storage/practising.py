"""Who is practising: a mark on the chat, and the packed club she practises in.

The club itself is a database of its own (storage.sandbox) and lies here as bytes that nothing reads
but practice: no question about clubs, books or people can meet it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from storage.outbox import Hearer
from storage.tables.chats import chats
from storage.tables.people import persons
from storage.tables.practices import practices

# After so long nobody is sure any more whether she is practising: it ends by itself.
LAPSES_AFTER = timedelta(hours=3)


@dataclass(frozen=True, slots=True)
class Practice:
    """One chat's practice. `role`: as what she practises; `image`: None until it is first used;
    `form`: of which tables the image was made.
    """

    role: str
    image: bytes | None
    form: str | None


@dataclass(frozen=True, slots=True)
class Kept:
    """How a chat's practice is to be kept after a step; without an image it is over."""

    chat_id: int
    image: bytes | None = None
    form: str | None = None


def begin(db: Connection, chat_id: int, role: str, now: datetime) -> None:
    """From now on what comes from this chat is practice, in a fresh club."""
    db.execute(delete(practices).where(practices.c.chat_id == chat_id))
    db.execute(insert(practices).values(chat_id=chat_id, role=role, begun_at=now))
    db.execute(update(chats).where(chats.c.id == chat_id).values(practice_at=now))


def practice_in(db: Connection, chat_id: int) -> Practice | None:
    """The practice of this chat; None where there is none, or its club was cleared away."""
    row = db.execute(_PRACTICE, {"of_chat": chat_id}).first()
    return None if row is None else Practice(*row)


_PRACTICE = select(practices.c.role, practices.c.image, practices.c.form).where(
    practices.c.chat_id == bindparam("of_chat")
)


def has_lapsed(last_heard: datetime, now: datetime) -> bool:
    """Whether practice has ended by itself since."""
    return now - last_heard > LAPSES_AFTER


def keep(db: Connection, kept: Sequence[Kept], now: datetime) -> None:
    """Keep the practice clubs of these chats as they now stand, and clear away those that ended."""
    lasting = [each for each in kept if each.image is not None]
    if lasting:
        db.execute(
            _KEEP,
            [{"of_chat": e.chat_id, "image": e.image, "form": e.form} for e in lasting],
        )
        db.execute(_MARK, [{"of_chat": each.chat_id, "at": now} for each in lasting])
    ended = [each.chat_id for each in kept if each.image is None]
    if ended:
        db.execute(delete(practices).where(practices.c.chat_id.in_(ended)))
        db.execute(_MARK, [{"of_chat": each, "at": None} for each in ended])


_KEEP = (
    update(practices)
    .where(practices.c.chat_id == bindparam("of_chat"))
    .values(image=bindparam("image"), form=bindparam("form"))
)
_MARK = update(chats).where(chats.c.id == bindparam("of_chat")).values(practice_at=bindparam("at"))


def forget_lapsed(db: Connection, now: datetime, most: int) -> int:
    """Clear away the clubs of those who have gone silent; returns how many.

    The mark on the chat stays, so that the next message is told that practice is over.
    """
    due = (
        select(practices.c.id)
        .join(chats, chats.c.id == practices.c.chat_id)
        .where(chats.c.practice_at < now - LAPSES_AFTER)
        .limit(most)
    )
    return db.execute(delete(practices).where(practices.c.id.in_(due))).rowcount


# The channel of the one chat in a made-up club in which somebody really speaks.
HER_CHANNEL = "practice"


def her_chat(db: Connection) -> tuple[int, int]:
    """In a practice club: the chat and the person of her who practises."""
    row = db.execute(
        select(chats.c.id, chats.c.person_id).where(chats.c.channel == HER_CHANNEL)
    ).one()
    return row.id, row.person_id


def bear_name(db: Connection, person_id: int, hearer: Hearer) -> None:
    """In a fresh practice club: the person is called and addressed as she who practises."""
    db.execute(
        update(persons)
        .where(persons.c.id == person_id)
        .values(
            name=hearer.name or "?",
            address=hearer.address,
            bot_word=hearer.bot_word,
            called=hearer.called,
        )
    )
