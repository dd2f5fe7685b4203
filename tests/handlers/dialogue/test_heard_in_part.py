"""What a question makes of an answer of which it understands a part, or which cannot be."""

from datetime import date
from typing import Any

import pytest

from club.money import Money
from handlers.dialogue.asking import Ask
from handlers.dialogue.day_questions import DayQuestion, TimeQuestion
from handlers.dialogue.listening import Listening, Typed
from handlers.dialogue.name_questions import PhoneQuestion
from handlers.dialogue.question import Question
from handlers.dialogue.state import State
from messages import everywhere as say
from messages.understand.readings import Value, Why
from messages.wording import Words

TODAY = date(2026, 11, 21)
PROMPT = say.plain("?")
WHOLE, DUE = Money(1_500_000), Money(220_000)


def listened(question: Question[Any], text: str) -> tuple[Value[Any] | None, State, Why | None]:
    state = State()
    listening = Listening(Words(), TODAY, state)
    heard = listening.heard(question, Typed(text))
    return heard, state, listening.trouble


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("thứ sáu tuần tới", Why.IN_FUTURE),
        ("rằm tới", Why.IN_FUTURE),
        ("ngày 5 tháng 12 năm 2026", Why.IN_FUTURE),
        ("ngày 31 tháng này", Why.NO_SUCH_DAY),
    ],
)
def test_a_day_that_cannot_be_is_refused_and_no_part_of_it_offered(text: str, why: Why) -> None:
    heard, state, trouble = listened(DayQuestion("day", PROMPT, False, ()), text)
    assert (heard, state.readings, trouble) == (None, None, why)


def test_words_that_change_a_day_are_not_left_out() -> None:
    heard, state, _ = listened(DayQuestion("day", PROMPT, True, ()), "mùng 5 tháng 6 nhuận")
    assert (heard, state.readings) == (None, None)


@pytest.mark.parametrize("text", ["tám giờ hơn", "8 giờ kém"])
def test_about_an_hour_is_no_hour(text: str) -> None:
    heard, state, trouble = listened(TimeQuestion("time", PROMPT), text)
    assert (heard, state.readings, trouble) == (None, None, Why.NOT_A_TIME)


def test_a_day_within_other_words_is_still_asked_back() -> None:
    _, state, _ = listened(DayQuestion("day", PROMPT, True, ()), "thứ bảy tới ở nhà văn hóa")
    assert state.readings == ["2026-11-28"]


def test_figures_one_by_one_are_a_phone_number_and_not_the_first_choice() -> None:
    phone = PhoneQuestion("phone", PROMPT)
    assert listened(phone, "0 9 1 2 3 4 5 6 7 8")[0] == Value("+84912345678")
    assert listened(phone, "1")[0] == Value("")
    assert listened(phone, "bác không có điện thoại")[0] == Value("")
    assert listened(phone, "0 9 1")[0] is None


@pytest.mark.parametrize(
    ("ahead", "text", "meant"),
    [(True, "20/11", "2027-11-20"), (False, "24/11", "2025-11-24")],
)
def test_a_day_nearly_a_year_off_is_asked_back(ahead: bool, text: str, meant: str) -> None:
    heard, state, _ = listened(DayQuestion("day", PROMPT, ahead, ()), text)
    assert (heard, state.readings) == (None, [meant])


@pytest.mark.parametrize("text", ["20/11/2027", "20/11 năm sau", "ngày 20 tháng 11 năm 2027"])
def test_who_says_the_year_means_it(text: str) -> None:
    assert listened(DayQuestion("day", PROMPT, True, ()), text)[0] == Value("2027-11-20")


REPAYMENT = Ask().money("sum", PROMPT, up_to=Money(2_000_000), whole=WHOLE, due=DUE)


@pytest.mark.parametrize(
    ("text", "dong"),
    [
        ("trả hết", [1_500_000]),
        ("như mọi khi", [220_000]),
        ("gấp đôi", [440_000]),
        ("cả gốc lẫn lãi", [220_000, 1_500_000]),
        ("2 tờ 500", [1_000_000]),
        ("3 tháng mỗi tháng 220 nghìn", [660_000, 220_000]),
        ("gốc 200 lãi 20", [220_000, 200_000, 20_000]),
        ("500 nghìn một năm", [500_000]),
    ],
)
def test_a_sum_that_is_not_said_in_figures_is_asked_back(text: str, dong: list[int]) -> None:
    heard, state, _ = listened(REPAYMENT, text)
    assert (heard, state.readings) == (None, dong)


@pytest.mark.parametrize("text", ["6 tờ 500", "2 con bò 30 triệu"])
def test_what_it_comes_to_may_be_too_much(text: str) -> None:
    heard, state, trouble = listened(REPAYMENT, text)
    assert (heard, state.readings, trouble) == (None, None, Why.TOO_LARGE)


@pytest.mark.parametrize("text", ["trả hết", "như cũ", "gấp đôi"])
def test_where_nobody_knows_what_that_is_nothing_is_offered(text: str) -> None:
    heard, state, trouble = listened(Ask().money("sum", PROMPT), text)
    assert (heard, state.readings, trouble) == (None, None, Why.NOT_A_NUMBER)
