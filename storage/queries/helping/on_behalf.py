"""What the board entered for members without a phone, and what a checker is to look at of it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from club.address import PersonName
from club.calendar import Month
from club.members import Role
from storage.queries.members.naming import NAMED, named_of
from storage.tables.books import transactions
from storage.tables.chats import chats
from storage.tables.helping import on_behalf_checks
from storage.tables.people import members, offices, persons

_WHO = persons.alias("who_entered")


def _on_behalf() -> ColumnElement[bool]:
    """An entry about a member without a phone, made by somebody else."""
    reached = select(chats.c.id).where(chats.c.person_id == members.c.person_id).exists()
    return and_(transactions.c.recorded_by != members.c.person_id, ~reached)


def entries_on_behalf(db: Connection, club_id: int, month: Month) -> list[int]:
    """The numbers of the month's entries for members who cannot look for themselves."""
    found = db.execute(
        select(transactions.c.id)
        .join(members, members.c.id == transactions.c.for_member)
        .where(
            transactions.c.club_id == club_id,
            transactions.c.booked_month == month,
            transactions.c.reverses_id.is_(None),
            _on_behalf(),
        )
        .order_by(transactions.c.id)
    )
    return list(found.scalars())


@dataclass(frozen=True, slots=True)
class EnteredFor:
    """How many such entries somebody made in a month."""

    name: PersonName
    count: int


def entered_on_behalf(db: Connection, club_id: int, month: Month) -> list[EnteredFor]:
    """Of each who made such entries how many, most first."""
    how_many = func.count(transactions.c.id)
    found = db.execute(
        select(named_of(_WHO).label("name"), how_many)
        .select_from(
            transactions.join(members, members.c.id == transactions.c.for_member).join(
                _WHO, _WHO.c.id == transactions.c.recorded_by
            )
        )
        .where(
            transactions.c.club_id == club_id,
            transactions.c.booked_month == month,
            transactions.c.reverses_id.is_(None),
            _on_behalf(),
        )
        .group_by(_WHO.c.id, _WHO.c.address, _WHO.c.name)
        .order_by(how_many.desc(), _WHO.c.id)
    )
    return [EnteredFor(*row) for row in found]


def holds_checker(today: object) -> ColumnElement[bool]:
    """An office of a checker that is held on that day."""
    return and_(
        offices.c.role == Role.CHECKER.value,
        offices.c.from_day <= today,
        or_(offices.c.to_day.is_(None), offices.c.to_day >= today),
    )


def clubs_to_pick_for(db: Connection, month: Month, today: date) -> list[int]:
    """The clubs with a checker for whom nothing was picked of that month yet."""
    there = select(on_behalf_checks.c.id).where(
        on_behalf_checks.c.club_id == offices.c.club_id, on_behalf_checks.c.month == month
    )
    found = db.execute(
        select(offices.c.club_id)
        .where(holds_checker(today), ~there.exists())
        .distinct()
        .order_by(offices.c.club_id)
    )
    return list(found.scalars())


@dataclass(frozen=True, slots=True)
class Check:
    """One entry that was picked; `outcome` is empty until the checker has answered."""

    id: int
    month: Month
    entry_id: int
    outcome: str
    name: PersonName
    phone: str
    hamlet: str
    entered_by: PersonName


def checks_of(db: Connection, club_id: int, month: Month) -> list[Check]:
    """What was picked of a month, in the order of the books."""
    found = db.execute(
        select(
            on_behalf_checks.c.id,
            on_behalf_checks.c.month,
            on_behalf_checks.c.subject_id,
            func.coalesce(on_behalf_checks.c.outcome, "").label("outcome"),
            NAMED,
            func.coalesce(persons.c.phone, "").label("phone"),
            persons.c.hamlet,
            named_of(_WHO).label("entered_by"),
        )
        .select_from(
            on_behalf_checks.join(transactions, transactions.c.id == on_behalf_checks.c.subject_id)
            .join(members, members.c.id == transactions.c.for_member)
            .join(persons, persons.c.id == members.c.person_id)
            .join(_WHO, _WHO.c.id == transactions.c.recorded_by)
        )
        .where(on_behalf_checks.c.club_id == club_id, on_behalf_checks.c.month == month)
        .order_by(on_behalf_checks.c.subject_id)
    )
    return [Check(*row) for row in found]
