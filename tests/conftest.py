"""What every test may ask for: a database server, a browser. Both start once, on first use."""

import os
import shutil
from collections.abc import AsyncIterator, Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import hypothesis
import pytest

from bot import garbage
from bot.voice.voices import PACKAGES, EspeakVoice, missing_programs
from storage.schema import bring_up_to_date
from storage.store import Store
from tests.kit import counting
from tests.kit import postgres as postgres_kit
from tests.kit.statements import share_statements
from tests.kit.within_libraries import count_nothing_within
from tools import words

if TYPE_CHECKING:
    from playwright.async_api import Browser

    from tests.kit.everybody import Country

# A fixture's name, and the marker of every test that uses it.
_MARKERS = {"postgres": pytest.mark.postgres, "browser": pytest.mark.browser}

_LONGEST = (
    "tests/stories/",
    "tests/scheduler/test_a_year_of_reminders.py",
    "tests/bot/test_lien_try.py",
)

# The short run tries the same examples every time, so that what passed once is not red by chance;
# the long run looks for new ones. Neither has a deadline: the machine may be busy.
hypothesis.settings.register_profile("short", derandomize=True, deadline=None)
hypothesis.settings.register_profile("long", max_examples=1000, deadline=None, print_blob=True)
hypothesis.settings.load_profile("short")


# Where files live in memory. A commit that waits for a disk is a third of what a test on SQLite
# takes, and no test pulls the plug.
_MEMORY = Path("/dev/shm")
_BYTES_WANTED = 2 << 30


def pytest_configure(config: pytest.Config) -> None:
    if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free >= _BYTES_WANTED:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))
    share_statements()
    if config.getoption("cov_source", None):
        count_nothing_within()
    if not hasattr(config, "workerinput"):
        words.compile_stale()


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    # What is loaded for the tests lives as long as they do: looking through it for garbage again
    # and again is an eighth of all their work.
    with garbage.no_rounds():
        found = yield
    garbage.settle()
    return found


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # The longest begin, or one process would still be at them when the others have ended. They
    # mostly wait: they stand together, so that the other processes work meanwhile.
    items.sort(key=lambda item: not item.nodeid.startswith(_LONGEST))
    for item in items:
        for name in _MARKERS.keys() & set(getattr(item, "fixturenames", ())):
            item.add_marker(_MARKERS[name])
        if not counting.counts(item):
            item.add_marker(pytest.mark.no_cover)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    if item.get_closest_marker("no_cover"):
        with counting.programs_not_counted():
            return (yield)
    return (yield)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What stories tell of themselves, from whichever process they ran in."""
    for report in terminalreporter.getreports("passed"):
        for name, line in getattr(report, "user_properties", ()):
            if name == "story" and report.when == "call":
                terminalreporter.write_line(str(line))


@pytest.fixture(scope="session")
def postgres() -> Iterator[postgres_kit.PostgresServer]:
    """A PostgreSQL server; `fresh_database()` on it gives a URL."""
    if not postgres_kit.is_available():
        _go_without(postgres_kit.WHY_MISSING)
    with postgres_kit.running_postgres() as server:
        yield server


@pytest.fixture
def postgres_url(postgres: postgres_kit.PostgresServer) -> Iterator[str]:
    """The URL of an empty database on PostgreSQL, removed after the test."""
    url = postgres.fresh_database()
    yield url
    postgres.drop(url)


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator["Browser"]:
    """A real Chromium; see tests.kit.browser.open_page."""
    # Playwright is slow to import, and most runs need no browser.
    from tests.kit import browser as browser_kit

    if not browser_kit.is_available():
        _go_without(browser_kit.WHY_MISSING)
    async with browser_kit.running_browser() as running:
        yield running


@pytest.fixture(scope="session")
def voice() -> EspeakVoice:
    """The voice that every Debian has."""
    missing = missing_programs()
    if missing:
        _go_without(f"no {', '.join(missing)}: sudo apt-get install {' '.join(PACKAGES)}")
    return EspeakVoice()


@pytest.fixture
def fresh_postgres(postgres: postgres_kit.PostgresServer) -> Callable[..., str]:
    """Makes one more database on each call, from a template if one is given."""
    return postgres.fresh_database


def _go_without(reason: str) -> NoReturn:
    """Skips with a plain reason; where nothing may be left out (CI), fails."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with all tables, to be copied."""
    file = tmp_path_factory.mktemp("template") / "lien.db"
    _make_tables(f"sqlite+aiosqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def postgres_template(postgres: postgres_kit.PostgresServer) -> str:
    """The name of a PostgreSQL database with all tables."""
    url = postgres.fresh_database()
    _make_tables(url)
    return url.rpartition("/")[2].partition("?")[0]


@pytest.fixture(scope="session")
def filled_country(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, "Country"]:
    """Two clubs with somebody of every role, half a year of one behind it: a file to be copied,
    and who is in it; the store that comes with it is closed.
    """
    from tests.kit.everybody import everybody

    file = tmp_path_factory.mktemp("country") / "lien.db"
    shutil.copy(sqlite_template, file)
    with everybody(f"sqlite+aiosqlite:///{file}") as country:
        return file, country


def _make_tables(url: str) -> None:
    store = Store(url)
    bring_up_to_date(store)
    store.close_now()


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The URL of a SQLite database with all tables and nothing in them."""
    file = tmp_path / "lien.db"
    shutil.copy(sqlite_template, file)
    return f"sqlite+aiosqlite:///{file}"


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The URL of a database with all tables and nothing in them: each test runs on both kinds."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_url")
        return
    server = request.getfixturevalue("postgres")
    with server.emptied_database(request.getfixturevalue("postgres_template")) as url:
        yield url
