"""The list of rules and their tests names only tests that there are, and each rule of E to G."""

import ast
import re

import pytest

from tests.kit.sources import ROOT

PAGE = (ROOT / "docs" / "rules-tested.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)(?:::(test_\w+))?`", PAGE)))
RULES = [*(f"E.{n}" for n in range(1, 5)), *(f"F.{n}" for n in range(1, 12))]
RULES += [f"G.{n}" for n in range(1, 5)]


def test_every_named_test_exists() -> None:
    missing = [f"{file}::{name}" for file, name in NAMED if name not in _tests_in(file)]
    assert missing == []
    assert len(NAMED) > 60


def _tests_in(file: str) -> set[str]:
    path = ROOT / file
    if not path.exists():
        return set()
    found = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    functions = (each for each in found if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef))
    return {"", *(each.name for each in functions)}


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_line(rule: str) -> None:
    assert re.search(rf"^\| {re.escape(rule)} .*`tests/", PAGE, re.MULTILINE)
