"""Sends what lies in the outbox: one lane a chat, replies first, each ending kept before the next goes out.

A reply is sent, then marked: after a crash it is sent once more, marked as such. Anything else is marked, then sent:
after a crash it is unknown and never sent again.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.channels.channel import (
    Channel,
    Moved,
    Refused,
    SendingFailed,
    SlowDown,
    Unreachable,
    Unsure,
)
from bot.clock import Clock
from bot.core import Core
from messages.addressing import words_for
from messages.cards import card_of
from messages.render import render
from storage import outbox
from storage.outbox import Letter, Outcome
from storage.store import DatabaseFailed, Store

log = logging.getLogger("lien.delivery")

SENDERS = 64
FIRST_PAUSE_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 60.0
MOST_TRIES = 12
PROACTIVE_A_SECOND = 30


class Delivery:
    """Owns the lanes and the senders. `core` is set once both exist."""

    core: Core

    def __init__(self, store: Store, channels: Mapping[str, Channel], clock: Clock) -> None:
        self.store = store
        self.channels = channels
        self.clock = clock
        self._lanes: dict[int, deque[Letter]] = {}
        self._tries: dict[int, int] = {}
        self._ready: asyncio.PriorityQueue[tuple[int, int, int]] = asyncio.PriorityQueue()
        self._place = 0
        self._pace = Pace(PROACTIVE_A_SECOND)
        self._busy = 0
        self._ending = False

    def post(self, letters: Sequence[Letter]) -> None:
        """Take letters that are committed in the outbox."""
        for letter in letters:
            lane = self._lanes.setdefault(letter.hearer.chat_id, deque())
            lane.append(letter)
            if len(lane) == 1:
                self._call(letter)

    def _call(self, letter: Letter) -> None:
        """Put the chat's lane in line; replies before anything nobody just asked for."""
        self._place += 1
        urgency = 0 if letter.kind == "reply" else 1
        self._ready.put_nowait((urgency, self._place, letter.hearer.chat_id))

    async def run(self) -> None:
        """Send until cancelled."""
        async with asyncio.TaskGroup() as senders:
            for _ in range(SENDERS):
                senders.create_task(self._send_one_after_another())

    @property
    def idle(self) -> bool:
        """Every lane is empty."""
        return not self._lanes and not self._busy

    async def until_idle(self) -> None:
        """Returns when every lane is empty."""
        while not self.idle:
            await asyncio.sleep(0.002)

    async def finish(self, seconds: float) -> None:
        """Send what can still be sent in so many seconds; the rest stays in the outbox."""
        self._ending = True
        try:
            async with asyncio.timeout(seconds):
                await self.until_idle()
        except TimeoutError:
            log.info("%s chats keep their messages for the next start", len(self._lanes))

    async def _send_one_after_another(self) -> None:
        while True:
            _, _, chat_id = await self._ready.get()
            lane = self._lanes.get(chat_id)
            if not lane:
                continue
            self._busy += 1
            try:
                pause = await self._send(lane[0])
            except DatabaseFailed as error:
                # How it ended could not be kept: a reply may come twice, anything else is marked already.
                log.error("the end of a sending could not be kept: %s", type(error).__name__)
                pause = None
            finally:
                self._busy -= 1
            if pause is None:
                self._next_in(chat_id)
            else:
                asyncio.get_running_loop().call_later(pause, self._call, lane[0])

    def _next_in(self, chat_id: int) -> None:
        lane = self._lanes[chat_id]
        self._tries.pop(lane.popleft().id, None)
        if lane:
            self._call(lane[0])
        else:
            del self._lanes[chat_id]

    async def _send(self, letter: Letter) -> float | None:
        """Send one letter. Returns seconds to wait before it is tried again, None when it is settled."""
        channel = self.channels.get(letter.hearer.channel)
        if channel is None:
            await self._settled(letter, "dead", "no such channel")
            return None
        if letter.kind != "reply":
            await self._pace.turn()
            if not await self.core.begin_sending(letter.id):
                return None
        try:
            shown = render(
                card_of(letter.card), words_for(letter.hearer), channel.abilities, again=letter.again
            )
            await channel.send(letter.hearer, shown)
        except SendingFailed as failure:
            return await self._failed(letter, failure)
        except Exception as error:
            log.error("a %s could not be written: %s", letter.kind, type(error).__name__)
            await self._settled(letter, "dead", type(error).__name__)
            return None
        await self._settled(letter, "sent")
        return None

    async def _failed(self, letter: Letter, failure: SendingFailed) -> float | None:
        match failure:
            case Moved(key=key):
                await self.store.change_soon(outbox.chat_moved, letter.hearer.chat_id, key)
                await self._waits_again(letter)
                self._follow(letter.hearer.chat_id, key)
                return 0.0
            case Unreachable():
                await self.store.change_soon(
                    outbox.chat_became_unreachable, letter.hearer.chat_id, str(failure)
                )
                await self._settled(letter, "dead", str(failure))
            case Refused():
                log.error("a %s was refused: %s", letter.kind, failure)
                await self._settled(letter, "dead", str(failure))
            case Unsure() if letter.kind != "reply":
                await self._settled(letter, "unknown", str(failure))
            case _:
                return await self._again_later(letter, failure)
        return None

    def _follow(self, chat_id: int, key: str) -> None:
        """Everything for this chat goes to its new name."""
        lane = self._lanes[chat_id]
        moved = [replace(each, hearer=replace(each.hearer, key=key)) for each in lane]
        lane.clear()
        lane.extend(moved)

    async def _again_later(self, letter: Letter, failure: SendingFailed) -> float | None:
        tries = self._tries.get(letter.id, 0) + 1
        self._tries[letter.id] = tries
        if isinstance(failure, SlowDown):
            await self._waits_again(letter)
            return float(failure.seconds)
        if tries >= MOST_TRIES:
            await self._settled(letter, "dead", str(failure))
            return None
        await self._waits_again(letter)
        longest = min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2**tries)
        return longest * (0.5 + self.clock.chance() / 2)

    async def _waits_again(self, letter: Letter) -> None:
        """What was marked as being sent certainly was not taken: it waits again."""
        if letter.kind != "reply":
            await self._settled(letter, "waiting")

    async def _settled(self, letter: Letter, state: str, why: str | None = None) -> None:
        await self.core.settle(Outcome(letter.id, state, why))


class Pace:
    """Turns at a steady rate, for messages nobody just asked for."""

    def __init__(self, per_second: float) -> None:
        self._gap = 1 / per_second
        self._next = 0.0

    async def turn(self) -> None:
        now = asyncio.get_running_loop().time()
        mine = max(now, self._next)
        self._next = mine + self._gap
        if mine > now:
            await asyncio.sleep(mine - now)



