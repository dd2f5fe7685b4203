"""What the club did in the eight areas, what it plans, and what it has not touched."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select

from club.address import PersonName
from club.areas import Area
from club.calendar import Month
from storage.queries.members.naming import NAMED
from storage.tables.activities import activities
from storage.tables.club_life import activity_plans, teams
from storage.tables.people import members, persons


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """`led_by` is a member's name, or that of a guest; "" where nobody is named."""

    id: int
    club_id: int
    area: Area
    done_on: date
    what: str
    people: int
    led_by: PersonName | str
    team: str
    exchange_with: str
    logged_by: int | None
    logged_at: datetime


@dataclass(frozen=True, slots=True)
class Plan:
    """Something that the club means to do on a day."""

    id: int
    area: Area
    what: str
    planned_on: date


def activities_of(db: Connection, club_id: int, month: Month) -> list[Activity]:
    """What was done in the month, the newest first."""
    return _found(
        db,
        _whole().where(
            activities.c.club_id == club_id,
            activities.c.done_on.between(month.first_day, month.last_day),
        ),
    )


def activity(db: Connection, club_id: int, number: int) -> Activity | None:
    """One of the club's activities; None where there is none, or it is another club's."""
    found = _found(db, _whole().where(activities.c.club_id == club_id, activities.c.id == number))
    return found[0] if found else None


def activities_of_team(db: Connection, team_id: int, most: int) -> list[Activity]:
    """What a team did last."""
    return _found(db, _whole().where(activities.c.team_id == team_id).limit(most))


def exchanges_of(db: Connection, club_id: int, year: int) -> list[Activity]:
    """The year's meetings with other clubs."""
    return _found(
        db,
        _whole().where(
            activities.c.club_id == club_id,
            activities.c.exchange_with.is_not(None),
            activities.c.done_on.between(date(year, 1, 1), date(year, 12, 31)),
        ),
    )


def same_already(db: Connection, club_id: int, *, area: Area, what: str, day: date) -> bool:
    """Whether the very same was logged before: two people at once, or one twice."""
    return (
        db.execute(
            select(activities.c.id).where(
                activities.c.club_id == club_id,
                activities.c.area == area.value,
                activities.c.done_on == day,
                func.lower(activities.c.what) == what.strip().lower(),
            )
        ).first()
        is not None
    )


def plans_of(db: Connection, club_id: int) -> list[Plan]:
    """What is planned, the nearest first."""
    found = db.execute(
        select(activity_plans)
        .where(activity_plans.c.club_id == club_id, activity_plans.c.state == "planned")
        .order_by(activity_plans.c.planned_on, activity_plans.c.id)
    )
    return [Plan(row.id, Area(row.area), row.what, row.planned_on) for row in found]


def plan(db: Connection, club_id: int, number: int) -> Plan | None:
    """One that still stands."""
    return next((each for each in plans_of(db, club_id) if each.id == number), None)


def _whole() -> Select[Any]:
    return (
        select(activities, NAMED, teams.c.name.label("team"))
        .outerjoin(members, members.c.id == activities.c.led_by)
        .outerjoin(persons, persons.c.id == members.c.person_id)
        .outerjoin(teams, teams.c.id == activities.c.team_id)
        .order_by(activities.c.done_on.desc(), activities.c.id.desc())
    )


def _found(db: Connection, query: Select[Any]) -> list[Activity]:
    return [_activity(row) for row in db.execute(query)]


def _activity(row: Any) -> Activity:
    return Activity(
        id=row.id,
        club_id=row.club_id,
        area=Area(row.area),
        done_on=row.done_on,
        what=row.what,
        people=row.people_count,
        led_by=row.name or row.led_guest or "",
        team=row.team or "",
        exchange_with=row.exchange_with or "",
        logged_by=row.logged_by,
        logged_at=row.logged_at,
    )
