"""When a message that nobody has just asked for may leave: the bot's rate, and each chat's."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import takewhile

from bot.clock import Clock

PROACTIVE_A_SECOND = 30
"""What the Bot API lets a bot send to different chats."""
SECONDS_A_MINUTE = 60
CHAT_GAP_SECONDS = 1.0
"""What the Bot API asks for between two messages to one chat."""


class Pace:
    """The rate of the whole bot, `per_second`, and a rest of `chat_gap_seconds` for each chat.

    The rate is a number of turns: each is one message, and rests for a second once the messenger
    has answered. So whoever counts, wherever on the way, never counts more in any second. Where
    several processes send for the bot each holds some of the turns, and none at first.
    `rests_first`: another process may have used them a moment ago.
    """

    def __init__(
        self,
        clock: Clock,
        *,
        per_second: float,
        chat_gap_seconds: float,
        shared: bool = False,
        rests_first: bool = False,
    ) -> None:
        self._clock = clock
        self.most = max(1, int(per_second))
        self._rest_seconds = self.most / per_second
        self._next_turn = 0.0
        # When each turn that is not in use may be used again, the soonest first.
        ready = clock.monotonic() + self._rest_seconds if rests_first else 0.0
        self._rested = deque([ready] * (0 if shared else self.most))
        self._used = 0
        self._lost = 0  # how often all of them were
        self._hold_ends = 0.0
        self._gap_seconds = chat_gap_seconds
        # The oldest first: a chat whose rest is over is forgotten.
        self._rested_at: dict[int, float] = {}
        self._changed = asyncio.Event()

    @property
    def a_minute(self) -> int:
        """So many messages leave in a minute."""
        return self.most * SECONDS_A_MINUTE

    # Each chat's

    def seconds_to_rest(self, chat_id: int) -> float:
        """How long this chat is still left in peace; 0 if it need not be."""
        return max(0.0, self._rested_at.get(chat_id, 0.0) - self._clock.monotonic())

    def sent_to(self, chat_id: int, seconds_ago: float = 0.0) -> None:
        """Something nobody asked for has been sent there: the chat's rest begins.

        Replies begin none: whoever talks without a pause would hear of nothing else.
        """
        now = self._clock.monotonic()
        if seconds_ago >= self._gap_seconds:
            return
        ends = max(now + self._gap_seconds - seconds_ago, self._rested_at.pop(chat_id, 0.0))
        self._rested_at[chat_id] = ends
        over = takewhile(lambda chat: self._rested_at[chat] <= now, self._rested_at)
        for each in list(over):
            del self._rested_at[each]

    # The bot's

    async def turn(self) -> None:
        """Returns when the bot may send one more: evenly spread, but for what `sending` says."""
        await self._until_allowed()
        now = self._clock.monotonic()
        mine = max(now, self._next_turn)
        self._next_turn = mine + self._rest_seconds / max(1, self.held)
        if mine > now:
            await asyncio.sleep(mine - now)

    @asynccontextmanager
    async def sending(self) -> AsyncIterator[None]:
        """One of the turns, held until the messenger has answered and for a second after that."""
        while (seconds := await self._seconds_to_a_turn()) > 0:  # noqa: ASYNC110 – time is waited for
            await asyncio.sleep(seconds)
        self._rested.popleft()
        self._used += 1
        lost = self._lost
        try:
            yield
        finally:
            if lost == self._lost:
                self._used -= 1
                self._rested.append(self._clock.monotonic() + self._rest_seconds)

    async def _seconds_to_a_turn(self) -> float:
        await self._until_allowed()
        if not self._rested:
            # All are in use.
            return 0.01
        return max(0.0, self._rested[0] - self._clock.monotonic())

    async def _until_allowed(self) -> None:
        """While the messenger wants nothing, or others hold every turn, nothing goes out."""
        while True:
            if self.seconds_on_hold:
                await asyncio.sleep(self.seconds_on_hold)
            elif not self.held:
                self._changed.clear()
                await self._changed.wait()
            else:
                return

    def hold(self, seconds: float) -> None:
        """The messenger has said that it is too much: nothing of this kind for so long."""
        self._hold_ends = max(self._hold_ends, self._clock.monotonic() + seconds)

    @property
    def seconds_on_hold(self) -> float:
        """How long the messenger still wants nothing; 0 where it does."""
        return max(0.0, self._hold_ends - self._clock.monotonic())

    @property
    def held(self) -> int:
        """How many turns are this process's."""
        return len(self._rested) + self._used

    def take(self, count: int, *, rested: bool = True) -> None:
        """So many turns more; not rested where they may just have been used."""
        if rested:
            self._rested.extendleft([0.0] * count)
        else:
            self._rested.extend([self._clock.monotonic() + self._rest_seconds] * count)
        self._changed.set()

    def give_back(self, count: int) -> int:
        """Up to so many that are not in use are no longer this process's; returns how many."""
        given = min(count, len(self._rested))
        for _ in range(given):
            self._rested.popleft()
        return given

    def lose_all(self) -> None:
        """Others have taken all turns over, those in use as well."""
        self._rested.clear()
        self._used = 0
        self._lost += 1
