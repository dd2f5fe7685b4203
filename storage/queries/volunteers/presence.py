"""Codes that are shown on the spot, who may show one, and how often a wrong one was typed."""

from datetime import date, datetime, timedelta

from sqlalchemy import Connection, select

from club.members import Action, Role
from club.presence import is_on
from club.rights import may
from storage.queries.members.boards import board
from storage.queries.volunteers.hours import asked_for
from storage.queries.volunteers.sessions import (
    Session,
    club_sessions,
    my_sessions,
    session_of,
    sessions_asked,
)
from storage.tables.people import members
from storage.tables.sessions import help_requests, support_sessions
from storage.tables.volunteering import presence_codes, presence_tries

_THAT_DAY = timedelta(days=1)


def living_codes(db: Connection, session_id: int, now: datetime) -> list[tuple[str, int]]:
    """The codes of a session that count now, and on whose phone each is shown."""
    found = db.execute(
        select(presence_codes.c.code, presence_codes.c.shown_by)
        .where(presence_codes.c.session_id == session_id, presence_codes.c.ends_at > now)
        .order_by(presence_codes.c.id)
    )
    return [(row.code, row.shown_by) for row in found]


def wrong_tries(db: Connection, session_id: int, person_id: int) -> int | None:
    """How often this volunteer typed a wrong code; None where never."""
    found: int | None = db.execute(
        select(presence_tries.c.wrong).where(
            presence_tries.c.session_id == session_id, presence_tries.c.person_id == person_id
        )
    ).scalar()
    return found


def may_show(db: Connection, of: Session, person_id: int, today: date) -> bool:
    """The board of its club, and whoever asked for it."""
    if any(each == person_id for each, _ in asked_for(db, of.id)):
        return True
    roles = {Role(e.role) for e in board(db, of.club_id, today) if e.person_id == person_id}
    return may(roles, Action.OPEN_SESSION)


def sessions_to_show(
    db: Connection, club_id: int, person_id: int, now: datetime, *, for_board: bool
) -> list[Session]:
    """Those that are on now: all of the club for its board, else those she asked for."""
    if for_board:
        ours = club_sessions(db, club_id, now - _THAT_DAY)
        return [each for each in ours if _on(each, now)]
    found = db.execute(
        sessions_asked()
        .join(help_requests, help_requests.c.session_id == support_sessions.c.id)
        .join(members, members.c.id == help_requests.c.member_id)
        .where(members.c.person_id == person_id, support_sessions.c.state != "cancelled")
        .order_by(support_sessions.c.starts_at, support_sessions.c.id)
    )
    return [each for each in map(session_of, found) if _on(each, now)]


def sessions_to_type(db: Connection, person_id: int, now: datetime) -> list[Session]:
    """Those that are on now, in which the volunteer takes part."""
    found = my_sessions(db, person_id, now - _THAT_DAY)
    return [each for each in found if _on(each, now)]


def _on(each: Session, now: datetime) -> bool:
    return is_on(each.begins, each.ends, now)
