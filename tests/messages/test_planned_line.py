"""What the practice page says is planned."""

import pytest

from club.reminders import Kind
from messages.roles import planned_line
from messages.wording import LANGUAGES, Words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_reminder_has_words(kind: Kind, language: str) -> None:
    assert planned_line(Words(language), str(kind)) != str(kind)
