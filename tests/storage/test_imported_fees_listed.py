"""Fees that the paper book says were paid stand in the fee book, marked as taken over."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from zoneinfo import ZoneInfo

import pytest

from club.calendar import Month
from club.importing import IncomingFee, Whose
from club.money import Money
from handlers.dialogue.visitor import Visitor
from handlers.money.book_papers import PAGES
from messages.papers.kinds import drawn
from messages.wording import Words
from storage.memberships import Membership
from storage.queries.figures.summary_rows import club_rows
from storage.queries.money.books_listed import books_listed
from storage.store import Store
from tests.kit import printed
from tests.kit.club_books import ClubBooks
from tests.kit.paper_books import FEE, FILE, asked, imports, member_id

OF_MANH = IncomingFee(
    at=FEE.at,
    whose=Whose("Trần Văn Mạnh"),
    first=Month(2026, 3),
    last=Month(2026, 12),
    amount=Money(50_000),
)


@pytest.fixture
def books(sqlite_url: str) -> Iterator[ClubBooks]:
    store = Store(sqlite_url)
    made = ClubBooks(store)
    imports(made, replace(FILE, fees=(OF_MANH,)))
    yield made
    store.close_now()


def test_the_sheet_has_the_months_and_says_where_they_come_from(books: ClubBooks) -> None:
    listed = asked(books, books_listed, books.club_id, Month.of(books.today))
    (fees,) = [each for each in listed if each.code == "fees"]
    assert fees.columns[-1][0] == "brought_along"
    assert fees.rows == (("Trần Văn Mạnh", None, None, *[Money(5_000)] * 10, "3–12"),)


def test_the_page_has_them_with_a_star(books: ClubBooks) -> None:
    zone = "Asia/Ho_Chi_Minh"
    of_club = Membership(1, books.club_id, "", zone, True, "member", frozenset({"chair"}))
    me = Visitor(0, "web", "vi", Words("vi"), books.now.astimezone(UTC), books.today, 1, of_club)
    with books.store.reading() as db:
        page = PAGES["fees"](me, db, Month.of(books.today))
    assert page is not None
    text = printed.text(drawn(page, Words("vi")).content)
    assert "* chép từ sổ giấy" in text
    assert text.count("5.000*") == 10


def test_the_month_neither_asks_for_them_again_nor_says_they_came_in(books: ClubBooks) -> None:
    month, manh = Month.of(books.today), member_id(books, "Trần Văn Mạnh")
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    with books.store.reading() as db:
        rows = club_rows(db, books.club_id, month, today=books.today, zone=zone)
    paid = [each for each in rows.fees_paid if each.member == manh]
    assert [each.period for each in paid] == [
        Month(2026, 3).plus(each) for each in range(len(paid))
    ]
    assert paid[-1].period == month
