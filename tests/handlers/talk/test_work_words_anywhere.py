"""All the words that open work, typed where nearly any words are an answer: a message, a name."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import handlers.everything  # noqa: F401
from handlers.entrances import ENTRANCES, entrance_by_words, is_open_to, opened
from handlers.talk.heard import Heard, Kind
from handlers.talk.turn import Turn
from messages.presses import StartPress, packed
from messages.understand.answers import reserved_word
from tests.kit.everybody import Country, Trying, everybody

# A greeting, and what is said for a reason as well, are answers there.
ANSWERS = {"menu", "tell_hardship", "hardship"}
# What is said until any words, or any name, are an answer.
BEFORE = {"broadcast": ("1",), "take_fee": ()}
ASKED_BACK = "asked_back.answer_or_open"


@pytest.fixture(scope="module")
def here(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Country]:
    file = tmp_path_factory.mktemp("words") / "lien.db"
    shutil.copy(sqlite_template, file)
    with everybody(f"sqlite+aiosqlite:///{file}") as country:
        yield country


@pytest.mark.parametrize("dialogue", list(BEFORE))
def test_the_words_of_all_work_open_it_or_are_asked_about(here: Country, dialogue: str) -> None:
    with here.undone() as db:
        chair = next(each for each in here.everybody if each.name == "chair")
        trying = Trying(db, chair)
        asked = trying.hears(Heard(Kind.PRESS, packed(StartPress(dialogue))))
        front = next(asked.changed[number] for number in asked.begun)
        for said in BEFORE[dialogue]:
            front = trying.hears(Heard(Kind.TEXT, said), front).changed[front.id]
        missed = [
            word
            for word in _words(trying, dialogue)
            if not _heard(trying.hears(Heard(Kind.TEXT, word), front), front.id)
        ]
        assert missed == []


def _words(trying: Trying, dialogue: str) -> Iterator[str]:
    for each in ENTRANCES:
        if not is_open_to(trying.me, each) or opened(each) in ANSWERS | {dialogue}:
            continue
        for word in each.words:
            meant = entrance_by_words(word, trying.me)
            if reserved_word(word) is None and meant is not None and opened(meant) == opened(each):
                yield word


def _heard(turn: Turn, front: int) -> bool:
    """Whether it was asked back, or something else is in front or shown now."""
    if turn.card is None:
        # It was done at once.
        return turn.command is not None
    asked = any(each.name == ASKED_BACK for each in (*turn.card.before, turn.card.body))
    kept = turn.changed.get(front)
    return asked or (kept is not None and kept.place != "front")
