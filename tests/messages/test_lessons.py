"""The monthly lessons: complete in every language, short enough for a phone, polite."""

import re
import string
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from messages.lessons import FOLDER, Lesson, Text, lesson_called, lessons, next_lesson
from messages.wording import LANGUAGES, Words

FILES = sorted(FOLDER.glob("*.toml"))
BAC = Words("vi", "bác", "cháu", "Hoa")

# A verb that opens a sentence is an order; somebody is asked instead ("Mời bác bấm …").
# The lines of a list may begin with one, after "mời bác làm ba việc".
ORDER = re.compile(r"(?:^|[.?!:]\s+)(Bấm|Vuốt|Kéo|Chọn|Gõ|Mở|Tắt|Tìm|Xem|Cúp|Gọi|Hãy|Đừng)\b", re.M)
ORDER_AS_STATEMENT = ("Bấm lần nữa thì", "Gọi thấy mặt tốn mạng", "Cúp máy với kẻ lừa")
FOREIGN = re.compile(
    r"\b(ok|click|menu|app|online|offline|video|call|link|otp|internet|password|email|website)\b",
    re.I,
)


def texts_of(lesson: Lesson) -> Iterator[Text]:
    """Every text of a lesson but the choices."""
    yield from (lesson.title, *lesson.steps, lesson.question, lesson.offer)
    yield from (choice.answer for choice in lesson.choices)
    if lesson.tip:
        yield lesson.tip


every_lesson = pytest.mark.parametrize("lesson", lessons(), ids=lambda lesson: lesson.code)
every_language = pytest.mark.parametrize("language", LANGUAGES)


def test_the_curriculum_begins_with_the_phone_itself() -> None:
    codes = [lesson.code for lesson in lessons()]
    assert codes[:3] == ["phone", "network", "scams"]
    assert len(set(codes)) == len(codes) == len(FILES)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_has_nothing_but_a_lesson_in_known_languages(file: Path) -> None:
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    assert data.keys() - {"tip"} == {"title", "steps", "question", "choices", "offer"}
    parts = [data["title"], data["question"], data["offer"], *data["steps"]]
    parts += [data["tip"]] if "tip" in data else []
    for choice in data["choices"]:
        assert choice.keys() - {"right"} == {"text", "answer"}
        parts += [choice["text"], choice["answer"]]
    assert all(part.keys() == set(LANGUAGES) for part in parts)


@every_lesson
def test_a_lesson_is_three_to_five_screens_and_one_question(lesson: Lesson) -> None:
    assert 3 <= len(lesson.steps) <= 5
    assert len(lesson.choices) == 3
    assert [choice.is_right for choice in lesson.choices].count(True) == 1


def test_the_right_choice_is_not_always_the_same_one() -> None:
    places = {[choice.is_right for choice in lesson.choices].index(True) for lesson in lessons()}
    assert len(places) > 1


def test_every_other_lesson_has_a_green_tip() -> None:
    assert [lesson.tip is not None for lesson in lessons()] == [
        number % 2 == 0 for number in range(len(lessons()))
    ]


@every_language
@every_lesson
def test_lines_are_short_and_screens_too(lesson: Lesson, language: str) -> None:
    for text in texts_of(lesson):
        lines = text.by_language[language].splitlines()
        assert 1 <= len(lines) <= 5, lines
        assert all(0 < len(line.strip()) <= 60 for line in lines), lines
    labels = [choice.text.by_language[language] for choice in lesson.choices]
    assert all(0 < len(label) <= 24 for label in labels), labels
    assert len(set(labels)) == 3


@every_language
@every_lesson
def test_placeholders_are_those_of_address(lesson: Lesson, language: str) -> None:
    for text in [*texts_of(lesson), *(choice.text for choice in lesson.choices)]:
        found = {name for _, name, _, _ in string.Formatter().parse(text.by_language[language])}
        known = {"you", "You", "me", "Me"} if language == "vi" else set()
        assert found - {None} <= known


@every_lesson
def test_vietnamese_speaks_as_a_polite_young_relative(lesson: Lesson) -> None:
    spoken = [text.by_language["vi"] for text in texts_of(lesson) if text is not lesson.title]
    for text in spoken:
        assert text == unicodedata.normalize("NFC", text)
        assert "ạ" in text.splitlines()[-1], text
        assert text.startswith(("Dạ", "{You}")), text
        orders = [line for line in text.splitlines() if ORDER.search(line)]
        assert not [line for line in orders if not line.startswith(ORDER_AS_STATEMENT)], orders
        assert not FOREIGN.search(text), text


@every_lesson
def test_nobody_is_called_bac_or_chau_but_by_choice(lesson: Lesson) -> None:
    for text in [*texts_of(lesson), *(choice.text for choice in lesson.choices)]:
        words = text.by_language["vi"].lower().replace("con cháu", "").split()
        assert not {"bác", "cháu"} & {word.strip(".,:?”“") for word in words}


def test_a_text_is_written_for_one_person() -> None:
    step = lesson_called("phone").steps[0]
    assert "Bác bấm giúp cháu phía trên" in step.written(BAC)
    assert "Cụ bấm giúp con phía trên" in step.written(Words("vi", "cụ", "con"))
    assert step.written(Words("en")).startswith("First, how loud")


def test_everybody_has_her_own_next_lesson() -> None:
    assert next_lesson(frozenset()) is lessons()[0]
    after_second = next_lesson(frozenset({"network"}))
    assert after_second is lessons()[0]
    assert next_lesson(frozenset({"phone", "network"})) is lesson_called("scams")
    assert next_lesson(frozenset(lesson.code for lesson in lessons())) is None


def test_an_unknown_lesson_is_a_fault() -> None:
    with pytest.raises(KeyError):
        lesson_called("flying")
