"""docs/transcripts/ shows every dialogue in both languages, as it is talked today."""

import re
from typing import Any

import pytest

from handlers import everything  # noqa: F401 – declares them all
from handlers.dialogue.engine import SCRIPTS
from tests.kit.transcripts import FOLDER, LANGUAGES, file_of, transcripts

_TALK = re.compile(r"## [^\n]+ \(`(\w+)`\)\n\n```text\n(.+?)```", re.DOTALL)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_dialogue_can_be_read(language: str) -> None:
    """Each begins with a person, and Liên answers her."""
    talks: dict[str, str] = {}
    for file in sorted((FOLDER / language).glob("*.md")):
        talks.update(_TALK.findall(file.read_text(encoding="utf-8")))
    assert set(talks) == set(SCRIPTS), "make transcripts"
    assert [name for name, talk in talks.items() if talk.startswith("Liên")] == []
    assert [name for name, talk in talks.items() if "\nLiên → " not in talk] == []


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_they_are_what_is_said_today(tmp_path: Any, language: str) -> None:
    written = await transcripts(f"sqlite:///{tmp_path}/walked.db", language)
    for room, page in written.items():
        there = file_of(language, room).read_text(encoding="utf-8")
        assert there == page, "make transcripts"
