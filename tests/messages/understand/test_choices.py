"""Choices typed by number, by word, by the start of a word."""

import pytest

from messages.understand import Either, Reading, Unclear, Value, read_choice
from tests.messages.understand.tables import Case, cases, differs, retyped, written

CASES = cases("choices")


def read(typed: str, labels: list[str]) -> Reading[int]:
    """Counted from 1, as people count."""
    reading = read_choice(typed, labels)
    if isinstance(reading, Unclear):
        return reading
    if isinstance(reading, Value):
        return Value(reading.value + 1)
    return Either(tuple(index + 1 for index in reading.readings))


def parts(case: Case) -> tuple[str, list[str]]:
    typed, _, labels = case.typed.partition(" | ")
    return typed, labels.split("; ")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.typed)
def test_a_choice_is_read(case: Case) -> None:
    assert written(read(*parts(case))) == case.reading.strip(), case.habit


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.typed)
def test_another_keyboard_makes_no_other_choice(case: Case) -> None:
    typed, labels = parts(case)
    before = read(typed, labels)
    for how, again in retyped(typed).items():
        assert not differs(before, read(again, labels)), f"{how}: {again}"


def test_every_label_is_chosen_by_itself_and_by_its_number() -> None:
    labels = ["Đóng phí", "Vay vốn", "Trả nợ", "Buổi sinh hoạt", "Xem thêm", "50.000 đồng"]
    for index, label in enumerate(labels):
        assert read_choice(label, labels) == Value(index)
        assert read_choice(str(index + 1), labels) == Value(index)


def test_nothing_can_be_chosen_from_nothing() -> None:
    assert written(read_choice("đầu tiên", [])) == "!not_an_option"
    assert written(read_choice("cuối", [])) == "!not_an_option"
