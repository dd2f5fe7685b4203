"""A volunteer says in one message what becomes of her sessions."""

import pytest
from sqlalchemy import select

from messages.understand.volunteering_told import (
    DROPS,
    HELPED,
    MINE,
    NEAR,
    SWAPS,
    volunteering_told,
)
from storage.tables.sessions import signups
from tests.kit.planned import at, open_a_session
from tests.kit.village import Village, village


def places(v: Village, session_id: int) -> list[tuple[str, int | None]]:
    with v.store.reading() as db:
        found = db.execute(
            select(signups.c.place, signups.c.said_minutes).where(
                signups.c.session_id == session_id
            )
        )
        return [(str(place), said) for place, said in found]


async def test_an_empty_list_says_what_can_be_done_next(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.quan.says("tuần này mình bận")
        assert "xem có buổi nào gần bạn" in v.quan.heard
        await v.quan.taps("Buổi hỗ trợ")
        assert "Có buổi mới là mình nhắn bạn ngay" in v.quan.heard
        assert any("Việc tình nguyện của tôi" in each for each in v.quan.labels)


async def test_the_one_session_that_is_to_come_is_meant(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        number = open_a_session(v, at(4, 8), "quan")
        await v.quan.says("ai thay mình được không")
        assert "chưa có bạn nào đi thay được" in v.quan.heard
        await v.quan.says("huỷ buổi đó giúp mình")
        assert "rút tên khỏi buổi thứ tư 04/11/2026" in v.quan.heard
        await v.quan.says("có")
        assert places(v, number) == [("dropped", None)]


async def test_of_several_the_day_or_the_list_decides(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for day in (4, 6):
            open_a_session(v, at(day, 8), "quan")
        await v.quan.says("mình bận rồi")
        assert "Bạn đã nhận 2 buổi" in v.quan.heard
        await v.quan.says("thứ sáu này mình bận không đi được")
        assert "06/11/2026" in v.quan.heard


async def test_hours_are_taken_from_one_sentence(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        number = open_a_session(v, at(2, 10), "quan")
        await v.waits(days=1)
        await v.quan.says("hôm qua mình giúp bà Lan 2 tiếng")
        assert "Buổi đó dài 1 giờ 30 phút" in v.quan.heard
        await v.quan.says("thôi")
        await v.quan.says("hôm qua mình giúp bà Lan 1 tiếng")
        assert "Bạn báo 1 giờ" in v.quan.heard
        assert places(v, number) == [("taking", 60)]


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        *(("huỷ buổi đó giúp mình", DROPS), ("tuần này mình bận", DROPS)),
        *(("mình ốm rồi không sang giúp được", DROPS), ("rút tên mình khỏi buổi thứ 7", DROPS)),
        *(("tuần sau em nghỉ nhé", DROPS), ("buổi tới ở đâu", MINE)),
        *(("buổi của mình lúc mấy giờ", MINE), ("cuối tuần này mình rảnh", NEAR)),
        *(("mình tham gia buổi thứ năm", NEAR), ("còn buổi nào gần đây không", NEAR)),
        *(("ai thay mình được không", SWAPS), ("tìm người thay mình với", SWAPS)),
        *(("hôm qua mình giúp bà Lan 2 tiếng", HELPED), ("sáng nay dạy 90 phút", HELPED)),
    ],
)
def test_what_is_told(typed: str, kind: str) -> None:
    told = volunteering_told(typed)
    assert told is not None
    assert told.kind == kind


@pytest.mark.parametrize(
    "typed", ["buổi hỗ trợ", "mai mình sang giúp 2 tiếng", "mình giúp được gì?", "số giờ", "không"]
)
def test_what_is_not(typed: str) -> None:
    assert volunteering_told(typed) is None
