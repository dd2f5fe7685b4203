"""A practice club, filled once and copied for each test."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.kit.practice import PracticePage, make_practice_club, practice_page
from tests.kit.shell import Shell, shell_in


@pytest.fixture(scope="session")
def practice_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the practice club and its past."""
    file = tmp_path_factory.mktemp("practice") / "practice.db"
    make_practice_club(f"sqlite+aiosqlite:///{file}")
    return file


@pytest.fixture
def practice_file(practice_template: Path, tmp_path: Path) -> Path:
    """A practice club of the test's own."""
    file = tmp_path / "practice.db"
    shutil.copy(practice_template, file)
    return file


@pytest.fixture
async def here(practice_file: Path) -> AsyncIterator[PracticePage]:
    """The page of a practice club."""
    async with practice_page(f"sqlite+aiosqlite:///{practice_file}") as page:
        yield page


@pytest.fixture
def lien(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """The command line, in a folder of the test's own."""
    return shell_in(tmp_path, monkeypatch)


@pytest.fixture
def practised(lien: Shell, practice_file: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """The commands look at a practice club."""
    monkeypatch.setenv("LIEN_DATABASE_URL", f"sqlite+aiosqlite:///{practice_file}")
    return lien
