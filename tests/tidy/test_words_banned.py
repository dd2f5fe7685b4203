"""Words, names and kinds of number that have no place in this repository."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.kit.sources import every_file, python_files, shown, text_of

# One letter of each stands in brackets, so that this file does not find itself.
UNFINISHED = re.compile(r"\b([T]ODO|[F]IXME|[X]XX)\b")
REGISTRIES = re.compile(r"[p]ypi\.(org|python)|[p]ythonhosted|[n]pmjs\.(com|org)|[d]eb\.debian\.")
WORKPLACES = re.compile(r"(?<![\w.])/([w]ork|[t]mp/lien)(/|\b)")
LOCK_OPTIONS = re.compile(r"://|index-url|find-links|trusted-host")
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc"}


def places(pattern: re.Pattern[str], files: Iterable[Path]) -> Iterator[str]:
    for file in files:
        for number, line in enumerate((text_of(file) or "").splitlines(), start=1):
            if pattern.search(line):
                yield f"{shown(file)}:{number}: {line.strip()}"


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param(UNFINISHED, id="notes to oneself"),
        pytest.param(REGISTRIES, id="hosts of package registries"),
        pytest.param(WORKPLACES, id="one machine's folders"),
    ],
)
def test_nowhere_written(pattern: re.Pattern[str]) -> None:
    assert not list(places(pattern, every_file()))


@pytest.mark.parametrize(
    ("pattern", "halves"),
    [(UNFINISHED, ("# TO", "DO later")), (WORKPLACES, ("open('/wo", "rk/main')"))],
)
def test_a_planted_word_is_found(pattern: re.Pattern[str], halves: tuple[str, str]) -> None:
    assert pattern.search("".join(halves))


def test_the_locks_name_no_place_to_download_from() -> None:
    locks = [file for file in every_file() if file.name.startswith("requirements")]
    assert len(locks) == 4
    assert not list(places(LOCK_OPTIONS, locks))


def test_everything_in_the_locks_has_a_hash() -> None:
    for file in every_file():
        if file.name in {"requirements.txt", "requirements-dev.txt"}:
            entries = re.split(r"\n(?=\S)", file.read_text(encoding="utf-8").strip())
            assert len(entries) > 20
            assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_names_say_what_a_file_is_for() -> None:
    vague = [
        shown(file)
        for file in every_file()
        if VAGUE_NAMES & {part.split(".")[0].lower() for part in Path(shown(file)).parts}
    ]
    assert not vague


def test_the_club_counts_without_floats() -> None:
    found = [
        f"{shown(file)}:{node.lineno}"
        for file in python_files("club")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Name | ast.Constant) and is_float(node)
    ]
    assert python_files("club")
    assert not found


def is_float(node: ast.Name | ast.Constant) -> bool:
    if isinstance(node, ast.Name):
        return node.id == "float"
    return isinstance(node.value, float)
