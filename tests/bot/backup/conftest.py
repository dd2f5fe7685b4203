"""Keys, and a club with a past that is worth keeping."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.backup.seal import new_key
from storage.queries.money.closing import next_to_close
from storage.schema import bring_up_to_date
from storage.store import Store
from tests.kit.club_books import ClubBooks, lend
from tests.kit.shell import Shell, shell_in


class Keys(NamedTuple):
    """A secret key, its public one, and the file that holds the secret."""

    secret: str
    public: str
    file: Path


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Keys:
    secret, public = new_key()
    file = tmp_path_factory.mktemp("keys") / "secret.key"
    file.write_text(f"# for the tests\n{secret}\n")
    return Keys(secret, public, file)


@pytest.fixture
def open_store() -> Iterator[Callable[[str], Store]]:
    """Stores that are closed at the end."""
    opened: list[Store] = []

    def store(url: str) -> Store:
        opened.append(Store(url))
        return opened[-1]

    yield store
    for each in opened:
        each.close_now()


@pytest.fixture
def books(sqlite_url: str, open_store: Callable[[str], Store]) -> ClubBooks:
    """Money, a loan, a closed month."""
    store = open_store(sqlite_url)
    bring_up_to_date(store)
    made = ClubBooks(store)
    made.begins_with(20)
    lend(made)
    made.gets(20_000)
    made.passes(35)
    made.closes(made.asked(next_to_close))
    return made


@pytest.fixture
def lien(books: ClubBooks, keys: Keys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """The command line beside a club's database, with a public key set."""
    shell = shell_in(tmp_path, monkeypatch)
    monkeypatch.setenv("LIEN_DATABASE_URL", "sqlite:///lien.db")
    monkeypatch.setenv("LIEN_BACKUP_KEY", keys.public)
    return shell
