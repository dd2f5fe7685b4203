"""Answers of the cashier that are no plain ones: another name, another day, a guess, no name."""

from tests.kit.lending import give_fund
from tests.kit.village import village


async def test_another_name_at_the_choice_of_people_is_looked_for(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for said in ("không phải bà Hoa mà bà Lan", "bà Lan", "nhầm, bà Lan cơ"):
            for line in ("thôi", "bỏ hẳn", "thu phí", "bà hoa", said):
                await v.giang.says(line)
            assert "Bà Đỗ Thị Lan" in v.giang.last, said
            assert "Hoa" not in v.giang.last, said
            await v.giang.says("đúng")
            assert "bà Đỗ Thị Lan đóng hôm nào" in v.giang.heard, said


async def test_a_day_that_is_vague_is_another_day_and_asked(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for line in ("thu phí", "bà hoa", "1", "tuần trước"):
            await v.giang.says(line)
        assert "đưa tiền vào ngày nào" in v.giang.heard
        await v.giang.says("quay lại")
        await v.giang.says("sáng sớm nay")
        assert "Lần này đóng bao nhiêu" in v.giang.heard


async def test_another_day_at_the_read_back_is_taken_with_its_day(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for line in ("thu phí", "bà hoa", "1", "hôm nay", "20k"):
            await v.giang.says(line)
        assert "Ngày đóng: thứ hai 02/11/2026" in v.giang.heard
        await v.giang.says("à hôm qua cơ")
        assert "Ngày đóng: chủ nhật 01/11/2026" in v.giang.heard


async def test_a_difference_and_a_guess_are_no_counted_sums(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 5)
        await v.giang.says("kiểm quỹ")
        await v.giang.says("tổng số tiền")
        for said, answered in (
            ("thiếu 20 nghìn", "số tiền đếm được"),
            ("khoảng 5 triệu", "đúng từng đồng"),
        ):
            await v.giang.says(said)
            assert answered in v.giang.heard, said
            assert "đếm được bao nhiêu" in v.giang.heard, said
        await v.giang.says("2 tờ 500 3 tờ 200")
        assert "1. 1.600.000 đồng" in v.giang.labels
        await v.giang.says("không phải")
        await v.giang.says("đếm được 5 triệu")
        assert "5.000.000 đồng" in v.giang.heard
        assert "Khớp với sổ" in v.giang.heard


async def test_a_difference_told_at_the_menu_is_not_what_was_counted(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 5)
        await v.giang.says("thiếu mất 20 ngàn")
        await v.giang.says("tổng số tiền")
        assert "đếm được bao nhiêu" in v.giang.heard
        assert "20.000" not in v.giang.heard


async def test_notes_may_be_told_together(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 5)
        await v.giang.says("kiểm quỹ")
        await v.giang.says("từng loại tờ")
        await v.giang.says("10 tờ 500")
        assert "200.000 đồng" in v.giang.heard
        await v.giang.says("quay lại")
        await v.giang.says("8 tờ 500, 5 tờ 200")
        assert "5.000.000 đồng" in v.giang.heard
        assert "Khớp với sổ" in v.giang.heard


async def test_yesterday_is_no_area_of_work(sqlite_url: str) -> None:
    """ "Hôm" is no "hòm", and no "Tự giúp nhau" is a "tủ"."""
    async with village(sqlite_url) as v:
        give_fund(v, 5)
        await v.giang.says("chi 35k mua trà")
        await v.giang.says("không có tên")
        assert "phiếu chi phải có người nhận" in v.giang.heard
        await v.giang.says("quán bà Tư")
        assert "mảng hoạt động nào" in v.giang.heard
        await v.giang.says("hôm qua")
        assert "mảng hoạt động nào" in v.giang.heard


async def test_a_gift_from_outside_is_not_entered_twice_unasked(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for line in ("công ty Thành Đạt ủng hộ 2 triệu", "có"):
            await v.giang.says(line)
        assert "công ty Thành Đạt – 2.000.000 đồng" in v.giang.heard
        await v.giang.says("đúng")
        await v.giang.says("cty Hưng Thịnh tài trợ 2 triệu")
        await v.giang.says("có")
        assert "Sổ sẽ ghi" in v.giang.heard  # of somebody else it is another gift
        await v.giang.says("bỏ hẳn")
        await v.giang.says("công ty Thành Đạt ủng hộ 2 triệu")
        await v.giang.says("có")
        assert "đã có 2.000.000 đồng của công ty Thành Đạt" in v.giang.heard
        await v.giang.says("không")
        assert "không ghi hai lần" in v.giang.heard


async def test_a_donor_whose_name_is_not_said_stays_unnamed(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for line in ("tấm lòng vàng", "2", "có", "họ giấu tên", "tiền", "200 nghìn"):
            await v.giang.says(line)
        assert "một nhà hảo tâm – 200.000 đồng" in v.giang.heard
        assert "giấu tên" not in v.giang.heard


async def test_what_another_gave_is_no_gift_of_the_one_who_enters_it(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.giang.says("ủng hộ 5 thùng mì của bà Tư bán tạp hoá")
        await v.giang.says("có")
        assert "bà Tư bán tạp hoá" in v.giang.heard
        assert "5.000" not in v.giang.heard
        await v.giang.says("bỏ hẳn")
        await v.giang.says("tôi ủng hộ 50k")
        assert "Ủng hộ tiền vào Sổ Tấm lòng vàng, 50.000 đồng" in v.giang.heard
