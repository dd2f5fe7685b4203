"""Meetings as a calendar wants them: each under a name of its own that never changes."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, select

from club.calendar import MeetingDay, Month, day_in_zone, instant_of
from storage.queries.clubs import club
from storage.queries.meetings.meetings import newest_meeting
from storage.queries.settings.settings import setting
from storage.tables.meetings import meetings

MONTHS_AHEAD = 6


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """`uid` stays when the meeting moves, `changes` counts that; instants in UTC.

    state: planned, held, cancelled, or expected: the club's rule brings it, nobody has planned it.
    """

    uid: str
    begins: datetime
    day: date
    place: str
    talk: str
    bring: str
    changes: int
    state: str


def entry_of(db: Connection, club_id: int, meeting_id: int) -> CalendarEntry | None:
    """One meeting of the club, whatever became of it."""
    found = _entries(db, club_id, meetings.c.id == meeting_id)
    return found[0] if found else None


def entries_ahead(db: Connection, club_id: int, now: datetime) -> list[CalendarEntry]:
    """What is planned, called off or, by the club's rule, expected within half a year."""
    planned = _entries(db, club_id, meetings.c.starts_at > now)
    there = {each.uid for each in planned}
    taken = _turns_taken(db, club_id, now)
    expected = [each for each in _expected(db, club_id, now, taken) if each.uid not in there]
    return sorted([*planned, *expected], key=lambda each: each.begins)


def _entries(db: Connection, club_id: int, which: ColumnElement[bool]) -> list[CalendarEntry]:
    zone = ZoneInfo(club(db, club_id).timezone)
    columns = ("id", "starts_at", "place", "talk", "bring", "changes", "state", "stands_for")
    rows = db.execute(
        select(*(meetings.c[name] for name in columns), meetings.c.planned_by)
        .where(meetings.c.club_id == club_id, which)
        .order_by(meetings.c.starts_at)
    )
    return [
        CalendarEntry(
            # A meeting of the rule has the name under which it was expected.
            uid=_usual_uid(club_id, row.stands_for)
            if row.planned_by is None and row.stands_for
            else f"meeting-{row.id}@lien",
            begins=row.starts_at,
            day=day_in_zone(row.starts_at, zone),
            place=row.place,
            talk=row.talk,
            bring=row.bring,
            changes=row.changes,
            state=row.state,
        )
        for row in rows
    ]


def _usual_uid(club_id: int, day: date) -> str:
    return f"club-{club_id}-{day.isoformat()}@lien"


def _turns_taken(db: Connection, club_id: int, now: datetime) -> list[date]:
    """The days for which meetings of this month and later stand."""
    first = Month.of(now.date()).previous().first_day
    rows = db.execute(
        select(meetings.c.stands_for, meetings.c.held_on).where(
            meetings.c.club_id == club_id, meetings.c.held_on >= first
        )
    )
    return [row.stands_for or row.held_on for row in rows]


def _expected(
    db: Connection, club_id: int, now: datetime, taken: list[date]
) -> list[CalendarEntry]:
    last = newest_meeting(db, club_id)
    if last is None:
        return []
    zone = ZoneInfo(club(db, club_id).timezone)
    day = day_in_zone(now, zone)
    until, found = Month.of(day).plus(MONTHS_AHEAD).last_day, list[CalendarEntry]()
    while (day := _next(db, club_id, day)) <= until:
        meets = MeetingDay.parse(setting(db, club_id, "meeting_day", day))
        if meets.turn_of(day) in {meets.turn_of(each) for each in taken}:
            continue
        begins = instant_of(day, last.at, zone)
        uid = _usual_uid(club_id, day)
        found.append(CalendarEntry(uid, begins, day, last.place, "", "", 0, "expected"))
    return found


def _next(db: Connection, club_id: int, day: date) -> date:
    return MeetingDay.parse(setting(db, club_id, "meeting_day", day)).next_after(day)
