"""Who is to be reminded about money: fees after the meeting, instalments."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Text,
    and_,
    cast,
    exists,
    func,
    literal,
    or_,
    select,
)

from club.address import PersonName
from club.money import NOTHING
from club.settings import SETTINGS
from storage.queries.members.naming import NAMED
from storage.queries.reminding.quiet_times import mourning_days
from storage.queries.reminding.reminding import Wanted
from storage.tables.areas import clubs
from storage.tables.books import declarations, fee_rates
from storage.tables.loans import instalments, loans
from storage.tables.meetings import meetings
from storage.tables.people import (
    member_households,
    members,
    offices,
    persons,
)

BOARD_ROLES = ("chair", "deputy", "secretary", "bookkeeper", "cashier")


@dataclass(frozen=True, slots=True)
class Day:
    """A day on which something is, and by whose clocks."""

    on: date
    timezone: str


def board_of(roles: Collection[str], today: date) -> Wanted:
    """Everybody who holds one of these offices today, once a club; not those who left or died."""
    gone = exists().where(
        members.c.club_id == offices.c.club_id,
        members.c.person_id == offices.c.person_id,
        members.c.state.in_(("left", "died")),
    )
    return (
        select(
            offices.c.club_id,
            offices.c.person_id,
            literal("", Text).label("subject"),
            clubs.c.timezone,
        )
        .join(clubs, clubs.c.id == offices.c.club_id)
        .where(
            offices.c.role.in_(roles),
            offices.c.from_day <= today,
            or_(offices.c.to_day.is_(None), offices.c.to_day >= today),
            clubs.c.ended_on.is_(None),
            ~gone,
        )
        .distinct()
    )


# Fees


def fee_days(db: Connection, first: date, last: date) -> list[Day]:
    """The days of meetings after which the fee is asked for, each once."""
    found = db.execute(
        select(meetings.c.held_on, clubs.c.timezone)
        .join(clubs, clubs.c.id == meetings.c.club_id)
        .where(_asks_for_fee(), meetings.c.held_on.between(first, last))
        .distinct()
        .order_by(meetings.c.held_on)
    )
    return [Day(row.held_on, row.timezone) for row in found]


@cache
def fee_payers() -> Wanted:
    """The members of clubs with a fee, for the first meeting of each month; paid or not."""
    return (
        select(
            meetings.c.club_id,
            members.c.person_id,
            cast(meetings.c.month, Text).label("subject"),
            members.c.id.label("member_id"),
            meetings.c.month,
            meetings.c.held_on,
            clubs.c.timezone,
        )
        .select_from(
            meetings.join(clubs, clubs.c.id == meetings.c.club_id).join(
                members, members.c.club_id == meetings.c.club_id
            )
        )
        .where(
            _asks_for_fee(),
            members.c.state == "member",
            members.c.joined_on < meetings.c.held_on,
            clubs.c.ended_on.is_(None),
        )
    )


def fee_keepers(today: date) -> Wanted:
    """Chair and cashier, who hear whose arrears are old, for the first meeting of each month."""
    wanted = board_of(("chair", "cashier"), today)
    return (
        wanted.with_only_columns(
            offices.c.club_id,
            offices.c.person_id,
            cast(meetings.c.month, Text).label("subject"),
            meetings.c.month,
            meetings.c.held_on,
            clubs.c.timezone,
        )
        .join(meetings, meetings.c.club_id == offices.c.club_id)
        .where(_asks_for_fee())
    )


def after_meeting(wanted: Wanted, day: Day) -> Wanted:
    """Of these, those whose club met on the day."""
    columns = wanted.selected_columns
    return wanted.where(columns.held_on == day.on, columns.timezone == day.timezone)


@cache
def _asks_for_fee() -> ColumnElement[bool]:
    """The first meeting of a month that did not fall out, in a club that has a fee."""
    earlier = meetings.alias("earlier")
    is_first = ~exists().where(
        earlier.c.club_id == meetings.c.club_id,
        earlier.c.month == meetings.c.month,
        earlier.c.state != "cancelled",
        or_(
            earlier.c.held_on < meetings.c.held_on,
            and_(earlier.c.held_on == meetings.c.held_on, earlier.c.id < meetings.c.id),
        ),
    )
    has_fee = exists().where(
        fee_rates.c.club_id == meetings.c.club_id, fee_rates.c.amount > NOTHING
    )
    return and_(meetings.c.state != "cancelled", is_first, has_fee)


def fee_declared(db: Connection, member_ids: Collection[int]) -> set[int]:
    """Those of these members whose fee waits for the cashier: they have said that they paid."""
    return set(
        db.execute(
            select(declarations.c.member_id).where(
                declarations.c.member_id.in_(member_ids),
                declarations.c.kind == "fee",
                declarations.c.state == "waiting",
            )
        ).scalars()
    )


def in_mourning(db: Connection, member_ids: Collection[int], today: date) -> set[int]:
    """Those of these members in whose household somebody died not long ago (Club rules, E.3)."""
    mine, other = member_households.alias("mine"), member_households.alias("other")
    died = members.alias("died")
    found = db.execute(
        select(mine.c.member_id, died.c.club_id, died.c.left_on)
        .join(other, other.c.household_id == mine.c.household_id)
        .join(died, died.c.id == other.c.member_id)
        .where(
            mine.c.member_id.in_(member_ids),
            died.c.state == "died",
            died.c.left_on > today - timedelta(days=SETTINGS["mourning_days"].most),
        )
    ).all()
    clubs_days = {club: mourning_days(db, club, today) for club in {e.club_id for e in found}}
    return {
        each.member_id
        for each in found
        if each.left_on > today - timedelta(days=clubs_days[each.club_id])
    }


def names_of(db: Connection, member_ids: Collection[int]) -> list[PersonName]:
    """Those of these who are members still, by name."""
    found = (
        select(NAMED)
        .join(members, members.c.person_id == persons.c.id)
        .where(members.c.id.in_(member_ids), members.c.state == "member")
        .order_by(persons.c.name, members.c.id)
    )
    return list(db.execute(found).scalars())


# Instalments


def instalment_days(db: Connection, first: date, last: date) -> list[Day]:
    """The days on which instalments of running loans are due, each once."""
    found = db.execute(
        select(instalments.c.due_on, clubs.c.timezone)
        .select_from(_running())
        .where(_owed_on_schedule(), instalments.c.due_on.between(first, last))
        .distinct()
        .order_by(instalments.c.due_on)
    )
    return [Day(row.due_on, row.timezone) for row in found]


@cache
def instalments_due() -> Wanted:
    """Borrowers who are members, for each instalment of their running loans; paid or not."""
    return (
        select(
            loans.c.club_id,
            members.c.person_id,
            (cast(loans.c.id, Text) + ":" + cast(instalments.c.number, Text)).label("subject"),
            members.c.id.label("member_id"),
            loans.c.id.label("loan_id"),
            instalments.c.number,
            instalments.c.due_on,
            clubs.c.timezone,
        )
        .select_from(_running().join(members, members.c.id == loans.c.member_id))
        .where(_owed_on_schedule(), members.c.state == "member")
    )


def due_on(wanted: Wanted, day: Day) -> Wanted:
    """Of these, those about instalments of the day."""
    columns = wanted.selected_columns
    return wanted.where(columns.due_on == day.on, columns.timezone == day.timezone)


def board_with_loans_of(day: Day, today: date) -> Wanted:
    """The board of clubs in which instalments were due on the day."""
    # Asked once for all boards: of each alone it would look at every instalment of that day anew.
    due = (
        select(loans.c.club_id)
        .select_from(_running())
        .where(_owed_on_schedule(), instalments.c.due_on == day.on)
        .correlate(None)
    )
    fallen_due = offices.c.club_id.in_(due)
    return board_of(BOARD_ROLES, today).where(fallen_due, clubs.c.timezone == day.timezone)


def _running() -> FromClause:
    return instalments.join(loans, loans.c.id == instalments.c.loan_id).join(
        clubs, clubs.c.id == loans.c.club_id
    )


@cache
def _owed_on_schedule() -> ColumnElement[bool]:
    """Not what a new schedule has taken the place of."""
    return and_(
        loans.c.state == "running",
        func.coalesce(instalments.c.months, 1) != 0,
        clubs.c.ended_on.is_(None),
    )
