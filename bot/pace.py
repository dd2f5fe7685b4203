"""When a message that nobody has just asked for may leave: the bot's rate, and each chat's."""

import asyncio
from itertools import takewhile

from bot.clock import Clock

PROACTIVE_A_SECOND = 30
"""What the Bot API lets a bot send to different chats."""
CHAT_GAP_SECONDS = 1.0
"""What the Bot API asks for between two messages to one chat."""


class Pace:
    """Turns of the whole bot, `per_second`, and a rest of `chat_gap_seconds` for each chat."""

    def __init__(self, clock: Clock, *, per_second: float, chat_gap_seconds: float) -> None:
        self._clock = clock
        self._turn_seconds = 1 / per_second
        self._next_turn = 0.0
        self._gap_seconds = chat_gap_seconds
        # The oldest first: a chat whose rest is over is forgotten.
        self._rested_at: dict[int, float] = {}

    def seconds_to_rest(self, chat_id: int) -> float:
        """How long this chat is still left in peace; 0 if it need not be."""
        return max(0.0, self._rested_at.get(chat_id, 0.0) - self._clock.monotonic())

    def sent_to(self, chat_id: int) -> None:
        """Something nobody asked for has just been sent there: the chat's rest begins.

        Replies begin none: whoever talks without a pause would hear of nothing else.
        """
        now = self._clock.monotonic()
        self._rested_at.pop(chat_id, None)
        self._rested_at[chat_id] = now + self._gap_seconds
        over = takewhile(lambda chat: self._rested_at[chat] <= now, self._rested_at)
        for each in list(over):
            del self._rested_at[each]

    async def turn(self) -> None:
        """Returns when the bot as a whole may send one more."""
        now = self._clock.monotonic()
        mine = max(now, self._next_turn)
        self._next_turn = mine + self._turn_seconds
        if mine > now:
            await asyncio.sleep(mine - now)
