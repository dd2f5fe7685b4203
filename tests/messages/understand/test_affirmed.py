"""A yes that says once more what is meant, and a name with its year of birth."""

import pytest

from messages.understand.affirmed import named_with_year, repeats, without_yes

LABELS = (
    "Bà Nguyễn Thị Lan, sinh 1948, Thôn Đoài",
    "Bà Đỗ Thị Lan, sinh 1951, Thôn Đoài",
    "Ông Trần Văn Bằng, sinh 1948, Xóm Chùa",
)


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("dung la ba Nga", "ba nga"),
        ("đúng là bà Nga", "bà nga"),
        ("vâng đúng rồi bà Nga", "bà nga"),
        ("đừng ghi bà Nga", ""),
        ("dừng lại", ""),
        ("bà Nga", ""),
        ("vâng", ""),
    ],
)
def test_what_follows_a_yes_is_found(said: str, rest: str) -> None:
    assert without_yes(said).lower() == rest


def test_only_what_was_said_is_a_repetition_of_it() -> None:
    assert repeats("bà Lan", LABELS[0]) and repeats("ba lan thon doai", LABELS[0])
    assert not repeats("bà Nga", LABELS[0]) and not repeats("", LABELS[0])
    assert not repeats("bà Lan nhưng sai năm", LABELS[0])


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("ba Lan sinh 1948", 0),
        ("bà lan 1951 đó cháu", 1),
        ("bang 1948", 2),
        ("ba Lan", None),
        ("1948", None),
        ("bà Lan sinh 1960", None),
    ],
)
def test_a_name_with_its_year_picks_one(said: str, place: int | None) -> None:
    assert named_with_year(said, LABELS) == place
