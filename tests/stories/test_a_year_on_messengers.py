"""The seeded club's year with half of it on Zalo and a third on Telegram, by their real HTTP."""

import faulthandler
from collections.abc import Callable

import pytest
from sqlalchemy import select

from storage.tables.trail import faults
from tests.kit.lending import check_books
from tests.kit.read_text import ReadText
from tests.kit.wired_village import WiredVillage, wired_village
from tests.kit.year_on_messengers import (
    ON_TELEGRAM,
    ON_ZALO,
    YearOnMessengers,
    heard_everywhere,
    is_counted,
)
from tests.stories.test_a_club_year import FIRST, SEED, holds

# Shown at the end of the run.
Tell = Callable[[str, object], None]


async def lived(v: WiredVillage, months: int, closed_before: int) -> YearOnMessengers:
    year = YearOnMessengers(v, SEED)
    await year.begins()
    for back in range(closed_before, 0, -1):
        await year.closes(FIRST.plus(-back))
    for number in range(months):
        await year.lives(FIRST.plus(number))
        if number == 7:
            year.dies(1)
    heard_everywhere(v, year)
    year.counts["messages on Zalo"] = await is_counted(v)
    return year


async def test_a_month_on_two_messengers(sqlite_url: str, record_property: Tell) -> None:
    async with wired_village(sqlite_url, zalo=ON_ZALO, telegram=ON_TELEGRAM) as v:
        year = await lived(v, 1, 0)
        check_books(v)
        with v.store.reading() as db:
            assert db.execute(select(faults.c.kind, faults.c.trace)).all() == []
        assert year.counts["papers by links"] > len(ON_ZALO) // 2
        record_property("story", f"a month on messengers: {dict(sorted(year.counts.items()))}")


@pytest.mark.long
async def test_a_year_on_two_messengers(sqlite_url: str, record_property: Tell) -> None:
    faulthandler.cancel_dump_traceback_later()  # minutes are no sign of hanging here
    async with wired_village(sqlite_url, zalo=ON_ZALO, telegram=ON_TELEGRAM) as v:
        year = await lived(v, 12, 6)
        holds(v, year, 12)
        to_phone, left = (ReadText(each) for each in year.to_phone)
        assert "trên 40" in left and "40 trên 40" not in left
        assert "Nguyễn Thị Hoa" in to_phone or "Đỗ Thị Lan" in to_phone
        record_property("story", f"a year on messengers: {dict(sorted(year.counts.items()))}")
