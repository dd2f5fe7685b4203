"""What a club can do in each of the eight areas: small files, one an area, that anybody can edit.

A file is called NUMBER-CODE.toml. Its `words` tell which area something typed belongs to; of its
`ideas` three are shown a month, in their order, so that none comes back until all were shown.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from club.areas import Area
from club.calendar import Month
from messages.understand.plain import bare
from messages.wording import LANGUAGES, Words

FOLDER = Path(__file__).parent
SHOWN_A_MONTH = 3


@dataclass(frozen=True, slots=True)
class Idea:
    """Something to do; `number` counts from 0 within its area, for ever."""

    area: Area
    number: int
    by_language: Mapping[str, str]

    def written(self, words: Words) -> str:
        """In the language of who reads it."""
        return self.by_language[words.language]


@cache
def ideas_of(area: Area) -> tuple[Idea, ...]:
    """All ideas for the area, in the file's order. ValueError for a missing language."""
    found = tomllib.loads(_file(area).read_text(encoding="utf-8"))["ideas"]
    if any(not idea.get(language, "").strip() for idea in found for language in LANGUAGES):
        raise ValueError(f"an idea of {area} is not there in every language")
    return tuple(Idea(area, number, idea) for number, idea in enumerate(found))


def ideas_for(area: Area, month: Month) -> tuple[Idea, ...]:
    """The three of this month; the next month has the next three, then they go round."""
    every = ideas_of(area)
    first = (month.year * 12 + month.month) * SHOWN_A_MONTH
    return tuple(every[(first + step) % len(every)] for step in range(SHOWN_A_MONTH))


def idea_numbered(area: Area, number: int) -> Idea | None:
    """The idea that a button is about; None where the file has it no more."""
    every = ideas_of(area)
    return every[number] if 0 <= number < len(every) else None


@cache
def known_words() -> tuple[tuple[str, Area], ...]:
    """The words that tell an area, without marks, the longest first."""
    found = [
        (bare(each), area)
        for area in Area
        for each in tomllib.loads(_file(area).read_text(encoding="utf-8"))["words"]
    ]
    return tuple(sorted(found, key=lambda each: (-len(each[0]), each[0])))


def _file(area: Area) -> Path:
    return FOLDER / f"{area.number}-{area.value}.toml"
