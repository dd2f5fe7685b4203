"""The front desk: whatever is typed, pressed or sent, one kind answer comes and never a fault."""

import pytest

from handlers.dialogue.asking import Ask
from handlers.dialogue.visitor import Visitor
from handlers.talk.heard import Kind
from handlers.talk.unfinished import MOST_PARKED
from tests.kit.one_chat import OneChat, Remember, asking, declared

# Words that work everywhere


def test_reserved_words_work_only_as_the_whole_message(chat: OneChat) -> None:
    chat.begins("money")
    assert chat.says("50 nghìn thôi") == "What for?"
    chat.says("quay lại")
    assert chat.heard == "How much?"
    assert chat.says("5 triệu nghe") == "What for?"
    assert chat.says("thôi cứ mua gạo") == "remembered [5000000, 'thôi cứ mua gạo']"


@pytest.mark.parametrize("word", ["thôi", "Thôi.", "dạ thôi ạ", "no", "không"])
def test_who_is_asked_for_something_declines_with_a_thoi(chat: OneChat, word: str) -> None:
    async def leave(ask: Ask, me: Visitor) -> Remember:
        return Remember(await ask.may_i("may_i", asking("May I?")))

    with declared("leave", leave):
        chat.begins("leave")
        assert chat.says(word) == "remembered [False]"


def test_thoi_at_a_read_back_stops(chat: OneChat) -> None:
    async def read_back(ask: Ask, me: Visitor) -> Remember:
        name = await ask.name("name", asking("Whose?"))
        return Remember(await ask.confirm("right", asking(f"{name}. Right?")))

    with declared("read_back", read_back):
        chat.begins("read_back")
        chat.says("Hoa")
        assert "We have stopped" in chat.says("thôi")
        chat.taps("Go on")
        assert chat.says("không đúng") == "remembered [False]"


@pytest.mark.parametrize("word", ["thôi", "dừng lại", "hủy", "stop", "thoát"])
def test_a_stop_stops_at_a_yes_no_question_too(chat: OneChat, word: str) -> None:
    chat.begins("animal")
    chat.says("cow")
    chat.says("Hoa")
    assert "We have stopped" in chat.says(word)
    assert chat.places == {"animal": "parked"}


def test_thoi_at_a_name_question_is_asked(chat: OneChat) -> None:
    chat.begins("animal")
    chat.says("cow")
    assert "Is that the name, or would you like to stop?" in chat.says("Thôi")
    assert chat.labels == ["1. The name is Thôi", "2. Stop here"]
    assert chat.says("1") == "Are you sure?"
    assert "'Thôi'" in chat.says("yes")


@pytest.mark.parametrize("answer", ["2", "stop here", "thôi", "stop"])
def test_it_was_the_wish_to_stop(chat: OneChat, answer: str) -> None:
    chat.begins("animal")
    chat.says("cow")
    chat.says("thôi")
    assert "We have stopped" in chat.says(answer)
    assert chat.places == {"animal": "parked"}
    chat.taps("Go on")
    assert "Whose is it?" in chat.heard
    assert chat.labels == []


def test_ten_hay_dung_in_vietnamese(in_vietnamese: OneChat) -> None:
    in_vietnamese.begins("animal")
    in_vietnamese.says("1")
    assert "đó là tên, hay bác muốn dừng lại" in in_vietnamese.says("thôi")
    assert in_vietnamese.labels == ["1. Tên là Thôi", "2. Dừng lại ở đây"]
    assert in_vietnamese.says("tên") == "Are you sure?"


def test_an_option_that_is_called_like_a_reserved_word_can_be_typed(chat: OneChat) -> None:
    async def help_with(ask: Ask, me: Visitor) -> Remember:
        among = ["Hướng dẫn", "Việc khác"]
        return Remember(await ask.choice("what", asking("What?"), among=among, shown_as=asking))

    with declared("help_with", help_with):
        chat.begins("help_with")
        assert chat.says("việc khác") == "remembered ['Việc khác']"


def test_nothing_to_stop(chat: OneChat) -> None:
    for word in ("stop", "thôi", "quay lại", "nhắc lại"):
        # A stranger is answered in the language that she clearly writes.
        said = chat.says(word)
        assert "nothing to stop" in said or "không hỏi dở câu nào" in said


def test_nothing_to_stop_for_whom_vietnamese_is_the_first_word(chat: OneChat) -> None:
    assert "không hỏi dở câu nào" in chat.says("thôi")


def test_a_person_is_named_at_every_step_and_the_question_stays(chat: OneChat) -> None:
    chat.begins("animal")
    said = chat.says("gọi người thật")
    assert "board can help you" in said
    assert "Which animal?" in said
    assert "board can help you" in chat.taps("Call a person")
    assert chat.places == {"animal": "front"}


# One in front, others wait


def test_stopping_at_the_first_question_leaves_nothing_behind(chat: OneChat) -> None:
    chat.begins("animal")
    assert "Nothing has been recorded" in chat.says("stop")
    assert chat.places == {"animal": "stopped"}


def test_stop_says_what_is_kept_and_offers_to_go_on_or_throw_away(chat: OneChat) -> None:
    chat.begins("animal")
    chat.says("pig")
    assert "We have stopped. Your answers are kept" in chat.says("stop")
    assert chat.labels == ["1. Go on", "2. Throw it away", "3. What can I do here?"]
    said = chat.says("1")
    assert "About 2 questions are left" in said
    assert "Whose is it?" in said
    chat.says("stop")
    assert "thrown away" in chat.says("2")
    assert "Go on" not in str(chat.labels)
    assert chat.places == {"animal": "stopped"}


def test_a_week_later_the_answer_still_counts(chat: OneChat) -> None:
    chat.begins("animal")
    chat.says("pig")
    chat.waits(days=8)
    said = chat.says("Hoa")
    assert "So far you answered: pig, The name is Hoa." in said
    assert "About one question is left." in said
    assert said.endswith("Are you sure?")
    assert chat.says("yes") == "remembered ['pig', 'Hoa', True]"


def test_starting_another_thing_keeps_the_first_for_later(chat: OneChat) -> None:
    chat.begins("animal")
    chat.says("pig")
    said = chat.begins("money")
    assert "I have kept “the animal” for later" in said
    assert "How much?" in said
    assert chat.places == {"animal": "parked", "money": "front"}
    said = chat.begins("animal")
    assert "I have kept" not in said.replace("“the animal”", "")  # nothing was answered in money
    assert "Whose is it?" in said
    assert chat.places == {"animal": "front", "money": "stopped"}


def test_the_oldest_is_closed_only_after_a_word_before(chat: OneChat) -> None:
    said = ""
    for number in range(MOST_PARKED + 1):
        assert "unfinished things" not in said
        said = chat.begins("money", str(number))
        chat.says("50k")
        chat.waits(minutes=1)
    assert f"I can keep {MOST_PARKED} unfinished things" in said
    assert "unfinished the longest" not in said
    said = chat.begins("animal")
    assert "“the money” has been unfinished the longest" in said
    assert chat.rows("SELECT subject, place FROM dialogues ORDER BY id") == [
        ("0", "stopped"),
        *((str(number), "parked") for number in range(1, MOST_PARKED + 1)),
        ("", "front"),
    ]


def test_going_on_with_one_of_all_closes_none(chat: OneChat) -> None:
    for number in range(MOST_PARKED + 1):
        chat.begins("money", str(number))
        chat.says("50k")
        chat.waits(minutes=1)
    assert "unfinished the longest" not in chat.begins("money", "0")
    places = [place for (place,) in chat.rows("SELECT place FROM dialogues ORDER BY id")]
    assert places == ["front", *["parked"] * MOST_PARKED]


def test_stopping_one_too_many_closes_the_oldest_with_a_word(chat: OneChat) -> None:
    for number in range(MOST_PARKED + 1):
        chat.begins("money", str(number))
        chat.says("50k")
        chat.waits(minutes=1)
    assert "unfinished the longest" in chat.says("stop")


def test_the_menu_keeps_the_talk_and_offers_it_first(chat: OneChat) -> None:
    chat.begins("animal")
    chat.says("pig")
    said = chat.says("menu")
    assert "I have kept “the animal” for later" in said
    assert chat.labels[0] == "1. Go on: the animal"
    assert "Whose is it?" in chat.says("1")


def test_numbers_belong_to_the_screen_that_was_shown_last(chat: OneChat) -> None:
    chat.begins("animal")
    chat.says("pig")
    chat.says("help")
    assert chat.labels == ["1. What can I do here?"]
    chat.says("1")
    assert chat.labels[0] == "1. Go on: the animal"


def test_stop_on_an_old_card_of_what_waits_does_not_bring_it_back(chat: OneChat) -> None:
    chat.begins("animal")
    chat.says("pig")
    stop, person = chat.press("Stop"), chat.press("Call a person")
    chat.says("menu")
    assert "kept for later already" in chat.presses(stop)
    assert "board can help you" in chat.presses(person)
    assert chat.places == {"animal": "parked"}


# Opening and commands


@pytest.mark.parametrize("start", ["/start", "/start@LienBot", "/START"])
def test_start_in_the_middle_shows_the_menu_and_keeps_the_talk(chat: OneChat, start: str) -> None:
    chat.begins("animal")
    chat.says("pig")
    assert "I have kept" in chat.says(start)
    assert chat.labels[0] == "1. Go on: the animal"


def test_start_with_something_carried_begins_joining(chat: OneChat) -> None:
    assert "do not know this code" in chat.says("/start ZZZZ2222")
    assert "do not know this code" in chat.says("ZZZZ2222", kind=Kind.START)


@pytest.mark.parametrize("carried", ["\x00", "\ud800", "i-", "i-what", "x" * 500, "🙂", "\u202e"])
def test_a_strange_link_is_answered(chat: OneChat, carried: str) -> None:
    chat.says(carried, kind=Kind.START)
    assert chat.heard
    assert chat.faults == 0


@pytest.mark.parametrize("command", ["/unknown", "/x y z", "/start_now", "/đóng"])
def test_a_command_that_is_none_is_no_answer(chat: OneChat, command: str) -> None:
    chat.begins("money")
    chat.says("50k")
    chat.says(command)
    if command.isascii():
        assert "do not know that command" in chat.heard
        assert "What for?" in chat.heard
    assert chat.faults == 0


@pytest.mark.parametrize("slash", ["/", "//", "/ "])
def test_a_slash_alone_is_answered(chat: OneChat, slash: str) -> None:
    assert chat.says(slash)
    assert chat.faults == 0
