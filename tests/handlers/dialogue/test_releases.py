"""A new release comes while people are in the middle of a dialogue."""

import json
from typing import Any

from sqlalchemy import text

from handlers.dialogue.asking import Ask
from handlers.dialogue.visitor import Visitor
from messages.presses import Step, StepPress, packed
from tests.kit.one_chat import OneChat, Remember, asking, declared


async def name_then_year(ask: Ask, me: Visitor) -> Remember:
    name = await ask.text("name", asking("Name?"))
    year = await ask.text("year", asking("Year?"))
    return Remember(name, year, await ask.text("place", asking("Place?")))


async def year_then_name(ask: Ask, me: Visitor) -> Remember:
    year = await ask.text("year", asking("Year?"))
    name = await ask.text("name", asking("Name?"))
    return Remember(name, year, await ask.text("place", asking("Place?")))


async def with_sex(ask: Ask, me: Visitor) -> Remember:
    name = await ask.text("name", asking("Name?"))
    sex = await ask.text("sex", asking("Woman or man?"))
    year = await ask.text("year", asking("Year?"))
    return Remember(name, sex, year)


async def without_year(ask: Ask, me: Visitor) -> Remember:
    name = await ask.text("name", asking("Name?"))
    return Remember(name, await ask.text("place", asking("Place?")))


async def year_renamed(ask: Ask, me: Visitor) -> Remember:
    name = await ask.text("name", asking("Name?"))
    return Remember(name, await ask.text("born", asking("Born when?")))


async def only_name(ask: Ask, me: Visitor) -> Remember:
    return Remember(await ask.text("name", asking("Name?")))


async def name_as_choice(ask: Ask, me: Visitor) -> Remember:
    name = await ask.number("name", asking("Which number?"), at_least=1, up_to=9)
    return Remember(name, await ask.text("year", asking("Year?")))


def begun(chat: OneChat) -> None:
    with declared("t", name_then_year):
        chat.begins("t")
        chat.says("Hoa")
        assert chat.heard == "Year?"


def test_questions_in_another_order_keep_their_answers(chat: OneChat) -> None:
    begun(chat)
    with declared("t", year_then_name):
        assert chat.says("1952") == "Place?"
        assert chat.says("here") == "remembered ['Hoa', '1952', 'here']"


def test_a_question_that_is_new_is_asked_before_the_old_one(chat: OneChat) -> None:
    begun(chat)
    with declared("t", with_sex):
        said = chat.says("1952")
        assert "I have to ask once more" in said
        assert "Woman or man?" in said
        assert chat.says("woman") == "Year?"
        assert chat.says("1952") == "remembered ['Hoa', 'woman', '1952']"


def test_a_question_that_is_gone_is_not_missed(chat: OneChat) -> None:
    begun(chat)
    with declared("t", without_year):
        assert "Place?" in chat.says("1952")
        assert chat.says("here") == "remembered ['Hoa', 'here']"


def test_a_question_with_a_new_name_is_asked(chat: OneChat) -> None:
    begun(chat)
    with declared("t", year_renamed):
        assert "Born when?" in chat.says("1952")
        assert chat.says("1952") == "remembered ['Hoa', '1952']"


def test_nothing_is_recorded_without_regard_to_what_was_just_said(chat: OneChat) -> None:
    begun(chat)
    with declared("t", only_name):
        # "1952" answers nothing any more; the last answer is asked again before it counts.
        assert chat.says("1952") == "Name?"
        assert chat.rows("SELECT deed FROM audit") == []
        assert chat.says("Lan") == "remembered ['Lan']"


def test_an_answer_of_another_kind_is_asked_again(chat: OneChat) -> None:
    begun(chat)
    with declared("t", name_as_choice):
        assert "Which number?" in chat.says("1952")
        assert chat.says("7") == "Year?"
        assert chat.faults == 0


def test_a_button_of_another_kind_is_asked_again(chat: OneChat) -> None:
    async def chosen(ask: Ask, me: Visitor) -> Remember:
        return Remember(
            await ask.choice("x", asking("Which?"), among=["cow", "pig"], shown_as=asking)
        )

    async def counted(ask: Ask, me: Visitor) -> Remember:
        return Remember(await ask.number("x", asking("How many?"), at_least=1, up_to=9))

    with declared("t", chosen):
        chat.begins("t")
        press = chat.press("pig")
    with declared("t", counted):
        assert "How many?" in chat.presses(press)
        assert chat.faults == 0


def test_back_passes_over_a_question_that_is_gone(chat: OneChat) -> None:
    with declared("t", name_then_year):
        chat.begins("t")
        chat.says("Hoa")
        chat.says("1952")
    with declared("t", without_year):
        chat.says("nhắc lại")
        assert chat.says("back") == "Name?"


def test_a_dialogue_that_is_gone_leaves_the_menu(chat: OneChat) -> None:
    begun(chat)
    said = chat.says("1952")
    assert "done in another way now" in said
    assert chat.faults == 0
    assert chat.places == {"t": "stopped"}
    assert "did not understand" in chat.says("1952")


def test_a_parked_dialogue_that_is_gone_leaves_the_chat_at_peace(chat: OneChat) -> None:
    begun(chat)
    with declared("t", name_then_year), declared("u", only_name):
        chat.says("stop")
        go_on = chat.press("Go on")
        chat.begins("u")
    with declared("u", only_name):
        assert "done in another way now" in chat.presses(go_on)
        assert "Name?" in chat.heard
        assert chat.says("Lan") == "remembered ['Lan']"
    chat.says("menu")
    assert "the t" not in str(chat.labels)
    assert chat.faults == 0


def test_what_is_gone_can_be_stopped_too(chat: OneChat) -> None:
    begun(chat)
    assert "thrown away" in chat.says("stop")
    assert chat.faults == 0


def test_the_menu_opens_while_what_is_gone_stands_in_front(chat: OneChat) -> None:
    begun(chat)
    chat.says("menu")
    assert chat.places == {"t": "stopped"}
    assert chat.faults == 0


def test_a_button_of_what_is_gone_is_answered(chat: OneChat) -> None:
    begun(chat)
    id_ = chat.rows("SELECT id FROM dialogues")[0][0]
    chat.presses(packed(StepPress(id_, Step.BACK)))
    assert "done in another way" in chat.heard
    assert "no longer does anything" in chat.presses(packed(StepPress(id_, Step.GO_ON)))
    assert chat.faults == 0


def test_state_kept_by_another_release_is_read(chat: OneChat) -> None:
    begun(chat)
    _change_state(chat, lambda state: state | {"a_field_of_tomorrow": 1})
    _change_state(chat, lambda state: {k: v for k, v in state.items() if k != "before"})
    with declared("t", name_then_year):
        assert chat.says("1952") == "Place?"
        assert chat.says("here") == "remembered ['Hoa', '1952', 'here']"


def _change_state(chat: OneChat, change: Any) -> None:
    (id_, state), *_ = chat.rows("SELECT id, state FROM dialogues")
    with chat.store.writing() as db:
        db.execute(
            text("UPDATE dialogues SET state = :state WHERE id = :id"),
            {"state": json.dumps(change(json.loads(state))), "id": id_},
        )
