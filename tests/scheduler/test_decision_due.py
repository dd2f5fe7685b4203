"""Three days before its day whoever has promised something is reminded, once."""

from datetime import date

from tests.kit.minutes import decides, met
from tests.kit.planned import at, at_the_moment
from tests.kit.village import Phone, village

MET = date(2026, 11, 2)


def reminded(phone: Phone) -> int:
    return phone.everything.count("việc buổi sinh hoạt giao cho")


async def test_who_promised_it_is_reminded_once_three_days_before(database_url: str) -> None:
    async with village(database_url) as v:
        v.clock.move(at(3, 9) - v.clock.now())
        meeting = met(v, MET)
        await decides(v.dao, meeting, "Sửa mái nhà văn hóa", "mạnh", "20/11/2026")
        await at_the_moment(v, at(17, 7, 59))
        assert reminded(v.manh) == 0
        await at_the_moment(v, at(17, 8))
        assert "Sửa mái nhà văn hóa" in v.manh.heard
        assert "Hạn là thứ sáu 20/11/2026" in v.manh.heard
        for day in (18, 19, 20, 21):
            await at_the_moment(v, at(day, 9))
        assert reminded(v.manh) == 1
        assert reminded(v.dao) + reminded(v.lan) == 0
        await v.manh.taps("Đã xong")
        await v.manh.taps("Đúng hết rồi")
        assert "báo việc này đã xong" in v.dao.heard


async def test_nothing_is_said_of_what_is_done_or_was_only_just_decided(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        v.clock.move(at(3, 9) - v.clock.now())
        meeting = met(v, MET)
        await decides(v.dao, meeting, "Việc gấp", "mạnh", "5/11/2026")
        await decides(v.dao, meeting, "Sửa loa", "lan", "20/11/2026")
        await at_the_moment(v, at(4, 9))
        await v.dao.says("việc đã quyết")
        await v.dao.taps("Việc đã quyết đến đâu rồi")
        await v.dao.taps("Sửa loa")
        await v.dao.taps("Đã xong")
        await v.dao.taps("Đúng hết rồi")
        await at_the_moment(v, at(17, 9))
        assert reminded(v.lan) + reminded(v.manh) == 0


async def test_what_the_whole_board_does_the_chair_is_reminded_of(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        v.clock.move(at(3, 9) - v.clock.now())
        meeting = met(v, MET)
        await v.dao.says("biên bản")
        await v.dao.taps("Ghi việc đã quyết")
        await v.dao.says("Mời y tá xã")
        await v.dao.taps("Cả ban chủ nhiệm")
        await v.dao.says("20/11/2026")
        await v.dao.taps("Đúng hết rồi")
        assert meeting == 1
        await at_the_moment(v, at(17, 8))
        assert reminded(v.binh) == 1
        assert reminded(v.cuc) + reminded(v.dao) == 0
