"""The monthly summary in chat, every figure of a small month added up by hand.

Members: the board of five, Hoa (1952), Lan (1948), Mạnh (1966); all joined in May 2026.
Born until 1966, so 60 in 2026: Bình 1955, Cúc 1960, Đào 1963, Em 1961, Giang 1958, Hoa, Lan and
Mạnh: all 8. Women: Cúc, Đào, Em, Hoa, Lan: 5.

Fees: 5.000 a month from June (the month after joining) to October, 8 members: 200.000 owed; paid
by Hoa 5.000 and Lan 5.000: 190.000 left. Received in October 15.000, of it 5.000 for November.

Income fund, cash: 50.000.000 − 3.000.000 (Lan, August) − 6.000.000 (Mạnh, September) =
41.000.000 at the beginning; in 2.000.000 + 42.000 = 2.042.000; at the end 43.042.000.
Lent 3.000.000 + 6.000.000 − 2.000.000 = 7.000.000. Total 50.042.000.
Operating fund: 300.000; in 15.000 + 200.000 = 215.000; out 50.000; at the end 465.000.
Cash in the tin 43.042.000 + 465.000 = 43.507.000; counted 43.500.000: 7.000 missing.

Overdue: Lan's 3.000.000, due 24 September, 37 days on 31 October. Fell due in October: Mạnh's
first 2.000.000, paid: 100 %. Need a loan: Hoa said so, Lan and Mạnh have one: 3, 2 have one.
Meeting: 5 of 8 (63 %); in September 6 of 8 (75 %).
Areas: two with activities, care at home by a visit, helping each other by help given: 4."""

import pytest

from club.calendar import Month
from handlers.money.counts_said import counts_said
from messages.figures.summary_forms import summary_json, summary_text
from messages.wording import Words
from storage.queries.figures.summary import club_month
from tests.kit.golden_month import OCTOBER, write_golden_month
from tests.kit.village import village

OVERVIEW = """\
Báo cáo tháng 10/2026
CLB Thôn Đoài
Tháng này chưa khóa sổ.

Thành viên: 8 người; 8 từ 60 tuổi, 5 nữ
Sinh hoạt 24/10/2026: 5/8 người dự
Đạt 63%; các tháng trước 75%
Mảng có hoạt động: 4/8
Thu phí thành viên: 15.000 đồng
Phí còn thiếu: 190.000 đồng (8 người)
Tấm lòng vàng: 200.000 đồng
Quỹ tăng thu nhập: 50.042.000 đồng
• tiền mặt và tiền gửi 43.042.000 đồng
• đang cho vay 7.000.000 đồng
Quỹ hoạt động: 465.000 đồng
Hộp tiền, đếm 24/10: 43.500.000 đồng,
sổ hôm đó: 43.507.000 đồng, thiếu 7.000 đồng
Vay: 2 người, còn nợ 7.000.000 đồng
Gốc quá hạn: 3.000.000 đồng (1 khoản)
Cần vay: 3 người, đang được vay: 2
Giúp đỡ: 1 người; thăm nhà: 1 lượt

Việc còn lại của tháng 10/2026:
1. Tìm xem vì sao tiền lệch 7.000 đồng
2. Đến thăm 1 người có nợ quá hạn: 3.000.000 đồng
3. Nhắc 8 người đóng phí: 190.000 đồng"""


async def test_the_chair_sees_the_month_on_one_screen(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        write_golden_month(v)
        await v.binh.says("báo cáo tháng 10")
        assert v.binh.heard == OVERVIEW
        assert len(v.binh.heard.splitlines()) <= 28
        assert max(len(line) for line in v.binh.heard.splitlines()) <= 50


@pytest.mark.parametrize("typed", ["bao cao thang 10", "báo cáo tháng trước", "Báo cáo 10/2026"])
async def test_the_month_can_be_typed_in_many_ways(sqlite_url: str, typed: str) -> None:
    async with village(sqlite_url) as v:
        write_golden_month(v)
        await v.binh.says(typed)
        assert v.binh.heard == OVERVIEW


MONEY = (
    "Fees received: 15.000 đồng\n"
    "Of that paid ahead: 5.000 đồng\n"
    "Fees owed: 190.000 đồng (8 people)\n"
    "The month before: Fees received: 0 đồng\n"
    "Golden Heart book: 200.000 đồng\n"
    "• gạo: 10,5 kilograms\n"
    "\n"
    "Income-generation fund: 50.042.000 đồng\n"
    "• money at the beginning 41.000.000 đồng\n"
    "• in 2.042.000 đồng\n"
    "• out 0 đồng\n"
    "• money at the end 43.042.000 đồng\n"
    "• lent 7.000.000 đồng\n"
    "\n"
    "Operating fund: 465.000 đồng\n"
    "• money at the beginning 300.000 đồng\n"
    "• in 215.000 đồng\n"
    "• out 50.000 đồng\n"
    "• money at the end 465.000 đồng\n"
    "\n"
    "The tin, counted on 24/10: 43.500.000 đồng;\n"
    "the books then: 43.507.000 đồng, 7.000 đồng is missing"
)

LOANS = (
    "Asked for: 0 loans, 0 đồng\n"
    "Agreed: 0 loans, 0 đồng\n"
    "Paid out: 0 loans, 0 đồng\n"
    "Repaid: 2.000.000 đồng, interest 42.000 đồng\n"
    "Of what fell due, paid on time: 100%\n"
    "\n"
    "Loans: 2 people, 7.000.000 đồng still out\n"
    "Overdue principal: 3.000.000 đồng (1 loan)\n"
    "• 1 to 30 days: 0 đồng\n"
    "• 31 to 90 days: 3.000.000 đồng\n"
    "• over 90 days: 0 đồng\n"
    "• still out on those loans: 3.000.000 đồng\n"
    "Need a loan: 3, have one: 2"
)


async def test_more_about_money_and_loans_in_english(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        write_golden_month(v)
        await v.binh.says("/baocao")
        assert v.binh.heard.startswith("Summary of 11/2026")
        assert "Up to 02/11/2026" in v.binh.heard
        await v.binh.taps("Summary of 10/2026")
        await v.binh.taps("Money")
        assert v.binh.heard.partition("\n\n")[2] == MONEY
        await v.binh.taps("The whole summary")
        await v.binh.taps("Loans")
        assert v.binh.heard.partition("\n\n")[2] == LOANS


async def test_what_to_do_next_is_a_tap_away(database_url: str) -> None:
    async with village(database_url) as v:
        await v.binh.says("báo cáo")
        assert "1. Tổ chức buổi sinh hoạt tháng" in v.binh.heard
        await v.binh.taps("Tổ chức buổi sinh hoạt tháng")
        assert v.store.change(_open_dialogues) == ["plan_meeting"]


async def test_a_member_sees_the_public_part_only(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        write_golden_month(v)
        await v.hoa.says("báo cáo tháng 10")
        assert "Quỹ tăng thu nhập: 50.042.000 đồng" in v.hoa.heard
        assert "Sinh hoạt 24/10/2026: 5/8 người dự" in v.hoa.heard
        for word in ("uá hạn", "còn nợ", "còn thiếu", "Cần vay", "Việc nên làm"):
            assert word not in v.hoa.heard
        assert not any("Vay" in label or "Người" in label for label in v.hoa.labels)


async def test_a_page_for_the_board_cannot_be_opened_by_a_member(sqlite_url: str) -> None:
    from handlers.talk.heard import Kind

    async with village(sqlite_url) as v:
        write_golden_month(v)
        await v.hoa.says("v:summary:2026-10 loans", kind=Kind.PRESS)
        assert "uá hạn" not in v.hoa.heard


async def test_a_stranger_gets_no_summary(sqlite_url: str) -> None:
    from handlers.talk.heard import Kind

    async with village(sqlite_url) as v:
        write_golden_month(v)
        await v.la.says("/baocao")
        assert "Thôn Đoài" not in v.la.heard
        await v.la.says("v:summary:2026-10", kind=Kind.PRESS)
        assert "Thôn Đoài" not in v.la.heard


@pytest.mark.parametrize("month", ["báo cáo tháng 4/2026", "báo cáo tháng 12/2026"])
async def test_a_month_the_club_has_not_lived(sqlite_url: str, month: str) -> None:
    async with village(sqlite_url) as v:
        await v.binh.says(month)
        assert "báo cáo" in v.binh.heard
        assert "Thành viên" not in v.binh.heard


async def test_the_first_month_with_nothing_in_it(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await v.binh.says("summary 5/2026")
        assert "No meeting in this month" in v.binh.heard
        assert "Fees received: 0 đồng" in v.binh.heard
        assert not any("4/2026" in label for label in v.binh.labels)


async def test_text_and_json_show_the_same_figures(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        write_golden_month(v)
        found = v.store.change(club_month, v.club.club_id, OCTOBER, v.clock.now().date())
        assert found is not None
        with v.store.reading() as db:
            counts = counts_said(db, v.club.club_id, found.summary)
        text = summary_text(Words("vi"), found.club_name, found.summary, counts)
        assert text.startswith(OVERVIEW)
        assert "== Vay ==\nXin vay: 0 khoản, 0 đồng" in text
        data = summary_json(found.club_name, found.summary)
        assert data["month"] == "2026-10"
        income, operating = data["figures"]["funds"]
        assert (income["opening"], income["received"], income["paid"]) == (41_000_000, 2_042_000, 0)
        assert (income["closing"], income["total"]) == (43_042_000, 50_042_000)
        assert operating["closing"] == 465_000
        assert data["figures"]["fees"]["owed"] == 190_000
        assert data["figures"]["cash_count"]["difference"] == -7_000
        assert data["figures"]["loans"]["overdue"]["to_90_days"] == 3_000_000
        assert data["before"]["month"] == str(Month(2026, 9))
        assert data["next_steps"][0] == {
            "step": "settle_cash_difference",
            "values": {"difference": -7_000},
        }


def _open_dialogues(db) -> list[str]:  # type: ignore[no-untyped-def]
    found = db.exec_driver_sql("SELECT name FROM dialogues WHERE place = 'front'")
    return [row[0] for row in found]


async def test_how_each_figure_is_counted_with_the_month_before(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        write_golden_month(v)
        await v.binh.says("báo cáo tháng 10")
        await v.binh.taps("4. Tiền")
        await v.binh.taps("Cách tính từng số")
        assert "Phí thành viên đã thu: 15.000 đồng (tháng trước: 0)" in v.binh.heard
        assert "• Phí ghi sổ trong tháng, dù đóng cho tháng nào." in v.binh.heard
        await v.binh.taps("Xem tiếp các số")
        assert "Quỹ tăng thu nhập: tiền đầu tháng: 41.000.000 đồng" in v.binh.heard
        assert "(tháng trước: 47.000.000)" in v.binh.heard


async def test_a_member_learns_how_public_figures_are_counted_and_no_others(
    sqlite_url: str,
) -> None:
    from handlers.talk.heard import Kind

    async with village(sqlite_url) as v:
        write_golden_month(v)
        await v.hoa.says("v:summary:2026-10 how money 1", kind=Kind.PRESS)
        assert "Phí thành viên đã thu: 15.000 đồng" in v.hoa.heard
        assert "còn thiếu" not in v.hoa.heard
        await v.hoa.says("v:summary:2026-10 how loans 1", kind=Kind.PRESS)
        assert "Gốc" not in v.hoa.heard


NORMS = """\
So với chuẩn chung, cả hai giai đoạn của đề án:
✗ Thành viên: 8 – chưa đạt, còn thiếu 42
• chuẩn 2025–2035: từ 50 đến 70 (1336/QĐ-TTg (2020))
✓ Thành viên từ 60 tuổi: 100% – vượt chuẩn
• chuẩn 2025–2035: từ 60 đến 70% (1336/QĐ-TTg (2020))
✓ Thành viên từ 55 tuổi: 100% – vượt chuẩn
• chuẩn 2025–2035: từ 60 đến 70% (1336/QĐ-TTg (2020))
✓ Nữ trong số từ 60 tuổi: 63% – vượt chuẩn
• chuẩn 2025–2035: từ 50 đến 60% (1648/QĐ-TTg (2025))
✓ Nữ trong số từ 55 tuổi: 63% – vượt chuẩn
• chuẩn 2025–2035: từ 50 đến 60% (1648/QĐ-TTg (2025))
✓ Quỹ tăng thu nhập: 50.042.000 đồng – đạt
• chuẩn 2025–2030: ít nhất 50.000.000 đồng; 2030–2035: không nêu (1648/QĐ-TTg (2025))
✓ Người cần vay được vay: 67% – đạt
• chuẩn 2025–2030: ít nhất 50%; 2030–2035: không nêu (1648/QĐ-TTg (2025))
✗ Mảng có hoạt động: 4 – chưa đạt, còn thiếu 4
• chuẩn 2025–2035: 8 (1648/QĐ-TTg (2025))
✓ Có sinh hoạt trong tháng: có – đạt
• chuẩn 2025–2035: có (1336/QĐ-TTg (2020))
✗ Ban được tập huấn năm nay: chưa – chưa đạt
• chuẩn 2025–2030: có; 2030–2035: không nêu (1648/QĐ-TTg (2025))
✗ Tình nguyện viên chăm sóc tại nhà: 1 – chưa đạt, còn thiếu 4
• chuẩn 2025–2035: ít nhất 5 (HelpAge)
✓ Người được giúp trong tháng: 1 – đạt
• chuẩn 2025–2035: ít nhất 1 (HelpAge)"""


async def test_the_norms_of_both_periods_in_plain_sentences(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        write_golden_month(v)
        await v.binh.says("báo cáo tháng 10")
        await v.binh.taps("So với chuẩn chung")
        assert NORMS in v.binh.heard


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("báo cáo tháng 0", "Dạ, cháu chưa rõ là tháng nào."),
        ("báo cáo tháng 13", "Dạ, cháu chưa rõ là tháng nào."),
        ("báo cáo tháng xyz", "Dạ, cháu chưa rõ là tháng nào."),
        ("báo cáo tháng 12/2026", "Dạ, tháng 12/2026 chưa tới nên chưa có báo cáo ạ."),
        ("báo cáo tháng 4/2026", "báo cáo đầu tiên là của tháng 5/2026 ạ."),
        ("báo cáo tháng mười", "Báo cáo tháng 10/2026"),
        ("báo cáo tháng trước", "Báo cáo tháng 10/2026"),
    ],
)
async def test_months_that_are_none_get_a_kind_answer(
    sqlite_url: str, typed: str, answer: str
) -> None:
    async with village(sqlite_url) as v:
        await v.binh.says(typed)
        assert answer in v.binh.heard
