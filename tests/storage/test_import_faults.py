"""Rows that cannot come into a club as it is, and rows that are there already otherwise."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from club.accounts import Source
from club.calendar import Month
from club.importing import (
    At,
    Column,
    Incoming,
    Reason,
    Whose,
)
from club.money import Money
from storage.changes.money.record_opening import RecordOpening
from storage.queries import Connection
from storage.queries.money.owed import owed_items
from storage.store import Store
from storage.tables.loans import loans
from storage.tables.people import members
from tests.kit.club_books import ClubBooks
from tests.kit.paper_books import (
    CASH,
    FEE,
    FILE,
    HOA,
    LOAN,
    MANH,
    SHARE,
    asked,
    count,
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


FAULTS: list[tuple[Incoming, Column, Reason]] = [
    (replace(FILE, members=(HOA, MANH, replace(HOA, at=At("Thành viên", 9)))), Column.NAME,
     Reason.TWICE),
    (replace(FILE, fees=(FEE, replace(FEE, at=At("Phí", 3), first=Month(2026, 12),
                                      amount=Money(5_000)))), Column.FIRST_MONTH, Reason.TWICE),
    (replace(FILE, fees=(replace(FEE, amount=Money(60_001)),)), Column.AMOUNT, Reason.UNEVEN),
    (replace(FILE, fees=(replace(FEE, last=Month(2028, 1)),)), Column.LAST_MONTH,
     Reason.TOO_FAR_AHEAD),
    (replace(FILE, loans=(LOAN, replace(LOAN, at=At("Vay", 3)))), Column.LENT_ON, Reason.TWICE),
    (replace(FILE, loans=(replace(LOAN, left=Money(12_000_001)),)), Column.LEFT,
     Reason.LEFT_ABOVE_LENT),
    (replace(FILE, loans=(replace(LOAN, instalments_left=13),)), Column.INSTALMENTS_LEFT,
     Reason.TOO_MANY_INSTALMENTS),
    (replace(FILE, loans=(replace(LOAN, next_due_on=date(2026, 2, 20)),)), Column.NEXT_DUE_ON,
     Reason.DUE_BEFORE_LENT),
    (replace(FILE, loans=(replace(LOAN, rate_hundredths_percent_a_month=300),)), Column.RATE,
     Reason.RATE_TOO_HIGH),
    (replace(FILE, balances=(CASH, replace(CASH, at=At("Quỹ", 9)))), Column.FUND, Reason.TWICE),
    (replace(FILE, balances=(replace(CASH, fund="quy den"),)), Column.FUND,
     Reason.NOT_UNDERSTOOD),
    (replace(FILE, balances=(replace(SHARE, whose=None),)), Column.NAME, Reason.OWNER_MISSING),
    (replace(FILE, balances=(replace(SHARE, whose=Whose("Ai Đó")),)), Column.NAME,
     Reason.NO_SUCH_MEMBER),
]  # fmt: skip


@pytest.mark.parametrize(("file", "column", "reason"), FAULTS)
def test_what_cannot_be_is_named(
    books: ClubBooks, file: Incoming, column: Column, reason: Reason
) -> None:
    assert (column, reason) in wrong(books, file)
    assert count(books, loans) == 0


def test_what_the_books_say_otherwise_is_named_and_stays(books: ClubBooks) -> None:
    imports(books, FILE)
    other = replace(
        FILE,
        fees=(replace(FEE, amount=Money(120_000)),),
        balances=(replace(CASH, amount=Money(1_000_000)),),
    )
    assert set(wrong(books, other)) == {(Column.AMOUNT, Reason.RECORDED_OTHERWISE)}
    holds(books)


def test_a_fund_the_board_has_opened_in_the_chat_is_not_opened_again(books: ClubBooks) -> None:
    opened = RecordOpening(
        fund_id=books.club.income_fund, place="tin", amount=Money(1), source=Source.GRANT
    )
    books.does("chair", opened)
    assert (Column.FUND, Reason.OPENING_THERE) in wrong(books, FILE)


def test_namesakes_are_told_apart_by_their_year_and_never_mixed_up(books: ClubBooks) -> None:
    young = replace(HOA, at=At("Thành viên", 4), birth_year=1960, phone="", household="")
    both = replace(FILE, members=(HOA, young, MANH))
    assert (Column.NAME, Reason.SEVERAL_MEMBERS) in wrong(books, both)
    named = replace(both, fees=(replace(FEE, whose=Whose("Nguyễn Thị Hoa", 1960)),))
    imports(books, named)
    holds(books)


def test_money_lent_to_the_club_keeps_whom_to_give_it_back_to(books: ClubBooks) -> None:
    from_outside = replace(SHARE, at=At("Quỹ", 4), source=Source.LENT, whose=Whose("Vũ Thị Ngoài"))
    from_inside = replace(from_outside, at=At("Quỹ", 5), whose=Whose("Nguyễn Thị Hoa"))
    file = replace(FILE, balances=(CASH, SHARE, from_outside, from_inside))
    imports(books, file)
    holds(books)
    owed = asked(books, owed_items, books.club_id)
    assert [(each.kind, str(each.name) or each.lender, each.left.dong) for each in owed] == [
        ("share", "Trần Văn Mạnh", 500_000),
        ("lent", "Vũ Thị Ngoài", 500_000),
        ("lent", "Nguyễn Thị Hoa", 500_000),
    ]
    assert imports(books, file).plan.is_empty
    other = replace(from_outside, amount=Money(1_000_000))
    assert wrong(books, replace(file, balances=(other,))) == [
        (Column.AMOUNT, Reason.RECORDED_OTHERWISE)
    ]


def test_who_has_left_is_not_taken_in_again_by_a_list(books: ClubBooks) -> None:
    imports(books, FILE)
    hoa = member_id(books, "Nguyễn Thị Hoa")

    def leave(db: Connection) -> None:
        db.execute(members.update().where(members.c.id == hoa).values(state="left"))

    books.store.change(leave)
    assert (Column.NAME, Reason.LEFT_THE_CLUB) in wrong(books, FILE)
