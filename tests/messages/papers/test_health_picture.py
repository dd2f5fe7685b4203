"""Health figures as a picture: big figures, told apart without colour."""

import re
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from messages.papers.health_picture import health_picture
from messages.papers.kinds import drawn
from messages.wording import Words
from tests.messages.papers.test_seen_by_all import WRITTEN, text_of

CHECKS: list[list[Any]] = [
    [date(2026, 11, 2), 135, 85, 52_500],
    [date(2026, 10, 5), 240, 91, None],
    [date(2026, 9, 7), None, None, 54_000],
]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_it_is_a_picture_for_a_phone(language: str) -> None:
    made = drawn(health_picture(name="", checks=CHECKS), Words(language, "bác", "cháu"))
    with Image.open(BytesIO(made.content)) as picture:
        assert picture.size[0] == 1080
        # Seen in grey, the full dot is still the darkest thing in its line.
        shades = picture.convert("L").histogram()
        assert sum(shades[:60]) > 1_000
    assert made.is_picture and made.file_name.endswith(".png")


def test_nothing_is_told_by_colour_alone_and_letters_are_large() -> None:
    text = text_of("health.typ")
    known = {each for pair in WRITTEN for each in pair} | {"#7a857f"}
    assert set(re.findall(r"#[0-9a-f]{6}", text)) <= known
    assert "fill: white, stroke" in text
    sizes = [int(each) for each in re.findall(r"size: (\d+)pt", text)]
    assert min(sizes) >= 18 and max(sizes) >= 30
