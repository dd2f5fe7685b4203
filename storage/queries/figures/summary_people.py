"""Rows of a month about people: members, meetings, activities, care, sessions, lessons."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, ScalarSelect, Select, and_, func, or_, select

from club.calendar import Month, day_in_zone
from club.summary.rows import (
    ActivityRow,
    HelpedRow,
    HelpRow,
    LessonRow,
    MeetingRow,
    MemberRow,
    VisitRow,
)
from storage.queries.life.areas_touched import work_in_areas
from storage.tables.activities import help_given, home_visits
from storage.tables.attending import meeting_guests
from storage.tables.books import reversals
from storage.tables.chats import chats, outbox
from storage.tables.meetings import attendance, board_trainings, meetings
from storage.tables.minutes import minutes
from storage.tables.people import circumstances, members, needs_asked, persons
from storage.tables.schedule import reminders
from storage.tables.sessions import lesson_ends, lesson_reads, signups, support_sessions

POOR = frozenset({"poor", "near_poor"})
"""The Association counts poor and near-poor households together."""
HOME_CARE_MONTHS = 3
"""Whoever visited somebody within so many months counts as a home-care volunteer."""


def member_rows(db: Connection, club_id: int, until: date) -> tuple[MemberRow, ...]:
    """Everybody who ever joined, with what was known on that day."""
    hardship = _latest(db, club_id, until)
    need = _needs(db, club_id, until)
    found = db.execute(
        select(
            members.c.id,
            members.c.joined_on,
            members.c.left_on,
            persons.c.birth_year,
            persons.c.sex,
        )
        .join(persons, persons.c.id == members.c.person_id)
        .where(members.c.club_id == club_id, members.c.joined_on.is_not(None))
        .order_by(members.c.id)
    )
    return tuple(_member(row, hardship, need) for row in found)


def _member(row: Any, hardship: Mapping[int, str], need: Mapping[int, bool]) -> MemberRow:
    known = hardship.get(row.id)
    return MemberRow(
        id=row.id,
        joined_on=row.joined_on,
        left_on=row.left_on,
        birth_year=row.birth_year,
        is_woman=None if row.sex is None else row.sex == "female",
        is_poor=None if known is None else known in POOR,
        needs_loan=need.get(row.id),
    )


def _latest(db: Connection, club_id: int, until: date) -> dict[int, str]:
    found = db.execute(
        select(circumstances.c.member_id, circumstances.c.value)
        .join(members, members.c.id == circumstances.c.member_id)
        .where(
            members.c.club_id == club_id,
            circumstances.c.kind == "hardship",
            circumstances.c.valid_from <= until,
        )
        .order_by(circumstances.c.valid_from)
    )
    return {row.member_id: row.value for row in found}


def _needs(db: Connection, club_id: int, until: date) -> dict[int, bool]:
    found = db.execute(
        select(needs_asked.c.member_id, needs_asked.c.needs_loan)
        .join(members, members.c.id == needs_asked.c.member_id)
        .where(members.c.club_id == club_id, needs_asked.c.asked_on <= until)
        .order_by(needs_asked.c.asked_on)
    )
    return {row.member_id: row.needs_loan for row in found}


def meeting_rows(
    db: Connection, club_id: int, everybody: tuple[MemberRow, ...]
) -> tuple[MeetingRow, ...]:
    """Meetings whose roll was taken, with how many were present of those who were members."""
    found = db.execute(
        select(meetings.c.month, meetings.c.held_on, PRESENT, minutes.c.state, _guests())
        .select_from(meetings.outerjoin(minutes, minutes.c.meeting_id == meetings.c.id))
        .where(meetings.c.club_id == club_id, meetings.c.state == "held")
        .order_by(meetings.c.held_on)
    )
    return tuple(
        MeetingRow(
            *(month, held_on, int(count), _members_on(everybody, held_on)),
            has_minutes=state == "signed",
            guests=int(guests or 0),
        )
        for month, held_on, count, state, guests in found
    )


def planned_on(db: Connection, club_id: int, month: Month) -> date | None:
    """The first meeting of the month that stands planned; a past one is without its roll."""
    found = select(func.min(meetings.c.held_on)).where(
        meetings.c.club_id == club_id,
        meetings.c.month == month,
        meetings.c.state == "planned",
    )
    day: date | None = db.execute(found).scalar_one()
    return day


def _guests() -> ScalarSelect[int]:
    """Everybody who came besides the members."""
    wanted = select(func.sum(meeting_guests.c.people))
    return wanted.where(meeting_guests.c.meeting_id == meetings.c.id).scalar_subquery()


# Of each meeting by itself: grouped beforehand, those of all clubs and years would be counted.
PRESENT = (
    select(func.count())
    .where(attendance.c.meeting_id == meetings.c.id, attendance.c.present)
    .correlate(meetings)
    .scalar_subquery()
)


def _members_on(everybody: tuple[MemberRow, ...], day: date) -> int:
    return sum(
        each.joined_on <= day and (each.left_on is None or each.left_on > day) for each in everybody
    )


def activity_rows(db: Connection, club_id: int, month: Month) -> tuple[ActivityRow, ...]:
    """What was done in the eight areas in the month, days of visits and help among it."""
    return tuple(ActivityRow(month, area) for area, _ in work_in_areas(db, club_id, month))


def help_rows(db: Connection, club_id: int, month: Month) -> tuple[HelpRow, ...]:
    """Help given in the month; help to nobody in particular counts as one person each time."""
    found = db.execute(
        select(help_given.c.id, help_given.c.member_id)
        .outerjoin(reversals, reversals.c.reverses_id == help_given.c.transaction_id)
        .where(
            help_given.c.club_id == club_id,
            reversals.c.id.is_(None),
            _within(help_given.c.given_on, month),
        )
    )
    return tuple(HelpRow(month, row.member_id or -row.id) for row in found)


def visit_rows(db: Connection, club_id: int, month: Month) -> tuple[VisitRow, ...]:
    """Home-care visits of the month."""
    found = db.execute(
        select(home_visits.c.member_id).where(
            home_visits.c.club_id == club_id, _within(home_visits.c.visited_on, month)
        )
    ).scalars()
    return tuple(VisitRow(month, client) for client in found)


def home_care_volunteers(db: Connection, club_id: int, month: Month) -> int:
    """Those who visited somebody in the month or the two before."""
    since = month.plus(1 - HOME_CARE_MONTHS).first_day
    return int(
        db.execute(
            select(func.count(home_visits.c.visitor_id.distinct())).where(
                home_visits.c.club_id == club_id,
                home_visits.c.visited_on.between(since, month.last_day),
            )
        ).scalar_one()
    )


def helped_rows(
    db: Connection, club_id: int, month: Month, zone: ZoneInfo
) -> tuple[HelpedRow, ...]:
    """The time that volunteers who checked in gave in the month's support sessions."""
    found = db.execute(
        select(
            support_sessions.c.id,
            support_sessions.c.starts_at,
            signups.c.person_id,
            func.coalesce(signups.c.minutes, support_sessions.c.minutes).label("minutes"),
        )
        .join(signups, signups.c.session_id == support_sessions.c.id)
        .where(support_sessions.c.club_id == club_id, signups.c.checked_in_at.is_not(None))
    )
    return tuple(
        HelpedRow(month, row.id, row.person_id, row.minutes)
        for row in found
        if Month.of(day_in_zone(row.starts_at, zone)) == month
    )


def lesson_rows(
    db: Connection, club_id: int, month: Month, zone: ZoneInfo
) -> tuple[LessonRow, ...]:
    """Members who were sent the month's lesson, and those who answered one's question in it."""
    mine = (members.c.club_id == club_id, members.c.state == "member")
    sent = db.execute(_were_sent_lesson(month).where(*mine)).scalars()
    finished = db.execute(
        select(members.c.id, lesson_reads.c.finished_at.label("at"))
        .join(lesson_reads, lesson_reads.c.person_id == members.c.person_id)
        .where(*mine, lesson_reads.c.finished_at.is_not(None))
        .union(
            select(members.c.id, lesson_ends.c.ended_at)
            .join(lesson_ends, lesson_ends.c.person_id == members.c.person_id)
            .where(*mine, lesson_ends.c.outcome != "skipped")
        )
    )
    done = {row.id for row in finished if Month.of(day_in_zone(row.at, zone)) == month}
    return tuple(LessonRow(month, each, each in done) for each in sorted(done | set(sent)))


def _were_sent_lesson(month: Month) -> Select[int]:
    to_her = and_(
        reminders.c.club_id == members.c.club_id, reminders.c.person_id == members.c.person_id
    )
    return (
        select(members.c.id)
        .join(reminders, to_her)
        .join(outbox, outbox.c.reminder_id == reminders.c.id)
        .where(
            reminders.c.kind == "lesson",
            reminders.c.period == str(month),
            outbox.c.state == "sent",
        )
    )


def board_trained_on(db: Connection, club_id: int, until: date) -> date | None:
    """The day of the board's last training."""
    found: date | None = db.execute(
        select(func.max(board_trainings.c.trained_on)).where(
            board_trainings.c.club_id == club_id, board_trainings.c.trained_on <= until
        )
    ).scalar()
    return found


def to_phone(db: Connection, club_id: int, month: Month, zone: ZoneInfo) -> int:
    """People whom a reminder of the month did not reach, or of whom that is not known."""
    not_reached = or_(
        reminders.c.state == "unreachable",
        outbox.c.state.in_(("unknown", "dead")),
        and_(outbox.c.state == "dropped", chats.c.unreachable.is_not(None)),
    )
    found = db.execute(
        select(reminders.c.person_id, reminders.c.due_at)
        .select_from(
            reminders.outerjoin(outbox, outbox.c.reminder_id == reminders.c.id).outerjoin(
                chats, chats.c.id == outbox.c.chat_id
            )
        )
        .where(reminders.c.club_id == club_id, not_reached)
    )
    return len({row.person_id for row in found if Month.of(day_in_zone(row.due_at, zone)) == month})


def _within(day: Any, month: Month) -> Any:
    return day.between(month.first_day, month.last_day)
