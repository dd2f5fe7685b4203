"""The month's picture and poster for weak eyes: contrast, colours that some cannot tell, letters.

Contrast as WCAG 2 computes it; colours as seen without red or green cones by the matrices of
Viénot, Brettel and Mollon (1999), on linear light.
"""

import re
from itertools import pairwise

import pytest

from messages.papers.typesetting import TEMPLATES

Colour = tuple[float, float, float]
# Letters on what they stand on, and bars on what they are told from.
WRITTEN = [
    *(("#0f5230", "#ffffff"), ("#0f5230", "#e9f3ec"), ("#3f4a45", "#e9f3ec")),
    *(("#3f4a45", "#ffffff"), ("#14201a", "#ffffff"), ("#0072b2", "#ffffff")),
]
NO_RED = ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0))
NO_GREEN = ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0))
AS_IT_IS = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


def linear(hex_: str) -> Colour:
    parts = [int(hex_[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return red, green, blue


def brightness(colour: Colour) -> float:
    return sum(part * light for part, light in zip(colour, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(one: Colour, other: Colour) -> float:
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


def seen(colour: Colour, eyes: tuple[Colour, Colour, Colour]) -> Colour:
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, colour, strict=True)))) for row in eyes
    )
    return red, green, blue


def text_of(template: str) -> str:
    return (TEMPLATES / template).read_text(encoding="utf-8")


@pytest.mark.parametrize(("letters", "ground"), WRITTEN)
def test_letters_stand_out(letters: str, ground: str) -> None:
    """The blue behind white letters of 15 points has 5,2 : 1; all others are above 7 : 1."""
    asked = 4.5 if letters == "#0072b2" else 7.0
    for eyes in (AS_IT_IS, NO_RED, NO_GREEN):
        assert contrast(seen(linear(letters), eyes), seen(linear(ground), eyes)) >= asked
    assert letters in text_of("summary.typ")


@pytest.mark.parametrize("eyes", [AS_IT_IS, NO_RED, NO_GREEN])
def test_cash_and_lent_can_be_told_apart(eyes: tuple[Colour, Colour, Colour]) -> None:
    """The two colours of a bar differ in light too, not only in colour; each carries its sum."""
    cash, lent = (seen(linear(each), eyes) for each in ("#0072b2", "#e69f00"))
    assert contrast(cash, lent) >= 1.8
    assert all(each in text_of("summary.typ") for each in ("#0072b2", "#e69f00"))


def test_only_measured_colours_carry_letters() -> None:
    """Colours of lines, bars and grounds beside them are named here, so that a new one is seen."""
    known = {each for pair in WRITTEN for each in pair} | {
        *("#e69f00", "#9fc5dd", "#eef1ef", "#7a857f"),
    }
    for template in ("summary.typ", "poster.typ"):
        assert set(re.findall(r"#[0-9a-f]{6}", text_of(template))) <= known


def test_letters_of_the_picture_are_large() -> None:
    """At first choice no smaller than 13 of 540 points, 26 of 1080 pixels; figures twice that."""
    text = text_of("summary.typ")
    fixed = [float(each) for each in re.findall(r"size: ([\d.]+)pt", text)]
    lists = [
        [float(size.removesuffix("pt")) for size in found.split(", ")]
        for found in re.findall(r"\(((?:[\d.]+pt, )+[\d.]+pt)\)", text)
    ]
    assert len(lists) >= 8
    assert min([*fixed, *(sizes[0] for sizes in lists)]) >= 13
    assert max(sizes[0] for sizes in lists) >= 26
    assert all(one > next_ for sizes in lists for one, next_ in pairwise(sizes))


def test_letters_of_the_poster_are_as_large_as_fit() -> None:
    """From 34 points down in steps of a half, and never below 12."""
    assert "range(24, 69).rev().map(each => each * 0.5pt)" in text_of("poster.typ")
