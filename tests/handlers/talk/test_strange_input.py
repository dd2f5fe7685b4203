"""Strange things at the desk: no words, no sense, faults of ours; one kind answer each time."""

from typing import Any

import pytest

from handlers.dialogue.asking import Ask
from handlers.dialogue.engine import Said
from handlers.dialogue.visitor import Visitor
from handlers.talk.heard import Kind
from messages.presses import StartPress, packed
from messages.render import Abilities
from storage.store import Store
from tests.kit.one_chat import OneChat, Remember, asking, declared
from tests.kit.small_dialogues import money

# What is not words


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (Kind.OTHER, "I cannot see pictures or hear voices"),
        (Kind.EDITED, "you changed an earlier message"),
    ],
)
def test_pictures_and_edits_get_a_word_and_the_question_again(
    chat: OneChat, kind: Kind, word: str
) -> None:
    chat.begins("animal")
    said = chat.says("whatever", kind=kind)
    assert word in said
    assert "Which animal?" in said
    assert chat.says("cow") == "Whose is it?"


def test_in_a_group_there_is_one_line_and_nothing_to_press(chat: OneChat) -> None:
    assert "only in private" in chat.says("hello", kind=Kind.GROUP)
    assert chat.buttons() == []


STRANGE = {
    "long": "a" * 4097,
    "longest": "chữ " * 25_000,
    "empty": "",
    "spaces": " \n\t ",
    "zero width": "\u200b\u200d\ufeff",
    "right to left": "\u202e\u202dabc\u202c",
    "control": "\x01\x02\x1b[31m\x7f",
    "nul": "\x00",
    "nul inside": "50\x00k",
    "surrogate": "\ud83d",
    "surrogates": "\udc00\ud800 \udfff",
    "emoji": "👵🏽👍🏻🏳️‍🌈",
    "noncharacter": "\uffff\ufdd0",
    "zalgo": "a" + "\u0301" * 400,
    "formatting": "{you} {0} %s %(x)s {money:,}",
    "markup": "<b>*_`[x](http://y)</b>",
    "sql": "'; DROP TABLE chats; --",
    "huge number": "99999999999999999999",
    "huge digits": "9" * 1500,
    "superscript": "²",
    "circled": "①",
    "arabic digits": "٣",
    "line separator": "a\u2028b\u2029c",
}


@pytest.mark.parametrize("words", STRANGE.values(), ids=STRANGE.keys())
def test_strange_text_is_answered_everywhere(chat: OneChat, words: str) -> None:
    """At the menu, at a choice, a name, a yes or no, a sum, a free text; in the inbox too."""
    chat.says(words)
    assert chat.heard
    for answers in ([], ["cow"], ["cow", "Hoa"]):
        chat.begins("animal", str(len(answers)))
        for each in answers:
            chat.says(each)
        came = len(chat.shown)
        chat.says(words)
        assert len(chat.shown) == came + 1
    for answers in ([], ["50k"]):
        chat.begins("money", str(len(answers)))
        for each in answers:
            chat.says(each)
        came = len(chat.shown)
        chat.says(words)
        assert len(chat.shown) == came + 1
    assert chat.faults == 0
    assert chat.rows("SELECT id FROM inbox WHERE state <> 'done'") == []


RAW = ["", "{}", "null", "[]", '"\x00"', '{"kind": "text"}', '{"kind":"text","text":"\\u0000"}']


@pytest.mark.parametrize("raw", [*RAW, '{"kind": "dance", "text": ""}', "\ud800", "\x00" * 9])
def test_an_update_that_cannot_be_read_costs_only_itself(database_url: str, raw: str) -> None:
    store = Store(database_url)
    chat = OneChat(store)
    chat.receives(raw)
    assert chat.says("menu")
    assert chat.rows("SELECT id FROM inbox WHERE state = 'waiting'") == []
    store.close_now()


@pytest.mark.parametrize("words", ["50\x00k", "\x00", "\ud83d", "\udc00x\ud800", "\U000e0001"])
def test_no_character_stops_the_database(sqlite_url: str, words: str) -> None:
    store = Store(sqlite_url)
    chat = OneChat(store)
    with declared("money", money):
        chat.begins("money", "7")
        chat.says("50k")
        chat.says("rice" + words)
        assert "remembered [50000, 'rice" in chat.heard
        chat.receives(f'{{"kind": "text", "text": "{words}"}}')
        chat.presses("s:join:" + words)
        chat.says(words, kind=Kind.START)
        assert chat.says("menu")
    assert chat.rows("SELECT id FROM inbox WHERE state = 'waiting'") == []
    store.close_now()


def test_keys_no_database_takes_are_stored_too(database_url: str) -> None:
    store = Store(database_url)
    chat = OneChat(store, key="\ud800chat\x00")
    assert chat.says("menu", key="up\x00date\ud800") == ""  # the chat has a name that can be kept
    assert chat.rows("SELECT key FROM chats") == [("?chat",)]
    assert chat.rows("SELECT update_key, state FROM inbox") == [("update?", "done")]
    store.close_now()


# Not understood


def test_the_third_misunderstanding_names_a_person(chat: OneChat) -> None:
    chat.begins("money")
    assert "For example: a sum from 1 đồng to 9.000.000 đồng" in chat.says("blah")
    assert "choose one of these sums" in chat.says("blah blah")
    assert "board can help you" in chat.says("blah blah blah")
    assert chat.rows("SELECT question, times FROM question_troubles ORDER BY times") != []
    assert chat.says("50k") == "What for?"
    chat.says("back")
    assert "For example" in chat.says("blah")  # counted anew for each asking


def test_misunderstandings_are_counted_without_words(chat: OneChat) -> None:
    chat.begins("money")
    chat.says("a secret")
    chat.says("a secret")
    found = chat.rows("SELECT dialogue, question, why, times FROM question_troubles")
    assert [row[:2] for row in found] == [("money", "sum")]
    assert sum(row[3] for row in found) == 2
    assert "secret" not in str(found)


# Faults of ours


def test_a_fault_leaves_an_open_way_on(chat: OneChat) -> None:
    broken = [True]

    async def breaking(ask: Ask, me: Visitor) -> Remember:
        first = await ask.text("first", asking("First?"))
        second = await ask.text("second", asking("Second?"))
        if broken[0]:
            raise RuntimeError("ours")
        return Remember(first, second)

    with declared("breaking", breaking):
        chat.begins("breaking")
        chat.says("one")
        assert "went wrong on my side" in chat.says("two")
        assert chat.labels == ["1. Go on", "2. What can I do here?"]
        broken[0] = False
        assert "Second?" in chat.says("1")
        assert chat.says("two") == "remembered ['one', 'two']"
    assert chat.rows("SELECT kind FROM faults") == [("RuntimeError",)]
    assert "ours" not in str(chat.rows("SELECT trace FROM faults"))


def test_numbers_after_a_fault_are_not_taken_for_answers(chat: OneChat) -> None:
    async def breaking(ask: Ask, me: Visitor) -> Remember:
        which = await ask.choice("which", asking("Which?"), among=["a", "b"], shown_as=asking)
        if which == "b":
            raise RuntimeError("ours")
        return Remember(which)

    with declared("breaking", breaking):
        chat.begins("breaking")
        chat.says("2")
        assert chat.labels == ["1. What can I do here?"]
        assert "remembered" not in chat.says("1")


# Channels without buttons


def test_everything_can_be_typed_where_there_are_no_buttons(chat: OneChat) -> None:
    plain = OneChat(chat.store, key="zalo", abilities=Abilities(buttons=False, longest_text=2000))
    said = plain.begins("animal")
    assert "1. Cow\n2. Pig\n3. Hen" in said
    assert "Please type the number of your choice." in said
    assert "Or type: stop, call a person" in said
    plain.says("2")
    assert "Or type: back, stop, call a person" in plain.heard
    plain.says("Hoa")
    assert "remembered ['pig', 'Hoa', True]" in plain.says("1")


def test_a_dialogue_can_end_with_words_alone(chat: OneChat) -> None:
    async def only_words(ask: Ask, me: Visitor) -> Said:
        return Said(asking(f"about {me.subject}"))

    async def nothing(ask: Ask, me: Visitor) -> Any:
        return None

    with declared("only_words", only_words), declared("nothing", nothing):
        assert chat.presses(packed(StartPress("only_words", "7"))) == "about 7"
        chat.begins("nothing")
        assert "the village self-help clubs" in chat.heard
