"""Meetings: the next one, what the members answered, who came."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, and_, or_, select

from club.address import PersonName
from club.calendar import MeetingDay, Month
from club.meetings import Answer, Expected, expected
from storage.queries.members.naming import NAMED
from storage.queries.settings.settings import setting
from storage.tables.areas import clubs
from storage.tables.meetings import attendance, meeting_answers, meetings
from storage.tables.people import members, persons


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting; `at` is the club's local time, `begins` the same moment in UTC."""

    id: int
    club_id: int
    day: date
    at: time
    begins: datetime
    place: str
    talk: str
    bring: str
    state: str


@dataclass(frozen=True, slots=True)
class Invited:
    """A member of the club and, where she has given one, her answer, or the board for her."""

    member_id: int
    person_id: int
    name: PersonName
    birth_year: int | None
    answer: Answer | None = None
    reason: str = ""
    is_noted_by_board: bool = False


def meeting(db: Connection, club_id: int, meeting_id: int) -> Meeting | None:
    """One meeting of this club, whatever became of it."""
    return _first(db, meetings.c.id == meeting_id, meetings.c.club_id == club_id)


def meeting_by_number(db: Connection, meeting_id: int) -> Meeting | None:
    """One meeting of any club; whoever asks has to see to it that it is hers."""
    return _first(db, meetings.c.id == meeting_id)


def next_meeting(db: Connection, club_id: int, now: datetime) -> Meeting | None:
    """The planned meeting that begins next; one that has begun is over for answers."""
    return _first(
        db,
        meetings.c.club_id == club_id,
        meetings.c.state == "planned",
        meetings.c.starts_at > now,
    )


def planned_after(db: Connection, club_id: int, now: datetime) -> list[Meeting]:
    """All planned meetings that have not begun, the next one first."""
    found = db.execute(
        _meetings()
        .where(
            meetings.c.club_id == club_id,
            meetings.c.state == "planned",
            meetings.c.starts_at > now,
        )
        .order_by(meetings.c.starts_at, meetings.c.id)
    )
    return [_meeting(row) for row in found]


def meeting_without_roll(db: Connection, club_id: int, today: date) -> Meeting | None:
    """The latest meeting whose day has come and whose roll has not been taken."""
    return _first(
        db,
        meetings.c.club_id == club_id,
        meetings.c.state == "planned",
        meetings.c.held_on <= today,
        latest=True,
    )


def meetings_without_roll(db: Connection, club_id: int, today: date) -> list[Meeting]:
    """All meetings whose day has come and whose roll has not been taken, the latest first."""
    found = db.execute(
        _meetings()
        .where(
            meetings.c.club_id == club_id,
            meetings.c.state == "planned",
            meetings.c.held_on <= today,
        )
        .order_by(meetings.c.starts_at.desc())
    )
    return [_meeting(row) for row in found]


def last_meeting(db: Connection, club_id: int, today: date) -> Meeting | None:
    """The latest meeting up to today that was not called off, whether its roll is taken or not."""
    return _first(
        db,
        meetings.c.club_id == club_id,
        meetings.c.state != "cancelled",
        meetings.c.held_on <= today,
        latest=True,
    )


def newest_meeting(db: Connection, club_id: int) -> Meeting | None:
    """The meeting furthest ahead, or the last one: its time and place are the usual ones."""
    return _first(db, meetings.c.club_id == club_id, meetings.c.state != "cancelled", latest=True)


def planned_days(db: Connection, club_id: int, today: date) -> list[date]:
    """The days, from today on, on which a meeting is planned."""
    found = db.execute(
        select(meetings.c.held_on).where(
            meetings.c.club_id == club_id,
            meetings.c.state == "planned",
            meetings.c.held_on >= today,
        )
    )
    return sorted(found.scalars())


def next_meeting_day(db: Connection, club_id: int, today: date) -> date | None:
    """The first day after today on which a meeting is planned."""
    return next((day for day in planned_days(db, club_id, today) if day > today), None)


def planned_in_month_of(db: Connection, club_id: int, day: date, today: date) -> Meeting | None:
    """The first meeting planned, from today on, in the month of this day."""
    first = day.replace(day=1)
    return _first(
        db,
        meetings.c.club_id == club_id,
        meetings.c.state == "planned",
        meetings.c.held_on >= max(first, today),
        meetings.c.held_on < (first + timedelta(days=31)).replace(day=1),
    )


def other_in_month_of(db: Connection, club_id: int, day: date, *, but_not: int) -> Meeting | None:
    """The first meeting in the month of this day, held or planned, beside the one named."""
    return _first(
        db,
        meetings.c.club_id == club_id,
        meetings.c.month == Month.of(day),
        meetings.c.state != "cancelled",
        meetings.c.id != but_not,
    )


def usual_days(db: Connection, club_id: int, today: date, most: int = 2) -> list[date]:
    """The next meeting days by the club's rule on which no meeting is planned yet."""
    rule = setting(db, club_id, "meeting_day", today)
    taken, day, found = planned_days(db, club_id, today), today, list[date]()
    while len(found) < most:
        day = MeetingDay.parse(rule).next_after(day)
        if day not in taken:
            found.append(day)
    return found


def invited(db: Connection, of: Meeting) -> list[Invited]:
    """Everybody who is a member on the day of the meeting, by name, with the answer so far."""
    found = db.execute(
        select(
            members.c.id,
            members.c.person_id,
            NAMED,
            persons.c.birth_year,
            *(meeting_answers.c.answer, meeting_answers.c.reason, meeting_answers.c.noted_by),
        )
        .select_from(
            members.join(persons, persons.c.id == members.c.person_id).outerjoin(
                meeting_answers,
                and_(
                    meeting_answers.c.member_id == members.c.id,
                    meeting_answers.c.meeting_id == of.id,
                ),
            )
        )
        .where(
            members.c.club_id == of.club_id,
            members.c.joined_on <= of.day,
            or_(
                members.c.state == "member",
                and_(members.c.state.in_(("left", "died")), members.c.left_on > of.day),
            ),
        )
        .order_by(members.c.id)
    )
    return [_invited(row) for row in found]


def expected_at(everybody: Sequence[Invited]) -> Expected:
    """What the members have answered so far, in numbers."""
    given = [each.answer for each in everybody if each.answer is not None]
    return expected(given, members=len(everybody))


def answer_of(db: Connection, meeting_id: int, member_id: int) -> tuple[Answer, str] | None:
    """What this member has answered, and her reason."""
    row = db.execute(
        select(meeting_answers.c.answer, meeting_answers.c.reason).where(
            meeting_answers.c.meeting_id == meeting_id, meeting_answers.c.member_id == member_id
        )
    ).first()
    return None if row is None else (Answer(row.answer), row.reason or "")


def absent_members(db: Connection, meeting_id: int) -> set[int]:
    """The numbers of the members whom the roll names as absent."""
    found = db.execute(
        select(attendance.c.member_id).where(
            attendance.c.meeting_id == meeting_id, attendance.c.present.is_(False)
        )
    )
    return set(found.scalars())


def _meetings() -> Any:
    return select(
        meetings.c.id,
        meetings.c.club_id,
        meetings.c.held_on,
        meetings.c.starts_at,
        meetings.c.place,
        meetings.c.talk,
        meetings.c.bring,
        meetings.c.state,
        clubs.c.timezone,
    ).join(clubs, clubs.c.id == meetings.c.club_id)


def _first(db: Connection, *conditions: Any, latest: bool = False) -> Meeting | None:
    begin = meetings.c.starts_at.desc() if latest else meetings.c.starts_at
    row = db.execute(_meetings().where(*conditions).order_by(begin).limit(1)).first()
    return None if row is None else _meeting(row)


def _meeting(row: Any) -> Meeting:
    at = row.starts_at.astimezone(ZoneInfo(row.timezone)).time()
    return Meeting(
        id=row.id,
        club_id=row.club_id,
        day=row.held_on,
        at=at,
        begins=row.starts_at,
        place=row.place,
        talk=row.talk,
        bring=row.bring,
        state=row.state,
    )


def _invited(row: Any) -> Invited:
    answer = None if row.answer is None else Answer(row.answer)
    return Invited(
        row.id, row.person_id, row.name, row.birth_year, answer, row.reason or "",
        is_noted_by_board=row.noted_by is not None,
    )  # fmt: skip
