"""What a volunteer says when she is asked whether she gives her place back."""

from datetime import date

import pytest

from handlers.dialogue.question import Hearing
from handlers.volunteers.leaving import LeavingQuestion
from messages import everywhere
from messages.understand.readings import Value
from messages.wording import Words

ASKED = LeavingQuestion("sure", everywhere.menu_word())
HEARING = Hearing(Words("vi"), date(2026, 11, 2))


@pytest.mark.parametrize(
    ("typed", "leaves"),
    [
        ("tôi không đến được", True),
        ("em bận rồi", True),
        ("có", True),
        ("đúng", True),
        ("1", True),
        ("2", False),
        ("không", False),
        ("tôi tham gia", False),
        ("em vẫn đi", False),
        ("mình đến được", False),
        ("I will come", False),
    ],
)
def test_coming_is_no_yes_to_leaving(typed: str, leaves: bool) -> None:
    assert ASKED.hear(typed, HEARING) == Value(leaves)
