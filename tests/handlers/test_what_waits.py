"""My account says what waits for whom; a refusal can be answered; who comes late hears of it."""

from handlers.talk.heard import Kind
from tests.handlers.test_take_back import asks_for_help, asks_for_loan, said
from tests.kit.giving import tell_fee
from tests.kit.planned import at, plan_a_meeting
from tests.kit.village import village


async def test_my_account_says_what_waits_for_whom(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        plan_a_meeting(v, at(20, 8))
        await tell_fee(v)
        await asks_for_help(v)
        await asks_for_loan(v)
        await v.hoa.says("tài khoản của tôi")
        assert "Chờ chú Hoàng Văn Giang, thủ quỹ, xác nhận: phí tháng 6/2026" in said(v.hoa)
        assert "Xin vay 5.000.000 đồng: chờ ban chủ nhiệm biểu quyết, hạn" in said(v.hoa)
        assert "chờ ban chủ nhiệm tìm người" in said(v.hoa)
        assert "Buổi sinh hoạt 20/11/2026: bác chưa trả lời" in said(v.hoa)


async def test_a_refusal_can_be_answered(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await tell_fee(v)
        await v.giang.taps("Xem và xác nhận")
        await v.giang.taps("Chưa nhận được")
        await v.giang.says("chưa thấy bác đưa")
        await v.giang.taps("Đúng hết rồi")
        assert "Lý do: chưa thấy bác đưa" in said(v.hoa)
        await v.hoa.taps("Gọi người thật")
        assert "09" in said(v.hoa), "a number to phone"
        await v.hoa.taps("Không đúng ạ")
        await v.hoa.says("tôi đưa hôm qua rồi")
        await v.hoa.taps("Chuyển giúp tôi")
        assert "tôi đưa hôm qua rồi" in said(v.binh)
        await v.hoa.says("tài khoản")
        assert "đã báo chưa đúng" in said(v.hoa)


async def test_who_comes_late_hears_who_has_answered_and_when(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await tell_fee(v)
        await v.giang.taps("Xem và xác nhận")
        await v.giang.taps("Tiền đã ở trong tay")
        await v.waits(hours=1)
        await v.giang.taps("Xem và xác nhận")
        assert "Dạ, chú đã xác nhận việc này rồi, lúc 9 giờ" in said(v.giang)
        await v.binh.says("s:confirm_contribution:1", kind=Kind.PRESS)
        assert "chú Hoàng Văn Giang đã xác nhận việc này rồi, lúc 9 giờ" in said(v.binh)
