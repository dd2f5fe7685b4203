"""Whose help with typing ends soon, and which checkers have something to look at."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from sqlalchemy import Connection, Text, cast, literal, select

from club.calendar import Month
from storage.queries.helping.on_behalf import holds_checker
from storage.queries.members.naming import NAMED, named_of
from storage.queries.reminding.reminding import Wanted
from storage.queries.reminding.reminding_money import Day
from storage.tables.areas import clubs
from storage.tables.helping import helpings, on_behalf_checks
from storage.tables.people import members, offices, persons

_HELPERS = persons.alias("ending_helpers")


def last_days(db: Connection, first: date, last: date) -> Sequence[Day]:
    """The days from `first` to `last` on which help ends, each once."""
    found = db.execute(
        select(helpings.c.last_day, clubs.c.timezone)
        .join(clubs, clubs.c.id == helpings.c.club_id)
        .where(helpings.c.ended_at.is_(None), helpings.c.last_day.between(first, last))
        .distinct()
        .order_by(helpings.c.last_day)
    )
    return [Day(row.last_day, row.timezone) for row in found]


def help_ends_on(ends: Day) -> Wanted:
    """Those for whom somebody types until that day."""
    return help_ends().where(helpings.c.last_day == ends.on, clubs.c.timezone == ends.timezone)


@cache
def help_ends() -> Wanted:
    """Members for whom somebody types, with the last day of it."""
    return (
        select(
            helpings.c.club_id,
            members.c.person_id,
            cast(helpings.c.id, Text).label("subject"),
            NAMED,
            named_of(_HELPERS).label("helper"),
            helpings.c.last_day,
        )
        .select_from(
            helpings.join(clubs, clubs.c.id == helpings.c.club_id)
            .join(members, members.c.id == helpings.c.member_id)
            .join(persons, persons.c.id == members.c.person_id)
            .join(_HELPERS, _HELPERS.c.id == helpings.c.helper_id)
        )
        .where(helpings.c.ended_at.is_(None), members.c.state == "member")
    )


def checkers(month: Month, timezone: str, today: date) -> Wanted:
    """Checkers who have not looked yet at all that was picked of the month."""
    waits = select(on_behalf_checks.c.id).where(
        on_behalf_checks.c.club_id == offices.c.club_id,
        on_behalf_checks.c.month == month,
        on_behalf_checks.c.outcome.is_(None),
    )
    return (
        select(offices.c.club_id, offices.c.person_id, literal("", Text).label("subject"))
        .select_from(offices.join(clubs, clubs.c.id == offices.c.club_id))
        .where(
            holds_checker(today), clubs.c.timezone == timezone, waits.correlate(offices).exists()
        )
    )
