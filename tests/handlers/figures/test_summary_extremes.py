"""The month in every form of a club of one, of five hundred, and of names of sixty letters."""

import io
from datetime import UTC, date, datetime
from typing import Any

import openpyxl
import pytest
from pypdf import PdfReader
from sqlalchemy import update

from club.calendar import Month
from club.digest import Digest
from messages.figures.summary import Page, overview, page
from messages.moments import written
from messages.papers.kinds import drawn
from messages.papers.poster import poster_of
from messages.papers.summaries import PAPERS_OF_A_MONTH, MonthForPaper
from messages.papers.summary_workbook import kept_books
from messages.wording import Words
from storage.changes.joining.found_club import NewClub, found_club
from storage.changes.members.enter_member import NewMember, enter_member
from storage.queries.figures.digest import digest_of
from storage.queries.figures.summary_papers import month_on_paper
from storage.queries.money.books_listed import books_listed
from storage.tables.areas import clubs
from storage.tables.books import funds
from tests.kit import printed
from tests.kit.golden_month import OCTOBER, write_golden_month
from tests.kit.telegram_checks import picture_size
from tests.kit.village import Village, village

TODAY = date(2026, 11, 2)
JOINED = date(2026, 10, 1)
NOON = datetime(2026, 10, 1, 5, tzinfo=UTC)
LONG = "Câu lạc bộ Liên thế hệ tự giúp nhau khu dân cư Nguyễn Trường"
LONG_FUND = "Quỹ khuyến học và hỗ trợ con cháu vượt khó thôn Đoài Thượng"


def read_month(v: Village, club_id: int, month: Month) -> tuple[MonthForPaper, Digest]:
    with v.store.reading() as db:
        on_paper = month_on_paper(db, club_id, month, TODAY)
        news = digest_of(db, club_id, month, today=TODAY, now=v.clock.now())
        books = kept_books(books_listed(db, club_id, month))
    assert on_paper is not None and news is not None
    of = MonthForPaper(
        club=on_paper.found.club_name,
        commune=on_paper.commune,
        chair=on_paper.chair,
        bookkeeper=on_paper.bookkeeper,
        day=TODAY,
        summary=on_paper.found.summary,
        for_board=True,
        books=lambda: books,
    )
    return of, news


def in_every_form(v: Village, club_id: int, month: Month) -> dict[str, str]:
    """Draws all of them and returns what can be read in each; raises where one cannot be made."""
    (of, news), words = read_month(v, club_id, month), Words()
    picture, paper, workbook = (
        drawn(PAPERS_OF_A_MONTH[form](of), words).content for form in ("png", "pdf", "xlsx")
    )
    width, height = picture_size(picture)
    assert width == 1080
    assert height <= 1350
    poster = drawn(poster_of(news, of.commune), words).content
    assert len(PdfReader(io.BytesIO(poster)).pages) == 1
    said = [written(page(of.club, of.summary, each, for_board=True), words) for each in Page]
    return {
        "text": written(overview(of.club, of.summary, for_board=True), words),
        "pages": "\n".join(said),
        "pdf": printed.text(paper),
        "poster": printed.text(poster),
        "xlsx": "\n".join(_cells(workbook)),
    }


def _cells(content: bytes) -> list[str]:
    sheets = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    return [str(cell) for sheet in sheets for row in sheet.values for cell in row if cell]


async def test_a_club_of_one_member_without_a_single_entry(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        club_id = v.store.change(_club_of_one, v)
        forms = in_every_form(v, club_id, OCTOBER)
        assert "Thành viên: 1 người; 1 từ 60 tuổi, 1 nữ" in forms["text"]
        assert "Trong tháng chưa sinh hoạt" in forms["text"]
        # Half of those in need is no number where nobody is in need.
        assert "Người cần vay được vay: chưa rõ" in forms["pages"]
        assert "Tháng này chưa có: buổi sinh hoạt" in forms["pdf"]
        assert "1 thành viên" in forms["poster"]


async def test_a_club_of_five_hundred(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        v.store.change(_many_join, v.club.club_id, 492)
        forms = in_every_form(v, v.club.club_id, OCTOBER)
        assert "Thành viên: 500 người" in forms["text"]
        assert "vượt chuẩn" in forms["pages"]
        assert forms["xlsx"].count("Người thứ ") >= 492


async def test_names_of_sixty_letters_are_whole_everywhere(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        write_golden_month(v)
        v.store.change(_long_names, v.club.club_id, v.club.operating_fund)
        forms = in_every_form(v, v.club.club_id, OCTOBER)
        for form in ("text", "pages", "pdf", "poster", "xlsx"):
            text = forms[form]
            assert LONG in text or LONG.upper() in text, form
        for form in ("text", "pages", "pdf", "xlsx"):
            assert LONG_FUND in forms[form], form


@pytest.mark.parametrize("name", ["H'Hen Niê 🌸", "Sùng A Páo ŏ", "=SUM(A1)", "<b>x</b> #let"])
async def test_odd_names_stay_letters(sqlite_url: str, name: str) -> None:
    async with village(sqlite_url) as v:
        v.store.change(_renamed, v.club.club_id, name)
        forms = in_every_form(v, v.club.club_id, OCTOBER)
        assert name in forms["xlsx"]
        assert name.split(maxsplit=1)[0].upper() in forms["pdf"]


def _club_of_one(db: Any, v: Village) -> int:
    new = NewClub("CLB Thôn Thượng", "Thôn Thượng", "Hà Nội", "Xã Mỹ Đức", JOINED, "HXMK9999")
    made = found_club(db, new, v.clock.now())
    member = NewMember("Vũ Thị Một", 1950, "female", JOINED)
    enter_member(db, made.club_id, member, v.clock.now())
    return made.club_id


def _many_join(db: Any, club_id: int, number: int) -> None:
    for each in range(number):
        joins = NewMember(f"Người thứ {each}", 1955, "female", JOINED)
        enter_member(db, club_id, joins, NOON)


def _long_names(db: Any, club_id: int, fund: int) -> None:
    _renamed(db, club_id, LONG)
    db.execute(update(funds).where(funds.c.id == fund).values(name=LONG_FUND))


def _renamed(db: Any, club_id: int, name: str) -> None:
    db.execute(update(clubs).where(clubs.c.id == club_id).values(name=name))
