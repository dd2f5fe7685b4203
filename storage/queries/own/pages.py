"""Who may open the members' page, and what it shows."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, ScalarSelect, Select, func, select

from club.pages import kept_secret
from storage.queries.web import MESSAGE_COLUMNS, WebMessage
from storage.tables.areas import clubs
from storage.tables.chats import chats, web_messages
from storage.tables.pages import page_address, page_sessions
from storage.tables.people import members, persons


def page_at(db: Connection) -> str:
    """The address of the members' page; '' while there is none."""
    found = db.execute(select(page_address.c.address).order_by(page_address.c.id.desc())).scalar()
    return found or ""


@dataclass(frozen=True, slots=True)
class PageSession:
    """A phone on which the page is open: whose chat it shows."""

    id: int
    chat_id: int
    chat_key: str
    person_id: int | None
    name: str
    address: str
    club: str
    language: str
    seen_at: datetime


def page_session(db: Connection, secret: str, now: datetime) -> PageSession | None:
    """The session of this secret; None if there is none, or it has ended."""
    row = db.execute(_session_of(secret, now)).first()
    if row is None:
        return None
    return PageSession(
        id=row.id,
        chat_id=row.chat_id,
        chat_key=row.key,
        person_id=row.person_id,
        name=row.name or "",
        address=row.address or "",
        club=row.club or "",
        language=row.language,
        seen_at=row.seen_at,
    )


def _session_of(secret: str, now: datetime) -> Select[Any]:
    return (
        select(
            page_sessions.c.id,
            chats.c.id.label("chat_id"),
            chats.c.key,
            chats.c.person_id,
            persons.c.name,
            persons.c.address,
            _club_name().label("club"),
            chats.c.language,
            page_sessions.c.seen_at,
        )
        .join(chats, chats.c.id == page_sessions.c.chat_id)
        .outerjoin(persons, persons.c.id == chats.c.person_id)
        .where(
            page_sessions.c.secret_hash == kept_secret(secret),
            page_sessions.c.ended_at.is_(None),
            page_sessions.c.ends_at > now,
            chats.c.frozen_at.is_(None),
            persons.c.erased_at.is_(None),
        )
    )


def _club_name() -> ScalarSelect[str]:
    """The name of the club in focus, or of the first the person belongs to."""
    theirs = (
        select(func.min(members.c.club_id))
        .where(members.c.person_id == chats.c.person_id, members.c.state == "member")
        .scalar_subquery()
    )
    return (
        select(clubs.c.name)
        .where(clubs.c.id == func.coalesce(chats.c.club_id, theirs))
        .scalar_subquery()
    )


def newest_web_messages(db: Connection, chat_id: int, most: int) -> list[WebMessage]:
    """The last lines of a talk, oldest first."""
    found = db.execute(
        select(*MESSAGE_COLUMNS)
        .where(web_messages.c.chat_id == chat_id)
        .order_by(web_messages.c.id.desc())
        .limit(most)
    )
    return [WebMessage(*row) for row in found][::-1]
