"""Ideas for the eight areas: in both languages, others each month, and the words that tell one."""

import pytest

from club.areas import Area
from club.calendar import Month
from messages.ideas import SHOWN_A_MONTH, idea_numbered, ideas_for, ideas_of, known_words
from messages.understand.activities import area_of

LONGEST_ON_A_BUTTON = 60


@pytest.mark.parametrize("area", Area)
def test_three_a_month_and_none_again_before_all_were_shown(area: Area) -> None:
    every = ideas_of(area)
    months = len(every) // SHOWN_A_MONTH
    month, shown = Month(2026, 11), []
    for _ in range(months):
        shown += [each.number for each in ideas_for(area, month)]
        month = month.next()
    assert sorted(shown) == list(range(len(every)))
    assert months >= 4


@pytest.mark.parametrize("area", Area)
def test_each_is_there_in_both_languages_and_fits_a_button(area: Area) -> None:
    for language in ("vi", "en"):
        texts = [each.by_language[language] for each in ideas_of(area)]
        assert len(set(texts)) == len(texts)
        assert [each for each in texts if not 0 < len(each) <= LONGEST_ON_A_BUTTON] == []


def test_an_idea_that_the_file_lost_is_none() -> None:
    assert idea_numbered(Area.HEALTH, 0) is not None
    assert idea_numbered(Area.HEALTH, 500) is None


def test_no_word_tells_two_areas() -> None:
    words = [word for word, _ in known_words()]
    assert len(words) == len(set(words))
    assert {area for _, area in known_words()} == set(Area)


@pytest.mark.parametrize("area", Area)
def test_its_own_ideas_are_never_taken_for_another_area(area: Area) -> None:
    wrong = {
        each.by_language["vi"]: area_of(each.by_language["vi"])
        for each in ideas_of(area)
        if area_of(each.by_language["vi"]) not in {area, None}
    }
    assert len(wrong) <= 3, wrong
