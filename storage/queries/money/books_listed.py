"""The club's books as they are listed on sheets, up to the end of a month."""

from collections.abc import Iterator, Mapping
from datetime import date

from sqlalchemy import Connection, select

from club.accounts import Kind
from club.books_listed import Cell, Holds, ListedBook
from club.calendar import Month
from club.cash_flow import Side, side_of
from club.summary.lending import remaining
from storage.queries.figures.summary_books import fund_rows, loan_rows
from storage.queries.figures.summary_people import PRESENT
from storage.queries.members.naming import NAMED
from storage.queries.money.cash_listed import cash_at_the_beginning, cash_entries
from storage.queries.money.fees_listed import fees_listed
from storage.tables.activities import activities, help_given, home_visits
from storage.tables.books import golden_heart
from storage.tables.loans import loans
from storage.tables.meetings import meetings
from storage.tables.people import members, persons

_MEMBER = ("name", Holds.TEXT)
_OF_MEMBERS = (
    _MEMBER,
    ("birth_year", Holds.YEAR),
    ("sex", Holds.CODE),
    ("hamlet", Holds.TEXT),
    ("joined_on", Holds.DAY),
    ("left_on", Holds.DAY),
)


def books_listed(db: Connection, club_id: int, month: Month) -> tuple[ListedBook, ...]:
    """Every book: whole ones of members and loans, of the year for fees, else of the month."""
    return (
        _members(db, club_id, month),
        _meetings(db, club_id, month),
        *_cash_books(db, club_id, month),
        _loans(db, club_id, month),
        fees_listed(db, club_id, month, names=_names(db, club_id)),
        _golden_heart(db, club_id, month),
        _visits(db, club_id, month),
        _help(db, club_id, month),
        _activities(db, club_id, month),
    )


def _members(db: Connection, club_id: int, month: Month) -> ListedBook:
    found = db.execute(
        select(
            NAMED,
            persons.c.birth_year,
            persons.c.sex,
            persons.c.hamlet,
            members.c.joined_on,
            members.c.left_on,
        )
        .join(persons, persons.c.id == members.c.person_id)
        .where(members.c.club_id == club_id, members.c.joined_on <= month.last_day)
        .order_by(members.c.joined_on, members.c.id)
    )
    rows = tuple(
        (
            str(each.name),
            *each[1:5],
            each.left_on if each.left_on and each.left_on <= month.last_day else None,
        )
        for each in found
    )
    return ListedBook("members", _OF_MEMBERS, rows)


def _names(db: Connection, club_id: int) -> dict[int | None, str]:
    """Everybody who is or was a member, as on paper: the full name alone; '' for nobody."""
    found = db.execute(
        select(members.c.id, NAMED)
        .join(persons, persons.c.id == members.c.person_id)
        .where(members.c.club_id == club_id)
    )
    return {None: "", **{row.id: str(row.name) for row in found}}


def _meetings(db: Connection, club_id: int, month: Month) -> ListedBook:
    found = db.execute(
        select(meetings.c.held_on, meetings.c.place, PRESENT)
        .where(
            meetings.c.club_id == club_id,
            meetings.c.state == "held",
            meetings.c.held_on.between(date(month.year, 1, 1), month.last_day),
        )
        .order_by(meetings.c.held_on)
    )
    columns = (("held_on", Holds.DAY), ("place", Holds.TEXT), ("present", Holds.NUMBER))
    return ListedBook("meetings", columns, tuple((row[0], row[1], int(row[2])) for row in found))


_CASH_COLUMNS = (
    ("happened_on", Holds.DAY),
    ("voucher", Holds.TEXT),
    ("what", Holds.CODE),
    ("who", Holds.TEXT),
    ("received", Holds.DONG),
    ("paid", Holds.DONG),
    ("balance", Holds.DONG),
)


def _cash_books(db: Connection, club_id: int, month: Month) -> Iterator[ListedBook]:
    """A cash book for each fund: what was there, the month's entries, what is left after each."""
    names = _names(db, club_id)
    for fund in fund_rows(db, club_id):
        rows = tuple(_cash_rows(db, fund.id, month, names))
        yield ListedBook("cash", _CASH_COLUMNS, rows, about=fund.name)


def _cash_rows(
    db: Connection, fund_id: int, month: Month, names: Mapping[int | None, str]
) -> Iterator[tuple[Cell, ...]]:
    """What is only carried from place to place stays in the fund; a reversal is a minus."""
    balance = cash_at_the_beginning(db, fund_id, month)
    yield (month.first_day, "", "at_the_beginning", "", None, None, balance)
    for row in cash_entries(db, fund_id, month):
        kind = Kind(row.reversed_kind or row.kind)
        side = side_of(kind, row.amount, is_reversal=row.reverses_id is not None)
        if side in {Side.RECEIVED, Side.PAID}:
            balance += row.amount
            sides = (row.amount, None) if side is Side.RECEIVED else (None, -row.amount)
            who = names[row.for_member]
            yield (row.happened_on, row.voucher or "", row.kind, who, *sides, balance)


def _loans(db: Connection, club_id: int, month: Month) -> ListedBook:
    names = _names(db, club_id)
    found = db.execute(
        select(loans).where(loans.c.club_id == club_id, loans.c.paid_out_on <= month.last_day)
    )
    known = {row.id: row for row in found}
    rows: list[tuple[Cell, ...]] = []
    for loan in loan_rows(db, club_id):
        if (row := known.get(loan.id)) is not None:
            left = remaining(loan, month)
            last_due = max((each.due_on for each in loan.instalments), default=None)
            what = (names[row.member_id], row.purpose, row.paid_out_on, row.principal, row.months)
            rows.append((*what, last_due, row.principal - left, left))
    columns = (
        _MEMBER,
        ("purpose", Holds.CODE),
        ("paid_out_on", Holds.DAY),
        ("principal", Holds.DONG),
        ("months", Holds.NUMBER),
        ("last_due_on", Holds.DAY),
        ("repaid", Holds.DONG),
        ("left", Holds.DONG),
    )
    return ListedBook("loans", columns, tuple(rows))


def _golden_heart(db: Connection, club_id: int, month: Month) -> ListedBook:
    names = _names(db, club_id)
    found = db.execute(
        select(golden_heart)
        .where(golden_heart.c.club_id == club_id, golden_heart.c.booked_month == month)
        .order_by(golden_heart.c.given_on, golden_heart.c.id)
    )
    rows = tuple(
        (row.given_on, names[row.member_id] or row.donor, row.amount, row.item or "",
         row.quantity_thousandths, row.unit or "")
        for row in found
    )  # fmt: skip
    columns = (
        ("given_on", Holds.DAY),
        ("giver", Holds.TEXT),
        ("amount", Holds.DONG),
        ("item", Holds.TEXT),
        ("quantity", Holds.THOUSANDTHS),
        ("unit", Holds.CODE),
    )
    return ListedBook("golden_heart", columns, rows)


def _visits(db: Connection, club_id: int, month: Month) -> ListedBook:
    names = _names(db, club_id)
    found = db.execute(
        select(home_visits.c.visited_on, home_visits.c.member_id, NAMED)
        .outerjoin(persons, persons.c.id == home_visits.c.visitor_id)
        .where(
            home_visits.c.club_id == club_id,
            home_visits.c.visited_on.between(month.first_day, month.last_day),
        )
        .order_by(home_visits.c.visited_on, home_visits.c.id)
    )
    rows = tuple((day, names[member], str(visitor or "")) for day, member, visitor in found)
    columns = (("visited_on", Holds.DAY), _MEMBER, ("visitor", Holds.TEXT))
    return ListedBook("visits", columns, rows)


def _help(db: Connection, club_id: int, month: Month) -> ListedBook:
    names = _names(db, club_id)
    found = db.execute(
        select(help_given)
        .where(
            help_given.c.club_id == club_id,
            help_given.c.given_on.between(month.first_day, month.last_day),
        )
        .order_by(help_given.c.given_on, help_given.c.id)
    )
    rows = tuple((row.given_on, names[row.member_id], row.kind, row.what) for row in found)
    columns = (("helped_on", Holds.DAY), _MEMBER, ("kind", Holds.CODE), ("what", Holds.TEXT))
    return ListedBook("help", columns, rows)


def _activities(db: Connection, club_id: int, month: Month) -> ListedBook:
    found = db.execute(
        select(
            activities.c.done_on, activities.c.area, activities.c.what, activities.c.people_count
        )
        .where(
            activities.c.club_id == club_id,
            activities.c.done_on.between(month.first_day, month.last_day),
        )
        .order_by(activities.c.done_on, activities.c.id)
    )
    columns = (
        ("done_on", Holds.DAY),
        ("area", Holds.CODE),
        ("what", Holds.TEXT),
        ("people_count", Holds.NUMBER),
    )
    return ListedBook("activities", columns, tuple(tuple(row) for row in found))
