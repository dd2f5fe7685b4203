"""The meeting table by whole sentences: who paid in one line, cash counted once more."""

from tests.kit.lending import check_books, give_fund
from tests.kit.table import opens_table, table
from tests.kit.village import Village, village

FUND = 4_000_000


def entered(v: Village) -> dict[str, int]:
    now = table(v)
    names = {each.member_id: each.name.split()[-1] for each in now.people}
    return {names[member]: line.sums.fee.dong for member, line in now.reckoned.lines.items()}


async def test_several_payers_in_one_line_come_to_the_open_table_without_a_day(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 4)
        await opens_table(v.giang, str(FUND))
        await v.giang.says("bà Lan 30, ông Mạnh 30, bà Cúc 20")
        assert "đã ghi: bà Đỗ Thị Lan, phí 30.000 đồng" in v.giang.heard
        assert "hôm nào" not in v.giang.heard
        assert v.giang.labels[0].endswith("chú Bùi Văn Mạnh, 30.000 đồng; còn 1 người nữa")
        await v.giang.says("1")
        await v.giang.says("1")
        assert "Bàn đã thu 80.000 đồng" in v.giang.heard
        await v.giang.says("bà Hoa nộp 15 nghìn")
        assert "đã ghi: bác Nguyễn Thị Hoa, phí 15.000 đồng" in v.giang.heard
        assert entered(v) == {"Lan": 30_000, "Mạnh": 30_000, "Cúc": 20_000, "Hoa": 15_000}
        # Of another day, or into the bank: no matter of the table.
        await v.giang.says("bà Đào nộp 5 nghìn hôm qua")
        assert "Ngày đóng: chủ nhật 01/11/2026" in v.giang.heard
        assert "Đào" not in entered(v)


async def test_a_sum_typed_with_the_name_is_offered_and_titles_are_no_names(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 4)
        await opens_table(v.giang, str(FUND))
        await v.giang.says("thu từng người")
        await v.giang.says("ba Hoa dong 20, ong Manh 30")
        await v.giang.says("1")
        await v.giang.says("1")
        await v.giang.says("thu từng người")
        await v.giang.says("bà Lan")
        assert "7. Bà Đỗ Thị Lan" in v.giang.heard
        await v.giang.says("5")
        assert entered(v) == {"Hoa": 20_000, "Mạnh": 30_000, "Lan": 5_000}
        # Entered twice: the question has the way to the next of the list too.
        await v.giang.says("bà Hoa 10, bà Cúc 20")
        assert "Đây là khoản khác hay ghi trùng ạ?" in v.giang.heard
        await v.giang.taps("Ghi tiếp: bà Lê Thị Cúc, 20.000 đồng")
        assert entered(v)["Cúc"] == 20_000
        await v.giang.says("đóng bàn")
        assert "còn 1 câu hỏi" in v.giang.heard
        await v.giang.taps("Trả lời câu hỏi ở bàn")
        assert "Hoa" in v.giang.heard


async def test_cash_counted_once_more_is_taken_as_the_count(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 4)
        await opens_table(v.giang, str(FUND))
        await v.giang.says("bà Lan 30")
        await v.giang.says("đóng bàn")
        await v.giang.says("1 triệu")
        assert "Thiếu 3.030.000 đồng" in v.giang.heard
        await v.giang.says("đếm lại được 1 triệu 2")
        assert "đếm được 1.200.000 đồng" in v.giang.heard
        await v.giang.says("khoảng 5 triệu")
        assert "đếm được 1.200.000 đồng" in v.giang.heard
        # To look for it first ends the closing; the new count goes on with it.
        await v.giang.says("1")
        assert "bàn vẫn mở" in v.giang.heard
        await v.giang.says("đếm lại rồi 4.030.000")
        await v.giang.taps("Bỏ qua")
        assert "Đếm được: 4.030.000 đồng" in v.giang.heard
        await v.giang.says("đúng")
        await v.em.taps("Xem và trả lời")
        await v.em.says("đúng")
        assert "đã đóng và vào sổ: 30.000 đồng" in v.em.heard
        check_books(v)
