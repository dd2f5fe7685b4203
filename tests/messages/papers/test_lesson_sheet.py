"""A lesson on paper: every one fits on one page, in large letters, with nothing left out."""

import io

import pytest
from pypdf import PdfReader

from messages.lessons import lessons
from messages.papers.kinds import drawn, paper_of
from messages.papers.lesson_sheet import lesson_sheet
from messages.wording import LANGUAGES, Words

BAC = {"vi": Words("vi", "bác", "cháu"), "en": Words("en", "you", "I")}
# The board member who asked for the paper is called otherwise than its readers.
ASKED = {"vi": Words("vi", "chú", "em"), "en": Words("en", "you", "I")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_lesson_is_one_page_with_all_of_it(language: str) -> None:
    for lesson in lessons():
        wanted = paper_of(lesson_sheet(club="Câu lạc bộ thôn Đoài", lesson=lesson.code).as_json())
        made = drawn(wanted, ASKED[language])
        pages = PdfReader(io.BytesIO(made.content)).pages
        assert len(pages) == 1, lesson.code
        said = _letters(pages[0].extract_text())
        texts = [lesson.title, *lesson.steps, lesson.question]
        texts += [choice.text for choice in lesson.choices]
        for text in texts:
            assert _letters(text.written(BAC[language])) in said, (lesson.code, text)
        assert made.file_name.isascii()


def _letters(text: str) -> str:
    return "".join(each for each in text if each.isalnum())
