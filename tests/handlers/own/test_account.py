"""My account and the club's money, as any member sees them."""

from tests.kit.giving import tell_fee
from tests.kit.village import village


async def test_my_account_before_and_after_the_fee(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("tài khoản của tôi")
        assert "Tài khoản của bác ở CLB Thôn Đoài" in v.hoa.heard
        assert "Phí còn thiếu: 30.000 đồng (tháng 6/2026 đến tháng 11/2026)" in v.hoa.heard
        assert "Đã đóng" not in v.hoa.heard
        await tell_fee(v)
        await v.hoa.says("/taikhoan")
        assert "Chờ chú Hoàng Văn Giang, thủ quỹ, xác nhận:" in v.hoa.heard
        await v.giang.taps("Xem và xác nhận")
        await v.giang.taps("Tiền đã ở trong tay")
        await v.hoa.says("/taikhoan")
        assert "Không thiếu phí tháng nào" in v.hoa.heard
        assert "Đã đóng phí tháng 6/2026 đến tháng 11/2026" in v.hoa.heard
        assert "Đang chờ" not in v.hoa.heard
        assert "1. Đóng phí" not in v.hoa.labels


async def test_the_fee_is_paid_from_the_account(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("/taikhoan")
        await v.hoa.taps("Đóng phí")
        assert "còn thiếu phí 30.000 đồng" in v.hoa.heard


async def test_a_gift_stands_in_the_account(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await v.lan.says("contribute")
        for answer in ("Goods", "rice", "kilograms", "5", "All correct"):
            await v.lan.says(answer)
        await v.giang.taps("Look and confirm")
        await v.giang.taps("It has been received")
        await v.lan.says("my account")
        assert "02/11/2026: rice: 5 kilograms" in v.lan.heard


async def test_the_clubs_money_by_month(database_url: str) -> None:
    async with village(database_url) as v:
        await v.lan.says("quỹ")
        assert "Quỹ tăng thu nhập: 0 đồng" in v.lan.heard
        assert v.lan.heard.count("không có") == 2
        await tell_fee(v)
        await v.giang.taps("Xem và xác nhận")
        await v.giang.taps("Tiền đã ở trong tay")
        await v.waits(days=30)
        await v.lan.says("/quy")
        assert "Quỹ hoạt động: 30.000 đồng" in v.lan.heard
        assert "Thu trong tháng 12/2026:\n• không có" not in v.lan.heard
        assert "Thu trong tháng 12/2026:\nkhông có" in v.lan.heard
        await v.lan.taps("Xem tháng trước")
        assert "Thu trong tháng 11/2026:\n• phí thành viên: 30.000 đồng" in v.lan.heard
        assert "Nguyễn Thị Hoa" not in v.lan.heard
        assert "Xem tháng trước" not in " ".join(v.lan.labels)


async def test_a_stranger_sees_neither(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for command in ("/taikhoan", "/quy"):
            await v.la.says(command)
            assert "đồng" not in v.la.heard
            assert "CLB Thôn Đoài" not in v.la.heard
