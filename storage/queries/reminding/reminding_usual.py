"""Who is to hear of a meeting that was planned by the club's rule."""

from datetime import date

from sqlalchemy import Text, cast, select

from storage.queries.reminding.reminding import Wanted
from storage.queries.reminding.reminding_money import BOARD_ROLES, board_of
from storage.tables.meetings import meetings


def usual_meeting_planned(today: date) -> Wanted:
    """The boards of clubs for which a meeting was planned by their rule and stands as planned."""
    boards = board_of(BOARD_ROLES, today).subquery()
    return (
        select(
            meetings.c.club_id,
            boards.c.person_id,
            cast(meetings.c.id, Text).label("subject"),
            meetings.c.id.label("meeting_id"),
            meetings.c.held_on,
            meetings.c.starts_at,
            meetings.c.place,
            boards.c.timezone,
        )
        .select_from(meetings.join(boards, boards.c.club_id == meetings.c.club_id))
        .where(
            meetings.c.state == "planned",
            meetings.c.planned_by.is_(None),
            meetings.c.stands_for == meetings.c.held_on,
            meetings.c.changes == 0,
        )
    )


def about_meeting(wanted: Wanted, meeting_id: int) -> Wanted:
    """Of these, those about one meeting."""
    return wanted.where(meetings.c.id == meeting_id)
