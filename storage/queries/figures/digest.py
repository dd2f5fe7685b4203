"""The month of a club as the village may hear it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from club.address import PersonName
from club.calendar import Month
from club.digest import MOST_NAMED, Digest, Entry, NextMeeting, not_few, work_by_area
from storage.queries.figures.summary import club_month
from storage.queries.life.activities import activities_of
from storage.queries.meetings.meetings import next_meeting
from storage.queries.members.naming import NAMED
from storage.queries.money.golden_heart import named_people
from storage.tables.books import golden_heart, reversals
from storage.tables.people import members, persons


def digest_of(
    db: Connection, club_id: int, month: Month, *, today: date, now: datetime
) -> Digest | None:
    """None for a month that the club has not lived. Deeds of a month that runs: up to today."""
    found = club_month(db, club_id, month, today)
    if found is None:
        return None
    done = [
        Entry(each.area, each.what, each.people)
        for each in reversed(activities_of(db, club_id, month))
        if each.done_on <= today
    ]
    figures = found.summary.figures
    donors, others = _donors(db, club_id, month)
    return Digest(
        club=found.club_name,
        month=month,
        until=figures.until,
        members=figures.members.all,
        new=figures.members.new,
        met_on=figures.meeting.held_on,
        present=figures.meeting.attendance.part,
        work=work_by_area(done, figures.areas.worked_on, _names(db, club_id)),
        helped=not_few(figures.care.people_helped),
        has_helped=figures.care.people_helped > 0,
        sessions=figures.support.sessions,
        donors=donors,
        other_donors=others,
        next_meeting=_next(db, club_id, now),
    )


def _names(db: Connection, club_id: int) -> list[str]:
    """The full names of all who are or were in the club."""
    found = db.execute(
        select(NAMED)
        .select_from(members.join(persons, persons.c.id == members.c.person_id))
        .where(members.c.club_id == club_id)
    ).scalars()
    return [str(each) for each in found if each]


def _donors(db: Connection, club_id: int, month: Month) -> tuple[tuple[str, ...], int]:
    """Who gave in the month and may be named, each once; and how many others gave."""
    found = db.execute(
        select(golden_heart, members.c.person_id, NAMED)
        .outerjoin(reversals, reversals.c.reverses_id == golden_heart.c.transaction_id)
        .outerjoin(members, members.c.id == golden_heart.c.member_id)
        .outerjoin(persons, persons.c.id == members.c.person_id)
        .where(
            golden_heart.c.club_id == club_id,
            golden_heart.c.booked_month == month,
            reversals.c.id.is_(None),
        )
        .order_by(golden_heart.c.given_on, golden_heart.c.id)
    ).all()
    agreed = named_people(db, club_id)
    givers = {_key(row): _public_name(row, agreed) for row in found}
    named = tuple(each for each in givers.values() if each)
    return named[:MOST_NAMED], len(givers) - len(named[:MOST_NAMED])


def _key(row: Row[Any]) -> tuple[str, object]:
    if row.person_id is not None:
        return "person", row.person_id
    return ("donor", row.donor.casefold()) if row.donor else ("gift", row.id)


def _public_name(row: Row[Any], agreed: dict[int, bool]) -> str:
    """Silence is no (club rules, G.1)."""
    if row.person_id is None:
        return str(row.donor) if row.donor_agreed else ""
    named: PersonName = row.name
    return named if named and agreed.get(row.person_id) else ""


def _next(db: Connection, club_id: int, now: datetime) -> NextMeeting | None:
    found = next_meeting(db, club_id, now)
    if found is None:
        return None
    return NextMeeting(found.day, found.at, found.place, found.talk)
