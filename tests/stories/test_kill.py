"""The program is killed again and again in the middle of many talks; nobody may notice.

SIGKILL at seeded points: a while after the start, or the very moment a message arrives at a phone
and before the program can have heard so. Updates that were not confirmed come again, and every
other life each update comes twice. What a person saw confirmed has to be in the books, once.
"""

import faulthandler
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.store import Store
from tests.kit.loaded_program import LoadedProgram
from tests.kit.running_program import telegram_settings
from tests.kit.set_time import clock_at, program_by
from tests.kit.telegram_club import telegram_club
from tests.kit.telegram_house import NIGHT, free_port, webhook_settings
from tests.kit.telegram_server import TelegramServer
from tests.stories.crowd import Crowd, names
from tests.stories.kill_checks import (
    FIRST_UPDATE_ID,
    check_books,
    check_nothing_is_lost,
    check_phones,
)
from tests.stories.kill_story import GIVING, JOINING_AT_ONCE, Story, live

SHORT_KILLS = 9
LONG_KILLS = 100


async def tell(
    database_url: str,
    log: Path,
    *,
    seed: int,
    kills: int,
    settings: dict[str, str] | None = None,
    processes: int = 1,
) -> Story:
    """One whole story with its checks."""
    async with TelegramServer(seed=seed, first_update_id=FIRST_UPDATE_ID) as server:
        store = Store(database_url)
        try:
            club = telegram_club(store, server, members=names()[:GIVING])
            chosen = telegram_settings(server, database_url, **(settings or {}))
            clock = clock_at(NIGHT)
            programs = [
                program_by(clock, chosen, log.with_name(f"log{number}"), LoadedProgram)
                for number in range(processes)
            ]
            story = Story(server, store, programs, club, Crowd(random.Random(seed)))
            await _live_and_end(story, kills)
            check_phones(story)
            with store.reading() as db:
                check_books(story, db)
                check_nothing_is_lost(story, db)
        finally:
            await store.close()
    return story


async def _live_and_end(story: Story, kills: int) -> None:
    """What the programs wrote stands in the report, should it fail."""
    try:
        await live(story, kills)
    except Exception as error:
        error.add_note(story.output)
        raise
    finally:
        for each in story.programs:
            each.kill()


# Shown at the end of the run.
Tell = Callable[[str, object], None]


def summary(story: Story, seed: int) -> str:
    crowd = story.crowd
    dialogues = len(crowd.joined) + len(crowd.given) + len(crowd.booked) + len(crowd.taken_in)
    return (
        f"kill story, seed {seed}: {story.kills} kills, {dialogues} dialogues confirmed "
        f"({len(crowd.joined)} joined, {len(crowd.taken_in)} taken in, {len(crowd.given)} gave, "
        f"{len(crowd.booked)} booked), {crowd.repeats} replies repeated and marked"
    )


async def test_killed_at_any_point_nothing_is_lost_or_done_twice(
    sqlite_url: str, tmp_path: Path, record_property: Tell
) -> None:
    seed = 20261121
    story = await tell(sqlite_url, tmp_path / "log", seed=seed, kills=SHORT_KILLS)
    record_property("story", summary(story, seed))
    assert story.kills == SHORT_KILLS
    assert len(story.crowd.joined) >= JOINING_AT_ONCE
    assert len(story.crowd.given) >= GIVING
    assert story.crowd.booked
    assert story.crowd.taken_in


async def test_three_processes_on_postgresql_one_killed_at_a_time(
    fresh_postgres: Callable[..., str],
    postgres_template: str,
    tmp_path: Path,
    record_property: Tell,
) -> None:
    seed = 20261122
    url = fresh_postgres(template=postgres_template)
    # The first two that are killed leave all of it to the third.
    story = await tell(url, tmp_path / "log", seed=seed, kills=2, processes=3)
    record_property("story", f"PostgreSQL, three processes, {summary(story, seed)}")
    assert story.kills == 2
    assert story.crowd.given


async def test_killed_with_a_webhook(
    sqlite_url: str, tmp_path: Path, record_property: Tell
) -> None:
    seed, kills = 20261123, SHORT_KILLS // 3
    hook = webhook_settings(free_port(), "only-between-the-two-of-us")
    story = await tell(sqlite_url, tmp_path / "log", seed=seed, kills=kills, settings=hook)
    record_property("story", f"webhook, {summary(story, seed)}")
    assert story.kills == kills
    assert story.crowd.given


@pytest.mark.long
@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_killed_many_times(
    sqlite_url: str, tmp_path: Path, record_property: Tell, seed: int
) -> None:
    faulthandler.cancel_dump_traceback_later()  # minutes are no sign of hanging here
    story = await tell(sqlite_url, tmp_path / "log", seed=seed, kills=LONG_KILLS)
    record_property("story", summary(story, seed))
    assert story.kills == LONG_KILLS


@pytest.mark.long
@pytest.mark.parametrize("seed", [4, 5])
async def test_three_processes_killed_many_times(
    fresh_postgres: Callable[..., str],
    postgres_template: str,
    tmp_path: Path,
    record_property: Tell,
    seed: int,
) -> None:
    faulthandler.cancel_dump_traceback_later()
    url = fresh_postgres(template=postgres_template)
    story = await tell(url, tmp_path / "log", seed=seed, kills=LONG_KILLS // 2, processes=3)
    record_property("story", f"PostgreSQL, three processes, {summary(story, seed)}")
    assert story.kills == LONG_KILLS // 2
