"""A club's paper books, small and whole, and the ways to bring them in."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import func, select

from club.accounts import Source
from club.calendar import Month
from club.consents import ConsentForm
from club.importing import (
    At,
    Column,
    Consent,
    Incoming,
    IncomingBalance,
    IncomingFee,
    IncomingLoan,
    IncomingMember,
    Reason,
    RowsWrong,
    Whose,
)
from club.loans import RepaymentForm
from club.money import Money
from storage.changes.deed import Deed
from storage.changes.joining.import_club import ClubImported, ImportClub
from storage.queries import Connection
from storage.queries.faults.books_faults import books_faults
from storage.tables.books import opening_fees, transactions
from storage.tables.loans import loans
from storage.tables.people import circumstances, consents, members, persons
from tests.kit.club_books import ClubBooks

CONSENT = Consent(ConsentForm.THUMBPRINT, date(2026, 7, 1))
HOA = IncomingMember(
    at=At("Thành viên", 2),
    name="Nguyễn Thị Hoa",
    birth_year=1952,
    sex="female",
    group="Tổ 1",
    household="Hộ ông Bình",
    phone="+84912345678",
    joined_on=date(2019, 3, 15),
    hardship="poor",
    consent=CONSENT,
)
MANH = IncomingMember(at=At("Thành viên", 3), name="Trần Văn Mạnh", group="Tổ 2")
FEE = IncomingFee(
    at=At("Phí", 2),
    whose=Whose("nguyễn thị hoa"),
    first=Month(2026, 1),
    last=Month(2026, 12),
    amount=Money(60_000),
)
LOAN = IncomingLoan(
    at=At("Vay", 2),
    whose=Whose("Nguyễn Thị Hoa", 1952),
    lent_on=date(2026, 2, 20),
    principal=Money(12_000_000),
    months=12,
    rate_hundredths_percent_a_month=70,
    form=RepaymentForm.MONTHLY,
    basis=None,
    left=Money(7_000_000),
    instalments_left=7,
    next_due_on=date(2026, 8, 24),
    purpose="nuôi lợn",
    source=Source.GRANT,
)
CASH = IncomingBalance(
    at=At("Quỹ", 2), fund="income", place="tin", source=Source.GRANT, amount=Money(13_000_000)
)
SHARE = IncomingBalance(
    at=At("Quỹ", 3),
    fund="income",
    place="bank",
    source=Source.SHARE,
    amount=Money(500_000),
    whose=Whose("Trần Văn Mạnh"),
)
FILE = Incoming(members=(HOA, MANH), fees=(FEE,), loans=(LOAN,), balances=(CASH, SHARE))


def imports(books: ClubBooks, file: Incoming) -> ClubImported:
    deed = Deed(
        chat_id=0,
        channel="command line",
        person_id=None,
        club_id=books.club_id,
        now=books.now,
        today=books.today,
        cause=f"import:{file!r:.40}",
    )
    fact: ClubImported = books.store.change(ImportClub(incoming=file).carry_out, deed)
    return fact


def wrong(books: ClubBooks, file: Incoming) -> list[tuple[Column | None, Reason]]:
    with pytest.raises(RowsWrong) as refused:
        imports(books, file)
    return [(each.column, each.reason) for each in refused.value.faults]


def asked(books: ClubBooks, query: Any, *args: Any) -> Any:
    with books.store.reading() as db:
        return query(db, *args)


def count(books: ClubBooks, table: Any) -> int:
    def counted(db: Connection) -> int:
        return int(db.execute(select(func.count()).select_from(table)).scalar_one())

    return asked(books, counted)  # type: ignore[no-any-return]


TABLES = (persons, members, consents, opening_fees, loans, transactions, circumstances)


def counts(books: ClubBooks) -> list[int]:
    return [count(books, each) for each in TABLES]


def holds(books: ClubBooks) -> None:
    assert asked(books, books_faults, books.club_id) == []


def member_id(books: ClubBooks, name: str) -> int:
    def found(db: Connection) -> int:
        of_name = persons.c.name == name
        query = select(members.c.id).join(persons, persons.c.id == members.c.person_id)
        return int(db.execute(query.where(of_name)).scalar_one())

    return asked(books, found)  # type: ignore[no-any-return]
