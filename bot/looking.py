"""Looks for what lies free on a database that several processes share, and takes its part of it."""

import asyncio
import logging
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass

from bot.clock import Clock
from bot.core import Core
from bot.delivery import Delivery
from bot.sharing import Sharing
from storage.letter_kinds import LetterKind
from storage.queries import Connection
from storage.sharing import lanes, processes
from storage.sharing.lanes import Taken
from storage.store import DatabaseFailed, Store

log = logging.getLogger("lien.sharing")

SECONDS_BETWEEN = 0.1
MOST_CHATS = 50
MOST_REPLIES = 500
MOST_OTHERS_SECONDS = 2
"""Letters that nobody asked for wait here for so long at most: the others are for others."""
PAUSE_WITHOUT_DATABASE_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Found:
    """Chats in which something is to be answered, and letters to send."""

    chats: set[int]
    taken: list[Taken]


class Looking:
    """Owns the looks. `answers` and `sends` are the channels for which this process does so."""

    def __init__(  # noqa: PLR0917 – the parts it feeds
        self,
        store: Store,
        clock: Clock,
        core: Core,
        delivery: Delivery,
        sharing: Sharing,
        *,
        answers: Collection[str],
        sends: Collection[str],
    ) -> None:
        self.store = store
        self.clock = clock
        self.core = core
        self.delivery = delivery
        self.sharing = sharing
        self._answers = list(answers)
        self._sends = list(sends)
        self._early = asyncio.Event()

    def soon(self) -> None:
        """Something may have become free."""
        self._early.set()

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            try:
                await self._once()
            except DatabaseFailed as error:
                log.debug("a look failed: %s", type(error).__name__)
                await asyncio.sleep(PAUSE_WITHOUT_DATABASE_SECONDS)
            with suppress(TimeoutError):
                async with asyncio.timeout(SECONDS_BETWEEN):
                    await self._early.wait()
            self._early.clear()

    async def _once(self) -> None:
        # Whoever is not sure of his place takes nothing that others may have to take from him.
        await self.sharing.until_sure()
        most = self.delivery.pace.most * MOST_OTHERS_SECONDS
        room = max(0, most - self.delivery.others)
        may_answer = not self.core.has_many
        lives = self.sharing.lives
        found = await self.store.change_soon(self._found, may_answer, room)
        if lives != self.sharing.lives:
            # Taken for dead meanwhile: what it has taken is anybody's.
            letters = [each.id for part in found.taken for each in part.letters]
            await self.store.change_soon(lanes.give_back, self.clock.run, letters)
            return
        if found.chats:
            self.core.carry_on(found.chats)
        for taken in found.taken:
            self._post(taken)
        if self.delivery.others and not self.delivery.pace.held:
            self.sharing.hurry()

    def _found(self, db: Connection, may_answer: bool, room: int) -> Found:
        run, chats, taken = self.clock.run, set[int](), list[Taken]()
        if not processes.stays(db, run):
            return Found(chats, taken)
        if may_answer and self._answers:
            chats |= set(lanes.take_updates(db, run, self._answers, MOST_CHATS))
            chats |= set(lanes.chats_left(db, self._answers, MOST_CHATS))
        if self._sends:
            taken.append(self._letters(db, ("reply",), MOST_REPLIES))
            if room:
                taken.append(self._letters(db, ("notice", "reminder"), room))
                room -= len(taken[-1].letters)
            if room > 0:
                taken.append(self._letters(db, ("broadcast",), room))
        return Found(chats, taken)

    def _letters(self, db: Connection, kinds: tuple[LetterKind, ...], most: int) -> Taken:
        now = self.clock.now()
        return lanes.take_letters(db, self.clock.run, kinds, self._sends, most, now)

    def _post(self, taken: Taken) -> None:
        now = self.clock.now()
        for chat_id, last_at in taken.last_at.items():
            self.delivery.pace.sent_to(chat_id, max(0.0, (now - last_at).total_seconds()))
        self.delivery.post(taken.letters)
