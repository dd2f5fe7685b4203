"""Whether files of lessons can be given to people: complete, short, polite, in known words."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from messages.lessons.files import (
    NAMED,
    TIPS,
    Fault,
    FileFaulty,
    LessonFile,
    Place,
    read_file,
    toml_files,
)
from messages.lessons.texts import Limits, faults_of_text
from messages.wording import LANGUAGES

STEPS: Final = (3, 5)
CHOICES: Final = (2, 3)
PARTS: Final = ("title", "steps", "question", "choices", "offer")
TITLE: Final = Limits(letters=44, lines=1, is_label=True)
STEP: Final = Limits(letters=300, lines=6)
QUESTION: Final = Limits(letters=200, lines=4)
LABEL: Final = Limits(letters=26, lines=1, is_label=True)
ANSWER: Final = Limits(letters=240, lines=5)


class Checked:
    """The files of a folder that hold together, and what is wrong with the others."""

    def __init__(self) -> None:
        self.lessons: list[LessonFile] = []
        self.tips: LessonFile | None = None
        self.faults: list[Fault] = []

    def look_at(self, path: Path) -> None:
        if path.name != TIPS and NAMED.fullmatch(path.name) is None:
            self.faults.append(Fault(path.name, 0, "wrong_name"))
            return
        try:
            file = read_file(path)
        except FileFaulty as error:
            self.faults.append(error.fault)
            return
        found = list(_in_tips(file) if path.name == TIPS else _in_lesson(file))
        self.faults += sorted(found, key=lambda fault: fault.line)
        if path.name == TIPS:
            self.tips = file
        else:
            self.lessons.append(file)


def check_folder(folder: Path, beside: Iterable[LessonFile] = ()) -> Checked:
    """All files of the folder. `beside`: the lessons that stay where these replace none of them.

    Raises OSError where there is no such folder.
    """
    checked = Checked()
    for path in toml_files(folder):
        checked.look_at(path)
    if not checked.lessons and checked.tips is None and not checked.faults:
        checked.faults.append(Fault(folder.name, 0, "no_files"))
    checked.faults += _told_apart(checked.lessons, beside)
    return checked


def _told_apart(lessons: list[LessonFile], beside: Iterable[LessonFile]) -> Iterator[Fault]:
    """No number and no code twice."""
    own = {each.code for each in lessons}
    numbers = {each.number: each.path.name for each in beside if each.code not in own}
    codes: dict[str, str] = {}
    for each in lessons:
        if each.number in numbers:
            yield Fault(each.path.name, 0, "number_twice", what=numbers[each.number])
        if each.code in codes:
            yield Fault(each.path.name, 0, "code_twice", what=codes[each.code])
        numbers.setdefault(each.number, each.path.name)
        codes.setdefault(each.code, each.path.name)


def _in_lesson(file: LessonFile) -> Iterator[Fault]:
    look = _Look(file)
    data = file.data
    yield from (look.fault((key,), "unknown_part") for key in data if key not in PARTS)
    yield from (look.fault((), "missing_part", part=key) for key in PARTS if key not in data)
    for key, limits in (("title", TITLE), ("question", QUESTION), ("offer", QUESTION)):
        if key in data:
            yield from look.text((key,), data[key], limits)
    steps = look.tables("steps")
    if "steps" in data:
        yield from look.count("steps", steps, STEPS)
    for number, step in enumerate(steps):
        yield from look.text(("steps", number), step, STEP)
    if "choices" in data:
        yield from _in_choices(look)


def _in_choices(look: "_Look") -> Iterator[Fault]:
    choices = look.tables("choices")
    yield from look.count("choices", choices, CHOICES)
    right = [each for each in choices if each.get("right") is True]
    if len(right) != 1:
        kind = "several_right" if right else "no_right_choice"
        yield look.fault(("choices", 0), kind, part="choices")
    for number, choice in enumerate(choices):
        place: Place = ("choices", number)
        unknown = [key for key in choice if key not in {"right", "text", "answer"}]
        yield from (look.fault((*place, key), "unknown_part") for key in unknown)
        for key, limits in (("text", LABEL), ("answer", ANSWER)):
            if key in choice:
                yield from look.text((*place, key), choice[key], limits)
            else:
                yield look.fault(place, "missing_part", part=f"choices {number + 1} {key}")
    for language in LANGUAGES:
        labels = [str(_in(each.get("text"), language)) for each in choices]
        if len(set(labels)) < len(labels):
            yield look.fault(("choices", 0), "same_choices", part="choices", what=language)


def _in_tips(file: LessonFile) -> Iterator[Fault]:
    look = _Look(file)
    yield from (look.fault((key,), "unknown_part") for key in file.data if key != "tips")
    tips = look.tables("tips")
    if not tips:
        yield look.fault((), "missing_part", part="tips")
    seen = set()
    for number, tip in enumerate(tips):
        code = tip.get("code")
        if not isinstance(code, str) or not code:
            yield look.fault(("tips", number), "missing_part", part=f"tips {number + 1} code")
        elif code in seen:
            yield look.fault(("tips", number, "code"), "code_twice", what=code)
        seen.add(code)
        texts = {key: value for key, value in tip.items() if key != "code"}
        yield from look.text(("tips", number), texts, STEP)


def _in(text: Any, language: str) -> Any:
    return text.get(language, "") if isinstance(text, Mapping) else ""


class _Look:
    """One file, looked through."""

    def __init__(self, file: LessonFile) -> None:
        self.file = file

    def fault(self, place: Place, kind: str, *, part: str = "", what: str = "") -> Fault:
        named = " ".join(str(each + 1) if isinstance(each, int) else each for each in place)
        return Fault(self.file.path.name, self.file.line_of(place), kind, part or named, what)

    def tables(self, key: str) -> list[Mapping[str, Any]]:
        found = self.file.data.get(key, [])
        if not isinstance(found, list):
            return []
        return [each if isinstance(each, Mapping) else {} for each in found]

    def count(self, key: str, found: list[Any], limits: tuple[int, int]) -> Iterator[Fault]:
        least, most = limits
        if not least <= len(found) <= most:
            what = f"{len(found)} ({least}–{most})"
            yield self.fault((key, 0), "wrong_count", part=key, what=what)

    def text(self, place: Place, text: Any, limits: Limits) -> Iterator[Fault]:
        """A text in every language and in no other."""
        if not isinstance(text, Mapping):
            yield self.fault(place, "no_text")
            return
        for key in text:
            if key not in LANGUAGES:
                yield self.fault((*place, key), "unknown_part")
        for language in LANGUAGES:
            value = text.get(language)
            if value is None:
                yield self.fault((*place, language), "missing_translation")
            elif not isinstance(value, str):
                yield self.fault((*place, language), "no_text")
            else:
                for kind, what in faults_of_text(value.strip(), language, limits):
                    yield self.fault((*place, language), kind, what=what)
