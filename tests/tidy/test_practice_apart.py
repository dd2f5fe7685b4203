"""What is practised lies apart from what is real, and what can be practised is chosen."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from handlers import everything  # noqa: F401 – declares them all
from handlers.dialogue.engine import SCRIPTS
from handlers.entrances import SCREENS
from handlers.talk import practised
from tests.kit.sources import PACKAGES, python_files, shown

# Who may see practice at all: what keeps it, what packs it, what lets her talk in it.
_MAY_IMPORT = {
    "storage.tables.practices": {"storage/practising.py", "storage/tables/__init__.py"},
    "storage.practising": {
        *("bot/done.py", "bot/sitting.py", "bot/practising/talk.py", "bot/practising/people.py"),
        *("storage/forgetting.py", "storage/changes/begin_practice.py"),
    },
    "storage.sandbox": {"bot/practising/talk.py", "bot/practising/club.py"},
}


def test_no_question_about_real_clubs_can_meet_a_practice() -> None:
    for module, allowed in _MAY_IMPORT.items():
        importing = {
            shown(file) for file in python_files(*PACKAGES) if module in _imported_by(file)
        }
        assert importing <= allowed, module


@cache
def _imported_by(file: Path) -> frozenset[str]:
    return frozenset(_imported(file))


def _imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_everything_that_can_be_practised_exists() -> None:
    assert set(SCRIPTS) >= practised.DIALOGUES
    assert set(SCREENS) >= practised.SCREENS


def test_what_changes_people_offices_or_how_one_is_spoken_to_is_not_practised() -> None:
    never = {"join", "invite", "accept_invitation", "appoint", "end_office", "language"}
    assert not never & practised.DIALOGUES
