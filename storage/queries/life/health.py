"""Health figures: a member reads her own, and whoever measured reads what she measured herself."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Select, select

from club.address import PersonName
from club.calendar import Month
from club.health import BloodPressure, Measured
from storage.queries.members.naming import NAMED
from storage.tables.club_life import health_checks
from storage.tables.people import consents, members, persons

PURPOSE = "health"
"""The purpose of the consent to have health figures written down (Club rules, G.1)."""
MEASURED_SHOWN = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Check:
    """One measuring; `name` is that of who was measured."""

    id: int
    member_id: int
    name: PersonName
    day: date
    measured: Measured


def agreed_to_health(db: Connection, person_id: int) -> bool | None:
    """Her last word on it; None where she was never asked."""
    last: bool | None = db.execute(
        select(consents.c.given)
        .where(consents.c.person_id == person_id, consents.c.purpose == PURPOSE)
        .order_by(consents.c.at.desc(), consents.c.id.desc())
        .limit(1)
    ).scalar()
    return last


def own_checks(db: Connection, person_id: int, most: int) -> list[Check]:
    """The person's own, in whichever club, the newest first."""
    return _checks(db, _whole().where(members.c.person_id == person_id).limit(most))


def measured_by(db: Connection, club_id: int, person_id: int, today: date) -> list[Check]:
    """What this person measured for others within a month, the newest first."""
    return _checks(
        db,
        _whole().where(
            health_checks.c.club_id == club_id,
            health_checks.c.measured_by == person_id,
            health_checks.c.measured_on > today - MEASURED_SHOWN,
            members.c.person_id != person_id,
        ),
    )


def measured_for(db: Connection, person_id: int, member_id: int, most: int) -> list[Check]:
    """What this person measured for one member, the newest first; nothing that others measured."""
    by = (health_checks.c.measured_by == person_id, health_checks.c.member_id == member_id)
    return _checks(db, _whole().where(*by).limit(most))


def height_known(db: Connection, member_id: int) -> bool:
    """Whether her height was written down before."""
    known = select(health_checks.c.id).where(
        health_checks.c.member_id == member_id, health_checks.c.height_cm.is_not(None)
    )
    return db.execute(known.limit(1)).first() is not None


def heads_measured(db: Connection, club_id: int, month: Month) -> int:
    """How many members were measured in the month; their figures stay with them."""
    found = db.execute(
        select(health_checks.c.member_id)
        .where(
            health_checks.c.club_id == club_id,
            health_checks.c.measured_on.between(month.first_day, month.last_day),
        )
        .distinct()
    ).all()
    return len(found)


def _whole() -> Select[Any]:
    """Without those whose figures were taken away again."""
    return (
        select(health_checks, NAMED)
        .join(members, members.c.id == health_checks.c.member_id)
        .join(persons, persons.c.id == members.c.person_id)
        .where(
            health_checks.c.systolic.is_not(None)
            | health_checks.c.weight_grams.is_not(None)
            | health_checks.c.height_cm.is_not(None)
        )
        .order_by(health_checks.c.measured_on.desc(), health_checks.c.id.desc())
    )


def _checks(db: Connection, query: Select[Any]) -> list[Check]:
    return [_check(row) for row in db.execute(query)]


def _check(row: Any) -> Check:
    pressure = None if row.systolic is None else BloodPressure(row.systolic, row.diastolic)
    measured = Measured(pressure=pressure, weight_grams=row.weight_grams, height_cm=row.height_cm)
    return Check(row.id, row.member_id, row.name, row.measured_on, measured)
