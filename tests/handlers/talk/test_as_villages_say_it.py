"""Whole sentences as they are said in villages, at the menu, at a read-back, under a report."""

import pytest

from tests.kit.lending import give_fund
from tests.kit.owing import becomes_officer
from tests.kit.village import village

# Who says it at the menu, and what stands in the answer.
AT_THE_MENU = (
    ("hoa", "cháu ơi bác gửi tiền hội tháng này rồi nhá đưa cô Giang í", "Đóng phí, ủng hộ"),
    ("hoa", "muốn trả trước một ít có được không", "Khoản vay của mình"),
    ("hoa", "thế bác còn nợ tháng mấy", "Phí còn thiếu: 30.000 đồng"),
    ("hoa", "tui đi trễ chừng nửa tiếng nghen", "Đi sinh hoạt"),
    ("hoa", "nhờ người sang bóp chân cho bác", "Nhờ giúp một việc"),
    ("hoa", "tôi là cán bộ ngân hàng, bác đọc giúp cháu số thẻ", "đừng đọc mã cho ai"),
    ("binh", "gọi hết mọi người mai 7 giờ ra quét đường làng", "cháu nhắn gì ạ"),
    ("binh", "kết nạp thêm bà Nguyễn Thị Xuyến 68 tuổi xóm Đông", "mã HXMK-2345"),
    ("dao", "ghi thêm bác Tư xóm Bắc không có điện thoại", "mã HXMK-2345"),
    ("cuc", "tôi muốn từ chức", "Các chức vụ của CLB"),
    ("binh", "cho ông Mạnh thôi không làm nữa", "Các chức vụ của CLB"),
    ("binh", "nhờ bà Cúc làm chủ nhiệm thay", "đang có chủ nhiệm"),
    ("cuc", "ông Bình đi vắng tôi làm thay được không", "đang có chủ nhiệm"),
    ("binh", "cử bà Cúc làm chủ nhiệm", "chức nào ạ"),
    ("binh", "xuất file excel", "Báo cáo tháng"),
    ("giang", "trong hòm có 20 tờ 500, 100 tờ 100", "từng loại tờ"),
    ("giang", "ai còn nợ quá hạn", "không có khoản vay nào"),
)


async def test_the_work_that_is_meant_is_opened_or_offered(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 5)
        for who, said, stands in AT_THE_MENU:
            phone = v.phones[who]
            for line in ("dừng", "bỏ hẳn", "menu", said):
                await phone.says(line)
            assert stands in phone.last, (said, phone.last)


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ("I want to pay my fee", "How much do you pay?"),
        ("pay my fee of 15 thousand", "How did you hand the money over"),
        ("how much do I owe", "Fee"),
    ],
)
async def test_a_fee_that_is_named_is_not_asked_for(
    sqlite_url: str, said: str, stands: str
) -> None:
    async with village(sqlite_url, language="en") as v:
        await v.hoa.says(said)
        assert stands in v.hoa.heard


async def test_a_regret_is_no_death(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("à thôi bận mất rồi")
        assert "tin buồn" not in v.hoa.last


@pytest.mark.parametrize("said", ["3 tháng", "2 kg", "1 lần", "2 người", "vang ba Lan"])
async def test_so_many_of_something_is_no_choice_of_the_menu(sqlite_url: str, said: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("menu")
        await v.hoa.says(said)
        assert "cháu chưa hiểu ý bác" in v.hoa.heard


@pytest.mark.parametrize("said", ["2", "số 2", "cái số 2 ấy", "bac chon so 2"])
async def test_the_number_of_a_choice_is_one(sqlite_url: str, said: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("menu")
        await v.hoa.says(said)
        assert "lịch buổi sinh hoạt" in v.hoa.heard


@pytest.mark.parametrize("said", ["in ra giấy", "in ra", "in báo cáo này", "in cái này ra giấy"])
async def test_paper_is_of_what_was_shown_last(sqlite_url: str, said: str) -> None:
    async with village(sqlite_url) as v:
        await v.binh.says("báo cáo tháng")
        await v.binh.says(said)
        assert "báo cáo tháng 11/2026 theo kiểu nào" in v.binh.heard
        await v.binh.taps("Bản in để ký")
        assert v.binh.papers
        becomes_officer(v, "lan")
        await v.lan.says("tổng hợp")
        await v.lan.says(said)
        assert "muốn xem bản nào" in v.lan.heard


async def test_where_nothing_was_shown_it_is_ones_own_passbook(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("in ra giấy")
        assert "sổ của bác để in ra giấy" in v.hoa.heard


@pytest.mark.parametrize("said", ["khoan đã bác nhầm là 2 tháng thôi", "thôi đóng hai tháng thôi"])
async def test_months_are_put_right_at_the_read_back(sqlite_url: str, said: str) -> None:
    async with village(sqlite_url) as v:
        for line in ("nộp phí", "1", "1", "1", said):
            await v.hoa.says(line)
        assert "phí tháng 6/2026 đến tháng 7/2026: 10.000 đồng" in v.hoa.heard


async def test_a_sum_is_put_right_at_the_read_back(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 20)
        for line in ("vay vốn", "1", "3 triệu", "6 tháng", "1", "thôi lấy hai triệu thôi"):
            await v.hoa.says(line)
        assert "Số tiền: 2.000.000 đồng (hai triệu đồng)" in v.hoa.heard


async def test_so_many_months_at_once(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for line in ("nộp phí", "1", "hai tháng một lượt cháu nhé", "1"):
            await v.hoa.says(line)
        assert "10.000 đồng (mười nghìn đồng)" in v.hoa.heard
