"""Closed months: order, two persons, the chain and its code, what becomes of the interest."""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from club.accounts import Kind
from club.calendar import Month
from club.chain import beginning_of, closing_code
from club.money import Money
from club.refusals import Code
from club.summary.frozen import frozen, thawed
from storage.changes.joining.found_club import settle
from storage.changes.loans.take_repayment import TakeRepayment
from storage.changes.money.close_month import ClosingBegun, MonthClosed
from storage.changes.money.reverse_entry import ReverseEntry
from storage.queries.faults.chain import (
    closed_month,
    closed_months_of,
    months_with_code,
    sealed_entries,
)
from storage.queries.faults.chain_faults import is_as_closed
from storage.queries.figures.summary import club_month
from storage.queries.money.closing import draft, next_to_close
from storage.queries.money.ledger import entries_of, fund_positions
from storage.store import Store
from storage.tables.people import persons
from tests.kit.club_books import FOUNDED, ClubBooks, agreed, lend, miscount, on_one_account

AUGUST = Month(2026, 8)
SEPTEMBER = AUGUST.next()


@pytest.fixture
def books(database_url: str) -> Iterator[ClubBooks]:
    store = Store(database_url)
    yield ClubBooks(store)
    store.close_now()


def test_months_close_in_order_by_two_and_never_again(books: ClubBooks) -> None:
    books.gets(50_000)
    assert books.agrees_to_close("chair", AUGUST) is Code.MONTH_NOT_OVER
    books.passes(70)
    assert books.agrees_to_close("chair", SEPTEMBER) is Code.MONTH_OUT_OF_ORDER
    assert isinstance(books.agrees_to_close("chair", AUGUST), ClosingBegun)
    assert books.agrees_to_close("chair", AUGUST) is Code.WAITS_ALREADY
    assert books.agrees_to_close("cashier", AUGUST) is Code.NOT_ALLOWED
    assert isinstance(books.agrees_to_close("bookkeeper", AUGUST), MonthClosed)
    assert books.agrees_to_close("bookkeeper", AUGUST) is Code.MONTH_CLOSED
    assert books.asked(next_to_close) == SEPTEMBER
    assert books.faults == []


def test_two_persons_on_one_account_do_not_close(books: ClubBooks) -> None:
    from storage.changes.money.close_month import CloseMonth

    books.gets(50_000)
    books.passes(40)
    command = CloseMonth(AUGUST, books.asked(draft, AUGUST, books.today).agreed_on)
    books.does_as(on_one_account(books.deed("chair"), 7), command)
    came = books.does_as(on_one_account(books.deed("bookkeeper"), 7), command)
    assert came is Code.SAME_ACCOUNT
    assert books.asked(closed_months_of) == []


def test_the_second_has_to_see_the_same_books(books: ClubBooks) -> None:
    from storage.changes.money.close_month import CloseMonth

    books.gets(50_000)
    books.passes(40)
    seen = books.asked(draft, AUGUST, books.today).agreed_on
    books.agrees_to_close("chair", AUGUST)
    books.gets(1_000, day=AUGUST.last_day)
    assert books.does("bookkeeper", CloseMonth(AUGUST, seen)) is Code.BOOKS_CHANGED
    anew = books.agrees_to_close("bookkeeper", AUGUST)
    assert isinstance(anew, ClosingBegun)
    assert anew.anew
    assert isinstance(books.agrees_to_close("chair", AUGUST), MonthClosed)
    assert books.faults == []


def test_what_happened_in_a_closed_month_is_booked_in_the_open_one(books: ClubBooks) -> None:
    books.gets(50_000)
    books.passes(40)
    books.closes(AUGUST)
    late = books.gets(2_000, day=AUGUST.last_day)
    assert late.booked_month == SEPTEMBER
    assert books.faults == []


def test_a_closed_month_shows_its_frozen_figures_whatever_changes(books: ClubBooks) -> None:
    books.gets(50_000)
    books.passes(40)
    code = books.closes(AUGUST).closed.code
    before = books.asked(club_month, AUGUST, books.today).summary
    assert (before.is_closed, before.closing_code) == (True, code)
    with books.store.writing() as db:
        db.execute(persons.update().values(birth_year=None))
    after = books.asked(club_month, AUGUST, books.today).summary
    assert after.figures == before.figures
    assert thawed(json.loads(json.dumps(frozen(after.figures)))) == after.figures


def test_a_code_finds_its_month_in_small_letters_and_without_lines(books: ClubBooks) -> None:
    books.gets(50_000)
    books.passes(40)
    closed = books.closes(AUGUST).closed
    assert beginning_of(closed.code) == closed.whole[:15]
    for typed in (closed.code, closed.code.lower(), closed.code.replace("-", " ")):
        with books.store.reading() as db:
            [found] = months_with_code(db, typed)
            assert is_as_closed(db, found)
        assert (found.club_id, found.month) == (books.club_id, AUGUST)
    with books.store.reading() as db:
        for nonsense in ("", "2222-2222-2222", "OOOO-0000-1111", "x" * 99, "hai hai hai", "%"):
            assert months_with_code(db, nonsense) == []


def test_a_code_has_sixty_bits_in_three_groups() -> None:
    assert closing_code("0" * 64) == "2222-2222-2222"
    assert closing_code("f" * 64) == "ZZZZ-ZZZZ-ZZZZ"
    assert beginning_of("ZZZZ-ZZZZ-ZZZZ") == "f" * 15


def _story(url: str) -> list[str]:
    """The same story on a database; the codes of its months."""
    store = Store(url)
    books = ClubBooks(store)
    with store.writing() as db:
        rule = [[books.club.operating_fund, 30]]
        settle(db, books.club_id, "interest_split", rule, FOUNDED, books.now)
    books.begins_with(30)
    lent = lend(books)
    books.gets(123_456)
    books.passes(40)
    first = books.closes(AUGUST).closed
    books.does("cashier", TakeRepayment(lent, books.club.tin, Money(700_000)))
    agreed(books, "cashier", "bookkeeper", miscount(books, -6_000))
    books.passes(30)
    second = books.closes(SEPTEMBER).closed
    assert books.faults == []
    store.close_now()
    return [first.whole, second.whole]


def test_both_databases_give_the_same_codes(
    sqlite_url: str, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from storage.schema import bring_up_to_date

    monkeypatch.setattr("secrets.token_hex", lambda size: "ab" * size)
    postgres = Store(postgres_url)
    bring_up_to_date(postgres)
    postgres.close_now()
    codes = _story(sqlite_url)
    assert codes == _story(postgres_url)
    assert len(set(codes)) == 2


# Interest


def test_closing_shares_the_interest_out_and_a_later_correction_brings_it_back(
    books: ClubBooks,
) -> None:
    with books.store.writing() as db:
        rule = [[books.club.operating_fund, 30]]
        settle(db, books.club_id, "interest_split", rule, FOUNDED, books.now)
    books.begins_with(30)
    lent = lend(books)
    books.passes(30)
    books.does("cashier", TakeRepayment(lent, books.club.tin, Money(321_000)))
    books.passes(30)
    books.closes(AUGUST)
    paid = books.asked(entries_of)[-1]
    closed = books.closes(SEPTEMBER)
    assert closed.to_other_funds == Money(6_300), "30 % of 21.000"
    funds = books.asked(fund_positions)
    assert funds[books.club.operating_fund].cash == Money(6_300)
    assert books.asked(entries_of, SEPTEMBER)[-1].kind is Kind.INTEREST_SPLIT
    assert books.faults == []
    back = agreed(
        books, "bookkeeper", "chair", ReverseEntry(paid.id, cash_moved=True, reason="ghi nhầm")
    )
    assert len(back.written) == 2
    funds = books.asked(fund_positions)
    assert funds[books.club.operating_fund].cash == Money(0)
    assert funds[books.club.income_fund].total == Money(30_000_000)
    books.passes(30)
    assert books.closes(SEPTEMBER.next()).to_other_funds == Money(0)
    assert books.faults == []


def test_without_a_rule_all_interest_stays(books: ClubBooks) -> None:
    books.begins_with(30)
    lent = lend(books)
    books.does("cashier", TakeRepayment(lent, books.club.tin, Money(321_000)))
    books.passes(40)
    assert books.closes(AUGUST).to_other_funds == Money(0)
    assert Kind.INTEREST_SPLIT not in {each.kind for each in books.asked(entries_of)}


def test_an_inquiry_is_read_out_after_two_closings(books: ClubBooks) -> None:
    books.gets(50_000)
    agreed(books, "cashier", "bookkeeper", miscount(books, -10_000))
    books.passes(30)
    first = books.asked(draft, AUGUST, books.today).checklist
    assert (first.unsettled, first.read_out) == (1, 0)
    books.closes(AUGUST)
    books.passes(30)
    assert books.asked(draft, SEPTEMBER, books.today).checklist.read_out == 1


# At once


def test_two_who_close_at_once_close_once(books: ClubBooks) -> None:
    books.gets(50_000)
    books.passes(40)
    books.agrees_to_close("chair", AUGUST)
    with ThreadPoolExecutor(4) as threads:
        came = list(threads.map(lambda _: books.agrees_to_close("bookkeeper", AUGUST), range(4)))
    assert sum(isinstance(each, MonthClosed) for each in came) == 1, came
    assert {each for each in came if isinstance(each, Code)} <= {Code.MONTH_CLOSED}
    assert len(books.asked(closed_months_of)) == 1
    assert books.faults == []


def test_chair_and_bookkeeper_who_both_begin_at_once(books: ClubBooks) -> None:
    books.gets(50_000)
    books.passes(40)
    with ThreadPoolExecutor(2) as threads:
        came = list(
            threads.map(lambda who: books.agrees_to_close(who, AUGUST), ("chair", "bookkeeper"))
        )
    kinds = sorted(type(each).__name__ for each in came)
    assert kinds == ["ClosingBegun", "MonthClosed"], came
    assert books.faults == []


@pytest.mark.parametrize("round_", range(3))
def test_an_entry_on_its_way_is_in_the_month_or_after_it(books: ClubBooks, round_: int) -> None:
    books.gets(50_000)
    books.passes(40)
    books.agrees_to_close("chair", AUGUST)
    jobs: list[Callable[[], object]] = [
        lambda: books.agrees_to_close("bookkeeper", AUGUST),
        *(lambda: books.gets(1_000, day=AUGUST.last_day) for _ in range(4)),
    ]
    with ThreadPoolExecutor(5) as threads:
        list(threads.map(lambda job: job(), jobs[round_:] + jobs[:round_]))
    closed = books.asked(closed_month, AUGUST)
    entries = books.asked(sealed_entries)
    if closed is not None:
        assert set(closed.kept["entries"]) == {str(each["sequence"]) for each in entries[AUGUST]}
    assert sum(len(each) for each in entries.values()) == 5
    assert books.faults == []


def test_what_is_frozen_holds_no_names(books: ClubBooks) -> None:
    books.gets(50_000)
    agreed(books, "cashier", "bookkeeper", miscount(books, -10_000))
    books.passes(40)
    books.closes(AUGUST)
    with books.store.reading() as db:
        kept = str(db.execute(text("SELECT figures FROM closed_months")).scalar())
        entries = json.dumps(
            {str(month): each for month, each in sealed_entries(db, books.club_id).items()}
        )
    assert "Người" not in kept + entries
    assert "chưa rõ" not in kept + entries
