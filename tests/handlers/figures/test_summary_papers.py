"""The golden month on paper; its figures, added up in test_summary.py, read back out of each."""

import io
from datetime import datetime
from typing import Any

import openpyxl
import pytest

from club.calendar import Month
from messages.figures.summary_kept import kept, summary_of
from messages.papers.kinds import Drawn, drawn
from messages.papers.summaries import PAPERS_OF_A_MONTH, MonthForPaper
from messages.papers.summary_picture import picture_data
from messages.papers.summary_workbook import kept_books
from messages.wording import Words
from storage.queries.figures.summary_papers import month_on_paper
from storage.queries.money.books_listed import books_listed
from tests.kit import printed
from tests.kit.golden_month import OCTOBER, write_golden_month
from tests.kit.telegram_checks import picture_size
from tests.kit.village import Village, village

VI = Words("vi")


def midnight(year: int, month: int, day: int) -> datetime:
    """A day as a spreadsheet has it; it knows no zones."""
    return datetime(year, month, day)  # noqa: DTZ001


def made_of(v: Village, month: Month = OCTOBER) -> MonthForPaper:
    today = v.clock.now().date()
    found = v.store.change(month_on_paper, v.club.club_id, month, today)
    assert found is not None
    books = kept_books(v.store.change(books_listed, v.club.club_id, month))
    return MonthForPaper(
        club=found.found.club_name,
        commune=found.commune,
        chair=found.chair,
        bookkeeper=found.bookkeeper,
        day=today,
        summary=found.found.summary,
        for_board=True,
        books=lambda: books,
    )


def paper_of(of: MonthForPaper, form: str, language: str = "vi") -> Drawn:
    return drawn(PAPERS_OF_A_MONTH[form](of), Words(language))


async def test_the_summary_comes_back_from_a_row_as_it_was(database_url: str) -> None:
    async with village(database_url) as v:
        write_golden_month(v)
        summary = made_of(v).summary
        assert summary_of(kept(summary)) == summary


async def test_the_picture_shows_the_months_figures(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        write_golden_month(v)
        of = made_of(v)
        data = picture_data(VI, of.club, of.summary, for_board=True)
        tiles = {each["label"]: (each["value"], each["before"]) for each in data["tiles"]}
        assert tiles == {
            "Thành viên": ("8", "tháng trước: 8"),
            "Người dự sinh hoạt": ("5/8 (63%)", "tháng trước: 75%"),
            "Quỹ tăng thu nhập": ("50.042.000", "tháng trước: 50.000.000"),
            "Thu phí thành viên": ("15.000", "tháng trước: 0"),
            "Đang cho vay": ("7.000.000", "tháng trước: 9.000.000"),
            "Trong đó quá hạn": ("3.000.000", "tháng trước: 3.000.000"),
        }
        assert data["attendance"]["bars"] == [
            {"label": "9/26", "percent": 75, "is_own": False},
            {"label": "10/26", "percent": 63, "is_own": True},
        ]
        income, operating = data["funds"]["bars"]
        assert (income["cash_said"], income["lent_said"]) == ("43.042.000 đồng", "7.000.000 đồng")
        assert (operating["cash_said"], operating["lent_said"]) == ("465.000 đồng", "")
        assert [each["count"] for each in data["areas"]["cells"]][:3] == [1, 2, 1]
        picture = paper_of(of, "png")
        width, height = picture_size(picture.content)
        assert width == 1080
        assert 1200 < height <= 1350, "no empty field, and not longer than a phone"
        assert picture.file_name == "bao-cao-2026-10.png"
        assert paper_of(of, "png").content == picture.content


async def test_members_see_no_debts_on_their_picture(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        write_golden_month(v)
        of = made_of(v)
        data = picture_data(VI, of.club, of.summary, for_board=False)
        labels = [each["label"] for each in data["tiles"]]
        assert labels[-2:] == ["Sổ Tấm lòng vàng", "Người được giúp đỡ"]


async def test_the_sheet_to_sign_says_the_same(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        write_golden_month(v)
        text = printed.text(paper_of(made_of(v), "pdf").content)
        for line in (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "ngày 02 tháng 11 năm 2026",
            "BÁO CÁO THÁNG Tháng 10/2026 Tháng này chưa khóa sổ.",
            "1 Thành viên 8 8",
            "11 Ngày sinh hoạt 24/10/2026 24/09/2026",
            "12 Người dự sinh hoạt 5 6 13 Khách dự buổi sinh hoạt 0 0",
            "14 Tỷ lệ dự sinh hoạt 63% 75%",
            "Phí thành viên đã thu 15.000 0",
            "Phí thành viên còn thiếu 190.000",
            "Đếm thừa (+) hay thiếu (−) so với sổ −7.000 –",
            "Quỹ tăng thu nhập: tiền cuối tháng 43.042.000 41.000.000",
            "Quỹ hoạt động: chi trong tháng 50.000 0",
            "Quá hạn 31–90 ngày 3.000.000 0",
            "Tỷ lệ người cần vay được vay 67% 100%",
            "Tấm lòng vàng bằng hiện vật: gạo: 10,5 cân.",
            "Kế toán",
            "Chủ nhiệm",
        ):
            assert line in text, line


@pytest.mark.parametrize(("month", "has_before"), [(Month(2026, 5), False), (OCTOBER, True)])
async def test_sheet_and_workbook_have_the_month_before_where_there_is_one(
    sqlite_url: str, month: Month, has_before: bool
) -> None:
    """The village was founded in May 2026."""
    async with village(sqlite_url) as v:
        of = made_of(v, month)
        book = openpyxl.load_workbook(io.BytesIO(paper_of(of, "xlsx").content))
        [heads] = book["Trang đầu"].iter_rows(min_row=3, max_row=3, values_only=True)
        months = [f"Tháng {each.month}/{each.year}" for each in (month, month.previous())]
        said = printed.text(paper_of(of, "pdf").content)
        assert list(heads) == ["Chỉ số", *months[: 1 + has_before], "Cách tính"]
        assert (months[1] in said) is has_before
        row = next(book["Trang đầu"].iter_rows(min_row=4, max_row=4, values_only=True))
        assert len(str(row[-1])) > 20, "the last column says how it is counted"


def cells(sheet: Any) -> list[tuple[Any, ...]]:
    return list(sheet.iter_rows(min_row=4, values_only=True))


async def test_the_workbook_holds_real_numbers_and_days(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        write_golden_month(v)
        workbook = openpyxl.load_workbook(io.BytesIO(paper_of(made_of(v), "xlsx").content))
        cover = {row[0]: row[1:3] for row in cells(workbook["Trang đầu"])}
        assert cover["Thành viên"] == (8, 8)
        assert cover["Ngày sinh hoạt"] == (midnight(2026, 10, 24), midnight(2026, 9, 24))
        assert cover["Tỷ lệ dự sinh hoạt"] == (0.63, 0.75)
        assert cover["Quỹ tăng thu nhập, cả đang cho vay"] == (50_042_000, 50_000_000)
        assert cover["Phí thành viên còn thiếu"][0] == 190_000
        assert cover["Quá hạn 31–90 ngày"] == (3_000_000, 0)
        cash = cells(workbook["Quỹ tăng thu nhập"])
        assert cash[0][2:] == ("Mang sang từ tháng trước", None, None, None, 41_000_000)
        assert [row[6] for row in cash][-1] == 43_042_000
        loans = {row[0]: row[3:] for row in cells(workbook["Sổ vay vốn"])}
        assert {row[-1] for row in loans.values()} == {3_000_000, 4_000_000}
        assert workbook["Sổ vay vốn"].freeze_panes == "B4"
        gifts = cells(workbook["Sổ Tấm lòng vàng"])
        assert gifts == [(midnight(2026, 10, 24), None, None, "gạo", 10.5, "cân")]


async def test_what_looks_like_a_formula_stays_a_text(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        write_golden_month(v)
        bad = '=HYPERLINK("http://x","y")'
        of = made_of(v)
        books = of.books().replace("gạo", bad.replace('"', '\\"'))
        changed = MonthForPaper(
            club="=1+1",
            commune="@x",
            chair="",
            bookkeeper="",
            day=of.day,
            summary=of.summary,
            for_board=True,
            books=lambda: books,
        )
        workbook = openpyxl.load_workbook(io.BytesIO(paper_of(changed, "xlsx").content))
        [gift] = list(workbook["Sổ Tấm lòng vàng"].iter_rows(min_row=4))
        assert (gift[3].value, gift[3].data_type) == (bad, "s")
        assert workbook["Trang đầu"]["A2"].data_type == "s"


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("form", ["png", "pdf", "xlsx"])
async def test_a_month_without_an_entry_can_be_drawn(
    sqlite_url: str, form: str, language: str
) -> None:
    async with village(sqlite_url) as v:
        file = paper_of(made_of(v), form, language)
        assert file.file_name.isascii()
        assert len(file.content) > 5_000


async def test_the_board_gets_the_papers_in_chat_and_members_a_picture(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        write_golden_month(v)
        await v.binh.says("báo cáo tháng 10")
        await v.binh.taps("Ảnh, bản in, bảng tính")
        await v.binh.taps("Bản in để ký")
        assert [each.file_name for each in v.binh.papers] == ["bao-cao-2026-10.pdf"]
        await v.hoa.says("báo cáo tháng 10")
        await v.hoa.taps("Ảnh xem trên điện thoại")
        assert [each.file_name for each in v.hoa.papers] == ["bao-cao-2026-10.png"]


async def test_a_member_cannot_have_the_books(sqlite_url: str) -> None:
    from handlers.talk.heard import Kind

    async with village(sqlite_url) as v:
        write_golden_month(v)
        await v.hoa.says("v:summary_papers:2026-10 xlsx", kind=Kind.PRESS)
        assert v.hoa.papers == []
        assert "Bản in để ký" not in v.hoa.labels
