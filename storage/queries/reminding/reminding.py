"""Who is to be reminded of what: one question a kind, asked when planning and before sending.

Each question has the columns club_id, person_id and subject, and what the reminder's text needs.
It is asked for a whole country at once, so it names no club.
"""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    Text,
    and_,
    case,
    cast,
    func,
    literal,
    select,
    type_coerce,
)

from storage.tables.areas import club_settings, clubs
from storage.tables.chats import chats, dialogues
from storage.tables.meetings import meeting_answers, meetings
from storage.tables.people import members, volunteers
from storage.tables.schedule import reminders
from storage.tables.sessions import signups, support_sessions

Wanted = Select[Any]


@dataclass(frozen=True, slots=True)
class Start:
    """When something begins, and by whose clocks."""

    at: datetime
    timezone: str


def meeting_starts(db: Connection, after: datetime, until: datetime) -> list[Start]:
    """The moments at which meetings begin, each once however many clubs meet then."""
    found = db.execute(
        select(meetings.c.starts_at, clubs.c.timezone)
        .join(clubs, clubs.c.id == meetings.c.club_id)
        .where(
            meetings.c.state == "planned",
            meetings.c.starts_at > after,
            meetings.c.starts_at <= until,
        )
        .distinct()
        .order_by(meetings.c.starts_at)
    )
    return [Start(row.starts_at, row.timezone) for row in found]


@cache
def meeting_not_answered() -> Wanted:
    """Members who have said nothing yet about a planned meeting."""
    return _members_and_meetings(outer=True).where(meeting_answers.c.id.is_(None))


@cache
def meeting_agreed() -> Wanted:
    """Members who said that they come, on their own feet or fetched by somebody."""
    agreed = _members_and_meetings(outer=False, subject=_meeting_on_its_day())
    return agreed.where(meeting_answers.c.answer.in_(("yes", "lift")))


def _meeting_on_its_day() -> ColumnElement[str]:
    """On another day than was planned at first it is something new to be reminded of."""
    number = cast(meetings.c.id, Text)
    moved = and_(meetings.c.stands_for.is_not(None), meetings.c.stands_for != meetings.c.held_on)
    return case((moved, number + "/" + cast(meetings.c.held_on, Text)), else_=number)


def _members_and_meetings(*, outer: bool, subject: ColumnElement[str] | None = None) -> Wanted:
    answered = and_(
        meeting_answers.c.meeting_id == meetings.c.id, meeting_answers.c.member_id == members.c.id
    )
    return (
        select(
            meetings.c.club_id,
            members.c.person_id,
            (cast(meetings.c.id, Text) if subject is None else subject).label("subject"),
            meetings.c.id.label("meeting_id"),
            meetings.c.held_on,
            meetings.c.starts_at,
            meetings.c.place,
            meetings.c.talk,
            meetings.c.bring,
            meeting_answers.c.answer,
            clubs.c.name.label("club_name"),
            clubs.c.timezone,
        )
        .select_from(
            meetings.join(clubs, clubs.c.id == meetings.c.club_id)
            .join(members, members.c.club_id == meetings.c.club_id)
            .join(meeting_answers, answered, isouter=outer)
        )
        .where(
            meetings.c.state == "planned",
            members.c.joined_on <= meetings.c.held_on,
            *_lives(),
        )
    )


def beginning(wanted: Wanted, start: Start) -> Wanted:
    """Of these, those about something that begins at this moment."""
    columns = wanted.selected_columns
    return wanted.where(columns.starts_at == start.at, columns.timezone == start.timezone)


def agreed_before(wanted: Wanted, moment: datetime) -> Wanted:
    """Of these, those who agreed before this moment: whoever agrees later knows it already."""
    return wanted.where(meeting_answers.c.answered_at <= moment)


def session_starts(db: Connection, after: datetime, until: datetime) -> list[Start]:
    """The moments at which support sessions begin."""
    found = db.execute(
        select(support_sessions.c.starts_at, clubs.c.timezone)
        .join(clubs, clubs.c.id == support_sessions.c.club_id)
        .where(
            support_sessions.c.state == "open",
            support_sessions.c.starts_at > after,
            support_sessions.c.starts_at <= until,
        )
        .distinct()
        .order_by(support_sessions.c.starts_at)
    )
    return [Start(row.starts_at, row.timezone) for row in found]


def session_as_it_is() -> ColumnElement[str]:
    """A session that was moved is something new to be reminded of."""
    number = cast(support_sessions.c.id, Text)
    moved = func.coalesce(support_sessions.c.moved, 0)
    return case((moved > 0, number + "/" + cast(moved, Text)), else_=number)


@cache
def session_taken() -> Wanted:
    """Volunteers with a place in an open support session."""
    return (
        select(
            support_sessions.c.club_id,
            signups.c.person_id,
            session_as_it_is().label("subject"),
            support_sessions.c.id.label("session_id"),
            support_sessions.c.starts_at,
            support_sessions.c.topic,
            support_sessions.c.title,
            support_sessions.c.place,
            support_sessions.c.hamlet,
            support_sessions.c.minutes,
            support_sessions.c.capacity,
            support_sessions.c.at_home,
            func.coalesce(support_sessions.c.moved, 0).label("moved"),
            func.coalesce(signups.c.agreed_move, 0).label("agreed_move"),
            volunteers.c.vouched_by,
            clubs.c.timezone,
        )
        .join(clubs, clubs.c.id == support_sessions.c.club_id)
        .join(signups, signups.c.session_id == support_sessions.c.id)
        .outerjoin(volunteers, volunteers.c.person_id == signups.c.person_id)
        .where(support_sessions.c.state == "open", signups.c.place == "taking")
        .where(clubs.c.ended_on.is_(None))
    )


def taken_before(wanted: Wanted, moment: datetime) -> Wanted:
    """Of these, those who signed up before this moment."""
    return wanted.where(signups.c.asked_at <= moment)


@dataclass(frozen=True, slots=True)
class LessonDay:
    """A day of the month on which clubs have their lesson, and by whose clocks."""

    number: int
    timezone: str


def _lesson_number(usual: int, today: date) -> ColumnElement[int]:
    """The lesson day that holds in a club today, or the usual one."""
    settled = (
        select(cast(type_coerce(club_settings.c.value, Text), Integer))
        .where(
            club_settings.c.club_id == clubs.c.id,
            club_settings.c.name == "lesson_day",
            club_settings.c.valid_from <= today,
        )
        .order_by(club_settings.c.valid_from.desc(), club_settings.c.id.desc())
        .limit(1)
        .correlate(clubs)
        .scalar_subquery()
    )
    return func.coalesce(settled, usual)


def lesson_days(db: Connection, usual: int, today: date) -> list[LessonDay]:
    """The lesson days of all clubs, each once."""
    number = _lesson_number(usual, today).label("number")
    found = db.execute(
        select(number, clubs.c.timezone).where(clubs.c.ended_on.is_(None)).distinct()
    )
    return [LessonDay(int(row.number), row.timezone) for row in found]


@cache
def lesson_learners() -> Wanted:
    """Every member once, in the club she joined first: a lesson is hers, not the club's."""
    other = members.alias("other")
    earlier = select(other.c.id).where(
        other.c.person_id == members.c.person_id,
        other.c.state == "member",
        other.c.id < members.c.id,
    )
    return (
        select(members.c.club_id, members.c.person_id, literal("").label("subject"))
        .select_from(members.join(clubs, clubs.c.id == members.c.club_id))
        .where(*_lives(), ~earlier.correlate(members).exists())
    )


def learning_on(wanted: Wanted, day: LessonDay, *, usual: int, today: date, period: str) -> Wanted:
    """Of these, those whose club has its lesson on that day and who have none for the period."""
    same = select(_HAD.c.id).where(
        _HAD.c.person_id == members.c.person_id,
        _HAD.c.kind == "lesson",
        _HAD.c.period == period,
        _HAD.c.club_id != members.c.club_id,
    )
    return wanted.where(
        clubs.c.timezone == day.timezone,
        _lesson_number(usual, today) == day.number,
        ~same.correlate(members).exists(),
    )


@cache
def left_unfinished() -> Wanted:
    """Members with a dialogue in front in which something was answered already."""
    return (
        select(
            dialogues.c.club_id,
            dialogues.c.person_id,
            cast(dialogues.c.id, Text).label("subject"),
            dialogues.c.id.label("dialogue_id"),
            dialogues.c.name.label("dialogue"),
            dialogues.c.touched_at,
            clubs.c.timezone,
        )
        .select_from(
            dialogues.join(chats, chats.c.id == dialogues.c.chat_id)
            .join(clubs, clubs.c.id == dialogues.c.club_id)
            .join(
                members,
                and_(
                    members.c.club_id == dialogues.c.club_id,
                    members.c.person_id == dialogues.c.person_id,
                ),
            )
        )
        # The second time something is shown, something was answered the first time.
        .where(dialogues.c.place == "front", dialogues.c.revision > 1, *_lives())
    )


def untouched(wanted: Wanted, since: datetime, until: datetime, *, timezone: str) -> Wanted:
    """Of these, those last touched in this span of time, from `since` to just before `until`."""
    columns = wanted.selected_columns
    return wanted.where(
        columns.touched_at >= since, columns.touched_at < until, columns.timezone == timezone
    )


def timezones(db: Connection) -> list[str]:
    """By whose clocks the clubs live."""
    return list(
        db.execute(select(clubs.c.timezone).distinct().order_by(clubs.c.timezone)).scalars()
    )


def _lives() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Nothing is said to those who left or died, nor in the name of a club that has ended."""
    return members.c.state == "member", clubs.c.ended_on.is_(None)


# Made once: a table under another name is the dearest part of a question.
_HAD = reminders.alias("had")
