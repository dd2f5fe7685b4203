"""The monthly lessons: a curriculum of 24, polite to everybody, and tips in alternate months."""

import pytest

from club.calendar import Month
from messages.lessons import Lesson, lesson_called, lessons, tip_of, tips
from messages.lines import LONGEST_LINE
from messages.wording import Words
from tests.kit.polite import AT_HOME, NOBODY, impoliteness, leaks
from tests.tidy.test_address import PEOPLE

BAC = Words("vi", "bác", "cháu", "Hoa")
# Explained where they stand, or read on the phone itself.
ON_THE_PHONE = {"youtube", "maps", "crô", "mi"}


def texts_of(lesson: Lesson, words: Words) -> list[str]:
    """Every text of a lesson as this person reads it."""
    texts = [lesson.title, *lesson.steps, lesson.question, lesson.offer]
    for choice in lesson.choices:
        texts += [choice.text, choice.answer]
    return [each.written(words) for each in texts]


def sentences_of(text: str) -> str:
    """Sentences that run over lines; a point of a list after "mời bác làm ba việc" is no order."""
    lines = [line.replace("• ", "• Thì ") for line in text.splitlines()]
    return " ".join(lines).replace(" • ", "\n• ")


every_lesson = pytest.mark.parametrize("lesson", lessons(), ids=lambda lesson: lesson.code)


def test_the_curriculum_has_two_years_and_safety_early() -> None:
    codes = [lesson.code for lesson in lessons()]
    assert [lesson.number for lesson in lessons()] == list(range(1, 25))
    assert codes[:4] == ["phone", "network", "scams", "video-call"]
    # what is needed for another comes before it
    for first, then in (
        ("phone", "network"),
        ("contacts", "voice-messages"),
        ("video-call", "deepfake"),
        ("passwords", "vneid"),
        ("vneid", "public-services"),
        ("vneid", "health-book"),
        ("bank-app", "qr-payment"),
        ("passwords", "bank-app"),
    ):
        assert codes.index(first) < codes.index(then), (first, then)
    assert {"fake-police", "links", "emergency", "deepfake"} <= set(codes[:12])


def test_the_right_choice_is_not_always_the_same_one() -> None:
    places = [[choice.is_right for choice in each.choices].index(True) for each in lessons()]
    assert all(places.count(place) >= 5 for place in range(3))


@every_lesson
def test_a_lesson_is_polite_to_everybody(lesson: Lesson) -> None:
    wrong = {
        f"{who}: {why}"
        for who, words in PEOPLE.items()
        for text in texts_of(lesson, words)
        for why in impoliteness(sentences_of(text))
        if why.removeprefix("no Vietnamese word: ").lower() not in ON_THE_PHONE | AT_HOME
    }
    assert sorted(wrong) == []


@every_lesson
def test_nobody_is_spoken_to_as_if_she_were_somebody_else(lesson: Lesson) -> None:
    assert [why for text in texts_of(lesson, NOBODY) for why in leaks(text)] == []


@every_lesson
def test_english_lines_are_short_too(lesson: Lesson) -> None:
    for text in texts_of(lesson, Words("en", "you", "I")):
        assert all(len(line) <= LONGEST_LINE for line in text.splitlines()), text


def test_a_text_is_written_for_one_person() -> None:
    step = lesson_called("phone").steps[0]
    assert "Bác bấm giúp cháu phía trên" in step.written(BAC)
    assert "Cụ bấm giúp con phía trên" in step.written(Words("vi", "cụ", "con"))
    assert step.written(Words("en")).startswith("First, how loud")


def test_numbers_to_call_stand_as_they_are_in_the_country() -> None:
    """112 search and rescue, 113 police, 114 fire, 115 ambulance; 156 takes reports of tricks."""
    emergency = lesson_called("emergency").steps[0].written(BAC)
    for number, what in (("113", "công an"), ("114", "cháy"), ("115", "cấp cứu"), ("112", "lũ")):
        line = next(each for each in emergency.splitlines() if each.startswith(f"• {number}"))
        assert what in line
    assert "156" in lesson_called("fake-police").steps[-1].written(BAC)


def test_tips_come_in_alternate_months_and_go_round() -> None:
    assert len(tips()) >= 12
    months = [Month(2026, 1).plus(number) for number in range(24)]
    given = [tip_of(month) for month in months]
    assert [tip is not None for tip in given] == [True, False] * 12
    codes = [tip.code for tip in given if tip is not None]
    assert len(set(codes)) == 12


@pytest.mark.parametrize("who", PEOPLE)
def test_tips_are_polite_to(who: str) -> None:
    for tip in tips():
        said = tip.text.written(PEOPLE[who])
        assert list(impoliteness(said)) == [], said
        assert not list(leaks(tip.text.written(NOBODY)))


def test_an_unknown_lesson_is_a_fault() -> None:
    with pytest.raises(KeyError):
        lesson_called("flying")
