"""How many visits a week are agreed, as people say it."""

from datetime import date

import pytest

from handlers.dialogue.question import Hearing
from handlers.life.care_clients import VisitsQuestion
from messages import everywhere
from messages.understand.readings import Unclear, Value
from messages.wording import Words

ASKED = VisitsQuestion("visits", everywhere.menu_word(), 1, 14, (1, 2, 3))
HEARING = Hearing(Words("vi"), date(2026, 11, 2))


@pytest.mark.parametrize(
    ("typed", "visits"),
    [
        ("3", 3),
        ("ba lần", 3),
        ("tuần ba lần", 3),
        ("mỗi tuần 2 lần", 2),
        ("3 lần một tuần", 3),
        ("2 lần/tuần", 2),
        ("moi tuan 2 lan", 2),
        ("3 times a week", 3),
    ],
)
def test_visits_a_week_are_understood(typed: str, visits: int) -> None:
    assert ASKED.hear(typed, HEARING) == Value(visits)


@pytest.mark.parametrize("typed", ["tuần", "ngõ 3 xóm Bến", "100 lần", "0", ""])
def test_what_is_none_is_asked_again(typed: str) -> None:
    assert isinstance(ASKED.hear(typed, HEARING), Unclear)
