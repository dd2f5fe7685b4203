"""Which areas a club has worked on: activities, and what is told elsewhere as work in an area."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from club.areas import Area
from club.calendar import Month
from storage.tables.activities import activities, help_given, home_visits
from storage.tables.books import reversals
from storage.tables.club_life import health_checks


def areas_touched(db: Connection, club_id: int, month: Month) -> frozenset[Area]:
    """The areas that were worked on in the month."""
    return frozenset(area for area, _ in work_in_areas(db, club_id, month))


def work_in_areas(db: Connection, club_id: int, month: Month) -> list[tuple[Area, date]]:
    """Each activity, and each day with home visits, help given or health checks, once.

    A visit is work in home care whether or not somebody logs it a second time as an activity; so
    a day that has an activity of the area is not counted again.
    """
    logged = [
        (Area(row.area), row.done_on)
        for row in db.execute(
            select(activities.c.area, activities.c.done_on).where(
                activities.c.club_id == club_id, _within(activities.c.done_on, month)
            )
        )
    ]
    told = set(_told_elsewhere(db, club_id, month)) - set(logged)
    return logged + sorted(told)


def _told_elsewhere(db: Connection, club_id: int, month: Month) -> Iterator[tuple[Area, date]]:
    helped = (
        select(help_given.c.given_on)
        .outerjoin(reversals, reversals.c.reverses_id == help_given.c.transaction_id)
        .where(
            help_given.c.club_id == club_id,
            reversals.c.id.is_(None),
            _within(help_given.c.given_on, month),
        )
    )
    visited = select(home_visits.c.visited_on).where(
        home_visits.c.club_id == club_id, _within(home_visits.c.visited_on, month)
    )
    measured = select(health_checks.c.measured_on).where(
        health_checks.c.club_id == club_id, _within(health_checks.c.measured_on, month)
    )
    for area, days in (
        (Area.SELF_HELP, helped),
        (Area.HOME_CARE, visited),
        (Area.HEALTH, measured),
    ):
        for day in db.execute(days.distinct()).scalars():
            yield area, day


def community_action_done(db: Connection, club_id: int, month: Month) -> bool:
    """Whether there was work for the whole village: an activity of self-help, at least one a month.

    Help to one person is told as help given, so what is logged there is what was done together.
    """
    return (
        db.execute(
            select(activities.c.id)
            .where(
                activities.c.club_id == club_id,
                activities.c.area == Area.SELF_HELP.value,
                _within(activities.c.done_on, month),
            )
            .limit(1)
        ).first()
        is not None
    )


def _within(day: Any, month: Month) -> Any:
    return day.between(month.first_day, month.last_day)
