"""Each kind of question: heard, kept as small JSON, read back as what it was."""

from datetime import date, time

import pytest

from club.calendar import Month
from handlers.dialogue.asking import Ask
from handlers.dialogue.engine import Play
from handlers.dialogue.visitor import Visitor
from tests.kit.one_chat import OneChat, Remember, asking, declared

DAYS = (date(2026, 11, 24), date(2026, 12, 24))
MONTHS = tuple(Month(2026, each) for each in range(3, 11))


async def a_day(ask: Ask, me: Visitor) -> Remember:
    return Remember(str(await ask.day("day", asking("When?"), offers=DAYS)))


async def a_time(ask: Ask, me: Visitor) -> Remember:
    clock: time = await ask.time("time", asking("What time?"))
    return Remember(clock.isoformat("minutes"))


async def a_month(ask: Ask, me: Visitor) -> Remember:
    return Remember(str(await ask.month("month", asking("Which month?"), offers=MONTHS)))


async def a_year(ask: Ask, me: Visitor) -> Remember:
    return Remember(await ask.birth_year("year", asking("Born when?")))


async def a_phone(ask: Ask, me: Visitor) -> Remember:
    return Remember(await ask.phone("phone", asking("Phone?")))


async def words(ask: Ask, me: Visitor) -> Remember:
    return Remember(await ask.text("words", asking("What?"), longest=30, may_skip=True))


async def one_thing(ask: Ask, me: Visitor) -> Remember:
    return Remember(
        await ask.choice(
            "it", asking("Is it this?"), among=("hen",), shown_as=lambda _: asking("Hen")
        )
    )


async def sure(ask: Ask, me: Visitor) -> Remember:
    return Remember(await ask.yes_or_no("sure", asking("Sure?")))


@pytest.mark.parametrize(
    ("play", "typed", "kept"),
    [
        (a_day, "2", "2026-12-24"),
        (a_day, "số 1", "2026-11-24"),
        (a_day, "mai", "2026-11-03"),
        (a_day, "24/12", "2026-12-24"),
        (a_time, "8 giờ rưỡi sáng", "08:30"),
        (a_time, "14:30", "14:30"),
        (a_month, "2", "2026-04"),
        (a_month, "tháng này", "2026-11"),
        (a_month, "10/2026", "2026-10"),
        (a_year, "1952", 1952),
        (a_phone, "0912 345 678", "+84912345678"),
        (a_phone, "1", ""),
        (a_phone, "skip", ""),
        (words, "Skip", ""),
        (words, "1", ""),
        (words, "  gạo   nếp ", "gạo nếp"),
        (words, "skipping stones", "skipping stones"),
        (one_thing, "đúng rồi", "hen"),
        (one_thing, "yes", "hen"),
        (one_thing, "1", "hen"),
        (sure, "2", False),
        (sure, "dạ có", True),
    ],
)
def test_an_answer_is_kept_as_it_was_meant(
    chat: OneChat, play: Play, typed: str, kept: object
) -> None:
    with declared("one", play):
        chat.begins("one")
        assert chat.says(typed) == f"remembered {[kept]}"


@pytest.mark.parametrize(
    ("play", "simpler"),
    [
        (a_day, "step by step"),
        (a_time, "choose one of these hours"),
        (a_month, "Just type a number from 1 to"),
        (a_year, "step by step"),
        (a_phone, "type only the digits"),
    ],
)
def test_what_is_not_understood_is_explained_with_an_example_and_then_in_a_simpler_way(
    chat: OneChat, play: Play, simpler: str
) -> None:
    with declared("one", play):
        chat.begins("one")
        assert "For example: " in chat.says("con mèo leo cây cau")
        assert simpler in " ".join(chat.says("hỏi thăm chú chuột").split())
        assert chat.faults == 0


def test_offers_on_a_second_page_are_pressed_too(chat: OneChat) -> None:
    with declared("one", a_month):
        chat.begins("one")
        assert len(chat.labels) == 5
        chat.says("5")
        assert chat.labels[-1] == "5. More"
        assert chat.says("4") == "remembered ['2026-10']"


@pytest.mark.parametrize("typed", ["52", "74 tuổi"])
def test_a_year_with_two_readings_is_asked_back_in_words(chat: OneChat, typed: str) -> None:
    with declared("one", a_year):
        chat.begins("one")
        said = chat.says(typed)
        if "remembered" not in said:
            assert all(label.partition(". ")[2].startswith("Born in ") for label in chat.labels)
            assert "remembered [19" in chat.says("1")


def test_tomorrow_said_last_week_stays_that_day(chat: OneChat) -> None:
    async def day_and_word(ask: Ask, me: Visitor) -> Remember:
        day = await ask.day("day", asking("When?"))
        return Remember(str(day), await ask.text("word", asking("What?")))

    with declared("one", day_and_word):
        chat.begins("one")
        chat.says("mai")
        chat.waits(days=7)
        assert chat.says("rice") == "remembered ['2026-11-03', 'rice']"


def test_words_that_are_too_long_say_how_long_they_may_be(chat: OneChat) -> None:
    with declared("one", words):
        chat.begins("one")
        assert "at most 30 letters" in chat.says("x" * 31)
