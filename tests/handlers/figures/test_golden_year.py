"""A club-year added up by hand, and read back out of every form of each month's summary.

The ledger table is tests/kit/golden_year.py. In thousands of đồng, month by month:

Income fund, cash: 20.000 were brought at the founding. Lan borrows 3.000 in August and repays
1.000 + 42 in September, November and December; Mạnh borrows 4.000 in January and repays
2.000 + 42 in March and in April. 20.000 + 3 × 1.042 + 2 × 2.042 − 3.000 − 4.000 = 20.210.

Operating fund: 300 were brought. In: June two fees 10; July a fee 5 and a gift 100; November five
fees 25; December a gift 200. Out: October 50, December 80. 300 + 340 − 130 = 510.

Box and bank: 12.000 of the income fund are carried to the bank in July, 5.000 come back in January.
The box holds what both funds have in money less that: July 20.000 + 415 − 12.000 = 8.415.

Fees: eight members owe 5 a month from June on, 40 a month. Paid for months so far: June 10,
July 15, November 15 + 20 (the fee for December is still ahead), December on 40.
October, the fifth month: 200 − 15 = 185. April, the eleventh: 440 − 40 = 400.

Overdue at the end of the month: October Lan's second part, due on the 24th, 1.000, seven days;
November her third, six days; February Mạnh's first part 2.000, four days; March his second,
seven days.

Attendance of eight: 6 is 75 %, 7 is 88 % (87,5), 5 is 63 % (62,5), 4 is 50 %.
"""

import io
import re
from typing import Any

import openpyxl

from club.calendar import Month
from club.money import Money
from messages.figures.summary import Page, overview, page
from messages.figures.summary_forms import summary_json
from messages.formats import figures as dotted
from messages.moments import written
from messages.papers.kinds import drawn
from messages.papers.summaries import PAPERS_OF_A_MONTH, MonthForPaper
from messages.papers.summary_picture import picture_data
from messages.papers.summary_workbook import kept_books
from messages.wording import Words
from storage.queries.figures.summary_papers import MonthOnPaper, month_on_paper
from storage.queries.money.books_listed import books_listed
from tests.kit import printed
from tests.kit.golden_year import AFTER_IT, FIRST, LAST, write_golden_year
from tests.kit.village import Village, village

VI = Words("vi")
COLUMNS = (
    *("income_opening", "income_in", "income_out", "income_closing", "lent"),
    *("operating_in", "operating_out", "operating_closing"),
    *("box", "bank", "fees", "owed", "overdue", "came"),
)
#         income fund: cash at first, in, out, at the end, lent | operating: in, out, end
#         | in the box, at the bank | fees received, fees owed | overdue | who came (– no meeting)
BY_HAND = """\
2026-05  20000     0     0  20000     0     0     0   300  20300      0   0     0     0  –
2026-06  20000     0     0  20000     0    10     0   310  20310      0  10    30     0  6
2026-07  20000     0     0  20000     0   105     0   415   8415  12000   5    65     0  7
2026-08  20000     0  3000  17000  3000     0     0   415   5415  12000   0   105     0  5
2026-09  17000  1042     0  18042  2000     0     0   415   6457  12000   0   145     0  8
2026-10  18042     0     0  18042  2000     0    50   365   6407  12000   0   185  1000  –
2026-11  18042  1042     0  19084  1000    25     0   390   7474  12000  25   205  1000  4
2026-12  19084  1042     0  20126     0   200    80   510   8636  12000   0   240     0  6
2027-01  20126     0  4000  16126  4000     0     0   510   9636   7000   0   280     0  8
2027-02  16126     0     0  16126  4000     0     0   510   9636   7000   0   320  2000  –
2027-03  16126  2042     0  18168  2000     0     0   510  11678   7000   0   360  2000  5
2027-04  18168  2042     0  20210     0     0     0   510  13720   7000   0   400     0  7
"""
PERCENT = {4: 50, 5: 63, 6: 75, 7: 88, 8: 100}
Row = dict[str, int | None]


def by_hand() -> dict[Month, Row]:
    """Each month's figures in đồng; `came` is a number of people, None where nobody met."""
    found = {}
    for line in BY_HAND.splitlines():
        month, *cells = line.split()
        values = [None if each == "–" else int(each) for each in cells]
        row = dict(zip(COLUMNS, values, strict=True))
        money = {key: 1000 * (row[key] or 0) for key in COLUMNS if key != "came"}
        found[Month.parse(month)] = {**row, **money}
    return found


def month_of(v: Village, month: Month) -> MonthOnPaper:
    found = v.store.change(month_on_paper, v.club.club_id, month, AFTER_IT)
    assert found is not None
    return found


def made_of(v: Village, month: Month) -> MonthForPaper:
    on_paper = month_of(v, month)
    books = kept_books(v.store.change(books_listed, v.club.club_id, month))
    return MonthForPaper(
        club=on_paper.found.club_name,
        commune=on_paper.commune,
        chair=on_paper.chair,
        bookkeeper=on_paper.bookkeeper,
        day=AFTER_IT,
        summary=on_paper.found.summary,
        for_board=True,
        books=lambda: books,
    )


async def test_the_table_is_twelve_months_and_adds_up() -> None:
    rows = by_hand()
    assert [min(rows), max(rows), len(rows)] == [FIRST, LAST, 12]
    for month, row in rows.items():
        opening, in_, out, closing = (
            row[f"income_{each}"] or 0 for each in ("opening", "in", "out", "closing")
        )
        assert opening + in_ - out == closing
        assert (row["box"] or 0) + (row["bank"] or 0) == closing + (row["operating_closing"] or 0)
        if month > FIRST:
            assert row["income_opening"] == rows[month.previous()]["income_closing"]
    # 3 × 1.042 + 2 × 2.042 = 7.210 in, 7.000 out; 10 + 105 + 25 + 200 = 340 in, 130 out.
    for column, thousands in (
        *(("income_in", 7_210), ("income_out", 7_000)),
        *(("operating_in", 340), ("operating_out", 130), ("fees", 40)),
    ):
        assert sum(row[column] or 0 for row in rows.values()) == 1000 * thousands


async def test_every_month_as_json_says_what_was_added_up(database_url: str) -> None:
    async with village(database_url) as v:
        write_golden_year(v)
        read = {}
        for month in by_hand():
            found = month_of(v, month).found
            read[month] = _of_json(summary_json(found.club_name, found.summary)["figures"])
        assert read == by_hand()


def _of_json(data: Any) -> Row:
    income, operating = data["funds"]
    return {
        "income_opening": income["opening"],
        "income_in": income["received"],
        "income_out": income["paid"],
        "income_closing": income["closing"],
        "lent": income["outstanding"],
        "operating_in": operating["received"],
        "operating_out": operating["paid"],
        "operating_closing": operating["closing"],
        "box": data["held"]["in_cash"],
        "bank": data["held"]["in_bank"],
        "fees": data["fees"]["received"],
        "owed": data["fees"]["owed"],
        "overdue": data["loans"]["overdue"]["all"],
        "came": data["meeting"]["attendance"]["part"] if data["meeting"]["held_on"] else None,
    }


async def test_the_texts_in_chat_say_the_same(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        write_golden_year(v)
        for month, row in by_hand().items():
            found = month_of(v, month).found
            club, summary = found.club_name, found.summary
            money = written(page(club, summary, Page.MONEY, for_board=True), VI)
            income, operating = money.split("Quỹ tăng thu nhập:")[1].split("Quỹ hoạt động:")
            assert _sums(income)[1:5] == _row(row, "income_opening", "in", "out", "closing")
            assert _sums(operating)[2:5] == [
                row[key] for key in ("operating_in", "operating_out", "operating_closing")
            ]
            whole = written(overview(club, summary, for_board=True), VI)
            assert f"Thu phí thành viên: {_dong(row['fees'])}" in whole
            assert ("Phí còn thiếu: " + _dong(row["owed"]) in whole) is bool(row["owed"])
            assert ("Gốc quá hạn: " + _dong(row["overdue"]) in whole) is bool(row["overdue"])
            assert [each in whole for each in _held(row)] == [bool(row["bank"])] * 2
            came = f"{row['came']}/8 người dự" if row["came"] else "chưa sinh hoạt"
            assert came.lower() in whole.lower()


def _held(row: Row) -> list[str]:
    return [f"Tiền mặt theo sổ: {_dong(row['box'])}", f"Ngân hàng theo sổ: {_dong(row['bank'])}"]


def _row(row: Row, *names: str) -> list[int | None]:
    first, *rest = names
    return [row[first], *(row[f"income_{each}"] for each in rest)]


def _sums(text: str) -> list[int]:
    return [int(each.replace(".", "")) for each in re.findall(r"([\d.]+) đồng", text)]


def _dong(amount: int | None) -> str:
    return f"{dotted(amount or 0)} đồng"


async def test_the_picture_shows_the_same(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        write_golden_year(v)
        for month, row in by_hand().items():
            found = month_of(v, month).found
            data = picture_data(VI, found.club_name, found.summary, for_board=True)
            tiles = {each["label"]: each["value"] for each in data["tiles"]}
            came = row["came"]
            total = (row["income_closing"] or 0) + (row["lent"] or 0)
            assert tiles["Người dự sinh hoạt"] == (f"{came}/8 ({PERCENT[came]}%)" if came else "–")
            assert tiles["Quỹ tăng thu nhập"] == dotted(total)
            assert tiles["Thu phí thành viên"] == dotted(row["fees"] or 0)
            assert tiles["Đang cho vay"] == dotted(row["lent"] or 0)
            assert tiles["Trong đó quá hạn"] == dotted(row["overdue"] or 0)
            own = [each["label"] for each in data["attendance"]["bars"] if each["is_own"]]
            if data["attendance"]["bars"]:
                assert own == ([f"{month.month}/{month.year % 100}"] if came else [])
            elif came:
                said = f"{PERCENT[came]}% ({month.month}/{month.year % 100})"
                assert data["attendance"]["none"] == said
            assert data["funds"]["held"] == (_held(row) if row["bank"] else [])
            income, operating = data["funds"]["bars"]
            assert income["cash_said"] == _dong(row["income_closing"])
            assert operating["cash_said"] == _dong(row["operating_closing"])


async def test_the_printed_pages_and_the_workbook_say_the_same(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        write_golden_year(v)
        rows = by_hand()
        for month, row in rows.items():
            of = made_of(v, month)
            text = printed.text(drawn(PAPERS_OF_A_MONTH["pdf"](of), VI).content)
            sheet = _cover(drawn(PAPERS_OF_A_MONTH["xlsx"](of), VI).content)
            before = rows.get(month.previous())
            for label, column in NAMED.items():
                now, past = row[column] or 0, before[column] or 0 if before else None
                beside = "" if past is None else f"{dotted(past)} "
                # Of what there is nothing of, now and before, the page may say so in one line.
                assert f"{label} {dotted(now)} {beside}" in text or not (now or past), label
                # Where there was no month before, there is no column for it either.
                assert sheet[label][0] == now, (month, label)
                assert past is None or sheet[label][1] == past, (month, label)
            came = row["came"]
            assert sheet["Tỷ lệ dự sinh hoạt"][0] == (PERCENT[came] / 100 if came else "–")


NAMED = {
    "Quỹ tăng thu nhập: tiền đầu tháng": "income_opening",
    "Quỹ tăng thu nhập: thu trong tháng": "income_in",
    "Quỹ tăng thu nhập: chi trong tháng": "income_out",
    "Quỹ tăng thu nhập: tiền cuối tháng": "income_closing",
    "Quỹ tăng thu nhập: đang cho vay": "lent",
    "Quỹ hoạt động: thu trong tháng": "operating_in",
    "Quỹ hoạt động: chi trong tháng": "operating_out",
    "Quỹ hoạt động: tiền cuối tháng": "operating_closing",
    "Tiền mặt trong hộp": "box",
    "Tiền gửi ở ngân hàng": "bank",
    "Phí thành viên đã thu": "fees",
    "Phí thành viên còn thiếu": "owed",
    "Tổng quá hạn": "overdue",
}


def _cover(content: bytes) -> dict[str, tuple[Any, ...]]:
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    rows = workbook["Trang đầu"].iter_rows(min_row=4, values_only=True)
    return {str(row[0]): row[1:3] for row in rows}


async def test_members_see_no_box_and_no_bank_in_the_picture(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        write_golden_year(v)
        found = month_of(v, LAST).found
        data = picture_data(VI, found.club_name, found.summary, for_board=False)
        assert data["funds"]["held"] == []


async def test_the_years_interest_is_five_times_forty_two(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        write_golden_year(v)
        interest = [month_of(v, month).found.summary.figures.loans.interest for month in by_hand()]
        assert sum(each.dong for each in interest) == Money(210_000).dong
