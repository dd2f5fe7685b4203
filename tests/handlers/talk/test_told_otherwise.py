"""Money told as people tell it: two things at once, one for another, a time behind the sum."""

from handlers.talk.said_at_once import what_is_given
from tests.kit.lending import give_fund
from tests.kit.village import village


async def test_what_a_loan_costs_is_told_wherever_it_is_asked(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 5)
        await v.lan.says("lãi mấy phân")
        assert "0,7 % một tháng" in v.lan.heard
        assert "vay 1.000.000 đồng thì tháng đầu lãi 7.000 đồng" in v.lan.heard
        await v.lan.says("vay vốn")
        await v.lan.says("1")
        await v.lan.says("vay 3 triệu thì lãi bao nhiêu hả cháu")
        assert "vay 3.000.000 đồng thì tháng đầu lãi 21.000 đồng" in v.lan.heard
        assert "bà muốn vay bao nhiêu ạ?" in v.lan.heard
        await v.lan.says("3 triệu")
        assert "bà vay trong mấy tháng" in v.lan.heard
        await v.la.says("lãi mấy phân")
        assert "0,7" not in v.la.heard


async def test_a_sum_with_a_time_behind_it_is_that_sum(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 5)
        await v.hoa.says("vay 5 triệu một năm")
        await v.hoa.says("1")
        assert "5.000.000 đồng" in v.hoa.heard
        assert "12 tháng" in v.hoa.heard
        await v.lan.says("vay 5 triệu, trả 500 mỗi tháng")
        assert "500 mỗi tháng" not in v.lan.heard
        assert "vay để làm gì" in v.lan.heard


async def test_two_works_begin_one_after_the_other(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("nộp phí 20 nghìn với ủng hộ 50 nghìn")
        assert v.hoa.heard.startswith("Dạ, cháu làm từng việc một ạ.")
        assert "nhắn lại giúp cháu: “ủng hộ 50 nghìn”" in v.hoa.heard
        assert "20.000 đồng" in v.hoa.heard
        await v.giang.says("thu của bà Lan 20 nghìn với trả nợ 500")
        assert "Bà Đỗ Thị Lan" in v.giang.heard
        assert "“trả nợ 500”" in v.giang.heard


async def test_who_pays_for_another_pays_the_others_fee(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.giang.says("bà Hoa nộp thay bà Lan 20 nghìn")
        assert "bà Đỗ Thị Lan đóng hôm nào" in v.giang.heard
        await v.giang.says("hôm nay")
        assert "Chú ghi cho bà Đỗ Thị Lan" in v.giang.heard
        assert "20.000 đồng" in v.giang.heard
        # Whose work it is not pays no fee of her own by it.
        await v.manh.says("bác nộp hộ bà Lan 20 nghìn")
        assert "vào sổ của người ấy" in v.manh.heard


def test_to_raise_is_not_to_give() -> None:
    assert what_is_given("tăng thêm 5 nghìn") is None
    assert what_is_given("tặng 50 nghìn") == {"what": "money", "sum": "50 nghìn"}
