"""Sends what lies in the outbox: one lane a chat, each ending kept before the next letter goes out.

A reply is sent, then marked: after a crash it is sent once more and says so. Anything else is
marked, then sent: after a crash it is unknown and never sent again.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext

from bot.channels.channel import (
    Channel,
    Moved,
    Refused,
    SendingFailed,
    ServerFault,
    SlowDown,
    Unreachable,
    Unsure,
)
from bot.clock import Clock
from bot.core import Core
from bot.lanes import Lanes
from bot.pace import Pace
from bot.papers import Papers
from bot.voice.reading import ReadingAloud, abilities_of
from bot.watching.measures import MEASURES
from messages.cards import card_of
from messages.own.addressing import words_for
from messages.render import Shown, render
from storage import outbox, second_chats
from storage.outbox import Letter, Outcome
from storage.store import DatabaseFailed, Store

log = logging.getLogger("lien.delivery")

REPLY_SENDERS = 48
FEWEST_OTHER_SENDERS, MOST_OTHER_SENDERS = 16, 128
TURNS_A_SENDER = 8
"""Where the messenger allows more, more are under way at once, and share their transactions."""
MUCH_TALK = 0.2
"""The share of the time from which on no more than the fewest are under way."""
PAUSE_WHILE_PEOPLE_TALK_SECONDS = 0.1
FIRST_PAUSE_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 60.0
MOST_DOUBLINGS = 10
PAUSE_WITHOUT_DATABASE_SECONDS = 2.0
MOST_SENDINGS_UNSURE = 3
MOST_SERVER_FAULTS = 12
MOST_MOVES = 3
SECONDS_BETWEEN_SLOW_WORDS = 600.0


async def _at_once() -> None:
    """Alone on its database a process may always send."""


async def _told_nobody(seconds: float) -> None:
    """Alone on its database a process has nobody to tell."""


class Delivery:
    """Owns the lanes and the senders. `core` is set once both exist.

    Where several processes send, `until_sure` returns when this one certainly is not taken for
    dead by the others, and `slow_down` tells them what the messenger has said.
    """

    core: Core
    until_sure: Callable[[], Awaitable[None]]
    slow_down: Callable[[float], Awaitable[None]]

    def __init__(
        self,
        store: Store,
        channels: Mapping[str, Channel],
        clock: Clock,
        *,
        pace: Pace,
        reading: ReadingAloud | None = None,
    ) -> None:
        self.store = store
        self.channels = channels
        self.clock = clock
        self.pace = pace
        self.reading = reading
        self.until_sure, self.slow_down = _at_once, _told_nobody
        self.papers = Papers(clock, store=store)
        self._lanes = Lanes(pace)
        self._tries: dict[int, Counter[type[SendingFailed]]] = {}
        self._slow_said_until = 0.0

    def post(self, letters: Sequence[Letter]) -> None:
        """Take letters that are committed in the outbox."""
        for letter in letters:
            self._lanes.add(letter)

    async def run(self) -> None:
        """Send until cancelled. Replies have senders of their own, so no reminders delay them."""
        async with asyncio.TaskGroup() as senders:
            for _ in range(REPLY_SENDERS):
                senders.create_task(self._send_one_after_another(self._lanes.next_reply))
            for _ in range(FEWEST_OTHER_SENDERS):
                senders.create_task(self._send_one_after_another(self._lanes.next_other))
            for _ in range(FEWEST_OTHER_SENDERS, self._other_senders):
                senders.create_task(self._send_one_after_another(self._next_in_quiet))
            if self.reading is not None:
                senders.create_task(self.reading.run())

    @property
    def _other_senders(self) -> int:
        return min(MOST_OTHER_SENDERS, max(FEWEST_OTHER_SENDERS, self.pace.most // TURNS_A_SENDER))

    async def _next_in_quiet(self) -> Letter:
        """As `next_other`, but not while people's answers need much of the time."""
        while self.core.talking.share > MUCH_TALK:  # noqa: ASYNC110 – it fades with time
            await asyncio.sleep(PAUSE_WHILE_PEOPLE_TALK_SECONDS)
        return await self._lanes.next_other()

    @property
    def idle(self) -> bool:
        """Every lane is empty, and what was to be read aloud is."""
        return not self._lanes and (self.reading is None or self.reading.idle)

    @property
    def waiting(self) -> int:
        """How many chats wait for something."""
        return len(self._lanes)

    @property
    def others(self) -> int:
        """How many letters wait that nobody has just asked for."""
        return self._lanes.others

    def forget(self) -> None:
        """Other processes have taken over what waits here."""
        self._lanes.forget()

    def finish(self) -> None:
        """Send replies and what is on its way; the rest stays in the outbox for the next start."""
        self._lanes.keep_replies_only()

    async def until_idle(self) -> None:
        """Returns when every lane is empty."""
        await self._lanes.until_empty()
        while not self.idle:  # noqa: ASYNC110 - asked only by tests and at the end
            await asyncio.sleep(0.002)

    async def _send_one_after_another(self, next_letter: Callable[[], Awaitable[Letter]]) -> None:
        loop = asyncio.get_running_loop()
        while True:
            letter = await next_letter()
            try:
                end = await self._send(letter)
                if isinstance(end, Outcome):
                    MEASURES.sent(letter.kind, end.state)
                    await self.core.settle(end)
            except DatabaseFailed as error:
                # How it ended could not be kept: a reply may come twice, the rest is marked.
                log.error("the end of a sending was not kept: %s", type(error).__name__)
                end = None
            if isinstance(end, float):
                loop.call_later(end, self._lanes.rested, letter)
            else:
                self._tries.pop(letter.id, None)
                self._lanes.settled(letter)

    async def _send(self, letter: Letter) -> Outcome | float | None:
        """How sending one letter ended, or seconds to rest before it is tried again.

        None: it is no longer waiting.
        """
        channel = self.channels.get(letter.hearer.channel)
        if channel is None:
            return await self._without_channel(letter)
        try:
            async with self._its_turn(letter):
                try:
                    if not await self._may_go(letter):
                        return None
                except DatabaseFailed as error:
                    log.error("a sending could not be begun: %s", type(error).__name__)
                    return PAUSE_WITHOUT_DATABASE_SECONDS
                await self._hand_over(letter, channel)
        except SendingFailed as failure:
            return await self._failed(letter, failure)
        except Exception as error:
            log.error("a %s could not be written: %s", letter.kind, type(error).__name__)
            return Outcome(letter.id, "dead", type(error).__name__)
        if self.reading is not None:
            self.reading.after(letter, channel)
        await self.papers.follow(letter, channel)
        return Outcome(letter.id, "sent")

    async def _without_channel(self, letter: Letter) -> Outcome | None:
        """It is not set up any more: to her other chat, or to nobody."""
        if await self._kept(second_chats.pass_on, letter.hearer.chat_id, letter.id):
            return None
        return Outcome(letter.id, "dead", "no such channel")

    async def _may_go(self, letter: Letter) -> bool:
        """False if it is no longer waiting, or another process's by now."""
        await self.until_sure()
        if self._lanes.is_forgotten(letter):
            return False
        return letter.kind == "reply" or await self.core.begin_sending(letter.id)

    def _its_turn(self, letter: Letter) -> AbstractAsyncContextManager[None]:
        """A reply goes at once; anything else when it is the bot's turn.

        It is asked and marked within that: however long the turn was waited for, it may go now, and
        a crash leaves unknown only what was on its way.
        """
        return nullcontext() if letter.kind == "reply" else self.pace.sending()

    async def _hand_over(self, letter: Letter, channel: Channel) -> None:
        try:
            await channel.send(letter.hearer, self._written(letter, channel))
        finally:
            if letter.kind != "reply":
                self.pace.sent_to(letter.hearer.chat_id)

    async def _failed(self, letter: Letter, failure: SendingFailed) -> Outcome | float | None:
        MEASURES.failed(failure)
        tries = self._count(letter, failure)
        chat_id, why = letter.hearer.chat_id, str(failure)
        match failure:
            case Unreachable():
                if await self._kept(second_chats.chat_ended, chat_id, letter.id, why):
                    return None
                return Outcome(letter.id, "dead", why)
            case Moved(key=key) if tries <= MOST_MOVES:
                await self._kept(outbox.chat_moved, chat_id, key)
                self._lanes.follow(chat_id, key)
            case Refused() | Moved():
                log.error("a %s was refused: %s", letter.kind, why)
                return Outcome(letter.id, "dead", why)
            case Unsure():
                return self._unsure(letter, failure, tries)
            case SlowDown(seconds=seconds):
                self._say_slow(letter.hearer.channel, seconds)
                self.pace.hold(seconds)
                await self.slow_down(seconds)
        if letter.kind != "reply":
            # It was marked as being sent, and certainly was not taken.
            await self.core.settle(Outcome(letter.id, "waiting"))
        return self._rest(failure, tries)

    def _say_slow(self, channel: str, seconds: float) -> None:
        """Not for each message of hours in which it takes none."""
        now = self.clock.monotonic()
        if now >= self._slow_said_until:
            log.warning("%s wants nothing for %g s; what is to be sent waits", channel, seconds)
            self._slow_said_until = now + SECONDS_BETWEEN_SLOW_WORDS

    async def _kept(self, change: Callable[..., object], *values: object) -> object:
        """Returns what it made when it is kept, however long the database is away."""
        while True:
            try:
                made = await self.store.change_soon(change, *values)
            except DatabaseFailed as error:
                log.error("what became of a chat is not kept yet: %s", type(error).__name__)
                await asyncio.sleep(PAUSE_WITHOUT_DATABASE_SECONDS)
            else:
                return made

    def _unsure(self, letter: Letter, failure: Unsure, tries: int) -> Outcome | float:
        """It may have arrived: a reply says so the next time, the rest is never sent again."""
        most = MOST_SERVER_FAULTS if isinstance(failure, ServerFault) else MOST_SENDINGS_UNSURE
        if letter.kind != "reply" or tries >= most:
            return Outcome(letter.id, "unknown", str(failure))
        self._lanes.mark_again(letter)
        return self._rest(failure, tries)

    def _count(self, letter: Letter, failure: SendingFailed) -> int:
        tries = self._tries.setdefault(letter.id, Counter())
        tries[type(failure)] += 1
        return tries[type(failure)]

    def _rest(self, failure: SendingFailed, tries: int) -> float:
        match failure:
            case SlowDown(seconds=seconds):
                return float(seconds)
            case Moved():
                return 0.0
        # Bounded before it is a float: a number doubled all night fits into none.
        longest = min(
            LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2.0 ** min(tries, MOST_DOUBLINGS)
        )
        return longest * (0.5 + self.clock.chance() / 2)

    def _written(self, letter: Letter, channel: Channel) -> Shown:
        abilities = abilities_of(channel, self.reading)
        words = words_for(letter.hearer)
        word = letter.hearer.our_word
        return render(card_of(letter.card), words, abilities, again=letter.again, our_word=word)
