"""Yesterday's buttons, another chat's and forged ones: each is answered kindly and does nothing."""

import pytest

from handlers.dialogue.asking import Ask
from handlers.dialogue.visitor import Visitor
from handlers.talk.heard import Kind
from messages.presses import AnswerPress, Press, Step, StepPress, packed
from tests.kit.one_chat import OneChat, Remember, asking, declared


def test_a_button_pressed_twice_counts_once(chat: OneChat) -> None:
    chat.begins("animal")
    press = chat.press("cow")
    assert chat.presses(press) == "Whose is it?"
    said = chat.presses(press)
    assert "answered already" in said
    assert "Whose is it?" in said


def test_buttons_of_the_same_question_go_on_working(chat: OneChat) -> None:
    chat.begins("animal")
    press = chat.press("pig")
    chat.says("", kind=Kind.OTHER)
    chat.says("nhắc lại")
    assert chat.presses(press) == "Whose is it?"


def test_buttons_of_a_page_that_was_left_are_not_taken_for_others(chat: OneChat) -> None:
    async def many(ask: Ask, me: Visitor) -> Remember:
        among = [f"n{each}" for each in range(9)]
        return Remember(await ask.choice("n", asking("Which?"), among=among, shown_as=asking))

    with declared("many", many):
        chat.begins("many")
        first = chat.press("n0")
        chat.taps("More")
        assert "answered already" in chat.presses(first)
        assert chat.labels[0] == "1. N4"


def test_a_button_of_what_is_finished_says_so(chat: OneChat) -> None:
    chat.begins("money")
    chat.says("50k")
    back = chat.press("Back")
    chat.says("rice")
    assert "“the money”, which is finished" in chat.presses(back)


def test_a_button_of_what_is_kept_for_later_says_so(chat: OneChat) -> None:
    chat.begins("animal")
    press = chat.press("cow")
    chat.says("cow")
    chat.begins("money")
    said = chat.presses(press)
    assert "“the animal”, which I have kept for later" in said
    assert "How much?" in said


def test_what_was_left_without_an_answer_is_asked_again_and_nothing_is_taken(
    chat: OneChat,
) -> None:
    chat.begins("animal")
    press = chat.press("cow")
    question = str(chat.heard)
    chat.says("menu")
    said = chat.presses(press)
    assert "still open" in said
    assert question in said
    assert chat.says("cow") == "Whose is it?"


def test_a_button_of_what_was_thrown_away_says_so(chat: OneChat) -> None:
    chat.begins("animal")
    press = chat.press("cow")
    chat.says("cow")
    chat.says("stop")
    chat.taps("Throw it away")
    assert "“the animal”, which has been thrown away" in chat.presses(press)
    assert chat.places == {"animal": "stopped"}


def test_a_button_of_another_chat_does_nothing(chat: OneChat) -> None:
    chat.begins("animal")
    chat.says("cow")
    id_, revision = chat.rows("SELECT id, revision FROM dialogues")[0]
    other = OneChat(chat.store, key="em", clock=chat.clock)
    forged: list[Press] = [AnswerPress(id_, revision, 0), *(StepPress(id_, step) for step in Step)]
    for press in forged:
        assert "no longer does anything" in other.presses(packed(press))
    assert chat.places == {"animal": "front"}


FORGED = [
    "",
    ":",
    "a:1:2",
    "a:zz:1:1",
    "a:1:1:-1",
    "a:-1:1:1",
    "n:1:dance",
    "n:ffffffffffffffffffffffffffffffff:back",
    "a:7fffffffffffffff:1:99999999999999999999999999",
    "s:no_such_dialogue:1",
    "v:no_such_screen:1",
    "v:menu:-1",
    "v:menu:99999999999999999999",
    "v:menu:٣",
    "v:menu:²",
    "s:animal:a:b",
    "s:animal:\x00",
    "s:animal:\ud800",
    "x" * 5000,
    "Trả lời",
]


@pytest.mark.parametrize("press", FORGED)
def test_a_forged_button_is_answered(chat: OneChat, press: str) -> None:
    chat.presses(press)
    assert chat.heard
    assert chat.faults == 0
