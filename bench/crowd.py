"""People who talk to a bot in a closed loop, inside the process of the local Bot API server."""

import asyncio
import time
from dataclasses import dataclass, field
from typing import Self

from bench.dialogues import Script, Tap
from bench.processes import Measured, busy_seconds
from tests.kit.telegram_checks import Json
from tests.kit.telegram_person import Person, Seen
from tests.kit.telegram_server import TelegramServer

DRAIN_SECONDS = 30.0
_KEPT_MESSAGES = 12


@dataclass(frozen=True, slots=True)
class Load:
    """What a number of people at once got; milliseconds from update to answer.

    `foreign_cores` is how much other programs used meanwhile: how noisy the figures are.
    """

    people: int
    updates_per_second: float
    p50_milliseconds: float
    p95_milliseconds: float
    p99_milliseconds: float
    cpu_seconds_per_1000: float
    memory_megabytes: float
    failures: int
    foreign_cores: float


@dataclass(frozen=True, slots=True)
class Run:
    """One bot in one mode in one round; start in seconds to the first reply."""

    peer: str
    mode: str
    start_seconds: float
    loads: tuple[Load, ...]


@dataclass(slots=True, eq=False)
class Talker:
    """One person: where in the talk, since when waiting, and the last message with buttons."""

    person: Person
    step: int = 0
    waiting_since: float | None = None
    with_buttons: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Clock:
    """Readings at one moment, in seconds: time, and CPU of the bot, of us and of everybody."""

    at: float
    bot_cpu: float
    own_cpu: float
    busy: float

    @classmethod
    def read(cls, bot: Measured) -> Self:
        return cls(time.monotonic(), bot.cpu_seconds(), time.process_time(), busy_seconds())


class Crowd:
    """As many people as the largest load needs; the first of them are the smaller loads."""

    def __init__(self, server: TelegramServer, script: Script, people: list[Person]) -> None:
        self.server = server
        self.script = script
        self.talkers = [Talker(person) for person in people]
        self.failures = 0
        self._by_chat = {talker.person.person_id: talker for talker in self.talkers}
        self._is_running = False
        self._answered: list[tuple[float, float]] = []
        self._changed = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        server.world.on_sent = self._on_sent

    async def first_answer(self, bot: Measured, *, timeout: float) -> float:
        """Lets the first person begin; the moment of the answer, by time.monotonic()."""
        self.act(self.talkers[0])
        end = time.monotonic() + timeout
        while not self._answered and time.monotonic() < end and not bot.has_ended:
            await self._until_quiet(timeout=0.5)
        if not self._answered:
            raise TimeoutError("it ended" if bot.has_ended else "it never answered")
        first = self._answered[0][1]
        await self._until_quiet(timeout)
        return first

    async def load(
        self, people: int, *, warm_up_seconds: float, seconds: float, bot: Measured
    ) -> Load:
        """Lets so many people talk; counts the updates that they sent after warming up."""
        self._answered.clear()
        self.failures = 0
        self._is_running = True
        for talker in self.talkers[:people]:
            self.act(talker)
        await asyncio.sleep(warm_up_seconds)
        before = _Clock.read(bot)
        await asyncio.sleep(seconds)
        after = _Clock.read(bot)
        self._is_running = False
        memory = bot.memory_megabytes()
        await self._until_quiet(DRAIN_SECONDS)
        self._give_up()
        return self._figures(people, before, after, memory)

    def _figures(self, people: int, before: "_Clock", after: "_Clock", memory: float) -> Load:
        began, ended = before.at, after.at
        answered = sum(began <= at < ended for _, at in self._answered)
        waits = sorted(at - since for since, at in self._answered if began <= since < ended)
        bot_seconds = after.bot_cpu - before.bot_cpu
        ours = bot_seconds + after.own_cpu - before.own_cpu
        return Load(
            people=people,
            updates_per_second=answered / (ended - began),
            p50_milliseconds=1000 * percentile(waits, 0.50),
            p95_milliseconds=1000 * percentile(waits, 0.95),
            p99_milliseconds=1000 * percentile(waits, 0.99),
            cpu_seconds_per_1000=1000 * bot_seconds / max(answered, 1),
            memory_megabytes=memory,
            failures=self.failures,
            foreign_cores=max(0.0, after.busy - before.busy - ours) / (ended - began),
        )

    def act(self, talker: Talker) -> None:
        """Does the next step; a button that is not there ends the talk as failed."""
        step = self.script[talker.step]
        talker.step = (talker.step + 1) % len(self.script)
        talker.waiting_since = time.monotonic()
        person, world = talker.person, self.server.world
        if isinstance(step, Tap):
            button = self._button(talker, step)
            if button is None:
                self.failures += 1
                talker.step = 0
                self.act(talker)
                return
            world.tap(person.chat, person.about, talker.with_buttons, button["callback_data"])
        else:
            person.type_now(step.text)

    def _button(self, talker: Talker, step: Tap) -> Json | None:
        seen = Seen(talker.with_buttons)
        if isinstance(step.button, str):
            return seen.button(step.button)
        buttons = [button for row in seen.rows for button in row]
        return buttons[step.button] if len(buttons) > step.button else None

    def _on_sent(self, chat_id: int, message: Json) -> None:
        talker = self._by_chat.get(chat_id)
        if talker is None:
            return
        if "reply_markup" in message:
            talker.with_buttons = message
        _forget_old(talker.person.chat.messages)
        if talker.waiting_since is None:
            return
        self._answered.append((talker.waiting_since, time.monotonic()))
        talker.waiting_since = None
        # Nobody stops in the middle: a talk left open would be gone on with in the next load.
        if self._is_running or talker.step != 0:
            self._loop.call_soon(self.act, talker)
        else:
            self._changed.set()

    async def _until_quiet(self, timeout: float) -> None:
        end = time.monotonic() + timeout
        while any(talker.waiting_since is not None for talker in self.talkers):
            self._changed.clear()
            try:
                await asyncio.wait_for(self._changed.wait(), end - time.monotonic())
            except TimeoutError:
                return

    def _give_up(self) -> None:
        for talker in self.talkers:
            if talker.waiting_since is not None:
                self.failures += 1
                talker.waiting_since, talker.step = None, 0


def percentile(ordered: list[float], part: float) -> float:
    """The smallest value that at least `part` of all do not exceed; 0 of none."""
    if not ordered:
        return 0.0
    return ordered[min(len(ordered) - 1, max(0, -int(-part * len(ordered) // 1) - 1))]


def _forget_old(messages: dict[int, Json]) -> None:
    while len(messages) > _KEPT_MESSAGES:
        del messages[next(iter(messages))]
