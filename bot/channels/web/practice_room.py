"""The practice room behind the page: phones, a clock, what is planned. All behind it is real."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Protocol

from bot.channels.web.channel import NAME, WebChannel, opened
from bot.channels.web.uploads import Upload, Uploads
from bot.clock import PracticeClock
from bot.house import House
from club.calendar import VIETNAM, day_in_zone, lunar_of
from messages import formats
from messages.roles import phone_name, phone_role, planned_line, several_people
from messages.understand.plain import bare
from messages.wording import Words
from storage.inbox import Arrival
from storage.queries import web
from storage.queries.photos import photo_on_line
from storage.queries.practice import (
    NotThere,
    Planned,
    ahead_seconds,
    next_planned_at,
    open_phone,
    people,
    planned,
    practice_club,
    practice_started,
    roles_of,
)
from storage.queries.web import NewLine, WebMessage, WebPhone

PLANNED_SHOWN = 12
PEOPLE_SHOWN = 30
STEPS = {"hour": timedelta(hours=1), "day": timedelta(days=1), "next": None}


class Knocker(Protocol):
    """The scheduler, as far as the room needs it."""

    async def knock(self) -> int:
        """Plan and queue what is due now; returns how many messages went out."""


def _lunar(day: date, language: str) -> str:
    """The day as the moon has it: 26/9 âm lịch, lunar 26/9."""
    if language == "vi":
        return formats.lunar_day(day)
    lunar = lunar_of(day)
    return f"lunar {lunar.day}/{lunar.month}{' (leap month)' if lunar.leap else ''}"


async def _nobody() -> None:
    """Nobody listens yet."""


@dataclass(slots=True)
class PracticeRoom:
    """One practice club, shown on one page."""

    house: House
    channel: WebChannel
    clock: PracticeClock
    knocker: Knocker
    language: str = "vi"
    on_message: Callable[[str, WebMessage], None] = lambda phone, message: None
    on_state: Callable[[], Awaitable[None]] = _nobody
    _seen: object = None
    _resting: bool = False
    _one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def state(self) -> dict[str, Any]:
        """What the page shows around the phones."""
        now = self.clock.now()
        local = now.astimezone(VIETNAM)
        words = Words(self.language)
        phones = await self.house.store.read(web.web_phones)
        roles = await self.house.store.read(roles_of, local.date())
        coming, count = await self.house.store.read(planned, PLANNED_SHOWN)
        return {
            "club": await self.house.store.read(practice_club),
            "now": local.isoformat(timespec="seconds"),
            "lunar": _lunar(local.date(), self.language),
            "language": self.language,
            "started": await self.house.store.read(practice_started),
            "phones": [self._phone(each, roles, words) for each in phones],
            "planned": [self._planned(each, words) for each in coming],
            "planned_more": max(0, count - len(coming)),
        }

    def _phone(self, phone: WebPhone, roles: dict[int, list[str]], words: Words) -> dict[str, Any]:
        held = roles.get(phone.person_id or 0, [])
        return {
            "id": phone.key,
            "name": phone_name(words, phone.name, phone.address),
            "role": phone_role(words, held, phone.birth_year, self.clock.now().year),
            "language": phone.language,
        }

    def _planned(self, each: Planned, words: Words) -> dict[str, Any]:
        return {
            "at": each.due_at.astimezone(VIETNAM).isoformat(timespec="minutes"),
            "to": each.name if each.count == 1 else several_people(words, each.count),
            "what": planned_line(words, each.kind, each.period),
        }

    async def messages(self, phone: str, after: int) -> list[WebMessage]:
        return await self.house.store.read(web.web_messages_after, phone, after)

    async def people(self, wanted: str) -> list[dict[str, Any]]:
        """Persons of the practice club whose phone could be opened."""
        today = day_in_zone(self.clock.now(), VIETNAM)
        words = Words(self.language)
        found = [
            each
            for each in await self.house.store.read(people, today)
            if bare(wanted) in bare(each.name)
        ][:PEOPLE_SHOWN]
        return [
            {
                "id": each.person_id,
                "name": each.name,
                "role": phone_role(words, each.roles, each.birth_year, today.year),
            }
            for each in found
        ]

    async def arrive(self, arrival: Arrival, shown: str) -> None:
        """Something was said on a phone. Raises NotThere."""
        assert arrival.chat_key is not None
        phone = await self.house.store.read(web.web_phone, arrival.chat_key)
        if phone is None:
            raise NotThere("no such phone")
        # The page repeats what it could not deliver; the line on the phone is kept once.
        line = NewLine(shown, [], from_person=True, update_key=arrival.update_key)
        self.on_message(phone.key, await self.channel.keep(phone.chat_id, line))
        await self.house.core.take_in([arrival])

    async def bring_photo(self, key: str, photo_key: str, raw: bytes) -> None:
        """A picture was sent on a phone. Raises NotThere."""
        phone = await self.house.store.read(web.web_phone, key)
        if phone is None:
            raise NotThere("no such phone")
        # One key for the line and for what is heard, as with everything that is said here.
        known = phone.person_id is not None
        upload = Upload(phone.chat_id, phone.key, known, phone.language, photo_key)
        kept, is_new = await Uploads(self.house).take(upload, raw)
        if is_new:
            self.on_message(phone.key, kept)
            self.house.core.carry_on({phone.chat_id})

    async def file_on_line(self, phone: str, line: int) -> web.WebFile | None:
        """The picture or file of a line, as far as the phone's person may see it."""
        today = day_in_zone(self.clock.now(), VIETNAM)
        found = await self.house.store.read(web.web_file, phone, line)
        return found or await self.house.store.read(photo_on_line, phone, line, today)

    async def open_phone(self, person_id: int) -> str:
        """A phone for one more person of the practice club; returns its name. Liên says hello."""
        key = await self.house.store.change_soon(open_phone, NAME, person_id, self.clock.now())
        await self.house.core.take_in([opened(key)])
        await self.on_state()
        return key

    async def move_clock(self, forward: str) -> dict[str, Any]:
        """Forward by an hour, a day, or to the next event; what falls due happens in order."""
        async with self._one_at_a_time:
            happened = await self._move(forward)
            now = self.clock.now().astimezone(VIETNAM).isoformat(timespec="seconds")
        await self.on_state()
        return {"now": now, "happened": happened}

    async def knock(self) -> int:
        """Let the scheduler look; the page hears of what is planned anew, and of each minute."""
        async with self._one_at_a_time:
            if self._resting:
                return 0
            happened = await self.knocker.knock()
            coming = await self.house.store.read(planned, PLANNED_SHOWN)
            seen = (coming, self.clock.now().replace(second=0, microsecond=0))
            if seen != self._seen:
                self._seen = seen
                await self.on_state()
        return happened

    async def rest(self) -> None:
        """Returns when no knock is under way; later ones do nothing."""
        async with self._one_at_a_time:
            self._resting = True

    async def _move(self, forward: str) -> int:
        happened = await self.knocker.knock()
        return happened + await self._go_to(await self._end_of(forward))

    async def _end_of(self, forward: str) -> datetime:
        """Until when the clock moves; without anything planned, a day."""
        start = self.clock.now()
        step = STEPS[forward]
        if step is not None:
            return start + step
        due = await self.house.store.read(next_planned_at, start)
        return start + timedelta(days=1) if due is None else due

    async def _go_to(self, until: datetime) -> int:
        happened = 0
        while (due := await self.house.store.read(next_planned_at, self.clock.now())) is not None:
            if due > until:
                break
            happened += await self._stop_at(due)
        return happened + await self._stop_at(until)

    async def _stop_at(self, moment: datetime) -> int:
        gap = moment - self.clock.now()
        if gap > timedelta(0):
            self.clock.move(gap)
            await self.house.store.change_soon(ahead_seconds, self.clock.ahead)
        happened = await self.knocker.knock()
        await self.house.until_idle()
        return happened
