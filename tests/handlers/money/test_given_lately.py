"""The same sum of the same person once more: asked of who tells, who enters and who confirms."""

from datetime import timedelta

from tests.kit.lending import give_fund
from tests.kit.village import Village, village

TAKES = ("thu phí", "Hoa", "đúng", "hôm nay", "15 nghìn")


async def takes_her_fee(v: Village) -> None:
    for line in (*TAKES, "đúng"):
        await v.giang.says(line)


async def test_the_cashier_is_asked_before_the_same_fee_is_entered_twice(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await takes_her_fee(v)
        for line in TAKES:
            await v.giang.says(line)
        assert "sổ đã có 15.000 đồng của bác Nguyễn Thị Hoa" in v.giang.heard
        assert "PT 1/2026" in v.giang.heard
        await v.giang.says("không")
        assert "cháu không ghi hai lần" in v.giang.heard
        for line in (*TAKES, "thêm một lần nữa"):
            await v.giang.says(line)
        assert "Đúng vậy không ạ?" in v.giang.heard


async def test_she_and_the_cashier_who_confirms_are_asked(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for line in ("đóng phí 15 nghìn", "1", "đúng"):
            await v.hoa.says(line)
        for line in ("thu phí", "Hoa", "đúng"):
            await v.giang.says(line)
        assert "đang chờ xác nhận" in v.giang.heard
        for line in ("có", "hôm nay", "15 nghìn", "đúng"):
            await v.giang.says(line)
        await v.giang.taps("Xem và xác nhận")
        assert "sổ đã có 15.000 đồng của bác Nguyễn Thị Hoa" in v.giang.heard
        await v.giang.says("không")
        assert "vì sao chưa được" in v.giang.heard


async def test_she_is_asked_herself(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await takes_her_fee(v)
        await v.hoa.says("đóng phí 15 nghìn")
        assert "sổ đã có 15.000 đồng của bác, ngày" in v.hoa.heard
        await v.hoa.says("đúng, lần nữa")
        assert "Bác đóng tiền bằng cách nào" in v.hoa.heard


async def test_another_sum_or_another_time_is_not_asked_about(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await takes_her_fee(v)
        for line in (*TAKES[:-1], "10 nghìn"):
            await v.giang.says(line)
        assert "Đúng vậy không ạ?" in v.giang.heard
        await v.giang.says("không đúng")
        v.clock.move(timedelta(days=11))
        for line in TAKES:
            await v.giang.says(line)
        assert "Đúng vậy không ạ?" in v.giang.heard


async def test_what_was_sold_is_not_entered_twice(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for line in ("bán rau được 300 nghìn", "đúng", "bán rau được 300 nghìn"):
            await v.giang.says(line)
        assert "sổ đã có 300.000 đồng tiền bán hàng" in v.giang.heard
        await v.giang.says("không")
        assert "cháu không ghi hai lần" in v.giang.heard
        for line in ("bán rau được 300 nghìn", "một lần nữa", "đúng"):
            await v.giang.says(line)
        assert "PT 2/2026" in v.giang.heard
        v.clock.move(timedelta(days=11))
        await v.giang.says("bán rau được 300 nghìn")
        assert "Đúng không ạ?" in v.giang.heard


async def test_the_same_slip_is_not_paid_twice(database_url: str) -> None:
    async with village(database_url) as v:
        give_fund(v, 5)
        slip = ("chi 300 nghìn mua loa", "Quán Tư", "1", "1")
        for line in (*slip, "bỏ qua", "đúng"):
            await v.giang.says(line)
        assert "PC 1/2026" in v.giang.heard
        for line in slip:
            await v.giang.says(line)
        assert "sổ đã có 300.000 đồng chi cho “Mua loa”" in v.giang.heard
        await v.giang.says("không")
        assert "cháu không ghi hai lần" in v.giang.heard
        for line in ("chi 300 nghìn mua bánh", "Quán Năm", "1", "1"):
            await v.giang.says(line)
        assert "hóa đơn" in v.giang.heard


async def test_it_is_found_behind_many_other_entries(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await takes_her_fee(v)
        for more in range(11):
            for line in (*TAKES[:-1], f"{1000 + 100 * more} đồng", "đúng"):
                await v.giang.says(line)
            assert f"PT {more + 2}/2026" in v.giang.heard
        for line in TAKES:
            await v.giang.says(line)
        assert "sổ đã có 15.000 đồng của bác Nguyễn Thị Hoa" in v.giang.heard
