"""No reminder and no word to many ever carries a link, an account or a QR: whoever gets one in
Liên's name knows that it is false. Club rules, B.5 and F.6.
"""

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from club.broadcasts import not_for_all
from club.reminders import Kind
from messages.moments import MomentKind
from messages.wording import LANGUAGES
from scheduler.planning import REMINDINGS
from tests.kit.said import texts_of
from tests.kit.sources import ROOT

MODULES = sorted(each.stem for each in (ROOT / "scheduler").glob("*.py"))


def _source(name: str) -> ast.Module:
    return ast.parse(Path(ROOT / "scheduler" / f"{name}.py").read_text(encoding="utf-8"))


def _said() -> Iterator[str]:
    """The moments of every room of words that a file of the calendar takes something from."""
    for name in MODULES:
        module = importlib.import_module(f"scheduler.{name}".removesuffix(".__init__"))
        for each in vars(module).values():
            room = each.__name__ if isinstance(each, ModuleType) else _room_of(each)
            if room.startswith("messages."):
                kinds = vars(importlib.import_module(room)).values()
                yield from (each.name for each in kinds if isinstance(each, MomentKind))


def _room_of(value: object) -> str:
    found = getattr(value, "__module__", None)
    return found if isinstance(found, str) else ""


def test_every_kind_has_its_file_here() -> None:
    planned = {kind for each in REMINDINGS for kind in each.kinds}
    assert set(Kind) - planned == {Kind.NEWS, Kind.MEETING_CHANGED}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_of_the_calendar_lead_anywhere(language: str) -> None:
    said = sorted(set(_said()))
    assert len(said) > 300
    texts = [(name, text) for name in said for text in texts_of(name, language)]
    assert [(name, text) for name, text in texts if not_for_all(text)] == []


def test_no_card_of_the_calendar_carries_a_paper() -> None:
    calls = [node for name in MODULES for node in ast.walk(_source(name))]
    given = [
        keyword.arg
        for node in calls
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg == "papers"
    ]
    assert given == []
