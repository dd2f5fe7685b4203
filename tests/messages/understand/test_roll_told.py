"""Who came to a meeting, told in one sentence."""

import pytest

from messages.understand.roll_told import RollTold, of_another_day, roll_told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("47 nguoi den, vang ba Nhoi, ong Tu", RollTold(47, None, ("ba Nhoi", "ong Tu"))),
        ("47 người đến, vắng bà Nhói và ông Tự", RollTold(47, None, ("bà Nhói", "ông Tự"))),
        ("hôm nay chỉ vắng bà Lan", RollTold(None, None, ("bà Lan",))),
        ("vắng mặt: bà Lan, cô Em", RollTold(None, None, ("bà Lan", "cô Em"))),
        ("47 người đến, bà Lan với ông Mạnh vắng", RollTold(47, None, ("bà Lan", "ông Mạnh"))),
        ("vắng bà Lan, có 5 người đến", RollTold(5, None, ("bà Lan",))),
        ("có mặt 50, vắng 7", RollTold(50, 7)),
        ("đến đủ cả", RollTold(None, 0)),
        ("hôm nay không ai vắng", RollTold(None, 0)),
        ("6 members came, absent Lan and Manh", RollTold(6, None, ("Lan", "Manh"))),
    ],
)
def test_what_is_told(text: str, told: RollTold) -> None:
    assert roll_told(text) == told


@pytest.mark.parametrize(
    "text",
    [
        *("tấm lòng vàng", "tam long vang", "so vang cua hoi", "đóng phí", "ai vắng?", ""),
        *("47 người", "bán vàng trả nợ", "bà Hoa nộp 15 nghìn", "có mấy người đến họp"),
    ],
)
def test_what_tells_of_no_roll(text: str) -> None:
    assert roll_told(text) is None


def test_another_day_is_no_roll_of_today() -> None:
    assert of_another_day("mai tôi vắng")
    assert not of_another_day("hôm nay vắng bà Lan")
