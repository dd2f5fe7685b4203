"""Who is to hear of what comes round in a year: training, longevity, greetings, need for loans."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from sqlalchemy import ColumnElement, Connection, extract, func, select

from club.address import PersonName
from storage.queries.members.naming import NAMED
from storage.queries.reminding.reminding import Wanted, lesson_learners
from storage.queries.reminding.reminding_money import BOARD_ROLES, board_of
from storage.tables.areas import clubs
from storage.tables.meetings import board_trainings
from storage.tables.people import members, needs_asked, persons
from storage.tables.schedule import reminders

NEED_KNOWN = timedelta(days=90)
"""Whoever said so recently whether she would need a loan is not asked again."""


def not_had(wanted: Wanted, kind: str, period: str) -> Wanted:
    """Of these, those to whom this was not said in the name of another club already."""
    columns = wanted.selected_columns
    same = select(_HAD.c.id).where(
        _HAD.c.person_id == columns.person_id,
        _HAD.c.kind == kind,
        _HAD.c.period == period,
        _HAD.c.club_id != columns.club_id,
    )
    return wanted.where(~same.correlate_except(_HAD).exists())


# Made once: a table under another name is the dearest part of a question.
_HAD = reminders.alias("had")


@cache
def everybody() -> Wanted:
    """Every member once, in the name of the club she joined first."""
    return lesson_learners()


def in_timezone(wanted: Wanted, timezone: str) -> Wanted:
    return wanted.where(clubs.c.timezone == timezone)


def need_not_known(today: date) -> Wanted:
    """Members who have not said for some time whether they would need a loan."""
    known = select(needs_asked.c.id).where(
        needs_asked.c.member_id == members.c.id, needs_asked.c.asked_on > today - NEED_KNOWN
    )
    return lesson_learners().where(~known.correlate(members).exists())


@cache
def _last_trained() -> ColumnElement[date]:
    """The board's last training; before the first, the day on which the club was founded."""
    last = (
        select(func.max(board_trainings.c.trained_on))
        .where(board_trainings.c.club_id == clubs.c.id)
        .correlate(clubs)
        .scalar_subquery()
    )
    return func.coalesce(last, clubs.c.founded_on)


@dataclass(frozen=True, slots=True)
class Trained:
    """A day and month, as month times 100 plus day, on which boards were trained."""

    number: int
    timezone: str


def trainings_on(db: Connection, numbers: list[int]) -> list[Trained]:
    """Those of these days on which boards were trained last, each once."""
    number = _number().label("number")
    found = db.execute(
        select(number, clubs.c.timezone)
        .where(clubs.c.ended_on.is_(None), _number().in_(numbers))
        .distinct()
    )
    return [Trained(int(row.number), row.timezone) for row in found]


def _number() -> ColumnElement[int]:
    return extract("month", _last_trained()) * 100 + extract("day", _last_trained())


def board_trained(trained: Trained, before: date, today: date) -> Wanted:
    """Boards whose last training was on this day of an earlier year."""
    return board_trained_before(before, today).where(
        _number() == trained.number, clubs.c.timezone == trained.timezone
    )


def board_trained_before(before: date, today: date) -> Wanted:
    """Boards that were trained last on this day or earlier."""
    return board_of(BOARD_ROLES, today).where(_last_trained() <= before)


@dataclass(frozen=True, slots=True)
class Born:
    name: PersonName
    year: int


def members_born(db: Connection, club_id: int) -> list[Born]:
    """The club's members with their years of birth, the oldest first."""
    found = db.execute(
        select(NAMED, persons.c.birth_year)
        .join(members, members.c.person_id == persons.c.id)
        .where(
            members.c.club_id == club_id,
            members.c.state == "member",
            persons.c.birth_year.is_not(None),
        )
        .order_by(persons.c.birth_year, members.c.id)
    )
    return [Born(row.name, row.birth_year) for row in found]
