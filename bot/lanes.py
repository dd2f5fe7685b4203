"""One lane a chat: its letters in order, replies before what nobody has just asked for.

What was written to many at once goes last: no reply and nobody's own reminder waits for it.
"""

import asyncio
from collections import deque
from dataclasses import dataclass, field, replace
from itertools import count

from bot.pace import Pace
from storage.outbox import Letter

OWN, TO_MANY = 0, 1
"""What is meant for one person goes before what was written to many."""


@dataclass(slots=True)
class _Lane:
    """What waits for one chat.

    `busy`: those of which the first is on its way, or rests before the next try. `in_peace`: the
    chat is left without what nobody asked for until its time is over; replies go on meanwhile.
    `forgotten`: what is on its way is not tried again, since another process has it by now.
    """

    replies: deque[Letter] = field(default_factory=deque)
    others: deque[Letter] = field(default_factory=deque)
    broadcasts: deque[Letter] = field(default_factory=deque)
    busy: deque[Letter] | None = None
    in_peace: bool = False
    forgotten: bool = False

    def of(self, letter: Letter) -> deque[Letter]:
        if letter.kind == "reply":
            return self.replies
        return self.broadcasts if letter.kind == "broadcast" else self.others

    def first_others(self) -> deque[Letter]:
        """Of what nobody has just asked for, that which goes first."""
        return self.others or self.broadcasts

    def keep_on_its_way(self, *kinds: deque[Letter]) -> None:
        """Of these only what is on its way stays."""
        for letters in kinds:
            while len(letters) > (self.busy is letters):
                letters.pop()


class Lanes:
    """Hands out the letter whose turn it is; one of a chat at a time.

    Who waits for a turn holds no lane: whatever waits there keeps no reply waiting.
    """

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._replies_only = False
        self._lanes: dict[int, _Lane] = {}
        # A chat may stand here more often than it has letters; what is not there is passed over.
        self._with_replies: asyncio.Queue[int] = asyncio.Queue()
        # By rank, then in the order in which they came: rank, order, chat.
        self._with_others: asyncio.PriorityQueue[tuple[int, int, int]] = asyncio.PriorityQueue()
        self._order = count()
        self._empty = asyncio.Event()

    def __len__(self) -> int:
        """How many chats wait for something."""
        return len(self._lanes)

    def add(self, letter: Letter) -> None:
        """One more letter for its chat."""
        if self._replies_only and letter.kind != "reply":
            return
        lane = self._lanes.setdefault(letter.hearer.chat_id, _Lane())
        self._empty.clear()
        lane.of(letter).append(letter)
        if lane.busy is None:
            self._call(letter.hearer.chat_id)

    async def until_empty(self) -> None:
        """Returns when nothing waits for anybody."""
        while self._lanes:
            await self._empty.wait()

    async def next_reply(self) -> Letter:
        """The next answer to somebody who waits for it."""
        while True:
            lane = self._lanes.get(await self._with_replies.get())
            if lane is not None and lane.busy is None and lane.replies:
                lane.busy = lane.replies
                return lane.replies[0]

    async def next_other(self) -> Letter:
        """The next letter of another kind, to a chat in which no reply waits, in the bot's pace
        and the chat's.
        """
        while True:
            _, _, chat_id = await self._with_others.get()
            if self._other_for(chat_id) is None:
                continue
            await self._pace.turn()
            # A reply may have come meanwhile: then the turn was for nothing.
            lane = self._other_for(chat_id)
            if lane is not None:
                lane.busy = lane.first_others()
                return lane.busy[0]

    def _other_for(self, chat_id: int) -> _Lane | None:
        """The chat's lane if one of its other letters may go now; if it is only too early, the
        chat is called again when it is time.
        """
        lane = self._lanes.get(chat_id)
        if lane is None or lane.busy is not None or lane.replies or not lane.first_others():
            return None
        seconds = self._pace.seconds_to_rest(chat_id)
        if not seconds:
            return lane
        if not lane.in_peace:
            lane.in_peace = True
            asyncio.get_running_loop().call_later(seconds, self._peace_is_over, chat_id)
        return None

    def _peace_is_over(self, chat_id: int) -> None:
        lane = self._lanes.get(chat_id)
        if lane is not None:
            lane.in_peace = False
            self._call_others(chat_id, lane)

    def keep_replies_only(self) -> None:
        """From now on: what nobody asked for and is not on its way stays in the outbox."""
        self._replies_only = True
        for chat_id, lane in list(self._lanes.items()):
            lane.keep_on_its_way(lane.others, lane.broadcasts)
            if lane.busy is None:
                self._call(chat_id)

    def forget(self) -> None:
        """From now on all this is another process's; what is on its way ends, one way or other."""
        for chat_id, lane in list(self._lanes.items()):
            lane.keep_on_its_way(lane.replies, lane.others, lane.broadcasts)
            lane.forgotten = True
            if lane.busy is None:
                self._end(chat_id)

    def is_forgotten(self, letter: Letter) -> bool:
        """Whether a letter that was handed out is another process's by now."""
        return self._lanes[letter.hearer.chat_id].forgotten

    @property
    def others(self) -> int:
        """How many letters wait that nobody has just asked for."""
        return sum(len(each.others) + len(each.broadcasts) for each in self._lanes.values())

    def settled(self, letter: Letter) -> None:
        """The letter that was handed out is done with."""
        lane = self._lanes[letter.hearer.chat_id]
        lane.of(letter).popleft()
        lane.busy, lane.forgotten = None, False
        self._call(letter.hearer.chat_id)

    def rested(self, letter: Letter) -> None:
        """The letter that was handed out may be tried again, by whoever has it now."""
        if self.is_forgotten(letter):
            self.settled(letter)
            return
        self._lanes[letter.hearer.chat_id].busy = None
        self._call(letter.hearer.chat_id)

    def mark_again(self, letter: Letter) -> None:
        """The letter that was handed out may have arrived: the next time it says so."""
        letters = self._lanes[letter.hearer.chat_id].of(letter)
        letters[0] = replace(letters[0], again=True)

    def follow(self, chat_id: int, key: str) -> None:
        """Everything for this chat goes to its new name."""
        lane = self._lanes[chat_id]
        for letters in (lane.replies, lane.others, lane.broadcasts):
            for place, letter in enumerate(letters):
                letters[place] = replace(letter, hearer=replace(letter.hearer, key=key))

    def _call(self, chat_id: int) -> None:
        lane = self._lanes[chat_id]
        if lane.replies:
            self._with_replies.put_nowait(chat_id)
        elif lane.first_others():
            self._call_others(chat_id, lane)
        else:
            self._end(chat_id)

    def _end(self, chat_id: int) -> None:
        """Nothing waits for this chat."""
        del self._lanes[chat_id]
        if not self._lanes:
            self._empty.set()

    def _call_others(self, chat_id: int, lane: _Lane) -> None:
        rank = OWN if lane.others else TO_MANY
        self._with_others.put_nowait((rank, next(self._order), chat_id))
