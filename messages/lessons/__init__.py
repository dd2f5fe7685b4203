"""The monthly lessons in using a phone: a curriculum of small files, one a lesson.

{you}, {You}, {me} and {Me} stand for how the person and the bot are called, as in every sentence.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from messages.wording import LANGUAGES, Words

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Text:
    """One text in every language; lines are broken where they should be on a phone."""

    by_language: Mapping[str, str]

    def written(self, words: Words) -> str:
        """The text as this person reads it."""
        # No catalogue knows these sentences: they pass through, and the address is filled in.
        return words.say(self.by_language[words.language])


@dataclass(frozen=True, slots=True)
class LessonChoice:
    """One of the three answers to a lesson's question, and the kind word it gets."""

    text: Text
    answer: Text
    is_right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A lesson; the code is for ever, since rows remember who had which lesson.

    steps: one screen each; offer: asks whether somebody should come and show it;
    tip: about saving and keeping things clean, in every other lesson.
    """

    code: str
    title: Text
    steps: tuple[Text, ...]
    question: Text
    choices: tuple[LessonChoice, ...]
    offer: Text
    tip: Text | None


@cache
def lessons() -> tuple[Lesson, ...]:
    """All lessons in the order of the curriculum."""
    return tuple(_read(file) for file in sorted(FOLDER.glob("*.toml")))


def lesson_called(code: str) -> Lesson:
    """The lesson of this code; KeyError where there is none."""
    return {lesson.code: lesson for lesson in lessons()}[code]


def next_lesson(had: frozenset[str]) -> Lesson | None:
    """A person's own next lesson: the first she has not had; None when she has had them all."""
    return next((lesson for lesson in lessons() if lesson.code not in had), None)


def _read(file: Path) -> Lesson:
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    return Lesson(
        code=file.stem.partition("-")[2],
        title=_text(data["title"]),
        steps=tuple(_text(step) for step in data["steps"]),
        question=_text(data["question"]),
        choices=tuple(_choice(choice) for choice in data["choices"]),
        offer=_text(data["offer"]),
        tip=_text(data["tip"]) if "tip" in data else None,
    )


def _choice(data: Mapping[str, Any]) -> LessonChoice:
    return LessonChoice(_text(data["text"]), _text(data["answer"]), bool(data.get("right")))


def _text(data: Mapping[str, str]) -> Text:
    return Text({language: data[language].strip() for language in LANGUAGES})
