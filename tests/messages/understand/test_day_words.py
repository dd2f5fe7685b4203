"""The day's words are typed without marks and with manners, and mean nothing else then."""

import pytest

from club.day_word import WORDS
from messages.understand.answers import read_yes_no
from messages.understand.asides import read_aside
from messages.understand.coming import coming_told
from messages.understand.plain import bare
from messages.understand.readings import Value
from messages.understand.reserved import reserved_word


@pytest.mark.parametrize("word", WORDS)
def test_a_word_of_the_day_says_nothing_else(word: str) -> None:
    for said in (word, bare(word), f"dạ {bare(word)} ạ", f"{word} cháu ơi"):
        assert read_aside(said) is None, said
        assert reserved_word(said) is None, said
        assert coming_told(said) is None, said
        assert not isinstance(read_yes_no(said), Value), said
