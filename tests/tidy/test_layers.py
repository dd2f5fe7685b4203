"""Which libraries each package leans on; import-linter looks after arrows between packages."""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from tests.kit.sources import PACKAGES, ROOT, python_files, shown

# Besides the standard library and the house's own packages.
LIBRARIES: Final = {
    "bot": {"PIL", "aiohttp", "prometheus_client", "pyrage", "telegram"},
    "club": {"lunar_vn"},
    "handlers": set[str](),
    "messages": {"babel", "icalendar", "segno", "typst", "xlsxwriter"},
    "scheduler": {"apscheduler"},
    "storage": {"alembic", "sqlalchemy"},
}
# Where a library's name on the shelf is not the one that is imported.
IMPORTED_AS: Final = {
    "lunar-vn": "lunar_vn",
    "pillow": "PIL",
    "prometheus-client": "prometheus_client",
    "python-telegram-bot": "telegram",
}
# Needed without being imported: drivers that SQLAlchemy loads by name, zones, the build.
NEVER_IMPORTED: Final = {"aiosqlite", "psycopg", "setuptools", "tzdata"}
CLOCKS: Final = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time"}


@cache
def imported_names(file: Path) -> tuple[str, ...]:
    return tuple(_imported_names(file))


def _imported_names(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module


def libraries_of(package: str) -> dict[str, set[str]]:
    """Each library from outside that a package imports, and the files that do."""
    found: dict[str, set[str]] = {}
    for file in python_files(package):
        for name in imported_names(file):
            top = name.partition(".")[0]
            if top not in sys.stdlib_module_names and top not in PACKAGES:
                found.setdefault(top, set()).add(shown(file))
    return found


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_leans_on_few_libraries(package: str) -> None:
    strange = {
        name: files
        for name, files in libraries_of(package).items()
        if name not in LIBRARIES[package]
    }
    assert not strange


def test_pictures_are_only_decoded_in_a_program_of_their_own() -> None:
    assert libraries_of("bot").get("PIL") == {"bot/received/picture.py"}


def test_calendar_files_are_only_written_in_one_place() -> None:
    assert libraries_of("messages").get("icalendar") == {"messages/papers/calendar_file.py"}


def test_the_moon_is_only_asked_for_by_the_calendar() -> None:
    files = libraries_of("club").get("lunar_vn", set())
    assert all(file.startswith("club/calendar") for file in files), files


def test_every_installed_requirement_is_used() -> None:
    text = (ROOT / "requirements.in").read_text(encoding="utf-8")
    required = set(re.findall(r"^[a-z][a-z-]*", text, re.MULTILINE)) - NEVER_IMPORTED
    imported = {name for package in PACKAGES for name in libraries_of(package)}
    assert {name for name in required if IMPORTED_AS.get(name, name) not in imported} == set()


def files_that_ask(*packages: str) -> set[str]:
    """Those in which the system is asked for the time of day."""
    return {
        shown(file)
        for file in python_files(*packages)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and ast.unparse(node) in CLOCKS
    }


def test_only_the_clock_asks_the_system() -> None:
    assert files_that_ask(*PACKAGES) <= {"bot/clock.py"}


def test_a_test_has_a_day_of_its_own() -> None:
    """What stands in the books follows from the day: on another one the test would see other sums.

    Only stand-ins ask, and tests of commands that have the real clock themselves.
    """
    assert files_that_ask("tests") <= {
        "tests/bot/backup/test_backup_command.py",
        "tests/bot/test_zalo_doctor.py",
        "tests/kit/set_time.py",
        "tests/kit/telegram_webhook.py",
        "tests/kit/telegram_world.py",
        "tests/kit/zalo_person.py",
        "tests/kit/zalo_server.py",
    }


def test_no_instant_is_asked_for_its_day_but_in_a_zone() -> None:
    """Columns and fields that end in _at are instants in UTC: until seven in the morning their own
    day is yesterday in Việt Nam. `club.calendar.day_in_zone` knows better.
    """
    asked = [
        f"{shown(file)}:{node.lineno}"
        for file in python_files(*PACKAGES)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"date", "time"}
        and ast.unparse(node.func.value).endswith("_at")
    ]
    assert asked == []
