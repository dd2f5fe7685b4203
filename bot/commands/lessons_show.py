"""`lien lessons show N`: a lesson as it is read on a phone."""

import argparse
from collections.abc import Iterator

from bot.own_lessons import use_own_lessons
from bot.settings import Settings, WrongSetting
from messages.lessons import Lesson, lessons
from messages.wording import LANGUAGES, Words

# As most people are called.
_READER = {"vi": ("bác", "cháu"), "en": ("you", "I")}
_RULE = "─" * 60


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("lesson", metavar="N", help="its number or its word: 5, contacts")
    parser.add_argument(
        "--language", choices=LANGUAGES, help="the language; LIEN_LANGUAGE if nothing is said"
    )


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    use_own_lessons(settings)
    language = asked.language or settings.language
    you, me = _READER[language]
    lesson = _called(asked.lesson)
    print("\n".join(_shown(lesson, Words(language, you, me))))
    return 0


def _called(text: str) -> Lesson:
    for lesson in lessons():
        if text == lesson.code or (text.isdecimal() and int(text) == lesson.number):
            return lesson
    known = ", ".join(f"{each.number} {each.code}" for each in lessons())
    raise WrongSetting(f"there is no lesson “{text}”; there are {known}")


def _shown(lesson: Lesson, words: Words) -> Iterator[str]:
    yield f"{lesson.number}. {lesson.title.written(words)}"
    for step in lesson.steps:
        yield from (_RULE, step.written(words))
    yield from (_RULE, lesson.question.written(words))
    for number, choice in enumerate(lesson.choices, 1):
        mark = "*" if choice.is_right else " "
        yield f"{mark} {number}. {choice.text.written(words)}"
    for number, choice in enumerate(lesson.choices, 1):
        yield from (f"{_RULE[:20]} {number}", choice.answer.written(words))
    yield from (_RULE, lesson.offer.written(words))
