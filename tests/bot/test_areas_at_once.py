"""Areas that two operators change in one moment, on PostgreSQL; and two that migrate at once."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.changes.joining.found_club import lock_areas
from storage.changes.members.areas import merge_communes
from storage.queries.members.areas import AreaMap
from storage.schema import bring_up_to_date
from storage.store import Store
from tests.bot.test_area_commands import BEGAN, TODAY
from tests.kit.shell import Shell, assert_one_line, shell_in
from tests.kit.telegram_house import until


@pytest.fixture
def store(postgres_url: str) -> Iterator[Store]:
    made = Store(postgres_url)
    yield made
    made.close_now()


@pytest.fixture
def lien(postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Three communes of a province."""
    shell = shell_in(tmp_path, monkeypatch)
    monkeypatch.setenv("LIEN_DATABASE_URL", postgres_url)
    assert shell("area", "provinces", "--from", BEGAN).code == 0
    for name in ("Xã An", "Xã Bình", "Xã Cao"):
        assert shell("area", "add", "Lào Cai", name, "--from", BEGAN).code == 0
    return shell


async def test_a_commune_is_merged_once_and_nobody_waits_for_ever(
    lien: Shell, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.writing() as db:
        lock_areas(db)
        lines = AreaMap(db, TODAY)
        two = [each.id for each in lines.all.values() if each.name in {"Xã An", "Xã Bình"}]
        merge_communes(db, two, "Xã Mới", day=TODAY)
        other = ("area", "merge", "Xã An", "Xã Cao", "--as", "Xã Hai")
        merging = asyncio.create_task(asyncio.to_thread(lien, *other))
        await until(lambda: merging.done() or _somebody_waits(store))
    assert_one_line(await merging, "Xã An is no commune of today")
    assert "Xã Hai" not in lien("area", "list").out
    monkeypatch.setattr("storage.schema.PATIENCE_MILLISECONDS", 100)
    with store.writing() as db:
        lock_areas(db)
        said = await asyncio.to_thread(lien, "area", "rename", "Xã Cao", "Xã Đẹp")
    assert_one_line(said, "in use by another program")


def _somebody_waits(store: Store) -> bool:
    with store.reading() as db:
        return db.execute(text("SELECT 1 FROM pg_locks WHERE NOT granted")).first() is not None


async def test_tables_are_made_once_by_three_that_start_at_once(
    fresh_postgres: Callable[..., str],
) -> None:
    url = fresh_postgres()
    stores = [Store(url) for _ in range(3)]
    await asyncio.gather(*(asyncio.to_thread(bring_up_to_date, each) for each in stores))
    for each in stores:
        each.close_now()
