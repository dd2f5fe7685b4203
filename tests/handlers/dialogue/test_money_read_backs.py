"""Agreeing to money is an act unlike the one before it (docs/decisions/0005)."""

from collections.abc import Iterator

import pytest

from club.money import Money
from handlers.dialogue.asking import Ask
from handlers.dialogue.engine import Redo
from handlers.dialogue.read_backs import names_a_sum
from handlers.dialogue.visitor import Visitor
from handlers.talk.heard import Kind
from messages.money import contribute as say
from tests.kit.one_chat import OneChat, Remember, asking, declared

SUM = Money(50_000)
READ_BACK = say.read_back(say.line("money", [say.sum_read_back(SUM)]))


async def buy(ask: Ask, me: Visitor) -> Remember | Redo:
    kind = await ask.choice("kind", asking("Which?"), among=["a", "b", "c"], shown_as=asking)
    if not await ask.confirm("agreed", READ_BACK):
        return Redo(("kind", "agreed"))
    return Remember(kind)


async def sure_twice(ask: Ask, me: Visitor) -> Remember:
    sure = await ask.yes_or_no("sure", asking("Sure?"))
    return Remember(sure, await ask.confirm("agreed", READ_BACK))


@pytest.fixture
def shop(chat: OneChat) -> Iterator[OneChat]:
    with declared("buy", buy), declared("sure_twice", sure_twice):
        yield chat


def test_a_sum_is_found_wherever_it_stands() -> None:
    assert names_a_sum(say.sum_read_back(SUM))
    assert names_a_sum(READ_BACK)
    assert not names_a_sum(say.read_back(say.line("goods", ["rice", "5", "kg"])))


@pytest.mark.parametrize("number", ["1", "2", "1.", "số 1", "một", "2)"])
def test_no_number_agrees_to_money(shop: OneChat, number: str) -> None:
    shop.begins("buy")
    shop.says("1")
    assert "a number is not enough" in shop.says(number)
    assert "50.000 đồng (fifty thousand đồng)" in shop.heard
    assert "remembered" not in shop.says(number)
    assert shop.says("right") == "remembered ['a']"


def test_its_choices_carry_no_numbers_and_the_no_stands_first(shop: OneChat) -> None:
    shop.begins("buy")
    shop.says("1")
    assert shop.labels == ["Not correct", "All correct"]


@pytest.mark.parametrize("first", ["taps", "types"])
def test_the_yes_never_stands_where_the_answer_before_was_given(shop: OneChat, first: str) -> None:
    shop.begins("buy")
    if first == "taps":
        shop.taps("b")
    else:
        shop.says("2")
    assert shop.labels == ["All correct", "Not correct"]
    assert shop.taps("All correct") == "remembered ['b']"


@pytest.mark.parametrize("answer", ["a", "b", "c"])
def test_a_button_pressed_twice_agrees_to_nothing(shop: OneChat, answer: str) -> None:
    shop.begins("buy")
    press = shop.press(answer)
    shop.presses(press)
    assert "answered already" in shop.presses(press)
    place = ["a", "b", "c"].index(answer)
    there = shop.buttons()[place] if place < 2 else None
    assert there is None or there.label == "Not correct"


def test_a_message_that_comes_twice_agrees_to_nothing(shop: OneChat) -> None:
    shop.begins("sure_twice")
    shop.says("yes")
    assert "The same came twice" in shop.says("yes")
    assert shop.says("yes") == "remembered [True, True]"


def test_other_words_than_before_agree_at_once(shop: OneChat) -> None:
    shop.begins("sure_twice")
    shop.says("yes")
    assert shop.says("correct") == "remembered [True, True]"


def test_after_a_no_and_a_new_answer_the_yes_still_counts(shop: OneChat) -> None:
    shop.begins("buy")
    shop.says("1")
    shop.taps("Not correct")
    shop.says("2")
    assert shop.says("yes") == "remembered ['b']"


def test_a_picture_at_the_read_back_agrees_to_nothing(shop: OneChat) -> None:
    shop.begins("buy")
    shop.says("1")
    assert "remembered" not in shop.says("", kind=Kind.OTHER)
    assert shop.says("yes") == "remembered ['a']"


def test_a_dung_without_its_mark_is_asked_back_in_one_line(shop: OneChat) -> None:
    shop.begins("buy")
    shop.says("3")
    assert shop.says("dung") == "Please type “right” or “stop”: which is it?"
    assert shop.labels == ["All correct", "Stop here"]
    assert "remembered" not in shop.says("dung")
    assert shop.says("dung roi") == "remembered ['c']"


def test_after_a_doubtful_dung_to_stop_stops(shop: OneChat) -> None:
    shop.begins("buy")
    shop.says("3")
    shop.says("dung")
    assert "We have stopped" in shop.says("dung lai")


def test_where_no_money_is_agreed_to_dung_is_right(chat: OneChat) -> None:
    async def hears(ask: Ask, me: Visitor) -> Remember:
        mine = await ask.is_it_so("mine", asking("Is it you?"))
        one = await ask.choice("one", asking("Is it this?"), among=["a"], shown_as=asking)
        shown = await ask.confirm("shown", asking("Read back"))
        sure = await ask.confirm("sure", asking("Shall it be?"), yes=asking("Do it"))
        return Remember(mine, one, shown, sure)

    with declared("hears", hears):
        chat.begins("hears")
        chat.says("dung")
        assert "Is it this?" in chat.heard
        chat.says("dung")
        assert "Read back" in chat.heard
        chat.says("dung")
        assert "Shall it be?" in chat.heard
        assert "which is it?" in chat.says("dung")
        assert chat.says("đúng") == "remembered [True, 'a', True, True]"


def test_what_is_asked_back_takes_no_number_either(shop: OneChat) -> None:
    shop.begins("buy")
    shop.says("3")
    shop.says("dung")  # "đúng", or "dừng"
    for number in ("1", "2"):
        assert "remembered" not in shop.says(number)
    assert shop.says("đúng") == "remembered ['c']"
