"""A club with a past comes into the books: all or nothing, once, and every invariant holds."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import func, select

from club.accounts import Source
from club.calendar import Month
from club.contributions import fee_months_owed
from club.importing import (
    At,
    Column,
    Consent,
    ConsentForm,
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
from storage.changes.import_club import ClubImported, ImportClub
from storage.changes.record_opening import RecordOpening
from storage.changes.take_repayment import TakeRepayment
from storage.queries import Connection
from storage.queries.books_faults import books_faults
from storage.queries.fees import fee_facts
from storage.queries.ledger import cash_by_kind, fund_positions
from storage.queries.loans import running_loans
from storage.queries.owed import owed_items
from storage.store import Store
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


@pytest.fixture
def books(database_url: str) -> Iterator[ClubBooks]:
    from storage.schema import bring_up_to_date

    store = Store(database_url)
    bring_up_to_date(store)
    yield ClubBooks(store)
    store.close_now()


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
