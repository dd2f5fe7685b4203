"""An activity, a visit, a measure told in a line; and what is none of these."""

import pytest

from club.areas import Area
from club.health import BloodPressure
from messages.understand.activities import read_activity
from messages.understand.measures import (
    read_blood_pressure,
    read_height,
    read_weight,
    tells_blood_pressure,
)
from messages.understand.visits import read_visit

DEEDS = [
    ("tập dưỡng sinh sáng nay 20 người", Area.HEALTH, "Tập dưỡng sinh", "20", "sáng nay"),
    ("tap duong sinh sang nay 20 nguoi", Area.HEALTH, "Tap duong sinh", "20", "sang nay"),
    (
        "Dạ cháu ơi hôm qua câu lạc bộ dọn đường làng, có 15 bác tham gia ạ",
        *(Area.SELF_HELP, "Dọn đường làng", "15", "hôm qua"),
    ),
    (
        "giao lưu với câu lạc bộ Thôn Hạ 5/11 30 người",
        *(Area.CULTURE, "Giao lưu với câu lạc bộ Thôn Hạ", "30", "5/11"),
    ),
    ("exercise this morning 20 people", Area.HEALTH, "Exercise", "20", "today"),
    ("văn nghệ -5 người", Area.CULTURE, "Văn nghệ", "-5", ""),
    ("dọn đường 1000 người hôm nay", Area.SELF_HELP, "Dọn đường", "1000", "hôm nay"),
]


@pytest.mark.parametrize(("text", "area", "what", "people", "day"), DEEDS)
def test_an_activity_told_in_one_line(
    text: str, area: Area, what: str, people: str, day: str
) -> None:
    told = read_activity(text)
    assert told is not None
    assert (told.area, told.what, told.people, told.day) == (area, what, people, day)


@pytest.mark.parametrize(
    "text",
    [
        *("tập dưỡng sinh", "tôi không đi họp sáng nay", "ủng hộ 50 nghìn hôm nay", "20 người"),
        *("vay 5 triệu nuôi gà một năm", "hôm nay tôi thăm bà Lan", "đóng phí hôm qua", ""),
        "dưỡng sinh hôm nay " + "rất vui " * 20,
    ],
)
def test_no_activity(text: str) -> None:
    assert read_activity(text) is None


@pytest.mark.parametrize(
    ("text", "who", "day"),
    [
        ("đã thăm bà Lan hôm nay", "lan", "hom nay"),
        ("hôm qua tôi đến thăm cụ Đỗ Thị Lan rồi ạ", "do thi lan", "hom qua"),
        ("cháu ơi bác vừa thăm bà Lan", "lan", ""),
        ("I visited Mrs Lan today", "lan", "today"),
    ],
)
def test_a_visit_told_in_one_line(text: str, who: str, day: str) -> None:
    told = read_visit(text)
    assert told is not None
    assert (told.who, told.day) == (who, day)


@pytest.mark.parametrize("text", ["thăm", "đi thăm", "thăm người ốm hôm nay 5 người", "bà Lan"])
def test_no_visit(text: str) -> None:
    assert read_visit(text) is None


@pytest.mark.parametrize(
    ("text", "high", "low"),
    [
        *(("135/85", 135, 85), ("huyết áp 135/85", 135, 85), ("135 trên 85 ạ", 135, 85)),
        *(("huyet ap 13/8", 130, 80), ("13,5/8,5", 135, 85), ("190-100", 190, 100)),
    ],
)
def test_blood_pressure(text: str, high: int, low: int) -> None:
    assert read_blood_pressure(text) == BloodPressure(high, low)


@pytest.mark.parametrize("text", ["85/135", "1350/85", "135", "abc", "", "-135/85", "300/200"])
def test_what_nobody_has_is_no_blood_pressure(text: str) -> None:
    assert read_blood_pressure(text) is None


def test_only_a_named_pressure_is_told_by_itself() -> None:
    assert tells_blood_pressure("huyết áp của tôi 150/90 ạ")
    assert not tells_blood_pressure("135/85")
    assert not tells_blood_pressure("5/11")


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        *(("52 ký", 52_000), ("52", 52_000), ("52,5 kg", 52_500), ("52 ký rưỡi", 52_500)),
        *(("520 kg", None), ("5 kg", None), ("-52", None), ("nặng lắm", None)),
    ],
)
def test_weight(text: str, grams: int | None) -> None:
    assert read_weight(text) == grams


@pytest.mark.parametrize(
    ("text", "cm"),
    [("1m55", 155), ("155 cm", 155), ("1,55", 155), ("1 mét 6", 160), ("300", None), ("55", None)],
)
def test_height(text: str, cm: int | None) -> None:
    assert read_height(text) == cm
