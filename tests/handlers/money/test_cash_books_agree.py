"""Paper, summary and sheet say the same of a month's cash, whatever went through the books."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from club.accounts import Entry, Kind, Source
from club.calendar import Month
from club.ledger import moved, transferred
from club.money import NOTHING, Money, total
from club.summary.figures import FundFigures
from handlers.dialogue.visitor import Visitor
from handlers.money.book_papers import PAGES
from messages.papers.kinds import drawn
from messages.wording import Words
from storage.changes.inserting import inserted
from storage.changes.money.book import write_entry
from storage.memberships import Membership
from storage.queries import Connection
from storage.queries.money.books_listed import books_listed
from storage.queries.money.closing import month_figures
from storage.queries.money.ledger import entries_of
from storage.store import Store
from storage.tables.books import places
from tests.kit import printed
from tests.kit.club_books import ClubBooks
from tests.storage.test_books_any_order import Anybody

STEPS = 400


@pytest.fixture(scope="module")
def books(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ClubBooks]:
    """A club after its year; the tests only read."""
    file = tmp_path_factory.mktemp("year") / "lien.db"
    shutil.copy(sqlite_template, file)
    store = Store(f"sqlite+aiosqlite:///{file}")
    books = ClubBooks(store)
    a_year(books)
    yield books
    store.close_now()


def keeper(books: ClubBooks) -> Visitor:
    zone = "Asia/Ho_Chi_Minh"
    roles = frozenset({"chair"})
    membership = Membership(1, books.club_id, "", zone, False, "member", roles)
    return Visitor(0, "web", "vi", Words("vi"), books.now, books.today, 1, membership)


def on_paper(books: ClubBooks, month: Month) -> Any:
    with books.store.reading() as db:
        paper = PAGES["cash"](keeper(books), db, month)
    assert paper is not None
    return paper


def columns(rows: list[list[Any]], first: int, last: int) -> list[Money]:
    return [total(row[column] for row in rows) for column in range(first, last)]


def in_and_out(rows: tuple[Any, ...]) -> tuple[Money, Money, Money, Money]:
    """Of a fund's sheet: beginning, in, out, end."""
    into = total(row[4] for row in rows if row[4] is not None)
    out_of = total(row[5] for row in rows if row[5] is not None)
    return rows[0][6], into, out_of, rows[-1][6]


def as_summed(fund: FundFigures) -> tuple[Money, Money, Money, Money]:
    return fund.opening, fund.received, fund.paid, fund.closing


def a_bank(db: Connection, club_id: int) -> int:
    return inserted(db, places, club_id=club_id, kind="bank")


def a_year(books: ClubBooks) -> None:
    """Money brought along, carried to the bank, given from fund to fund, and all kinds besides."""
    books.begins_with(20)
    somebody = Anybody(books, 7)
    bank = books.store.change(a_bank, books.club_id)
    for step in range(STEPS):
        somebody.acts()
        books.passes(1)
        if step % 40 == 0:
            for entry in _carried_and_transferred(books, bank):
                books.store.change(write_entry, books.deed("cashier"), entry)


def _carried_and_transferred(books: ClubBooks, bank: int) -> tuple[Entry, Entry]:
    tin, lending, small = books.club.tin, books.club.income_fund, Money(30_000)
    return (
        moved(fund=lending, from_place=tin, to_place=bank, amount=small, happened_on=books.today),
        transferred(
            from_fund=lending,
            to_fund=books.club.operating_fund,
            place=tin,
            amount=small,
            source=Source.GRANT,
            happened_on=books.today,
        ),
    )


def test_a_year_of_cash_is_the_same_on_paper_in_the_summary_and_on_the_sheet(
    books: ClubBooks,
) -> None:
    entries = books.asked(entries_of)
    assert {Kind.MOVE, Kind.REVERSAL, Kind.OPENING, Kind.TRANSFER} <= {e.kind for e in entries}
    months = sorted({each.booked_month for each in entries})
    assert len(months) >= 12
    for month in months:
        paper = on_paper(books, month).values
        figures = books.asked(month_figures, month, books.today).funds
        sheets = [each for each in books.asked(books_listed, month) if each.code == "cash"]
        assert [in_and_out(each.rows) for each in sheets] == [as_summed(each) for each in figures]
        assert list(map(total, zip(*map(as_summed, figures), strict=True)))[:3] == columns(
            paper["funds"], 1, 4
        )
        assert columns(paper["places"], 1, 4) == columns(paper["funds"], 1, 4)
        assert columns(paper["places"], 4, 5) == [NOTHING]
        for row in paper["funds"]:
            assert tuple(row[1:]) in {as_summed(each)[:3] for each in figures}


def test_the_printed_lists_have_the_same_sums(books: ClubBooks) -> None:
    month = Month.of(books.today)
    paper = on_paper(books, month)
    opening, into, out_of = columns(paper.values["places"], 1, 4)
    end = opening + into - out_of
    text = printed.text(drawn(paper, Words("vi")).content)
    said = [f"{each.dong:,}".replace(",", ".") for each in (opening, into, out_of, end)]
    # By place nothing is left of what only moved; by fund it does not stand at all.
    assert f"Tổng cộng {said[0]} {said[1]} {said[2]} 0 {said[3]}" in text
    assert f"Tổng cộng {' '.join(said)}" in text
    assert f"Tổng cộng {said[1]} {said[2]}" in text
