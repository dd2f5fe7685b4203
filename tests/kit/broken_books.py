"""A club that has lived, and what becomes of its books when somebody changes them by hand."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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


def lived_club(file: Path) -> ClubBooks:
    """In the tables of this file: a fee, a loan, a repayment, a count, a correction, two closed
    months.
    """
    store = Store(f"sqlite:///{file}")
    books = ClubBooks(store)
    with store.writing() as db:
        rule = [[books.club.operating_fund, 30]]
        settle(db, books.club_id, "interest_split", rule, FOUNDED, books.now)
    _live(books)
    assert books.faults == []
    store.close_now()
    return books


@contextmanager
def copied(file: Path, there: ClubBooks, copy: Path) -> Iterator[ClubBooks]:
    """The same club in a copy of its file, in which anything can be written."""
    shutil.copy(file, copy)
    store = Store(f"sqlite:///{copy}")
    event.listen(store.writer, "connect", _without_foreign_keys)
    there.store = store
    yield there
    store.close_now()


def _live(books: ClubBooks) -> None:
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
