"""What several tests of the tables share."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kit.broken_books import copied, lived_club
from tests.kit.club_books import ClubBooks


@pytest.fixture(scope="session")
def lived_file(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, ClubBooks]:
    file = tmp_path_factory.mktemp("lived") / "lien.db"
    shutil.copy(sqlite_template, file)
    return file, lived_club(file)


@pytest.fixture
def lived(lived_file: tuple[Path, ClubBooks], tmp_path: Path) -> Iterator[ClubBooks]:
    """A club with two closed months, in a file of its own in which anything can be written."""
    with copied(*lived_file, tmp_path / "copy.db") as there:
        yield there
