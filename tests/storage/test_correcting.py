"""Corrections: newest first, final, by two; loans go back to what they were."""

from collections.abc import Iterator

import pytest

from club.money import Money
from club.refusals import Code
from storage.changes.loans.pay_out_loan import PayOutLoan
from storage.changes.loans.take_repayment import TakeRepayment
from storage.changes.money.reverse_entry import ReverseEntry
from storage.changes.money.second_person import Agreed, AgreeTo
from storage.queries.loans.loans import LoanState, loan
from storage.queries.money.ledger import entries_of
from storage.store import Store
from tests.kit.club_books import ClubBooks, agreed, lend, on_one_account


@pytest.fixture
def books(database_url: str) -> Iterator[ClubBooks]:
    store = Store(database_url)
    yield ClubBooks(store)
    store.close_now()


def test_a_loan_is_corrected_newest_first(books: ClubBooks) -> None:
    books.begins_with(30)
    lent = lend(books)
    out = books.asked(entries_of)[-1]
    books.does("cashier", TakeRepayment(lent, books.club.tin, Money(321_000)))
    paid = books.asked(entries_of)[-1]
    early = ReverseEntry(out.id, cash_moved=False, reason="ghi nhầm")
    assert books.does("bookkeeper", early) is Code.LATER_DEPENDS
    agreed(books, "bookkeeper", "chair", ReverseEntry(paid.id, cash_moved=False, reason="nhầm"))
    assert books.faults == []
    agreed(books, "bookkeeper", "chair", early)
    with books.store.reading() as db:
        found = loan(db, books.club_id, lent)
    assert found is not None
    assert (found.state, found.instalments) == (LoanState.AGREED, ())
    assert books.faults == []
    books.does("cashier", PayOutLoan(lent, books.club.tin))
    assert books.faults == []


def test_a_correction_is_not_corrected_nor_made_twice(books: ClubBooks) -> None:
    gift = books.gets(50_000)
    wrong = ReverseEntry(gift.transaction_id, cash_moved=False, reason="nhầm")
    assert books.does("hoa", wrong) is Code.NOT_ALLOWED
    nothing = ReverseEntry(gift.transaction_id, cash_moved=False, reason=" ")
    assert books.does("cashier", nothing) is Code.REASON_MISSING
    came = agreed(books, "cashier", "bookkeeper", wrong)
    assert books.does("cashier", wrong) is Code.ALREADY_DONE
    again = ReverseEntry(came.written[0].transaction_id, cash_moved=False, reason="nhầm")
    assert books.does("cashier", again) is Code.REVERSAL_FINAL
    missing = ReverseEntry(999, cash_moved=False, reason="nhầm")
    assert books.does("cashier", missing) is Code.NOT_FOUND


def test_what_was_spent_meanwhile_cannot_be_taken_back(books: ClubBooks) -> None:
    gift = books.gets(50_000)
    proposed = books.does(
        "cashier", ReverseEntry(gift.transaction_id, cash_moved=False, reason="nhầm")
    )
    books.spends(40_000)
    assert books.does("bookkeeper", AgreeTo(proposed.proposal.id)) is Code.CASH_TOO_SMALL
    assert books.faults == []


def test_the_second_person_is_another_and_on_another_account(books: ClubBooks) -> None:
    gift = books.gets(50_000)
    wrong = ReverseEntry(gift.transaction_id, cash_moved=False, reason="nhầm")
    number = books.does("cashier", wrong).proposal.id
    assert books.does("cashier", AgreeTo(number)) is Code.OWN_AFFAIR
    assert books.does("hoa", AgreeTo(number)) is Code.NOT_ALLOWED
    shared = on_one_account(books.deed("chair"), books.people["cashier"].person_id)
    assert books.does_as(shared, AgreeTo(number)) is Code.SAME_ACCOUNT
    assert isinstance(books.does("chair", AgreeTo(number)), Agreed)
    assert books.does("bookkeeper", AgreeTo(number)) is Code.ANSWERED
