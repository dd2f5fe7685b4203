"""A member is erased and the books stay what they were: figures, chain, closing codes, checks."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from club.calendar import Month
from club.money import Money
from storage.changes.loans.take_repayment import RepaymentTaken, TakeRepayment
from storage.changes.own.ask_erasing import AskErasing, erase_due
from storage.changes.own.erase_person import erase_person
from storage.queries.faults.chain import closed_months_of, sealed_entries
from storage.queries.faults.chain_faults import is_as_closed
from storage.queries.figures.summary import club_month
from storage.queries.members.members import name_of
from storage.queries.money.ledger import entries_of, fund_positions
from storage.store import Store
from storage.tables.people import members
from tests.kit.club_books import ClubBooks, lend
from tests.kit.marked_rows import everything_in

AUGUST = Month(2026, 8)


def books_as_they_are(books: ClubBooks) -> list[Any]:
    """All that money is read from: entries, positions, the chain, closed figures, what is wrong."""
    closed = books.asked(closed_months_of)
    with books.store.reading() as db:
        holds = [is_as_closed(db, each) for each in closed]
    return [
        books.asked(sealed_entries),
        books.asked(fund_positions),
        [(each.month, each.code, each.whole, each.kept) for each in closed],
        holds,
        [books.asked(club_month, each.month, books.today).summary.figures for each in closed],
        books.faults,
    ]


@pytest.fixture
def books(database_url: str) -> Any:
    store = Store(database_url)
    yield ClubBooks(store)
    store.close_now()


def test_the_books_prove_the_same_before_and_after(books: ClubBooks) -> None:
    books.begins_with(10)
    loan_id = lend(books)
    books.gets(50_000)
    books.passes(40)
    books.closes(AUGUST)
    _with_a_loan_her_name_stays(books)
    whole = TakeRepayment(loan_id, books.club.tin, Money(3_021_000))
    assert isinstance(books.does("cashier", whole), RepaymentTaken)
    books.passes(30)
    books.closes(AUGUST.next())

    before = books_as_they_are(books)
    assert books.does("hoa", AskErasing()).bonds.none
    assert books.store.change(erase_due, books.now + timedelta(hours=71)) == 0
    assert books.store.change(erase_due, books.now + timedelta(hours=72)) == 1
    assert books_as_they_are(books) == before
    assert before[3] == [True, True]
    assert before[5] == []
    _number_alone_is_left(books, books.people["hoa"].person_id)


def _with_a_loan_her_name_stays(books: ClubBooks) -> None:
    """And everything else goes."""
    before = books_as_they_are(books)
    bonds = books.store.change(erase_person, books.people["hoa"].person_id, books.now)
    assert bonds.owes == Money(3_000_000)
    assert "Người hoa" in everything_in(books.store)
    assert books_as_they_are(books) == before


def _number_alone_is_left(books: ClubBooks, hoa: int) -> None:
    assert "Người hoa" not in everything_in(books.store)
    with books.store.reading() as db:
        assert name_of(db, hoa) == f"thành viên đã xóa số {hoa}"
        state = db.execute(select(members.c.state).where(members.c.person_id == hoa)).scalar()
    assert state == "left"
    # Her number still answers where the books are read line by line.
    assert any(each for each in books.asked(entries_of, AUGUST))


def test_what_binds_is_said_one_by_one(books: ClubBooks) -> None:
    books.begins_with(5)
    chair = books.people["chair"].person_id
    bonds = books.store.change(erase_person, chair, books.now)
    assert bonds.offices == ("chair",)
    with books.store.reading() as db:
        assert name_of(db, chair) == "Người chair"
    assert books.faults == []
