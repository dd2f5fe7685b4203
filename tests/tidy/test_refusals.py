"""Every way the club says no has a sentence in every language, and its values are handed over."""

import ast
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from club.calendar import Month
from club.money import Money
from club.refusals import Code, Refused
from messages.moments import moment_of, written
from messages.refusals import SENTENCES, refusal
from messages.wording import LANGUAGES
from tests.kit.said import WORDS_FOR, complaints
from tests.kit.sources import PACKAGES, python_files, shown

SAMPLES: dict[str, object] = {"day": date(2026, 11, 24), "since": date(2026, 11, 24)}


@cache
def raised() -> tuple[tuple[str, Code, tuple[str, ...]], ...]:
    """Each place that says no: where, the code, the names of its values."""
    return tuple(_raised())


def _raised() -> Iterator[tuple[str, Code, tuple[str, ...]]]:
    for file in python_files(*PACKAGES):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in {"Refused", "said_no"}:
                code = node.args[0] if node.args else None
                if isinstance(code, ast.Attribute) and _name(code.value) == "Code":
                    names = tuple(each.arg for each in node.keywords if each.arg)
                    yield f"{shown(file)}:{node.lineno}", Code[code.attr], names


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def said(code: Code, names: tuple[str, ...], language: str) -> str:
    """The refusal as a person reads it, after its way through a row."""
    values = {name: SAMPLES.get(name, Money(50_000)) for name in names}
    row = refusal(Refused(code, **values)).as_json()
    return written(moment_of(row), WORDS_FOR[language])


def test_every_code_has_a_sentence() -> None:
    assert set(Code) == set(SENTENCES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_no_is_a_whole_sentence_where_it_is_said(language: str) -> None:
    wrong = []
    for place, code, names in raised():
        text = said(code, names, language)
        wrong += [f"{place} {code}: {each}: {text}" for each in complaints(text, language)]
    assert wrong == []


def test_the_places_that_say_no_are_found() -> None:
    assert len(raised()) > 30


@pytest.mark.parametrize("code", Code)
def test_a_no_without_values_is_still_said(code: Code) -> None:
    for language in LANGUAGES:
        assert said(code, (), language)


def test_values_of_every_kind_reach_the_sentence() -> None:
    with_sum = refusal(Refused(Code.SUM_TOO_SMALL, smallest=Money(5000), odd=object()))
    assert "5.000 đồng" in written(with_sum, WORDS_FOR["vi"])
    assert moment_of(with_sum.as_json()) == with_sum
    month = refusal(Refused(Code.MONTH_CLOSED, month=Month(2026, 10)))
    assert written(moment_of(month.as_json()), WORDS_FOR["en"])
