"""Hour and place as last time: a yes in other words, another hour instead of a no."""

import pytest

from tests.kit.planned import at, plan_a_meeting
from tests.kit.village import village


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("nhu cu", "nói chuyện về việc gì"),
        ("chỗ cũ cháu ạ", "nói chuyện về việc gì"),
        ("8 giờ", "nói chuyện về việc gì"),
        ("2 giờ chiều", "họp ở đâu"),
    ],
)
async def test_what_is_said_of_hour_and_place(sqlite_url: str, typed: str, asked: str) -> None:
    async with village(sqlite_url) as v:
        plan_a_meeting(v, at(20, 8))
        await v.dao.says("/lichhop")
        await v.dao.says("24/12/2026")
        assert "như lần trước" in v.dao.heard.lower()
        await v.dao.says(typed)
        assert asked in v.dao.heard.lower(), v.dao.last
        if typed == "2 giờ chiều":
            assert "14 giờ" in v.dao.heard
