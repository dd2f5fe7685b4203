"""The books of a month on paper equal the books, to the đồng; only their keepers print them."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from bot.practice.fill import fill
from club.accounts import Account, Kind, Posting
from club.calendar import Month
from club.money import NOTHING, Money, total
from club.summary import count_month
from handlers.dialogue.visitor import Visitor
from handlers.money.book_papers import PAGES
from handlers.talk.heard import Kind as Heard
from messages.formats import figures
from messages.papers.kinds import Drawn, drawn, paper_of
from messages.presses import ScreenPress, packed
from messages.wording import Words
from storage.memberships import Membership
from storage.queries import Connection
from storage.queries.faults.chain import closed_month, months_closed
from storage.queries.figures.summary_rows import club_rows
from storage.queries.money.book_pages import fee_grid
from storage.queries.money.ledger import entries_of, fund_positions
from storage.queries.money.payments import receipts_in
from storage.schema import bring_up_to_date
from storage.store import Store
from storage.tables.people import members
from tests.handlers.money.test_paying_out import TEA, slip
from tests.kit import printed
from tests.kit.lending import give_fund
from tests.kit.village import village
from tests.kit.world import START

TODAY = date(2026, 11, 2)
CLUB = 1
TIMEZONE = "Asia/Ho_Chi_Minh"
APART = {Kind.OPENING, Kind.MOVE}


@pytest.fixture(scope="module")
def filled(sqlite_template: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A club with half a year behind it, its past months closed."""
    file: Path = tmp_path_factory.mktemp("papers") / "lien.db"
    file.write_bytes(sqlite_template.read_bytes())
    store = Store(f"sqlite+aiosqlite:///{file}")
    store.change(fill, START)
    yield store
    store.close_now()


def keeper(language: str = "vi") -> Visitor:
    membership = Membership(1, CLUB, "", TIMEZONE, True, "member", frozenset({"chair"}))
    return Visitor(0, "web", language, Words(language), START, TODAY, 1, membership)


def page(store: Store, name: str, month: Month, language: str = "vi") -> Drawn | None:
    with store.reading() as db:
        paper = PAGES[name](keeper(language), db, month)
    return None if paper is None else drawn(paper_of(paper.as_json()), Words(language))


def said(store: Store, name: str, month: Month) -> str:
    made = page(store, name, month)
    assert made is not None
    return printed.text(made.content)


def months(store: Store) -> list[Month]:
    with store.reading() as db:
        return sorted({each.booked_month for each in entries_of(db, CLUB)})


def posted(store: Store, account: Account, until: Month) -> Iterable[tuple[Month, Kind, Posting]]:
    with store.reading() as db:
        for entry in entries_of(db, CLUB):
            for each in entry.postings:
                if each.account is account and entry.booked_month <= until:
                    yield entry.booked_month, entry.kind, each


def written(*sums: Money) -> str:
    return " ".join(figures(each.dong) for each in sums)


def test_the_cash_book_adds_up_to_the_books(filled: Store) -> None:
    """What the club brought along stands at the beginning and in no sum of a month."""
    for month in months(filled):
        cash = [(when, kind, each) for when, kind, each in posted(filled, Account.CASH, month)]
        own = [each.amount for when, kind, each in cash if when == month and kind not in APART]
        into = total(each for each in own if each > NOTHING)
        out_of = total(-each for each in own if each < NOTHING)
        closing = total(each.amount for _, _, each in cash)
        text = said(filled, "cash", month)
        opening = closing - into + out_of
        before = total(each.amount for when, _, each in cash if when < month)
        assert f"Tồn đầu kỳ: {figures(before.dong)} đồng" in text
        assert f"Tổng cộng {written(into, out_of)}" in text
        # By place and by fund the same stands at the end.
        assert f"Tổng cộng {written(opening, into, out_of, NOTHING, closing)}" in text
        assert f"Tổng cộng {written(opening, into, out_of, closing)}" in text
        with filled.reading() as db:
            for entry in entries_of(db, CLUB, month):
                assert entry.voucher in text
            for position in fund_positions(db, CLUB, month).values():
                assert figures(position.cash.dong) in text


def test_the_loan_book_adds_up_to_the_books(filled: Store) -> None:
    lent = False
    for month in months(filled):
        principal = list(posted(filled, Account.PRINCIPAL, month))
        interest = total(
            -each.amount
            for when, kind, each in posted(filled, Account.INTEREST_INCOME, month)
            if when == month and each.loan is not None
        )
        before = total(each.amount for when, _, each in principal if when < month)
        own = [each.amount for when, _, each in principal if when == month]
        more = total(each for each in own if each > NOTHING)
        less = total(-each for each in own if each < NOTHING)
        text = said(filled, "loans", month)
        if before or own:
            lent = True
            sums = written(before, more, less, interest, before + more - less)
            assert f"Tổng cộng {sums}" in text
        else:
            assert "(chưa có)" in text
    assert lent


def test_the_fee_book_adds_up_to_the_books(filled: Store) -> None:
    """Nobody has paid for the year after, and none of it was brought along."""
    for month in months(filled):
        received = total(-each.amount for _, _, each in posted(filled, Account.FEE_INCOME, month))
        sums = re.search(r"Tổng cộng((?: [\d.]+){12}) ([\d.]+) ", said(filled, "fees", month))
        assert sums is not None
        by_month = [int(each.replace(".", "")) for each in sums[1].split()]
        assert int(sums[2].replace(".", "")) == sum(by_month) == received.dong


def test_the_fee_book_and_the_report_count_the_same_members(filled: Store) -> None:
    """Who left after the month stands in it still, who left in it only with what she paid."""
    with filled.reading() as db:
        staying, leaving = [each.member for each in fee_grid(db, CLUB, Month(2026, 9))][:2]
    filled.change(_leaves, staying, date(2026, 11, 2))
    filled.change(_leaves, leaving, date(2026, 10, 1))
    for month in (Month(2026, 9), Month(2026, 10)):
        with filled.reading() as db:
            rows = club_rows(db, CLUB, month, today=TODAY, zone=ZoneInfo(TIMEZONE))
            there = sum(each.is_member for each in fee_grid(db, CLUB, month))
        assert there == count_month(rows, month, today=TODAY).members.all
        text = said(filled, "fees", month)
        assert f"Cuối tháng có {there} thành viên" in text
        assert ("(đã thôi)" in text) is (month == Month(2026, 10))
        assert ("người đã thôi ghi số đã nộp" in text) is (month == Month(2026, 10))
    for member in (staying, leaving):
        filled.change(_leaves, member, None)


def _leaves(db: Connection, member: int, day: date | None) -> None:
    state = "member" if day is None else "left"
    db.execute(update(members).where(members.c.id == member).values(state=state, left_on=day))


def test_the_golden_heart_book_adds_up_to_the_books(filled: Store) -> None:
    given = NOTHING
    for month in months(filled):
        gifts = total(
            -each.amount
            for when, _, each in posted(filled, Account.DONATION_INCOME, month)
            if when == month
        )
        text = said(filled, "golden_heart", month)
        assert f"Tổng cộng {figures(gifts.dong)}" in text or "(chưa có)" in text
        given += gifts
    assert given > NOTHING


def test_the_page_of_a_closed_month_has_its_figures_and_its_code(filled: Store) -> None:
    with filled.reading() as db:
        closed = [closed_month(db, CLUB, each) for each in months_closed(db, CLUB)]
    assert len(closed) > 2
    for each in closed:
        assert each is not None
        text = said(filled, "closed", each.month)
        assert f"Mã khóa sổ: {each.code}" in text
        for fund in each.figures.funds:
            sums = (fund.opening, fund.received, fund.paid, fund.closing, fund.outstanding)
            assert written(*sums) in text
        with filled.reading() as db:
            slips = receipts_in(db, CLUB, each.month).slips
        assert ("Phiếu chi: " in text) is (slips > 0)
        assert not slips or f"Phiếu chi: {slips}, trong đó có ảnh hóa đơn: 0" in text
    assert page(filled, "closed", Month(2026, 11)) is None


def test_the_sheet_for_the_meeting_has_a_line_to_sign_for_everybody(filled: Store) -> None:
    made = page(filled, "meeting", Month(2026, 11))
    assert made is not None
    sheets = printed.pages(made.content)
    assert len(sheets) > 1
    for each in sheets[:-1]:
        assert "Ký hoặc điểm chỉ" in " ".join(each.split()), "the heading is repeated"
    assert "Tiền đếm được sau buổi" in printed.text(made.content)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_every_page_is_made_in_english_too(filled: Store, name: str) -> None:
    made = page(filled, name, Month(2026, 9), "en")
    assert made is not None
    assert "SOCIALIST REPUBLIC OF VIET NAM" in printed.text(made.content)
    assert made.file_name.isascii()


@pytest.mark.parametrize("who", ["hoa", "cuc", "dao", "quan", "la"])
async def test_who_does_not_keep_the_books_prints_none(sqlite_url: str, who: str) -> None:
    async with village(sqlite_url) as v:
        phone = v.phones[who]
        for said_, kind in (
            (packed(ScreenPress("print_books", "2026-11 cash")), Heard.PRESS),
            (packed(ScreenPress("print_books")), Heard.PRESS),
            ("trang sổ tháng 11", Heard.TEXT),
        ):
            await phone.says(said_, kind=kind)
            assert "Sổ quỹ" not in " ".join(phone.labels)
        assert phone.papers == []


@pytest.mark.parametrize("who", ["binh", "em", "giang"])
async def test_keepers_reach_them_by_word_and_from_the_books(database_url: str, who: str) -> None:
    async with village(database_url) as v:
        phone = v.phones[who]
        await phone.says("sổ sách")
        await phone.says("trang sổ tháng 10")
        assert "tháng 10/2026" in phone.heard
        await phone.taps("Sổ quỹ tiền mặt")
        assert "sổ quỹ tiền mặt tháng 10/2026" in phone.heard
        assert phone.papers[-1].file_name == "so-quy-2026-10.pdf"
        await phone.taps("Trang khác")
        await phone.taps("Bảng khóa sổ có mã")
        assert "chưa khóa" in phone.heard
        assert len(phone.papers) == 1


async def test_the_cash_book_says_which_receipt_has_a_photo(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 5)
        for receipt in (True, False):
            await slip(v.giang, *TEA[:6])
            if not receipt:
                await v.giang.says("một lần nữa")
            await (v.giang.sends_photo() if receipt else v.giang.says("bỏ qua"))
            await v.giang.says("đúng")
            await v.giang.says("thực đơn")
        text = " ".join(said(v.store, "cash", Month(2026, 11)).split())
        assert text.count("(có ảnh)") == 1
        with v.store.reading() as db:
            assert receipts_in(db, CLUB, Month(2026, 11)).slips == 2


@pytest.mark.parametrize("argument", ["", "2026-13 cash", "9999-01 cash", "x y", "2026-10 nothing"])
async def test_nonsense_leads_to_the_list(sqlite_url: str, argument: str) -> None:
    async with village(sqlite_url) as v:
        await v.em.says(packed(ScreenPress("print_books", argument)), kind=Heard.PRESS)
        assert v.em.heard
        assert all(each.file_name != "so-quy-9999-01.pdf" for each in v.em.papers)


async def test_every_page_is_read_from_either_database(database_url: str) -> None:
    store = Store(database_url)
    bring_up_to_date(store)
    try:
        store.change(fill, START)
        month = Month(2026, 9)
        for name in PAGES:
            with store.reading() as db:
                paper = PAGES[name](keeper(), db, month)
            assert paper is not None
            assert paper_of(paper.as_json()).as_json() == paper.as_json()
        assert "Tổng cộng 55.441.000 1.852.000 60.000 0 57.233.000" in said(store, "cash", month)
    finally:
        await store.close()
