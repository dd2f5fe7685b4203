"""A recording spoken for the minutes by Telegram: kept with them, and heard by who may."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, insert, select

from club.calendar import Month
from club.photos import About
from storage.changes.inserting import inserted
from storage.tables.meetings import attendance, meetings
from storage.tables.people import members
from storage.tables.photos import photos
from tests.kit.ogg_opus import silent_ogg_opus
from tests.kit.telegram_club import TelegramClub, telegram_club
from tests.kit.telegram_contents import voice
from tests.kit.telegram_house import NIGHT, telegram_house
from tests.kit.telegram_person import Person
from tests.kit.telegram_server import TelegramServer


def _met(db: Connection, club: TelegramClub) -> int:
    """A meeting of yesterday to which everybody came."""
    began = NIGHT - timedelta(days=1)
    number = inserted(
        db,
        meetings,
        club_id=club.club_id,
        month=Month.of(began.date()),
        held_on=began.date(),
        starts_at=began,
        place="Nhà văn hóa",
        talk="",
        bring="",
        state="held",
        cause="met",
    )
    here = select(members.c.id).where(members.c.club_id == club.club_id)
    for member in db.execute(here).scalars().all():
        row = {"meeting_id": number, "member_id": member, "noted_at": began, "present": True}
        db.execute(insert(attendance).values(row))
    return number


async def hears(person: Person, *parts: str) -> None:
    text = (await person.sees()).text
    for part in parts:
        assert part in text, person.transcript


async def test_a_voice_message_is_kept_with_the_minutes(sqlite_url: str) -> None:
    sound = silent_ogg_opus(3)
    async with TelegramServer() as server, telegram_house(server, sqlite_url) as store:
        club = telegram_club(store, server, members=["Hoa"])
        meeting = store.change(_met, club)
        chair = club.board["chair"]
        await chair.says("menu")
        await chair.sees()
        await chair.presses(f"s:minutes_part:{meeting} closing 0")
        await chair.sees()
        await chair.says("We sang and went home")
        await hears(chair, "end")
        await chair.says("10 am")
        await hears(chair, "photo")
        await chair.says("no")
        await hears(chair, "voice")
        await chair.brings(voice(server.world, sound, 3))
        await hears(chair, "We sang and went home")
        await chair.says("right")
        await chair.sees()
        with store.reading() as db:
            [row] = db.execute(select(photos)).all()
        assert _of(row) == (About.MINUTES.value, meeting, sound, "audio/ogg")
        await chair.presses(f"v:photos:minutes {meeting}")
        kinds = [(await chair.sees()).kind for _ in range(2)]
        assert "voice" in kinds, chair.transcript


def _of(row: Any) -> tuple[Any, ...]:
    return (row.about, row.subject, row.content, row.mime)
