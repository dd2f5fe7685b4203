"""How the measurement starts Liên, makes its clubs and what members say to it."""

import asyncio
import sqlite3
import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bench.dialogues import Say, Script, Tap
from bench.processes import ROOT, Measured
from tests.kit.telegram_server import TelegramServer

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

    from storage.changes.joining.found_club import NewClub

COMMAND = ("python", "-m", "bot", "run")
SECRET = "only-between-the-two-of-us"
MEMBERS_OF_A_CLUB = 50
MEETING_SECONDS = 60.0

# A gift of money, from its command to the word that the cashier is asked.
CONTRIBUTE: Script = (
    Say("/donggop"),
    Tap("Ủng hộ tiền vào Sổ Tấm lòng vàng"),
    Say("20000"),
    Tap(0),
    Tap("Đúng hết rồi"),
)


def is_there() -> bool:
    """Whether there is a program to measure."""
    return (ROOT / "bot" / "__main__.py").exists()


def environment(
    *, api: str, token: str, database: Path, webhook_port: int | None
) -> Mapping[str, str]:
    """The settings of one run."""
    settings = {
        "LIEN_TELEGRAM_TOKEN": token,
        "LIEN_TELEGRAM_API": api,
        "LIEN_DATABASE_URL": f"sqlite+aiosqlite:///{database}",
        "LIEN_TELEGRAM_MODE": "polling",
        # What is measured is the program, not how patiently it counts.
        "LIEN_CHAT_MESSAGES_A_MINUTE": "0",
    }
    if webhook_port is None:
        return settings
    address = f"127.0.0.1:{webhook_port}"
    return settings | {
        "LIEN_TELEGRAM_MODE": "webhook",
        "LIEN_PUBLIC_URL": f"http://{address}",
        "LIEN_WEBHOOK_SECRET": SECRET,
        "LIEN_LISTEN": address,
    }


class Clubs:
    """A database in which these people are members of clubs; made once, then copied."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self._made: dict[tuple[int, ...], Path] = {}

    async def copy_to(self, database: Path, person_ids: Sequence[int]) -> None:
        """A fresh copy. The first time, everybody says hello, so that Liên knows the chats."""
        people = tuple(person_ids)
        if people not in self._made:
            template = Path(self._folder.name) / f"{len(people)}.sqlite"
            await _meet(template, people)
            await asyncio.to_thread(_enter_members, template, people)
            self._made[people] = template
        await asyncio.to_thread(_copy, self._made[people], database)


async def _meet(database: Path, person_ids: Sequence[int]) -> None:
    # Other update ids than those of the measurement, which would be taken for repeats.
    async with TelegramServer(first_update_id=1) as server:
        people = [server.person(f"Bác {number}", person_id=number) for number in person_ids]
        bot = Measured(
            COMMAND,
            environment(api=server.url, token=server.token, database=database, webhook_port=None),
        )
        try:
            for person in people:
                await person.starts()
            for person in people:
                await person.sees(MEETING_SECONDS)
            await server.until_confirmed()
        except AssertionError as error:
            raise RuntimeError(f"{error}\n{bot.output()}") from error
        finally:
            await asyncio.to_thread(bot.end)


def _copy(template: Path, database: Path) -> None:
    source, copy = sqlite3.connect(template), sqlite3.connect(database)
    source.backup(copy)
    source.close()
    copy.close()


def _enter_members(database: Path, person_ids: Sequence[int]) -> None:
    from sqlalchemy import delete

    from storage.store import Store
    from storage.tables.chats import inbox, outbox

    store = Store(f"sqlite:///{database}")
    with store.writing() as db:
        db.execute(delete(outbox))
        db.execute(delete(inbox))
        for first in range(0, len(person_ids), MEMBERS_OF_A_CLUB):
            _enter_club(db, first // MEMBERS_OF_A_CLUB, person_ids[first:][:MEMBERS_OF_A_CLUB])
    store.close_now()


def _enter_club(db: "Connection", number: int, person_ids: Sequence[int]) -> None:
    """One club. Its chair and cashier have no phones, lesson and meeting come on other days,
    so that nobody is told anything beside the talk.
    """
    from sqlalchemy import update

    from storage.changes.inserting import inserted
    from storage.changes.joining.found_club import found_club, settle
    from storage.tables.chats import chats
    from storage.tables.people import members, offices, persons

    now, joined = datetime.now(UTC), date(2026, 1, 1)
    club_id = found_club(db, _new_club(number, joined, now), now).club_id
    settle(db, club_id, "lesson_day", (now + timedelta(days=10)).day, joined, now)
    for role in ("chair", "cashier", "bookkeeper"):
        person_id = inserted(db, persons, name=f"Bà {role}", birth_year=1955, created_at=now)
        _member(db, members, person_id, club_id, joined, now)
        inserted(db, offices, club_id=club_id, person_id=person_id, role=role, from_day=joined)
    for key in person_ids:
        person_id = inserted(
            db, persons, name=f"Bác Năm {key % 1000}", birth_year=1958, sex="female", created_at=now
        )
        _member(db, members, person_id, club_id, joined, now)
        mine = update(chats).where(chats.c.key == str(key))
        db.execute(mine.values(person_id=person_id, club_id=club_id))


def _new_club(number: int, founded_on: date, now: datetime) -> "NewClub":
    from storage.changes.joining.found_club import NewClub

    return NewClub(
        name=f"Câu lạc bộ {number + 1}",
        hamlet=f"Thôn {number + 1}",
        province="Ninh Bình",
        commune="Gia Viễn",
        founded_on=founded_on,
        meeting_day=f"solar {min((now + timedelta(days=20)).day, 28)}",
        join_code=f"BENCH{chr(65 + number % 8)}{chr(75 + number // 8)}2",
    )


def _member(  # noqa: PLR0917
    db: "Connection", members: "Table", person_id: int, club_id: int, joined: date, now: datetime
) -> None:
    from storage.changes.inserting import inserted

    inserted(
        db,
        members,
        person_id=person_id,
        club_id=club_id,
        state="member",
        asked_at=now,
        joined_on=joined,
    )
