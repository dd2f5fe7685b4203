"""What a command writes into a file is there whole, or what was there before still is."""

import asyncio
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select, text

from bot.commands.saved import put
from bot.settings import WrongSetting
from storage.changes.figures.publish_month import publish_missing
from storage.queries.money.closing import next_to_close
from storage.schema import bring_up_to_date
from storage.store import Store
from storage.tables.rollups import published_months
from tests.kit.club_books import ClubBooks
from tests.kit.telegram_house import until


@contextmanager
def no_room_for_more_than(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_report_that_finds_no_room_leaves_the_one_before(tmp_path: Path) -> None:
    file = tmp_path / "thang10.txt"
    put("the report of last week", file)
    with no_room_for_more_than(1000), pytest.raises(WrongSetting, match="cannot be written"):
        put("x" * 5000, file)
    assert file.read_text() == "the report of last week\n"
    assert list(tmp_path.iterdir()) == [file]
    link = tmp_path / "link.txt"
    link.symlink_to(file)
    file.chmod(0o640)
    put("the report of today", link)
    assert link.is_symlink() and file.read_text() == "the report of today\n"
    assert file.stat().st_mode & 0o777 == 0o640
    put("nobody reads it", Path("/dev/null"))
    assert Path("/dev/null").is_char_device()


def test_a_link_laid_beside_it_leads_to_no_other_file(tmp_path: Path) -> None:
    """In a folder that is open to others, as /tmp: by the name of the file and of the process."""
    victim, file = tmp_path / "victim", tmp_path / "thang10.txt"
    victim.write_text("keep me")
    (tmp_path / f".{file.name}.{os.getpid()}").symlink_to(victim)
    put("the report of today", file)
    assert victim.read_text() == "keep me"
    assert not file.is_symlink()
    assert file.read_text() == "the report of today\n"


async def test_two_roll_ups_at_once_publish_what_is_missing_once(postgres_url: str) -> None:
    store = Store(postgres_url)
    bring_up_to_date(store)
    books = ClubBooks(store)
    books.begins_with(20)
    books.passes(35)
    books.closes(books.asked(next_to_close))
    with store.writing() as db:
        db.execute(delete(published_months))
    with store.writing() as db:
        assert publish_missing(db) == 1
        other = asyncio.create_task(asyncio.to_thread(store.change, publish_missing))
        await until(lambda: other.done() or _somebody_waits(store))
    await other
    with store.reading() as db:
        assert db.execute(select(func.count()).select_from(published_months)).scalar() == 1
    store.close_now()


def _somebody_waits(store: Store) -> bool:
    with store.reading() as db:
        return db.execute(text("SELECT 1 FROM pg_locks WHERE NOT granted")).first() is not None
