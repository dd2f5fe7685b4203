"""A year by a clock that stands still, with processes that are killed and a hostile Bot API."""

import faulthandler
import random
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.kit.killed_year import KilledYear
from tests.kit.planned import ZONE
from tests.kit.telegram_server import TelegramServer
from tests.kit.village import village
from tests.kit.world import START
from tests.kit.year_checks import check, counts

SEED = 20261102
A_WINTER, A_YEAR = timedelta(days=106), timedelta(days=365)
"""From November to mùng 10: with the greeting, the silence of Tết and what waits for its end."""
DAYS_BETWEEN_WORDS_TO_MANY = 20

Tell = Callable[[str, object], None]


async def live_through(
    url: str, folder: Path, *, seed: int, lasts: timedelta, kills: int, neighbours: int
) -> list[str]:
    """The time with its checks; returns what happened, in lines."""
    chance = random.Random(seed)
    async with village(url) as v, TelegramServer(seed=seed) as server:
        year = KilledYear(url, folder, v, server, chance)
        moments = _moments(chance, START + lasts, hours=(6, 140 if lasts == A_WINTER else 72))
        killed = set(chance.sample(range(len(moments) - 1), kills))
        written_until = START
        try:
            await year.begin(neighbours)
            for number, moment in enumerate(moments):
                if moment - written_until > timedelta(days=DAYS_BETWEEN_WORDS_TO_MANY):
                    year.somebody_writes_to_many(number)
                    written_until = moment
                await year.days_go_by(moment, kill=number in killed)
        except Exception as error:
            error.add_note("\n".join(each.output[-4000:] for each in year.programs))
            raise
        finally:
            await year.end()
        check(year)
        return counts(year)


def _moments(chance: random.Random, end: datetime, *, hours: tuple[int, int]) -> list[datetime]:
    """When the clock is looked at: mostly by day, some just before the evening's silence."""
    found = [START]
    while found[-1] + timedelta(hours=hours[1]) < end:
        then = found[-1] + timedelta(hours=chance.randrange(*hours))
        local = then.astimezone(ZONE)
        if chance.random() < 0.15:
            local = local.replace(hour=20, minute=29, second=58)
        elif chance.random() < 0.6:
            local = local.replace(hour=chance.randrange(7, 20))
        found.append(max(local.astimezone(START.tzinfo), found[-1] + timedelta(minutes=1)))
    return [*found[1:], end]


@pytest.mark.long
async def test_a_winter_with_tet(database_url: str, tmp_path: Path, record_property: Tell) -> None:
    faulthandler.cancel_dump_traceback_later()
    told = await live_through(
        database_url, tmp_path, seed=SEED, lasts=A_WINTER, kills=2, neighbours=4
    )
    record_property("story", "a winter on " + "; ".join(told))


@pytest.mark.long
@pytest.mark.parametrize("seed", [1, 2])
async def test_a_whole_year_with_many_kills(
    database_url: str, tmp_path: Path, record_property: Tell, seed: int
) -> None:
    faulthandler.cancel_dump_traceback_later()
    told = await live_through(
        database_url, tmp_path, seed=seed, lasts=A_YEAR, kills=25, neighbours=50
    )
    record_property("story", f"seed {seed}: a year on " + "\n".join(told))
