"""What holds for every sum, every text and every keyboard."""

import unicodedata
from collections.abc import Callable, Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from club.money import Money
from messages import formats
from messages.understand import (
    Either,
    Unclear,
    Value,
    bare,
    cries_for_help,
    in_words,
    in_words_en,
    plain,
    read_birth_year,
    read_choice,
    read_day,
    read_money,
    read_month,
    read_name,
    read_phone,
    read_time,
    read_yes_no,
    reserved_word,
)
from messages.understand.words import listed
from tests.messages.understand.tables import cases, differs, possible, retyped

TODAY = date(2026, 11, 21)
LABELS = ("Nuôi bò", "Nuôi heo", "50.000 đồng", "100.000 đồng", "Thôi")
READERS: dict[str, Callable[[str], object]] = {
    "money": read_money,
    "birth year": lambda text: read_birth_year(text, today=TODAY),
    "coming day": lambda text: read_day(text, today=TODAY, ahead=True),
    "past day": lambda text: read_day(text, today=TODAY, ahead=False),
    "month": lambda text: read_month(text, today=TODAY),
    "time": read_time,
    "yes or no": read_yes_no,
    "choice": lambda text: read_choice(text, LABELS),
    "phone": read_phone,
    "name": read_name,
}
# Readers in which a message may turn up that answers another question.
ALL_CASES = [
    case.typed
    for name in ("money", "birth_years", "months", "times", "days", "yes_no", "phones", "reserved")
    for case in cases(name)
]
PIECES = listed(
    "một mốt hai ba bốn tư năm lăm nhăm sáu bảy tám chín không mười mươi chục trăm nghìn ngàn triệu"
    " tỷ rưỡi nửa nữa linh lẻ hăm băm k tr củ đồng đ 1 2 5 05 20 25 50 200 250 1.500 1,5 50.000"
    " dạ bác ạ thôi nhé hay , . - ngày tháng này sau tới trước mùng rằm thứ chủ nhật tuổi giờ"
    " chiều tối sáng 15/3 1952 0912345678 có được đúng đừng phải hundred thousand and million"
)

texts = st.one_of(
    st.text(max_size=60),
    st.text(st.characters(categories=["L", "M", "N", "Z", "C", "S", "P"]), max_size=40),
    st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join),
)
sentences = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(" ".join)
sums = st.one_of(
    st.integers(1_000, 10_000_000_000),
    st.integers(1, 10_000_000).map(lambda thousands: thousands * 1000),
    st.integers(1, 9_999).map(lambda thousands: thousands * 1_000_000),
    st.builds(lambda high, low: high * 10**6 + low, st.integers(1, 9_999), st.integers(0, 1_100)),
)


@settings(max_examples=300, deadline=None)
@given(sums)
def test_every_sum_is_understood_as_it_is_written(dong: int) -> None:
    assert read_money(formats.money(Money(dong))) == Value(Money(dong))


@settings(max_examples=400, deadline=None)
@given(sums)
def test_every_sum_is_understood_as_it_is_said(dong: int) -> None:
    assert read_money(f"{in_words(dong)} đồng") == Value(Money(dong))
    assert read_money(in_words(dong)) == Value(Money(dong))


@settings(max_examples=200, deadline=None)
@given(sums)
def test_every_sum_is_understood_as_it_is_said_in_english(dong: int) -> None:
    reading = read_money(f"{in_words_en(dong)} dong")
    assert reading == Value(Money(dong))


@settings(max_examples=200, deadline=None)
@given(sums)
def test_a_sum_said_without_diacritics_is_no_other_sum(dong: int) -> None:
    for how, typed in retyped(f"{in_words(dong)} đồng").items():
        # "tám" without its mark is also "tầm", about: then it is asked.
        assert Money(dong) in possible(read_money(typed)), how


@pytest.mark.parametrize("dong", [*range(1, 1000, 7), 999])
def test_a_sum_below_a_thousand_is_among_the_readings(dong: int) -> None:
    for typed in (formats.money(Money(dong)), f"{in_words(dong)} đồng"):
        reading = read_money(typed)
        assert isinstance(reading, Either)
        assert Money(dong) in reading.readings


def test_minus_and_nothing_are_said_and_refused() -> None:
    assert in_words(0) == "không"
    assert in_words(-5_000) == "âm năm nghìn"
    assert in_words_en(-5_000) == "minus five thousand"
    assert isinstance(read_money(f"{in_words(-5_000)} đồng"), Unclear)
    assert isinstance(read_money(f"{in_words(0)} đồng"), Unclear)


@settings(max_examples=400, deadline=None)
@given(texts)
def test_nothing_raises_on_any_text(text: str) -> None:
    for read in READERS.values():
        assert isinstance(read(text), Value | Either | Unclear)
    reserved_word(text)
    cries_for_help(text)


@settings(max_examples=300, deadline=None)
@given(texts)
def test_a_plain_text_is_plain_already(text: str) -> None:
    once = plain(text)
    assert plain(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once == " ".join(once.split())
    assert bare(bare(text)) == bare(text)
    once.encode()


@pytest.mark.parametrize("name", [name for name in READERS if name != "name"])
@settings(max_examples=200, deadline=None)
@given(text=sentences)
def test_another_keyboard_never_gives_another_value(name: str, text: str) -> None:
    read = READERS[name]
    before = read(text)
    for how, typed in retyped(text).items():
        assert not differs(before, read(typed)), f"{how}: {typed}"


@pytest.mark.parametrize("name", [name for name in READERS if name != "name"])
def test_answers_to_other_questions_survive_every_keyboard(name: str) -> None:
    read = READERS[name]
    for text in ALL_CASES:
        before = read(text)
        for how, typed in retyped(text).items():
            assert not differs(before, read(typed)), f"{how}: {typed}"


@pytest.mark.parametrize("name", READERS)
def test_a_wall_of_anything_is_read_quickly(name: str) -> None:
    walls: Sequence[str] = (
        "1" * 100_000,
        "năm " * 30_000,
        "a\u0301" * 50_000,
        "-" * 9_000,
        "́" * 9_000,
    )
    for wall in walls:
        assert isinstance(READERS[name](wall), Unclear)
