"""`lien run` where there is no database: a first one is told of, a lost one is not begun anew."""

from pathlib import Path

import pytest

from bot.new_database import must_not_be_missing
from bot.run import run
from bot.settings import Settings, settings
from storage.store import Store, UnusableDatabase
from tests.kit.postgres import PostgresServer
from tests.kit.running_program import RunningProgram, telegram_settings
from tests.kit.telegram_house import NO_FILE, until
from tests.kit.telegram_server import TOKEN, TelegramServer


def chosen(folder: Path) -> Settings:
    wanted = {
        "LIEN_TELEGRAM_API": "http://127.0.0.1:9",
        "LIEN_TELEGRAM_TOKEN": TOKEN,
        "LIEN_DATABASE_URL": f"sqlite+aiosqlite:///{folder}/lien.db",
        "LIEN_BACKUP_DIR": str(folder / "backups"),
    }
    return settings(wanted, NO_FILE)


async def begins_by_saying_so(database_url: str, folder: Path) -> str:
    """What the first start says first; a second one says nothing of it."""
    async with TelegramServer() as server:
        chosen_so = telegram_settings(server, database_url)
        first, second = [await _head_of(chosen_so, folder / name) for name in ("first", "second")]
    assert "made a new database: " in first
    assert "made a new database" not in second
    return first


async def _head_of(chosen_so: dict[str, str], log: Path) -> str:
    program = RunningProgram(chosen_so, log)
    program.start()
    await until(lambda: "is listening" in program.output, 60)
    assert await program.end() == 0
    return program.output.splitlines()[0]


async def test_a_new_file_is_the_first_thing_that_is_said(tmp_path: Path) -> None:
    file = tmp_path / "lien.db"
    assert str(file) in await begins_by_saying_so(f"sqlite+aiosqlite:///{file}", tmp_path)


async def test_so_is_an_empty_database_of_postgresql(
    postgres: PostgresServer, tmp_path: Path
) -> None:
    url = postgres.fresh_database()
    try:
        await begins_by_saying_so(url, tmp_path)
    finally:
        postgres.drop(url)


def refused(folder: Path) -> str:
    wanted = chosen(folder)
    store = Store(wanted.database_url)
    try:
        with pytest.raises(UnusableDatabase) as no:
            must_not_be_missing(store, wanted)
    finally:
        store.close_now()
    return str(no.value)


@pytest.mark.parametrize(
    ("there", "sign"),
    [
        (["lien.db.lock"], "lien.db.lock shows that there was one"),
        (["lien.db-wal"], "lien.db-wal shows that there was one"),
        (["lein.db", "lein.db.lock"], "lein.db lies beside it"),
        (["lien.sqlite", "lien.sqlite.lock"], "lien.sqlite lies beside it"),
        (["backups/lien-20261122-023000Z.backup"], "023000Z.backup was made of one"),
    ],
)
def test_an_empty_one_is_not_begun_where_there_was_one(
    there: list[str], sign: str, tmp_path: Path
) -> None:
    (tmp_path / "backups").mkdir()
    for name in there:
        (tmp_path / name).touch()
    said = refused(tmp_path)
    assert sign in said
    assert f"there is no database {tmp_path}/lien.db" in said
    assert "lien club new" in said
    assert "\n" not in said


def test_the_start_itself_ends_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "lien.db.lock").touch()
    url = f"sqlite+aiosqlite:///{tmp_path}/lien.db"
    wanted = {"LIEN_TELEGRAM_TOKEN": TOKEN, "LIEN_DATABASE_URL": url}
    with pytest.raises(UnusableDatabase, match="please put it back"):
        run(settings(wanted, NO_FILE))
    assert [each.name for each in tmp_path.iterdir()] == ["lien.db.lock"]


def test_what_lies_beside_it_by_chance_is_no_sign(tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    several = ("lien2.db", "lien2.db.lock", "1.db", "1.db.lock")
    for name in (
        "practice.db",
        "practice.db.lock",
        "lein.db",
        "notes.lock",
        "backups/notes",
        *several,
    ):
        (tmp_path / name).touch()
    wanted = chosen(tmp_path)
    store = Store(wanted.database_url)
    must_not_be_missing(store, wanted)
    store.close_now()
