"""An elected checker asks members about entries that the board made for them."""

from club.calendar import Month
from storage.queries.helping.on_behalf import checks_of
from tests.kit.helping import without_phone
from tests.kit.lending import one_household
from tests.kit.meeting import presses
from tests.kit.planned import at, at_the_moment, reminders_of
from tests.kit.village import Phone, Village, village


async def fees_for(v: Village, *names: str) -> None:
    """The cashier takes the fee of members without a phone."""
    for name in names:
        for said in ("thu phí", name, "1", "1", "5000", "đúng"):
            await v.giang.says(said)


async def seven_without_phones(v: Village) -> None:
    """The cashier enters a fee for each; the secretary has Hoa elected to check."""
    names = [f"Hà Thị {each}" for each in ("Nụ", "Mai", "Đào", "Cam", "Quýt", "Mận", "Lê")]
    for name in names:
        without_phone(v, name)
    await fees_for(v, *names)
    for said in ("bầu người kiểm tra", "Hoa", "1", "đúng"):
        await v.dao.says(said)


def picked(v: Village) -> list[int]:
    return [each.id for each in v.store.change(checks_of, v.club.club_id, Month(2026, 11))]


async def disputes(phone: Phone, reason: str) -> None:
    await phone.taps("Kiểm tra mục ghi hộ")
    for said in ("1", "2", reason):
        await phone.says(said)
    assert "sẽ xem lại" in phone.heard


async def test_five_are_picked_asked_about_and_one_is_disputed(database_url: str) -> None:
    async with village(database_url) as v:
        await seven_without_phones(v)
        assert "từ hôm nay bác Nguyễn Thị Hoa là người kiểm tra" in v.dao.heard
        assert "thành viên đã bầu bác làm người kiểm tra" in v.hoa.heard
        await at_the_moment(v, at(2, 9, month=12), closed=False)
        assert "chọn các mục tháng 11/2026" in v.hoa.heard
        await v.hoa.taps("Kiểm tra mục ghi hộ")
        assert v.hoa.heard.count("(chưa xem)") == 5
        assert "Chú Hoàng Văn Giang: 7 mục" in v.hoa.heard
        picks = picked(v)
        await v.hoa.says("1")
        assert "Người ghi: chú Hoàng Văn Giang" in v.hoa.heard
        await v.hoa.says("1")
        assert "đã ghi là đúng" in v.hoa.heard
        await disputes(v.hoa, "tôi đưa mười nghìn")
        # Not the cashier, who made the entry.
        board = (v.binh, v.cuc, v.dao, v.em)
        assert ["tôi đưa mười nghìn" in each.heard for each in board].count(True) == 1
        await at_the_moment(v, at(3, 9, month=12), closed=False)
        assert picked(v) == picks
        assert reminders_of(v, "on_behalf") == [("queued", None)]
        await presses(v.binh, "v:summary:2026-11 people")
        assert "Ghi hộ người không có điện thoại:\nChú Hoàng Văn Giang: 7 mục" in v.binh.heard
        await v.manh.says("kiểm tra")
        assert "mục ghi hộ" not in v.manh.heard


async def test_nobody_of_the_board_or_its_households_checks_the_board(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        one_household(v, v.giang, v.hoa)
        for name in ("Em", "Hoa"):
            for said in ("bầu người kiểm tra", name, "1", "đúng"):
                await v.dao.says(said)
            assert "không được ở trong ban chủ nhiệm" in v.dao.heard
