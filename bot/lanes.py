"""One lane a chat: its letters in order, replies before what nobody has just asked for."""

import asyncio
from collections import deque
from dataclasses import dataclass, field, replace

from storage.outbox import Letter


@dataclass(slots=True)
class _Lane:
    """What waits for one chat. `busy`: a letter is on its way, or rests before the next try."""

    replies: deque[Letter] = field(default_factory=deque)
    others: deque[Letter] = field(default_factory=deque)
    busy: bool = False

    def of(self, letter: Letter) -> deque[Letter]:
        return self.replies if letter.kind == "reply" else self.others


class Lanes:
    """Hands out the letter whose turn it is; one of a chat at a time."""

    def __init__(self) -> None:
        self._lanes: dict[int, _Lane] = {}
        # A chat may stand here more often than it has letters; what is not there is passed over.
        self._with_replies: asyncio.Queue[int] = asyncio.Queue()
        self._with_others: asyncio.Queue[int] = asyncio.Queue()

    def __len__(self) -> int:
        """How many chats wait for something."""
        return len(self._lanes)

    def add(self, letter: Letter) -> None:
        """One more letter for its chat."""
        lane = self._lanes.setdefault(letter.hearer.chat_id, _Lane())
        lane.of(letter).append(letter)
        if not lane.busy:
            self._call(letter.hearer.chat_id)

    async def next_reply(self) -> Letter:
        """The next answer to somebody who waits for it."""
        while True:
            lane = self._lanes.get(await self._with_replies.get())
            if lane is not None and not lane.busy and lane.replies:
                lane.busy = True
                return lane.replies[0]

    async def next_other(self) -> Letter:
        """The next letter of another kind, to a chat in which no reply waits."""
        while True:
            lane = self._lanes.get(await self._with_others.get())
            if lane is not None and not lane.busy and not lane.replies and lane.others:
                lane.busy = True
                return lane.others[0]

    def settled(self, letter: Letter) -> None:
        """The letter that was handed out is done with."""
        lane = self._lanes[letter.hearer.chat_id]
        lane.of(letter).popleft()
        lane.busy = False
        self._call(letter.hearer.chat_id)

    def rested(self, letter: Letter) -> None:
        """The letter that was handed out may be tried again."""
        self._lanes[letter.hearer.chat_id].busy = False
        self._call(letter.hearer.chat_id)

    def mark_again(self, letter: Letter) -> None:
        """The letter that was handed out may have arrived: the next time it says so."""
        letters = self._lanes[letter.hearer.chat_id].of(letter)
        letters[0] = replace(letters[0], again=True)

    def follow(self, chat_id: int, key: str) -> None:
        """Everything for this chat goes to its new name."""
        lane = self._lanes[chat_id]
        for letters in (lane.replies, lane.others):
            for place, letter in enumerate(letters):
                letters[place] = replace(letter, hearer=replace(letter.hearer, key=key))

    def _call(self, chat_id: int) -> None:
        lane = self._lanes[chat_id]
        if lane.replies:
            self._with_replies.put_nowait(chat_id)
        elif lane.others:
            self._with_others.put_nowait(chat_id)
        else:
            del self._lanes[chat_id]
