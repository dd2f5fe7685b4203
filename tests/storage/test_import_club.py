"""A club with a past comes into the books: all or nothing, once, and every invariant holds."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from club.calendar import Month
from club.contributions import fee_months_owed
from club.importing import (
    Column,
    Reason,
    Whose,
)
from club.money import Money
from storage.changes.loans.take_repayment import TakeRepayment
from storage.queries import Connection
from storage.queries.loans.loans import running_loans
from storage.queries.money.fees import fee_facts
from storage.queries.money.ledger import cash_by_kind, fund_positions
from storage.store import Store
from storage.tables.people import consents
from tests.kit.club_books import ClubBooks
from tests.kit.paper_books import (
    FILE,
    LOAN,
    MANH,
    asked,
    counts,
    holds,
    imports,
    member_id,
    wrong,
)


@pytest.fixture
def books(database_url: str) -> Iterator[ClubBooks]:
    store = Store(database_url)
    yield ClubBooks(store)
    store.close_now()


def test_the_books_hold_and_say_what_the_paper_said(books: ClubBooks) -> None:
    imports(books, FILE)
    holds(books)
    funds = asked(books, fund_positions, books.club_id)
    lending = funds[books.club.income_fund]
    assert (lending.cash, lending.principal) == (Money(13_500_000), Money(7_000_000))
    assert lending.members_shares == Money(500_000)
    (loan,) = asked(books, running_loans, books.club_id)
    assert loan.outstanding == Money(7_000_000)
    assert [each.instalment.number for each in loan.instalments] == [6, 7, 8, 9, 10, 11, 12]
    assert loan.next_instalment.instalment.due_on == date(2026, 8, 24)


def test_nothing_of_the_past_is_income(books: ClubBooks) -> None:
    imports(books, FILE)
    by_kind = asked(books, cash_by_kind, books.club_id, Month.of(books.today))
    assert {kind.value for kind in by_kind} == {"opening"}


def test_months_paid_before_are_not_owed_again(books: ClubBooks) -> None:
    imports(books, replace(FILE, fees=()))
    hoa = member_id(books, "Nguyễn Thị Hoa")
    december = Month(2026, 12)
    # She is exempt as poor from the day she joined; what was paid is kept all the same.
    imports(books, FILE)
    facts = asked(books, fee_facts, books.club_id, hoa)
    assert facts.paid_for(december) == Money(5_000)
    assert not fee_months_owed(
        replace(facts, people=[replace(facts.people[0], exempt=())]), december
    )


def test_the_loan_is_repaid_like_any_other(books: ClubBooks) -> None:
    imports(books, FILE)
    (loan,) = asked(books, running_loans, books.club_id)
    books.passes(21)
    first = loan.instalments[0]
    fact = books.does(
        "cashier", TakeRepayment(loan_id=loan.id, place_id=books.club.tin, amount=first.left)
    )
    assert not isinstance(fact, str), fact
    holds(books)
    (loan,) = asked(books, running_loans, books.club_id)
    assert loan.outstanding == Money(6_000_000)


def test_a_second_time_nothing_is_doubled(books: ClubBooks) -> None:
    imports(books, FILE)
    before = counts(books)
    plan = imports(books, FILE).plan
    assert plan.is_empty
    assert (plan.members_there, plan.fees_there) == (2, 12)
    assert (plan.loans_there, plan.balances_there) == (1, 2)
    assert counts(books) == before
    more = replace(FILE, members=(*FILE.members, replace(MANH, name="Lê Thị Lan")))
    assert [each.name for each in imports(books, more).plan.members] == ["Lê Thị Lan"]
    holds(books)


def test_one_wrong_row_and_nothing_is_written(books: ClubBooks) -> None:
    before = counts(books)
    bad = replace(LOAN, whose=Whose("Người Lạ"))
    assert wrong(books, replace(FILE, loans=(LOAN, bad))) == [(Column.NAME, Reason.NO_SUCH_MEMBER)]
    assert counts(books) == before


def test_consent_is_kept_with_its_form_and_day(books: ClubBooks) -> None:
    imports(books, FILE)

    def kept(db: Connection) -> Any:
        return db.execute(select(consents).order_by(consents.c.id)).all()

    rows = asked(books, kept)
    assert [(row.purpose, row.form, row.given) for row in rows] == [
        ("membership", "thumbprint", True),
        ("poverty", "thumbprint", True),
    ]
    assert {row.at.date() for row in rows} == {date(2026, 7, 1)}
