"""Notes counted aloud; and what is told of a count without being one."""

import pytest

from messages.understand.banknotes import (
    count_of_notes,
    is_about,
    is_no_count,
    notes_told,
    only_counted,
)

VALUES = (500_000, 200_000, 100_000, 50_000, 20_000, 10_000)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("2 tờ 500 3 tờ 200 5 tờ 100", {500_000: 2, 200_000: 3, 100_000: 5}),
        ("mười tờ 50 nghìn, hai chục tờ 20", {50_000: 10, 20_000: 20}),
        ("3 tờ loại 200k", {200_000: 3}),
        ("2 tờ 500 2 tờ 500", None),
        ("2 tờ 30", None),
        ("hôm nay 2 tờ 500", None),
        ("5 triệu", None),
    ],
)
def test_notes_are_counted_by_value(said: str, told: dict[int, int] | None) -> None:
    assert notes_told(said, VALUES) == told


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("mười tờ", "muoi"),
        ("hai chục tờ", "hai muoi"),
        ("20 tờ thì phải", "20"),
        ("không có", "0"),
        ("hết rồi", "0"),
        ("12", "12"),
        ("2 tờ 500", "2 tờ 500"),
    ],
)
def test_a_count_is_the_number_before_the_notes(said: str, count: str) -> None:
    assert count_of_notes(said) == count


@pytest.mark.parametrize("said", ["thiếu 20 nghìn", "dư 10k", "đủ", "đúng sổ", "khớp", "thừa 5k"])
def test_a_difference_is_no_count(said: str) -> None:
    assert is_no_count(said)


@pytest.mark.parametrize("said", ["khoảng 5 triệu", "hơn 5 triệu", "gần 3 triệu", "chừng 2tr"])
def test_a_guess_is_no_count(said: str) -> None:
    assert is_about(said)


def test_a_sum_is_both_counted_and_exact() -> None:
    assert not is_no_count("5 triệu")
    assert not is_about("5 triệu hai trăm")
    assert only_counted("tôi đếm được 5 triệu") == "5 triệu"
    assert only_counted("5 triệu") == "5 triệu"
