"""What the practice page says is planned."""

import pytest

from club.calendar import Month
from club.reminders import Kind
from messages.figures import summary_lines
from messages.moments import written
from messages.roles import planned_line
from messages.wording import LANGUAGES, Words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_reminder_has_words(kind: Kind, language: str) -> None:
    assert planned_line(Words(language), str(kind)) != str(kind)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Kind.LESSON, "Bài học dùng điện thoại của tháng 11/2026"),
        (Kind.SUMMARY, "Báo cáo tháng 11/2026"),
        (Kind.MONTH_NOT_CLOSED, "Chưa khóa sổ tháng 11/2026"),
        (Kind.INSTALMENT, "Nhắc kỳ trả"),
    ],
)
def test_what_is_about_a_month_names_it(kind: Kind, said: str) -> None:
    assert planned_line(Words("vi"), str(kind), "2026-11") == said


def test_the_months_lesson_names_it_too() -> None:
    said = summary_lines.lesson_of_month(month=Month(2026, 10), reached=12, done=8)
    assert written(said, Words("vi")) == "Bài học tháng 10/2026: gửi 12 người, 8 người học hết"
