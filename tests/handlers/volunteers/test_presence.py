"""Both sides check in at once: a code on one phone, typed on the other."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from club.presence import is_on, most_minutes
from tests.handlers.volunteers.test_hours_and_certificates import hours
from tests.handlers.volunteers.test_session_life import database
from tests.kit.meeting import presses
from tests.kit.sessions import ADDRESS, another
from tests.kit.village import Phone, Village, village

FIGURES = re.compile(r"^(\d) (\d) (\d) (\d)$", re.MULTILINE)
NINE = datetime(2026, 11, 7, 2, 0, tzinfo=UTC)


@given(st.integers(0, 600), st.integers(15, 240))
def test_never_more_than_has_passed_by_five_minutes_nor_than_was_planned(
    gone: int, planned: int
) -> None:
    minutes = most_minutes(NINE, NINE + timedelta(minutes=gone), planned=planned)
    assert 0 < minutes <= planned
    assert minutes < gone + 5 or minutes == 5


def test_a_code_counts_from_the_beginning_until_that_evening() -> None:
    ends = NINE + timedelta(hours=1)
    assert not is_on(NINE, ends, NINE - timedelta(minutes=1))
    assert is_on(NINE, ends, NINE)
    assert is_on(NINE, ends, ends + timedelta(hours=4))
    assert not is_on(NINE, ends, ends + timedelta(hours=5))


async def a_session(v: Village) -> None:
    """Hoa has asked for help; Quân takes part, on 7 November at nine."""
    await presses(v.hoa, "s:ask_for_help:digital")
    await v.hoa.says("vâng")
    await presses(v.em, "s:open_session:1")
    for said in ("Gọi hình", "7/11/2026", "9 giờ", "60", "1", ADDRESS, "1", "1", "2"):
        await v.em.says(said)
    await v.em.taps("Đúng hết rồi")
    await presses(v.quan, "s:take_session:1")


async def code_of(phone: Phone) -> str:
    await phone.says("mã có mặt")
    found = FIGURES.search(phone.heard)
    assert found is not None, phone.heard
    return "".join(found.groups())


async def test_the_code_on_her_phone_counts_the_time_on_his(tmp_path: Path) -> None:
    async with village(database(tmp_path)) as v:
        await a_session(v)
        await v.hoa.says("mã có mặt")
        assert "bây giờ không có buổi nào" in v.hoa.heard
        await v.waits(days=5, minutes=58)
        code = await code_of(v.hoa)
        assert await code_of(v.hoa) == code
        await v.quan.says("nhập mã có mặt")
        await v.quan.says(" ".join(code))
        assert "hai bên đã thống nhất: 1 giờ" in v.quan.heard
        assert "bạn Ngô Minh Quân đã gõ mã của bác" in v.hoa.heard
        assert hours(v, v.quan) == (60, True)
        await v.quan.says("nhập mã có mặt")
        await v.quan.says(code)
        assert "làm rồi" in v.quan.heard
        await v.hoa.taps("Gửi lời cảm ơn")
        assert "nhắn bạn Ngô Minh Quân lời nào" in v.hoa.heard


async def test_a_code_that_is_old_guessed_or_typed_by_somebody_else(tmp_path: Path) -> None:
    async with village(database(tmp_path)) as v:
        await a_session(v)
        tu = another(v, "tu")
        await v.waits(days=5, minutes=20)
        code = await code_of(v.hoa)
        await presses(v.lan, "s:show_code:1")
        assert "bây giờ không có buổi nào" in v.lan.heard
        for phone in (tu, v.lan, v.la):
            await presses(phone, "s:type_code:1")
            await phone.says(code)
            assert "hai bên" not in phone.heard
        await v.waits(minutes=11)
        await presses(v.quan, "s:type_code:1")
        await v.quan.says(code)
        assert "hết hạn" in v.quan.heard
        assert hours(v, v.quan) == (None, False)
        fresh = await code_of(v.binh)
        guesses = [each for each in ("0000", "1111", "2222", "3333", "4444") if each != fresh]
        for guess in guesses[:4]:
            await presses(v.quan, "s:type_code:1")
            await v.quan.says(guess)
        assert "thử đủ số lần" in v.quan.heard
        await presses(v.quan, "s:type_code:1")
        await v.quan.says(fresh)
        assert "sai quá nhiều lần" in v.quan.heard
        assert hours(v, v.quan) == (None, False)


async def test_less_than_planned_counts_as_what_has_passed(tmp_path: Path) -> None:
    async with village(database(tmp_path), language="en") as v:
        await presses(v.em, "s:open_session:")
        place = ("Thôn Đoài", ADDRESS, "1", "1", "2")
        for said in ("1", "Video calls", "7/11/2026", "9 am", "60", *place):
            await v.em.says(said)
        await v.em.taps("All correct")
        await presses(v.quan, "s:take_session:1")
        await v.waits(days=5, minutes=22)
        await v.em.says("code for volunteers")
        found = FIGURES.search(v.em.heard)
        assert found is not None
        await v.quan.says("type the code")
        await v.quan.says("".join(found.groups()))
        assert "Both sides agree: 25 minutes" in v.quan.heard
        assert hours(v, v.quan) == (25, True)
