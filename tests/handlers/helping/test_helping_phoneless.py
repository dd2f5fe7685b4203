"""A helper for a member without a phone: two of the board hear her yes, and messages reach him."""

from sqlalchemy import Connection, select

from handlers import everything  # noqa: F401 – declares them all
from storage.tables.helping import helpings
from tests.kit.helping import code_in, new_code, types_for, without_phone
from tests.kit.planned import at, at_the_moment, plan_a_meeting
from tests.kit.village import Village, village


async def helper_let(v: Village, form: str) -> None:
    """Two of the board heard her yes; one of them has the code, and a grandchild types it."""
    for said in ("nhắn hộ cho người không có điện thoại", "1", form, "đúng"):
        await v.dao.says(said)
    await v.em.says("việc cần làm")
    await v.em.taps("người nhắn hộ cho người không có điện thoại")
    assert "Cụ Hà Thị Nụ đồng ý có người nhắn hộ" in v.em.heard
    await v.em.taps("Đúng hết rồi")
    assert "cháu đã ghi cụ Hà Thị Nụ đồng ý" in v.em.heard
    for said in ("nhắn hộ cho người không có điện thoại", "1"):
        await v.em.says(said)
    await types_for(v.la, code_in(v.em.heard))


async def test_for_who_has_no_phone_two_of_the_board_hear_her_yes(database_url: str) -> None:
    async with village(database_url) as v:
        without_phone(v)
        await helper_let(v, "Điểm chỉ")
        assert "từ giờ bạn Nguyễn Văn Tí nhắn hộ cụ Hà Thị Nụ" in v.binh.heard
        # The consent is used up.
        for said in ("nhắn hộ cho người không có điện thoại", "1"):
            await v.em.says(said)
        assert "trước mặt hai người" in v.em.heard
        await v.em.says("thôi")
        await acts_for_her(v)
        await wrong_person(v)


async def acts_for_her(v: Village) -> None:
    """What he does stands on the board's list; what concerns her comes to him."""
    for said in ("đóng góp", "1", "10000", "1", "đúng"):
        await v.la.says(said)
    assert "(Nhắn hộ cụ Hà Thị Nụ)" in v.la.heard
    await v.giang.taps("Xem và xác nhận")
    await v.giang.taps("Tiền đã ở trong tay")
    assert v.la.heard.startswith("Dạ, nhờ bạn Nguyễn Văn Tí đọc giúp cụ Hà Thị Nụ tin này")
    assert v.la.labels == ["Nhắn hộ cụ Hà Thị Nụ"]
    await v.dao.says("người nhắn hộ của thành viên")
    assert "Bạn Nguyễn Văn Tí nhắn hộ cụ Hà Thị Nụ, đến ngày 02/11/2027" in v.dao.heard
    assert "cho cụ Hà Thị Nụ:\nbạn Nguyễn Văn Tí báo một khoản" in v.dao.heard


async def wrong_person(v: Village) -> None:
    """It is the wrong one: the board ends it."""
    await v.dao.taps("Thôi nhắn hộ")
    await v.dao.says("đúng")
    assert "không nhắn hộ cụ Hà Thị Nụ nữa" in v.la.heard
    assert v.store.change(_why) == [("board", v.dao.person_id)]


def _why(db: Connection) -> list[tuple[str, int]]:
    return [(row.why, row.ended_by) for row in db.execute(select(helpings))]


async def test_the_board_hears_of_a_helper_who_gives_it_up_and_not_of_a_member_who_ends_it(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        await types_for(v.la, await new_code(v.hoa))
        for said in ("cho mình", "thôi nhắn hộ", "đúng"):
            await v.la.says(said)
        over = "bạn Nguyễn Văn Tí không nhắn hộ bác Nguyễn Thị Hoa nữa"
        assert over in v.la.heard
        assert over in v.hoa.heard
        assert over in v.binh.heard
        await types_for(v.new_phone("ti"), await new_code(v.lan), "Lê Văn Tý", 2001)
        for said in ("thôi nhắn hộ", "đúng"):
            await v.lan.says(said)
        assert "bạn Lê Văn Tý không nhắn hộ" in v.lan.heard
        assert "Lê Văn Tý" not in v.binh.heard


async def test_a_reminder_for_who_has_no_phone_comes_to_her_helper_once(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        without_phone(v)
        await helper_let(v, "Ký")
        await v.la.says("cho mình")
        plan_a_meeting(v, at(10, 8))
        before = len(v.la.messages)
        for _ in range(3):
            await at_the_moment(v, at(7, 8))
        found = [each.text for each in v.la.messages[before:]]
        assert len(found) == 1
        assert found[0].startswith("Dạ, nhờ bạn Nguyễn Văn Tí đọc giúp cụ Hà Thị Nụ")
        assert "cụ" in found[0].split("\n\n", 1)[1]
        await v.dao.says("cần gọi")
        assert "Hà Thị Nụ" not in v.dao.heard
