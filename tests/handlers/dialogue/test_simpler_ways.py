"""Not understood: an example, then a simpler way for each kind of question, then a person."""

from collections.abc import Iterator
from datetime import date

import pytest

from club.money import Money
from handlers.dialogue.asking import Ask
from handlers.dialogue.visitor import Visitor
from tests.kit.one_chat import OneChat, Remember, asking, declared
from tests.kit.village import village

NONSENSE = ("con mèo leo cây cau", "hỏi thăm chú chuột", "đi chợ đường xa")


async def a_day(ask: Ask, me: Visitor) -> Remember:
    day = await ask.day("day", asking("When?"))
    return Remember(day.isoformat())


async def a_year(ask: Ask, me: Visitor) -> Remember:
    return Remember(await ask.birth_year("year", asking("Born when?")))


async def a_time(ask: Ask, me: Visitor) -> Remember:
    at = await ask.time("time", asking("What time?"))
    return Remember(at.isoformat("minutes"))


async def a_sum(ask: Ask, me: Visitor) -> Remember:
    sum_ = await ask.money("sum", asking("How much?"), up_to=Money(9_000_000))
    return Remember(sum_.dong)


async def name_and_year(ask: Ask, me: Visitor) -> Remember:
    name = await ask.name("name", asking("Whose?"))
    return Remember(name, await ask.birth_year("year", asking("Born when?")))


async def sum_and_sure(ask: Ask, me: Visitor) -> Remember:
    kind = await ask.choice("kind", asking("What?"), among=["cow", "pig"], shown_as=asking)
    sum_ = await ask.money("sum", asking("How much?"), up_to=Money(9_000_000))
    return Remember(kind, sum_.dong, await ask.yes_or_no("sure", asking("Sure?")))


@pytest.fixture
def asked(chat: OneChat) -> Iterator[OneChat]:
    """A chat for which every small dialogue of this file is declared."""
    with (
        declared("a_day", a_day),
        declared("a_year", a_year),
        declared("a_time", a_time),
        declared("a_sum", a_sum),
        declared("name_and_year", name_and_year),
        declared("sum_and_sure", sum_and_sure),
    ):
        yield chat


def misunderstood(chat: OneChat, dialogue: str, times: int = 2) -> str:
    chat.begins(dialogue)
    for words in NONSENSE[:times]:
        chat.says(words)
    return " ".join(chat.heard.split())


def test_a_day_is_asked_as_day_and_then_month(asked: OneChat) -> None:
    assert "First the day alone" in misunderstood(asked, "a_day")
    assert "Now the month alone" in asked.says("ngày 24")
    assert asked.says("12") == "remembered ['2026-12-24']"


def test_a_day_that_no_month_has_is_asked_again(asked: OneChat) -> None:
    misunderstood(asked, "a_day")
    asked.says("31")
    said = asked.says("2")
    assert "There is no such day" in said
    assert "First the day alone" in said
    asked.says("1")
    assert asked.says("thang 2") == f"remembered {[date(2027, 2, 1).isoformat()]}"


def test_a_whole_day_still_counts_while_it_is_asked_step_by_step(asked: OneChat) -> None:
    misunderstood(asked, "a_day")
    assert asked.says("24/12") == "remembered ['2026-12-24']"


def test_a_year_of_birth_is_asked_as_ten_years_and_then_one(asked: OneChat) -> None:
    assert "About when was it?" in misunderstood(asked, "a_year")
    assert asked.labels[2] == "3. From 1950 to 1959"
    assert "in which of these years" in asked.says("3")
    assert asked.labels[:3] == ["1. 1950", "2. 1951", "3. 1952"]
    assert asked.says("3") == "remembered [1952]"


def test_an_hour_can_be_chosen(asked: OneChat) -> None:
    assert "choose one of these hours" in misunderstood(asked, "a_time")
    assert asked.says("2") == "remembered ['08:00']"


def test_a_sum_can_be_chosen(asked: OneChat) -> None:
    assert "choose one of these sums" in misunderstood(asked, "a_sum")
    assert 1 < len(asked.labels) <= 5
    assert asked.says("1") == "remembered [10000]"


def test_no_sums_are_offered_to_who_is_angry(asked: OneChat) -> None:
    misunderstood(asked, "a_sum", times=1)
    for angry in ("bực mình quá", "tầm xuân"):
        asked.says(angry)
        assert not any(label[0].isdigit() for label in asked.labels)
    assert asked.says("50 nghìn") == "remembered [50000]"


def test_the_third_time_a_person_is_named_and_the_simpler_way_stays(asked: OneChat) -> None:
    assert "board can help you" in misunderstood(asked, "a_year", times=3)
    assert asked.labels[0] == "1. From 1930 to 1939"


def test_back_and_on_the_question_is_asked_in_its_ordinary_way_again(asked: OneChat) -> None:
    asked.begins("sum_and_sure")
    asked.says("cow")
    for words in NONSENSE[:2]:
        asked.says(words)
    assert asked.labels != []
    asked.says("back")
    asked.says("pig")
    assert asked.labels == []


def test_a_sum_in_a_story_is_asked_and_never_taken(asked: OneChat) -> None:
    story = "hôm qua con gái tôi về cho 200 nghìn tôi định đóng quỹ mà quên mất"
    asked.begins("a_sum", "1")
    assert "You mentioned 200.000 đồng" in asked.says(story)
    assert asked.says("yes") == "remembered [200000]"
    asked.begins("a_sum", "2")
    asked.says(story)
    assert "How much?" in asked.says("no")
    assert asked.says("50k") == "remembered [50000]"


def test_of_two_sums_in_a_story_none_is_taken(asked: OneChat) -> None:
    asked.begins("a_sum")
    asked.says("con cho 1 triệu, tôi định đóng 50 nghìn hay sao ấy")
    assert asked.labels == ["1. 1.000.000 đồng", "2. 50.000 đồng"]


def test_name_and_year_in_one_message_answer_both(asked: OneChat) -> None:
    asked.begins("name_and_year", "1")
    assert asked.says("Nguyễn Thị Hoa 1952") == "remembered ['Nguyễn Thị Hoa', 1952]"
    asked.begins("name_and_year", "2")
    assert "Which one do you mean?" in asked.says("Nguyễn Thị Hoa, 74 tuổi")
    assert "Born when?" in asked.heard
    assert asked.says("1") == "remembered ['Nguyễn Thị Hoa', 1953]"


def test_an_answer_to_the_question_before_is_recognised(asked: OneChat) -> None:
    asked.begins("sum_and_sure")
    asked.says("cow")
    assert "answer to the question before" in " ".join(asked.says("pig").split())


def test_an_angry_word_is_answered_kindly_and_a_person_is_offered(asked: OneChat) -> None:
    asked.begins("a_sum")
    said = " ".join(asked.says("đồ ngu").split())
    assert "I am sorry that I annoy you" in said
    assert "club's board will gladly help you" in said
    assert "How much?" in said
    asked.says("menu")
    # A stranger is answered in the language that she clearly writes.
    assert "cháu xin lỗi đã làm bác phiền lòng" in asked.says("bực mình quá")


def test_questions_are_counted_without_what_was_typed(asked: OneChat) -> None:
    misunderstood(asked, "a_sum", times=3)
    asked.says("stop")
    found = dict(asked.rows("SELECT what, times FROM question_counts WHERE dialogue = 'a_sum'"))
    assert found == {"asked": 1, "first": 1, "second": 1, "third": 1, "given_up": 1}


async def test_a_number_alone_is_no_place_until_it_is_said_twice(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for words in ("lên lịch sinh hoạt", "1", "14 giờ"):
            await v.binh.says(words)
        assert "ở đâu" in v.binh.heard
        assert "chỉ gõ “1”" in await v.binh.says("1")
        assert "ở đâu" in v.binh.heard
        assert "nói chuyện về việc gì" in await v.binh.says("nhà văn hóa thôn")
