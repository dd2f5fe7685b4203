"""Answers by name: given, gone back on, asked back, checked against today."""

from collections.abc import Sequence
from typing import Any

import pytest

from club.money import Money
from handlers.dialogue.asking import Ask
from handlers.dialogue.engine import Play, Redo
from handlers.dialogue.visitor import Visitor
from tests.kit.one_chat import OneChat, Remember, asking, declared


def choosing(options: Sequence[str]) -> Play:
    """A dialogue with one choice; the list may change between messages."""

    async def play(ask: Ask, me: Visitor) -> Remember:
        return Remember(await ask.choice("which", asking("Which?"), among=options, shown_as=asking))

    return play


async def three_questions(ask: Ask, me: Visitor) -> Any:
    animal = await ask.choice(
        "animal", asking("Which animal?"), among=["cow", "pig"], shown_as=asking
    )
    place = await ask.text("place", asking("Where?"))
    sum_ = await ask.money("sum", asking(f"How much for the {animal}?"), up_to=Money(9_000_000))
    if not await ask.confirm("agreed", asking(f"{animal}, {place}, {sum_.dong}. Right?")):
        wrong = await ask.choice(
            "wrong", asking("What is wrong?"), among=["animal", "place", "sum"], shown_as=asking
        )
        return Redo((wrong, "wrong", "agreed"))
    return Remember(animal, place, sum_.dong)


def test_answers_are_kept_until_the_end_and_nothing_is_written_before(chat: OneChat) -> None:
    with declared("t", three_questions):
        assert chat.begins("t") == "Which animal?"
        assert chat.says("pig") == "Where?"
        assert chat.says("Thôn Đoài") == "How much for the pig?"
        assert "pig, Thôn Đoài" in chat.says("2 triệu")
        assert chat.rows("SELECT deed FROM audit") == []
        assert chat.says("yes") == "remembered ['pig', 'Thôn Đoài', 2000000]"
        assert chat.rows("SELECT deed FROM audit") == [("Remember",)]
        assert chat.places == {"t": "done"}


def test_back_asks_the_question_before_and_the_first_has_none(chat: OneChat) -> None:
    with declared("t", three_questions):
        chat.begins("t")
        assert chat.navigation == ["Stop", "Call a person"]
        chat.says("cow")
        assert chat.navigation == ["Back", "Stop", "Call a person"]
        chat.says("here")
        assert chat.taps("Back") == "Where?"
        assert chat.says("quay lại") == "Which animal?"
        assert "the first question" in chat.says("back")
        chat.says("pig")
        assert chat.says("there") == "How much for the pig?"


def test_repeat_asks_the_same_again(chat: OneChat) -> None:
    with declared("t", three_questions):
        chat.begins("t")
        chat.says("cow")
        assert chat.says("nhắc lại") == "Where?"
        assert chat.says("nghe").endswith("\n\nWhere?")
        assert chat.faults == 0


def test_only_the_wrong_part_is_asked_again(chat: OneChat) -> None:
    with declared("t", three_questions):
        chat.begins("t")
        for answer in ("cow", "here", "1 triệu", "no"):
            chat.says(answer)
        assert chat.heard == "What is wrong?"
        assert chat.says("animal") == "Which animal?"
        assert "pig, here, 1000000" in chat.says("pig")
        assert "['pig', 'here', 1000000]" in chat.says("yes")


def test_back_from_what_is_asked_again_brings_the_old_answer_back(chat: OneChat) -> None:
    with declared("t", three_questions):
        chat.begins("t")
        for answer in ("cow", "here", "1 triệu", "no", "animal"):
            chat.says(answer)
        assert chat.navigation[0] == "Back"
        assert "cow, here, 1000000" in chat.taps("Back")
        assert "['cow', 'here', 1000000]" in chat.says("yes")


def test_back_after_what_was_asked_again_goes_to_it(chat: OneChat) -> None:
    with declared("t", three_questions):
        chat.begins("t")
        for answer in ("cow", "here", "1 triệu", "no", "animal", "pig"):
            chat.says(answer)
        assert chat.says("back") == "Which animal?"
        assert "cow, here, 1000000" in chat.says("cow")  # the other answers are still there


def test_a_typed_number_is_the_option_as_it_was_shown(chat: OneChat) -> None:
    with declared("t", choosing(["A-one", "B-two", "C-three"])):
        chat.begins("t")
    with declared("t", choosing(["C-three", "B-two", "A-one"])):
        assert chat.says("1") == "remembered ['A-one']"


@pytest.mark.parametrize("typed", ["2", "2.", "số 2", "hai", "thứ hai"])
def test_a_number_whose_option_is_gone_is_asked_again(chat: OneChat, typed: str) -> None:
    with declared("t", choosing(["A-one", "B-two", "C-three"])):
        chat.begins("t")
    with declared("t", choosing(["A-one", "C-three", "D-four"])):
        assert "Things have changed" in chat.says(typed)
        assert chat.labels == ["1. A-one", "2. C-three", "3. D-four"]
        assert chat.says(typed) == "remembered ['C-three']"


def test_a_number_that_was_not_shown_is_no_choice(chat: OneChat) -> None:
    with declared("t", choosing(["A-one", "B-two"])):
        chat.begins("t")
        assert "did not find that among the choices" in chat.says("3")


NAMES = ["Hoa", "Lan", "Mạnh", "Tư", "Sáu", "Bảy", "Đoàn", "Khanh", "Vinh"]


def test_more_than_five_options_come_on_pages(chat: OneChat) -> None:
    with declared("t", choosing(NAMES)):
        chat.begins("t")
        assert chat.labels == ["1. Hoa", "2. Lan", "3. Mạnh", "4. Tư", "5. More"]
        chat.says("5")
        assert chat.labels == ["1. Sáu", "2. Bảy", "3. Đoàn", "4. Khanh", "5. More"]
        chat.says("more")
        assert chat.labels == ["1. Vinh", "2. More"]
        chat.taps("More")
        assert chat.labels[0] == "1. Hoa"
        chat.taps("More")
        assert chat.says("2") == "remembered ['Bảy']"


def test_a_word_of_another_page_is_understood(chat: OneChat) -> None:
    with declared("t", choosing(NAMES)):
        chat.begins("t")
        assert chat.says("vinh") == "remembered ['Vinh']"


def test_two_options_that_fit_are_asked_back(chat: OneChat) -> None:
    with declared("t", choosing(["Nguyễn Thị Hoa", "Trần Thị Hoa", "Lê Văn Tám"])):
        chat.begins("t")
        assert "Which one do you mean?" in chat.says("hoa")
        assert chat.labels == ["1. Nguyễn Thị Hoa", "2. Trần Thị Hoa"]
        assert chat.says("2") == "remembered ['Trần Thị Hoa']"


def test_a_reading_that_has_gone_meanwhile_is_not_shown_again(chat: OneChat) -> None:
    with declared("t", choosing(["Nguyễn Thị Hoa", "Trần Thị Hoa", "Lê Văn Tám"])):
        chat.begins("t")
        chat.says("hoa")
    with declared("t", choosing(["Lê Văn Tám", "Đỗ Thị Lan"])):
        chat.says("nhắc lại")
        assert chat.labels == ["1. Lê Văn Tám", "2. Đỗ Thị Lan"]
        assert chat.faults == 0


async def how_much(ask: Ask, me: Visitor) -> Remember:
    sum_ = await ask.money("sum", asking("How much?"), usual=Money(1_000_000))
    return Remember(sum_.dong)


def test_two_readings_are_asked_back_and_back_leaves_them(chat: OneChat) -> None:
    with declared("t", how_much):
        chat.begins("t")
        assert "Which one do you mean?" in chat.says("20")
        readings = chat.labels
        assert len(readings) >= 2
        assert chat.says("back") == "How much?"
        chat.says("20")
        assert chat.labels == readings
        assert "20000" in chat.taps(readings[0].partition(" ")[2])


def test_readings_do_not_stand_in_the_way_of_another_answer(chat: OneChat) -> None:
    with declared("t", how_much):
        chat.begins("t")
        chat.says("20")
        assert chat.says("35 nghìn") == "remembered [35000]"


def test_of_two_readings_only_those_that_can_be_are_asked(chat: OneChat) -> None:
    async def fee(ask: Ask, me: Visitor) -> Remember:
        sum_ = await ask.money(
            "sum", asking("How much?"), at_least=Money(1000), up_to=Money(50_000)
        )
        return Remember(sum_.dong)

    with declared("t", fee):
        chat.begins("t")
        assert chat.says("20") == "remembered [20000]"


@pytest.mark.parametrize("yes", ["1", "đúng", "yes", "dạ đúng ạ", "5 triệu"])
def test_an_unusual_sum_is_asked_back_and_counts_after_a_yes(chat: OneChat, yes: str) -> None:
    with declared("t", how_much):
        chat.begins("t")
        assert "more than usual" in chat.says("5 triệu")
        assert chat.labels == ["1. 5.000.000 đồng", "2. No, not that"]
        assert chat.says(yes) == "remembered [5000000]"


def test_an_unusual_sum_that_was_not_meant_is_asked_anew(chat: OneChat) -> None:
    with declared("t", how_much):
        chat.begins("t")
        chat.says("5 triệu")
        assert chat.says("không") == "How much?"
        assert chat.says("500 nghìn") == "remembered [500000]"


def test_a_typed_number_is_the_answer_where_numbers_are_asked(chat: OneChat) -> None:
    async def months(ask: Ask, me: Visitor) -> Remember:
        return Remember(
            await ask.number(
                "months", asking("How many?"), at_least=3, up_to=24, offers=(6, 12, 18)
            )
        )

    with declared("t", months):
        chat.begins("t")
        assert chat.labels == ["6", "12", "18"]
        assert "a number from 3 to 24" in chat.says("2")
        assert chat.says("6") == "remembered [6]"
        chat.begins("t")
        assert chat.taps("12") == "remembered [12]"


def test_sums_offered_are_chosen_by_number_and_by_sum(chat: OneChat) -> None:
    async def offered(ask: Ask, me: Visitor) -> Remember:
        sums = (Money(5000), Money(10_000), Money(15_000))
        return Remember((await ask.money("sum", asking("How much?"), offers=sums)).dong)

    with declared("t", offered):
        chat.begins("t")
        assert chat.says("2") == "remembered [10000]"
        chat.begins("t")
        assert chat.says("15k") == "remembered [15000]"
        chat.begins("t")
        assert chat.says("7 nghìn") == "remembered [7000]"
