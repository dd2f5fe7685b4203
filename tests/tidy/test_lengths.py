"""Short functions and short files: limits for each, and ratchets for the whole."""

import ast
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

from tests.kit.sources import PACKAGES, ROOT, python_files, shown

LONGEST_FUNCTION_LINES = 60
LONGEST_FILE_LINES = 500
RATCHETS = tomllib.loads((ROOT / "tests/tidy/ratchets.toml").read_text(encoding="utf-8"))


def written_files() -> list[Path]:
    """What people wrote; a migration is one list of columns, made by a tool and never changed."""
    return [file for file in python_files() if "migrations/versions" not in file.as_posix()]


@cache
def functions_of(file: Path) -> tuple[tuple[str, int], ...]:
    """Each function's place and its lines without its docstring."""
    return tuple(_functions_of(file))


def _functions_of(file: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{shown(file)}:{node.lineno} {node.name}", code_lines(node)


def code_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    whole = (node.end_lineno or node.lineno) - node.lineno + 1
    first = node.body[0]
    if ast.get_docstring(node, clean=False) is None or len(node.body) == 1:
        return whole
    return whole - ((first.end_lineno or first.lineno) - first.lineno + 1)


def file_lines(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


def test_no_function_is_longer_than_a_screen() -> None:
    too_long = {
        place: lines
        for file in written_files()
        for place, lines in functions_of(file)
        if lines > LONGEST_FUNCTION_LINES
    }
    assert not too_long


def test_no_file_is_longer_than_a_sitting() -> None:
    too_long = {
        shown(file): file_lines(file)
        for file in written_files()
        if file_lines(file) > LONGEST_FILE_LINES
    }
    assert not too_long


def test_long_functions_stay_rare() -> None:
    long = [place for file in written_files() for place, lines in functions_of(file) if lines > 30]
    assert len(long) <= RATCHETS["functions_over_30_lines_at_most"], long


def test_long_files_stay_rare() -> None:
    long = [shown(file) for file in written_files() if file_lines(file) > 300]
    assert len(long) <= RATCHETS["files_over_300_lines_at_most"], long


def test_the_usual_function_is_short() -> None:
    lengths = [lines for file in python_files(*PACKAGES) for _place, lines in functions_of(file)]
    assert median(lengths) <= RATCHETS["median_function_lines_at_most"]


def test_the_usual_file_is_short() -> None:
    lengths = [file_lines(file) for file in python_files(*PACKAGES)]
    assert median(lengths) <= RATCHETS["median_file_lines_at_most"]
