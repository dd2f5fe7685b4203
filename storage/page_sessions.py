"""The members' page: opened by a link, kept open, closed; what is typed there comes in once.

Of every secret only a digest is kept. Club rules, F.4.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from club.pages import (
    MOST_OPEN,
    SEEN_AGAIN_AFTER,
    STAYS_OPEN,
    kept_secret,
)
from storage import inbox
from storage.flooding import has_room
from storage.inbox import Arrival
from storage.queries.web import NewLine, WebMessage, by_key, keep_web_message
from storage.tables.chats import chats
from storage.tables.pages import page_address, page_links, page_sessions
from storage.tables.people import persons

WEB = "web"


def page_is_at(db: Connection, address: str) -> None:
    """From now on links lead there; '' takes the page away."""
    there = db.execute(select(page_address.c.address)).scalars().all()
    if there == ([address] if address else []):
        return
    db.execute(delete(page_address))
    if address:
        db.execute(insert(page_address).values(address=address))


@dataclass(frozen=True, slots=True)
class PageOpened:
    """`is_new`: the talk begins, or begins again after it was closed.

    `person_id`: whose page it is; None for a stranger's. `again`: the same phone asked a second
    time, because it did not hear the first answer.
    """

    chat_id: int
    chat_key: str
    person_id: int | None
    is_new: bool
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """`secret` is the link's, `phone_key` made on the phone, `session` the new session's secret."""

    secret: str
    phone_key: str
    session: str


def open_by_link(db: Connection, opening: Opening, now: datetime) -> PageOpened | None:
    """Use a link up and open its person's page on this phone; None if it does not hold any more.

    The phone that used it may repeat itself for a few minutes: its answer may have been lost.
    """
    row = db.execute(
        select(page_links)
        .where(page_links.c.secret_hash == kept_secret(opening.secret))
        .with_for_update()
    ).first()
    by = kept_secret(opening.phone_key)
    if row is None or row.ends_at <= now or _is_gone(db, row.person_id):
        return None
    again = row.used_at is not None
    if again and (row.used_by_hash != by or now - row.used_at > timedelta(minutes=10)):
        return None
    if not again:
        db.execute(
            update(page_links).where(page_links.c.id == row.id).values(used_at=now, used_by_hash=by)
        )
    chat_id, key, is_new = _chat_of(db, row.person_id, now)
    begin_session(db, chat_id, opening.session, now)
    return PageOpened(chat_id, key, row.person_id, is_new, again)


def _is_gone(db: Connection, person_id: int) -> bool:
    erased = db.execute(select(persons.c.erased_at).where(persons.c.id == person_id)).first()
    return erased is None or erased.erased_at is not None


def _chat_of(db: Connection, person_id: int, now: datetime) -> tuple[int, str, bool]:
    """The person's chat on the page: one for all her phones, so that they show the same talk.

    Its number, its name, and whether the talk begins now.
    """
    row = db.execute(
        select(chats.c.id, chats.c.key, chats.c.unreachable)
        .where(chats.c.channel == WEB, chats.c.person_id == person_id, chats.c.frozen_at.is_(None))
        .order_by(chats.c.id)
    ).first()
    if row is not None:
        db.execute(update(chats).where(chats.c.id == row.id).values(unreachable=None))
        return row.id, row.key, row.unreachable is not None
    language = db.execute(select(persons.c.language).where(persons.c.id == person_id)).scalar_one()
    chat_id, key = _new_chat(db, language, now, person_id)
    return chat_id, key, True


def _new_chat(
    db: Connection, language: str, now: datetime, person_id: int | None = None
) -> tuple[int, str]:
    key = f"w{secrets.token_hex(6)}"
    row = db.execute(
        insert(chats)
        .values(channel=WEB, key=key, language=language, person_id=person_id, created_at=now)
        .returning(chats.c.id)
    )
    return int(row.scalar_one()), key


def open_for_stranger(db: Connection, session: str, language: str, now: datetime) -> PageOpened:
    """A chat for somebody nobody knows yet, who can ask to join."""
    chat_id, key = _new_chat(db, language, now)
    begin_session(db, chat_id, session, now)
    return PageOpened(chat_id, key, None, is_new=True)


def begin_session(db: Connection, chat_id: int, secret: str, now: datetime) -> None:
    """The page is open on one more phone; of too many the longest unseen is closed."""
    db.execute(
        insert(page_sessions).values(
            secret_hash=kept_secret(secret),
            chat_id=chat_id,
            made_at=now,
            seen_at=now,
            ends_at=now + STAYS_OPEN,
        )
    )
    open_ = (
        select(page_sessions.c.id)
        .where(page_sessions.c.chat_id == chat_id, page_sessions.c.ended_at.is_(None))
        .order_by(page_sessions.c.seen_at.desc(), page_sessions.c.id.desc())
    )
    too_many = db.execute(open_.offset(MOST_OPEN)).scalars().all()
    db.execute(update(page_sessions).where(page_sessions.c.id.in_(too_many)).values(ended_at=now))


def seen_again(db: Connection, session_id: int, now: datetime) -> None:
    """The page was used: it stays open for another while."""
    db.execute(
        update(page_sessions)
        .where(page_sessions.c.id == session_id, page_sessions.c.ended_at.is_(None))
        .values(seen_at=now, ends_at=now + STAYS_OPEN)
    )


def is_due(seen_at: datetime, now: datetime) -> bool:
    """Whether it is worth writing down that the page was used."""
    return now - seen_at > SEEN_AGAIN_AFTER


def close_pages(db: Connection, now: datetime, *, person_id: int | None, chat_id: int) -> int:
    """Close a person's page on all phones (a stranger's: of this chat); returns on how many.

    Links not used yet end, too, and nothing more is sent there.
    """
    theirs = chats.c.id == chat_id if person_id is None else chats.c.person_id == person_id
    of_page = select(chats.c.id).where(chats.c.channel == WEB, theirs)
    closed = db.execute(
        update(page_sessions)
        .where(
            page_sessions.c.chat_id.in_(of_page),
            page_sessions.c.ended_at.is_(None),
            page_sessions.c.ends_at > now,
        )
        .values(ended_at=now)
        .returning(page_sessions.c.id)
    ).all()
    if person_id is not None:
        db.execute(
            update(page_links)
            .where(page_links.c.person_id == person_id, page_links.c.ends_at > now)
            .values(ends_at=now)
        )
    db.execute(
        update(chats)
        .where(
            chats.c.id.in_(of_page),
            chats.c.id.in_(select(page_sessions.c.chat_id)),
        )
        .values(unreachable="closed")
    )
    return len(closed)


def close_unvisited(db: Connection, now: datetime) -> None:
    """Pages whose time has run out: their persons are reached elsewhere, or by phone."""
    over = page_sessions.c.ended_at.is_(None) & (page_sessions.c.ends_at <= now)
    closed = db.execute(
        update(page_sessions).where(over).values(ended_at=now).returning(page_sessions.c.chat_id)
    )
    still_open = select(page_sessions.c.chat_id).where(page_sessions.c.ended_at.is_(None))
    db.execute(
        update(chats)
        .where(chats.c.id.in_(set(closed.scalars())), chats.c.id.not_in(still_open))
        .values(unreachable="closed")
    )


class TooMany(Exception):
    """More than one chat may bring in, or than may wait. Club rules, F.10."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What came from a page: the line that is shown, and what is heard.

    `always`: however much came before, since it is a cry for help.
    """

    line: NewLine
    arrival: Arrival
    chat_id: int
    always: bool = False


def hear_once(
    db: Connection, typed: Typed, *, run: int, now: datetime, a_minute: int | None
) -> tuple[WebMessage, bool]:
    """Keep what was typed on the page and store it as heard, both or neither, once by its key.

    Returns the line, and whether it is new. `a_minute`: what is taken of one chat; None for as
    many as come. Raises TooMany.
    """
    line, chat_id = typed.line, typed.chat_id
    # Two tabs may send the same thing at once.
    db.execute(select(chats.c.id).where(chats.c.id == chat_id).with_for_update())
    assert line.update_key is not None
    if there := by_key(db, chat_id, line.update_key):
        return there, False
    free = a_minute is None or typed.always or has_room(db, chat_id, now, a_minute=a_minute)
    if not free:
        raise TooMany
    kept = keep_web_message(db, chat_id, line, now)
    inbox.take_in(db, [typed.arrival], {}, run=run, now=now)
    return kept, True
