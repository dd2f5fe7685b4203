"""One seeded club lives a year: meetings, areas, sessions, lessons, care, helpers, closed books."""

import pytest
from sqlalchemy import func, select

from bot.channels import telegram, zalo
from bot.channels.zalo.sending import LONGEST_TEXT, ZaloChannel
from club.areas import Area
from club.calendar import Month
from messages.render import Abilities
from storage.queries.helping.on_behalf import checks_of
from storage.queries.life.areas_touched import areas_touched
from storage.queries.meetings.meeting_minutes import with_signed_minutes, without_minutes
from storage.queries.volunteers.certificates import verified
from storage.tables.chats import chats, outbox
from storage.tables.trail import faults
from tests.kit.club_year import ClubYear
from tests.kit.lending import check_books
from tests.kit.village import Village, village

FIRST = Month(2026, 11)
SEED = 20261122


async def lived(v: Village, seed: int, months: int) -> ClubYear:
    """So many months from November 2026 on; the half year before is closed first."""
    year = ClubYear(v, seed)
    await year.begins()
    for back in range(6, 0, -1):
        await year.closes(FIRST.plus(-back))
    for number in range(months):
        await year.lives(FIRST.plus(number))
        if number == 7:
            year.dies(1)
    return year


def holds(v: Village, year: ClubYear, months: int) -> None:
    """What a year leaves behind."""
    last = FIRST.plus(months - 1)
    with v.store.reading() as db:
        touched: set[Area] = set()
        for number in range(months):
            touched |= areas_touched(db, v.club.club_id, FIRST.plus(number))
        assert touched == set(Area)
        met = with_signed_minutes(db, v.club.club_id)
        assert len(met) == year.counts["meetings"] == months
        assert without_minutes(db, v.club.club_id, last.next().first_day) == []
        assert db.execute(select(faults.c.kind, faults.c.trace)).all() == []
        picks = [
            each.entry_id
            for number in range(months - 1)
            for each in checks_of(db, v.club.club_id, FIRST.plus(number))
        ]
    assert len(picks) == len(set(picks)) > months
    certificate, counted = year.certified(FIRST.first_day, last.last_day)
    assert certificate.minutes == counted == year.minutes_checked_in
    with v.store.reading() as db:
        found = verified(db, certificate.code)
    assert found is not None
    assert year.counts["months closed"] == months + 6
    check_books(v)


ZALO = (zalo.NAME, ZaloChannel("https://zalo.example", "1:abcdef", None).abilities)
TELEGRAM = (telegram.NAME, Abilities(buttons=True, longest_text=4096, files=True))
MIXED = dict.fromkeys(("binh", "cuc", "em", "hoa", "lan"), ZALO) | dict.fromkeys(
    ("dao", "giang", "quan"), TELEGRAM
)
"""Half on Zalo, a third on Telegram; the rest on the page, and three members without a phone."""


async def test_a_club_lives_a_year(sqlite_url: str) -> None:
    async with village(sqlite_url, elsewhere=MIXED) as v:
        year = await lived(v, SEED, 12)
        holds(v, year, 12)
        heard_everywhere(v)
        print(f"seed {SEED}: {dict(sorted(year.counts.items()))}")  # noqa: T201 – its figures


def heard_everywhere(v: Village) -> None:
    """Everybody was spoken to where she is, as that messenger can."""
    for name, (channel, abilities) in MIXED.items():
        messages = v.phones[name].messages
        assert messages, f"{name} never heard anything on {channel}"
        assert abilities.buttons or not any(each.rows for each in messages)
        assert abilities.buttons or max(len(each.text) for each in messages) <= LONGEST_TEXT
        assert abilities.files or not v.phones[name].papers
    with v.store.reading() as db:
        reminded = db.execute(
            select(chats.c.channel, func.count())
            .join(outbox, outbox.c.chat_id == chats.c.id)
            .where(outbox.c.kind == "reminder", outbox.c.state == "sent")
            .group_by(chats.c.channel)
        )
        assert {channel for channel, _ in reminded} == {"web", telegram.NAME, zalo.NAME}
        twice = (
            select(outbox.c.reminder_id)
            .where(outbox.c.reminder_id.is_not(None))
            .group_by(outbox.c.reminder_id)
            .having(func.count() > 1)
        )
        assert db.execute(twice).all() == []


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1, 6))
async def test_whatever_the_seed_two_years_hold_together(sqlite_url: str, seed: int) -> None:
    async with village(sqlite_url) as v:
        year = await lived(v, seed, 24)
        holds(v, year, 24)
        print(f"seed {seed}: {dict(sorted(year.counts.items()))}")  # noqa: T201 – its figures


@pytest.mark.long
async def test_the_same_year_on_the_other_database(database_url: str) -> None:
    async with village(database_url) as v:
        holds(v, await lived(v, SEED, 12), 12)
