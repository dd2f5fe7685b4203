"""People, meetings and care of a month that is not closed, for many clubs at once.

Each statement binds `clubs` and returns for each club a few counts by their codes; they are those
of storage.queries.figures.summary_people, counted by the database.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date, datetime, time

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    case,
    func,
    or_,
    select,
    union,
)

from club.calendar import VIETNAM, Month
from storage.among import among
from storage.queries.figures.summary_people import HOME_CARE_MONTHS, POOR
from storage.tables.activities import help_given, home_visits
from storage.tables.books import reversals
from storage.tables.chats import outbox
from storage.tables.meetings import attendance, board_trainings, meetings
from storage.tables.people import circumstances, members, persons
from storage.tables.schedule import reminders
from storage.tables.sessions import lesson_ends, lesson_reads, signups, support_sessions

OLDER_FROM = 60

Row = tuple[int, dict[str, int]]


def people_counts(
    db: Connection, clubs: Collection[int], month: Month, until: date
) -> Iterator[Row]:
    """Club and counts, several for each club, of different codes."""
    for statement in (
        _heads(month, until),
        _poor(until),
        _held(month),
        _came(month),
        _expected(month),
        _helped(month),
        _visited(month),
        _carers(month),
        _sessions(month),
        _lessons(month),
        _trained(month, until),
    ):
        names = list(statement.selected_columns.keys())[1:]
        for row in db.execute(statement, {"clubs": list(clubs)}):
            yield row[0], {name: int(row[place] or 0) for place, name in enumerate(names, start=1)}


def _present(until: date) -> ColumnElement[bool]:
    return and_(
        members.c.joined_on <= until, or_(members.c.left_on.is_(None), members.c.left_on > until)
    )


def _count(condition: ColumnElement[bool], code: str) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0)).label(code)


def _heads(month: Month, until: date) -> Select[*tuple[int, ...]]:
    here = _present(until)
    older = and_(here, persons.c.birth_year <= month.year - OLDER_FROM)
    woman = persons.c.sex == "female"
    in_month = members.c.joined_on.between(month.first_day, until)
    return (
        select(
            members.c.club_id,
            _count(here, "members"),
            _count(older, "older"),
            _count(and_(here, woman), "women"),
            _count(and_(older, woman), "older_women"),
            _count(in_month, "new"),
            _count(members.c.left_on.between(month.first_day, until), "left"),
        )
        .select_from(members.join(persons, persons.c.id == members.c.person_id))
        .where(among(members.c.club_id, "clubs"), members.c.joined_on.is_not(None))
        .group_by(members.c.club_id)
    )


def _poor(until: date) -> Select[*tuple[int, ...]]:
    later = circumstances.alias("later")
    newer = (
        select(later.c.id)
        .where(
            later.c.member_id == circumstances.c.member_id,
            later.c.kind == "hardship",
            later.c.valid_from <= until,
            later.c.valid_from > circumstances.c.valid_from,
        )
        .exists()
    )
    return (
        select(members.c.club_id, func.count().label("poor"))
        .join(circumstances, circumstances.c.member_id == members.c.id)
        .where(
            among(members.c.club_id, "clubs"),
            _present(until),
            circumstances.c.kind == "hardship",
            circumstances.c.valid_from <= until,
            circumstances.c.value.in_(sorted(POOR)),
            ~newer,
        )
        .group_by(members.c.club_id)
    )


def _meetings(month: Month) -> ColumnElement[bool]:
    return and_(
        among(meetings.c.club_id, "clubs"),
        meetings.c.month == month,
        meetings.c.state == "held",
    )


def _held(month: Month) -> Select[*tuple[int, ...]]:
    """However many there were in the month, it is one month with a meeting."""
    return (
        select(meetings.c.club_id, func.count(meetings.c.month.distinct()).label("meetings"))
        .where(_meetings(month))
        .group_by(meetings.c.club_id)
    )


def _came(month: Month) -> Select[*tuple[int, ...]]:
    return (
        select(meetings.c.club_id, func.count().label("present"))
        .join(attendance, attendance.c.meeting_id == meetings.c.id)
        .where(_meetings(month), attendance.c.present)
        .group_by(meetings.c.club_id)
    )


def _expected(month: Month) -> Select[*tuple[int, ...]]:
    """Who was a member on the day of the meeting."""
    then = and_(
        members.c.club_id == meetings.c.club_id,
        members.c.joined_on <= meetings.c.held_on,
        or_(members.c.left_on.is_(None), members.c.left_on > meetings.c.held_on),
    )
    return (
        select(meetings.c.club_id, func.count().label("expected_to_come"))
        .join(members, then)
        .where(_meetings(month))
        .group_by(meetings.c.club_id)
    )


def _helped(month: Month) -> Select[*tuple[int, ...]]:
    """Help to nobody in particular counts as one person each time."""
    person = func.coalesce(help_given.c.member_id, -help_given.c.id)
    return (
        select(help_given.c.club_id, func.count(person.distinct()).label("people_helped"))
        .outerjoin(reversals, reversals.c.reverses_id == help_given.c.transaction_id)
        .where(
            among(help_given.c.club_id, "clubs"),
            help_given.c.given_on.between(month.first_day, month.last_day),
            reversals.c.id.is_(None),
        )
        .group_by(help_given.c.club_id)
    )


def _visited(month: Month) -> Select[*tuple[int, ...]]:
    return (
        select(
            home_visits.c.club_id,
            func.count().label("home_visits"),
            func.count(home_visits.c.member_id.distinct()).label("clients"),
        )
        .where(
            among(home_visits.c.club_id, "clubs"),
            home_visits.c.visited_on.between(month.first_day, month.last_day),
        )
        .group_by(home_visits.c.club_id)
    )


def _carers(month: Month) -> Select[*tuple[int, ...]]:
    since = month.plus(1 - HOME_CARE_MONTHS).first_day
    return (
        select(
            home_visits.c.club_id,
            func.count(home_visits.c.visitor_id.distinct()).label("home_care_volunteers"),
        )
        .where(
            among(home_visits.c.club_id, "clubs"),
            home_visits.c.visited_on.between(since, month.last_day),
        )
        .group_by(home_visits.c.club_id)
    )


def _sessions(month: Month) -> Select[*tuple[int, ...]]:
    minutes = func.coalesce(signups.c.minutes, support_sessions.c.minutes)
    return (
        select(
            support_sessions.c.club_id,
            func.count(support_sessions.c.id.distinct()).label("support_sessions"),
            func.count(signups.c.person_id.distinct()).label("volunteers"),
            func.sum(minutes).label("support_minutes"),
        )
        .select_from(support_sessions.join(signups, signups.c.session_id == support_sessions.c.id))
        .where(
            among(support_sessions.c.club_id, "clubs"),
            signups.c.checked_in_at.is_not(None),
            _within(support_sessions.c.starts_at, month),
        )
        .group_by(support_sessions.c.club_id)
    )


def _within(at: ColumnElement[datetime], month: Month) -> ColumnElement[bool]:
    # All clubs of a country live in one zone; a roll-up begins and ends its months by it.
    begins, ends = (
        datetime.combine(each.first_day, time(), VIETNAM) for each in (month, month.next())
    )
    return and_(at >= begins, at < ends)


def _lessons(month: Month) -> Select[*tuple[int, ...]]:
    """Who was sent the month's lesson, or ended one in it; each once."""
    here = (among(members.c.club_id, "clubs"), members.c.state == "member")
    to_her = and_(
        reminders.c.club_id == members.c.club_id, reminders.c.person_id == members.c.person_id
    )
    sent = (
        select(members.c.id, members.c.club_id)
        .join(reminders, to_her)
        .join(outbox, outbox.c.reminder_id == reminders.c.id)
        .where(
            *here,
            reminders.c.kind == "lesson",
            reminders.c.period == str(month),
            outbox.c.state == "sent",
        )
    )
    read = (
        select(members.c.id, members.c.club_id)
        .join(lesson_reads, lesson_reads.c.person_id == members.c.person_id)
        .where(*here, _within(lesson_reads.c.finished_at, month))
    )
    ended = (
        select(members.c.id, members.c.club_id)
        .join(lesson_ends, lesson_ends.c.person_id == members.c.person_id)
        .where(*here, lesson_ends.c.outcome != "skipped", _within(lesson_ends.c.ended_at, month))
    )
    everybody = union(sent, read, ended).subquery()
    return select(everybody.c.club_id, func.count().label("lesson_reached")).group_by(
        everybody.c.club_id
    )


def _trained(month: Month, until: date) -> Select[*tuple[int, ...]]:
    """1 where the board's last training was in this year."""
    this_year = board_trainings.c.trained_on.between(date(month.year, 1, 1), until)
    return (
        select(
            board_trainings.c.club_id,
            func.max(case((this_year, 1), else_=0)).label("board_trained"),
        )
        .where(among(board_trainings.c.club_id, "clubs"))
        .group_by(board_trainings.c.club_id)
    )


def gathered(rows: Iterator[Row]) -> dict[int, Counter[str]]:
    """All counts of each club."""
    found: dict[int, Counter[str]] = {}
    for club_id, counts in rows:
        found.setdefault(club_id, Counter()).update(counts)
    return found
