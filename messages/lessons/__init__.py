"""The monthly lessons in using a phone, and green tips: a curriculum of small files.

{you}, {You}, {me} and {Me} stand for how the person and the bot are called, as in every sentence.
An association can lay files of its own beside these: one of the same code replaces a lesson,
another code adds one, "tips.toml" replaces the tips. docs/LESSONS.md says how to write them.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from club.calendar import Month
from messages.lessons.checking import Checked, check_folder
from messages.lessons.files import TIPS, Fault, LessonFile, read_file, toml_files
from messages.lessons.shapes import Lesson, LessonChoice, Text, Tip
from messages.wording import LANGUAGES

__all__ = [
    "FOLDER",
    "Lesson",
    "LessonChoice",
    "Text",
    "Tip",
    "WrongLessons",
    "built_in",
    "lesson_called",
    "lessons",
    "tip_called",
    "tip_of",
    "tips",
    "use_own",
]

FOLDER = Path(__file__).parent


class WrongLessons(Exception):
    """Files of an association's own that cannot be given to people."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(faults)
        self.faults = faults


_own: list[LessonFile | None] = []


def use_own(folder: Path | None) -> None:
    """From now on the lessons of this folder too. Raises WrongLessons, and OSError without it."""
    found = Checked() if folder is None else check_folder(folder, built_in())
    if found.faults:
        raise WrongLessons(found.faults)
    _own[:] = [*found.lessons, found.tips] if folder is not None else []
    for kept in (lessons, _by_code, tips):
        kept.cache_clear()


@cache
def lessons() -> tuple[Lesson, ...]:
    """All lessons in the order of the curriculum."""
    own = {each.code: each for each in _own if each is not None and each.path.name != TIPS}
    files = {each.code: each for each in built_in()} | own
    return tuple(sorted(map(_lesson, files.values()), key=lambda lesson: lesson.number))


def built_in() -> list[LessonFile]:
    """The files of the lessons that come along."""
    return [read_file(path) for path in toml_files(FOLDER) if path.name != TIPS]


@cache
def _by_code() -> Mapping[str, Lesson]:
    return {lesson.code: lesson for lesson in lessons()}


def lesson_called(code: str) -> Lesson:
    """The lesson of this code; KeyError where there is none."""
    return _by_code()[code]


@cache
def tips() -> tuple[Tip, ...]:
    """The green tips in their order."""
    own = next((each for each in _own if each is not None and each.path.name == TIPS), None)
    data = (own or read_file(FOLDER / TIPS)).data
    return tuple(Tip(each["code"], _text(each)) for each in data["tips"])


def tip_called(code: str) -> Tip | None:
    return next((each for each in tips() if each.code == code), None)


def tip_of(month: Month) -> Tip | None:
    """The month's tip: one in every other month, the same for everybody."""
    if month.month % 2 == 0:
        return None
    return tips()[(month.year * 12 + month.month) // 2 % len(tips())]


def _lesson(file: LessonFile) -> Lesson:
    data = file.data
    return Lesson(
        code=file.code,
        number=file.number,
        title=_text(data["title"]),
        steps=tuple(_text(step) for step in data["steps"]),
        question=_text(data["question"]),
        choices=tuple(_choice(choice) for choice in data["choices"]),
        offer=_text(data["offer"]),
    )


def _choice(data: Mapping[str, Any]) -> LessonChoice:
    return LessonChoice(_text(data["text"]), _text(data["answer"]), bool(data.get("right")))


def _text(data: Mapping[str, str]) -> Text:
    return Text({language: data[language].strip() for language in LANGUAGES})
