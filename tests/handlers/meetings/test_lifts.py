"""Who takes whom along to the meeting: offered, matched, withdrawn, and what everybody hears."""

import asyncio

from storage.queries.meetings.lifts import lifts_to
from storage.queries.meetings.meetings import meeting_by_number
from tests.kit.board import said
from tests.kit.meeting import answers, plans, presses, reminded
from tests.kit.village import Phone, Village, village


def pairs(v: Village) -> list[tuple[int, int]]:
    """Rider and driver of every lift to the first meeting, as members."""
    with v.store.reading() as db:
        meeting = meeting_by_number(db, 1)
        assert meeting is not None
        return [(e.rider.member_id, e.driver.member_id) for e in lifts_to(db, meeting).agreed]


def waiting(v: Village) -> list[int]:
    with v.store.reading() as db:
        meeting = meeting_by_number(db, 1)
        assert meeting is not None
        return [each.member_id for each in lifts_to(db, meeting).waiting]


async def offers(phone: Phone, seats: str, *, shows: bool = False) -> None:
    await phone.says("tôi chở được")
    await phone.says(seats)
    await phone.says("được" if shows else "không")


async def needs_a_lift(v: Village, phone: Phone) -> None:
    await presses(phone, (await reminded(v, phone))[2])


async def test_who_needs_a_lift_and_who_gives_one_find_each_other(database_url: str) -> None:
    async with village(database_url) as v:
        await plans(v.dao)
        await needs_a_lift(v, v.lan)
        assert "Đỗ Thị Lan cần người đón" in v.binh.heard
        await presses(v.manh, (await reminded(v, v.manh))[0])
        await v.manh.taps("Tôi chở được người khác")
        assert "Còn 1 người chưa có ai chở" in v.manh.heard
        assert "chở được mấy người" in v.manh.heard
        await v.manh.taps("2 người")
        assert "biết số máy 0912 001 9660" in v.manh.heard
        await v.manh.says("được")
        assert "chở được 2 người" in said(v.manh)
        assert "bà Đỗ Thị Lan, Thôn Đoài" in said(v.manh)
        assert "đi cùng chú Bùi Văn Mạnh, Thôn Đoài, 0912 001 9660" in said(v.lan)
        assert pairs(v) == [(v.lan.member_id, v.manh.member_id)]
        # Her own number nobody sees until she says so.
        assert "0912 001 9480" not in v.manh.everything
        await v.lan.taps("Cho biết số máy của tôi")
        await v.lan.says("được")
        assert "bà Đỗ Thị Lan đi nhờ xe chú, số máy là 0912 001 9480" in said(v.manh)
        await v.binh.says("điểm danh")
        assert "Chưa có người chở" not in v.binh.heard
        await v.binh.taps("Ai chở ai")
        assert "Bà Đỗ Thị Lan đi cùng chú Bùi Văn Mạnh" in said(v.binh)


async def test_a_number_that_is_not_shown_is_seen_by_nobody(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await plans(v.dao)
        await offers(v.manh, "1")
        await needs_a_lift(v, v.lan)
        assert "đi cùng chú Bùi Văn Mạnh, Thôn Đoài ạ" in said(v.lan)
        assert "0912" not in v.lan.everything
        await v.binh.says("điểm danh")
        await v.binh.taps("Ai chở ai")
        assert "0912" not in v.binh.everything


async def test_whoever_withdraws_the_other_hears_and_the_place_goes_on(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await plans(v.dao)
        await needs_a_lift(v, v.lan)
        await needs_a_lift(v, v.hoa)
        await offers(v.manh, "1")
        assert pairs(v) == [(v.lan.member_id, v.manh.member_id)]
        assert waiting(v) == [v.hoa.member_id]
        await v.binh.says("điểm danh")
        assert "Chưa có người chở: bác Nguyễn Thị Hoa" in said(v.binh)
        # The rider comes by herself: the driver hears it, the next one rides.
        await presses(v.lan, "s:meeting:1 yes")
        assert "bà Đỗ Thị Lan không cần đi nhờ" in said_all(v.manh)
        assert pairs(v) == [(v.hoa.member_id, v.manh.member_id)]
        assert "đi cùng chú Bùi Văn Mạnh" in said(v.hoa)
        # The driver cannot come: the rider and the board hear it, she waits again.
        await presses(v.manh, "s:meeting:1 no")
        assert "chú Bùi Văn Mạnh không chở bác đến buổi sinh hoạt" in said(v.hoa)
        assert "bác Nguyễn Thị Hoa cần người đón" in said(v.dao)
        assert waiting(v) == [v.hoa.member_id]
        assert pairs(v) == []
        # Somebody else offers: nobody has to ask again.
        await offers(v.em, "3")
        assert pairs(v) == [(v.hoa.member_id, v.em.member_id)]
        await v.em.says("tôi chở được")
        assert "Hiện cô nhận chở 3 người" in said(v.em)
        await v.em.taps("Không chở nữa")
        assert "cô Vũ Thị Em không chở bác" in said(v.hoa)
        assert waiting(v) == [v.hoa.member_id]


def said_all(phone: Phone) -> str:
    return " ".join(phone.everything.split())


async def test_fewer_places_than_riders_keeps_the_first(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await plans(v.dao)
        await offers(v.manh, "2")
        await needs_a_lift(v, v.lan)
        await needs_a_lift(v, v.hoa)
        assert len(pairs(v)) == 2
        await offers(v.manh, "1")
        assert pairs(v) == [(v.lan.member_id, v.manh.member_id)]
        assert "không chở bác" in said(v.hoa)


async def test_two_who_want_the_last_place_at_once(database_url: str) -> None:
    async with village(database_url) as v:
        await plans(v.dao)
        await offers(v.manh, "1")
        lift = (await reminded(v, v.hoa))[2]
        await asyncio.gather(presses(v.hoa, lift), presses(v.lan, lift))
        await v.house.until_idle()
        assert len(pairs(v)) == 1
        assert len(waiting(v)) == 1


async def test_who_offers_a_lift_comes_and_needs_none(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await plans(v.dao)
        await needs_a_lift(v, v.manh)
        await offers(v.manh, "1")
        assert answers(v)[v.manh.member_id or 0][0] == "yes"
        assert waiting(v) == []
        assert pairs(v) == []


async def test_once_it_has_begun_nothing_changes_any_more(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await plans(v.dao)
        await offers(v.manh, "1")
        await needs_a_lift(v, v.lan)
        await v.waits(days=22)
        for phone, carried in (
            (v.manh, "s:give_lift:1"),
            (v.manh, "s:give_lift:1 0"),
            (v.lan, "s:lift_phone:1"),
            (v.lan, "s:meeting:1 no"),
        ):
            await presses(phone, carried)
            assert "bắt đầu rồi nên không đổi được nữa" in said(phone)
        assert len(pairs(v)) == 1


async def test_strangers_and_old_buttons_get_nothing(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await plans(v.dao)
        for carried in ("s:give_lift:1", "s:lift_phone:1", "v:lifts:1"):
            await presses(v.la, carried)
            assert "Thôn Đoài" not in v.la.everything
        for carried in ("s:lift_phone:99", "s:give_lift:abc 0", "v:lifts:x", "v:lifts:1"):
            await presses(v.hoa, carried)
        assert pairs(v) == []


async def test_the_same_in_english(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await presses(v.dao, "s:plan_meeting:")
        for said_ in ("24/11/2026", "8:30 am", "The hall", "skip", "skip"):
            await v.dao.says(said_)
        await v.dao.says("yes")
        await presses(v.lan, "s:meeting:1 lift")
        await v.manh.says("give a lift")
        assert "One member still needs a lift." in v.manh.heard
        await v.manh.says("1")
        await v.manh.says("yes")
        assert "With you ride:\n• Đỗ Thị Lan, Thôn Đoài" in v.manh.heard
        assert "You ride with Bùi Văn Mạnh, Thôn Đoài, 0912 001 9660." in said(v.lan)
