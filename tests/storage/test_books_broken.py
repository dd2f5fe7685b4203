"""Books that were changed behind the program's back: what is wrong is named, and where it is."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event, text

from club.calendar import Month
from club.money import Money
from storage.changes.joining.found_club import settle
from storage.changes.loans.take_repayment import TakeRepayment
from storage.changes.money.confirm_contribution import ConfirmContribution
from storage.changes.money.declare_contribution import DeclareContribution
from storage.changes.money.reverse_entry import ReverseEntry
from storage.schema import APPEND_ONLY, create_guards
from storage.store import Store
from tests.kit.club_books import FOUNDED, ClubBooks, agreed, lend, miscount

AUGUST, SEPTEMBER = Month(2026, 8), Month(2026, 9)


@pytest.fixture(scope="module")
def lived(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, ClubBooks]:
    """A club with a fee, a loan, a repayment, a count, a correction and two closed months."""
    file = tmp_path_factory.mktemp("lived") / "lien.db"
    shutil.copy(sqlite_template, file)
    store = Store(f"sqlite:///{file}")
    books = ClubBooks(store)
    with store.writing() as db:
        rule = [[books.club.operating_fund, 30]]
        settle(db, books.club_id, "interest_split", rule, FOUNDED, books.now)
    live(books)
    assert books.faults == []
    store.close_now()
    return file, books


def live(books: ClubBooks) -> None:
    """Nine entries, two closings and something that still waits."""
    books.begins_with(30)  # entry 1
    lent = lend(books)  # entry 2
    gift = books.gets(123_000)  # entry 3
    agreed(books, "cashier", "bookkeeper", miscount(books, -4_000))  # entry 4
    books.passes(40)
    books.closes(AUGUST)
    books.does("cashier", TakeRepayment(lent, books.club.tin, Money(321_000)))  # entry 5
    fee = DeclareContribution(
        member_id=books.people["lan"].member_id,
        kind="fee",
        amount=Money(5_000),
        months=(SEPTEMBER,),
        paid_how="meeting",
    )
    declared = books.does("lan", fee).declaration.id
    books.does("cashier", ConfirmContribution(declared))  # entry 6
    agreed(
        books, "cashier", "chair", ReverseEntry(gift.transaction_id, cash_moved=False, reason="x")
    )  # entry 7
    books.passes(30)
    books.closes(SEPTEMBER)  # entry 8: the interest
    books.gets(9_000)  # entry 9
    books.does("lan", DeclareContribution(
        member_id=books.people["lan"].member_id, kind="money", amount=Money(1_000),
        paid_how="meeting",
    ))  # fmt: skip


@pytest.fixture
def books(lived: tuple[Path, ClubBooks], tmp_path: Path) -> Iterator[ClubBooks]:
    file, there = lived
    copy = tmp_path / "copy.db"
    shutil.copy(file, copy)
    store = Store(f"sqlite:///{copy}")
    event.listen(store.writer, "connect", _without_foreign_keys)
    there.store = store
    yield there
    store.close_now()


def _without_foreign_keys(dbapi, _record):  # type: ignore[no-untyped-def]
    dbapi.execute("PRAGMA foreign_keys=OFF")


def break_(books: ClubBooks, *harm: str) -> list[str]:
    """What is found after this, with the guards back as if nothing had happened."""
    with books.store.writing() as db:
        for table in APPEND_ONLY:
            for verb in ("update", "delete"):
                db.execute(text(f"DROP TRIGGER guard_{table}_{verb}"))
        for each in harm:
            db.exec_driver_sql(each)
        create_guards(db)
    return books.faults


_ENTRY = "(SELECT id FROM transactions WHERE sequence = {})"


@pytest.mark.parametrize(
    ("harm", "found"),
    [
        (
            f"UPDATE postings SET amount = amount + 7 WHERE account = 'cash' "
            f"AND transaction_id = {_ENTRY.format(9)}",
            ["entry 9 does not sum to zero in fund 2: 7"],
        ),
        (
            f"UPDATE postings SET amount = 2 * amount WHERE transaction_id = {_ENTRY.format(3)}",
            [
                "entry 7 is not the opposite of entry 3",
                "month 2026-08: entry 3 was changed after it was closed",
                "month 2026-08: fund 2 closed with 119000, its entries say 242000",
            ],
        ),
        (
            "UPDATE transactions SET happened_on = '2026-08-30' WHERE sequence = 2",
            ["month 2026-08: entry 2 was changed after it was closed"],
        ),
        (
            "UPDATE transactions SET recorded_by = 4 WHERE sequence = 5",
            ["month 2026-09: entry 5 was changed after it was closed"],
        ),
        (
            "UPDATE transactions SET booked_month = '2026-08' WHERE sequence = 9",
            [
                "month 2026-08: entry 9 came in after it was closed",
                "entry 9 is booked in 2026-08, which was closed before it",
            ],
        ),
        (
            "UPDATE transactions SET sequence = 12 WHERE sequence = 9",
            ["the sequence has a gap: 12 stands where 9 should"],
        ),
        (
            "UPDATE closed_months SET figures = replace(figures, '\"women\":8', '\"women\":7')",
            ["month 2026-08: its figures or its code are not those it was closed with"],
        ),
        (
            "UPDATE closed_months SET code = 'x' || substr(code, 2) WHERE month = '2026-08'",
            [
                "month 2026-08: its figures or its code are not those it was closed with",
                "month 2026-09: its code does not follow from the month before it",
            ],
        ),
        (
            "DELETE FROM closed_months WHERE month = '2026-08'",
            ["month 2026-09: its code does not follow from the month before it"],
        ),
        (
            "UPDATE transactions SET voucher_number = 7, voucher = 'PT 7/2026' WHERE sequence = 9",
            ["slips of PT 2026 have a gap before PT 7/2026"],
        ),
        ("UPDATE instalments SET loan_id = 99 WHERE number = 10", ["instalment 10 has no loan"]),
        (
            "DELETE FROM instalments WHERE number = 10",
            ["loan 1: by its schedule 2400000 are still out, by its entries 2700000"],
        ),
        ("DELETE FROM instalments", ["loan 1 is running and has no instalments"]),
        (
            "UPDATE loans SET state = 'repaid'",
            ["loan 1 is repaid, its entries say that 2700000 are still out"],
        ),
        (
            "UPDATE loans SET state = 'agreed'",
            ["loan 1 is agreed and has instalments"],
        ),
        (
            "UPDATE loan_votes SET person_id = 6 WHERE person_id = 1",
            ["loan 1: the borrower has voted on it"],
        ),
        (
            "UPDATE loan_votes SET person_id = 7 WHERE person_id = 1",
            ["loan 1: person 7, who was never of the board, has voted on it"],
        ),
        (
            "UPDATE repayments SET principal = principal - 1000, interest = interest + 1000",
            [
                "entry 5 repays 300000 and interest 21000 of loan 1, its instalments say "
                "299000 and 22000",
                "month 2026-09: entry 5 was changed after it was closed",
            ],
        ),
        (
            "INSERT INTO fee_months (transaction_id, member_id, month, amount) "
            "SELECT transaction_id, member_id, month, amount FROM fee_months",
            [
                "entry 6 is a fee of 5000, its months say 10000",
                "member 7: the fee of 2026-09 was paid twice, 10000 in all",
                "month 2026-09: entry 6 was changed after it was closed",
            ],
        ),
        (
            "UPDATE fee_months SET member_id = 8",
            [
                "entry 6 pays months of another member",
                "month 2026-09: entry 6 was changed after it was closed",
            ],
        ),
        (
            "UPDATE transactions SET second_person = recorded_by WHERE sequence = 7",
            [
                "entry 7 has the same person twice",
                "month 2026-09: entry 7 was changed after it was closed",
            ],
        ),
        (
            "UPDATE proposals SET decided_in = proposed_in WHERE kind = 'reverse'",
            ["proposal 3 was agreed to by one person, or on one account"],
        ),
        (
            "UPDATE proposals SET transaction_id = NULL WHERE kind = 'reverse'",
            ["proposal 3 was agreed to and is not in the books"],
        ),
        (
            "UPDATE declarations SET transaction_id = NULL WHERE kind = 'fee'",
            ["contribution 1 is confirmed and not in the books"],
        ),
        (
            f"UPDATE postings SET amount = -amount WHERE transaction_id = {_ENTRY.format(1)}",
            ["place 1 holds less than nothing of fund 1"],
        ),
        (
            f"UPDATE postings SET club_id = 77 WHERE transaction_id = {_ENTRY.format(9)}",
            ["entry 9 touches another club"],
        ),
        (
            "UPDATE transactions SET reverses_id = NULL WHERE sequence = 7",
            ["entry 7 is a correction of nothing"],
        ),
    ],
    ids=lambda value: value[:60] if isinstance(value, str) else None,
)
def test_what_was_broken_is_named(books: ClubBooks, harm: str, found: list[str]) -> None:
    faults = break_(books, harm)
    for each in found:
        assert any(fault.startswith(each) for fault in faults), faults


def test_a_whole_copy_holds(books: ClubBooks) -> None:
    assert break_(books) == []


def test_a_guard_that_is_gone_is_named(books: ClubBooks) -> None:
    with books.store.writing() as db:
        db.execute(text("DROP TRIGGER guard_closed_months_update"))
    assert books.faults == ["guards of the books are missing: guard_closed_months_update"]
