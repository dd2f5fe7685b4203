"""Brings in what a chat has sent as a picture or recording, outside of every transaction.

The chat's update stays waiting meanwhile, so that her messages keep their order and a kill costs
nothing: after it the same update asks for the same file again. Other chats are not held up.
"""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from functools import partial

from bot.allowance import STRANGERS, Allowance, May
from bot.channels.channel import Channel, FetchingChannel, NotFetched
from bot.clock import Clock
from bot.core import Core
from bot.received.missing import Missing, Problems
from bot.received.reencoding import JPEG, Reencoder
from bot.voice.ogg import opus_seconds
from club.photos import LONGEST_VOICE_SECONDS, MOST_BYTES, MOST_BYTES_OF_VOICE, Problem
from handlers.talk.heard import Kind
from storage.received import Received, keep_received
from storage.store import DatabaseFailed, Store

log = logging.getLogger("lien.received")

AT_ONCE = 4
MOST_TRIES = 4
LONGEST_PAUSE_SECONDS = 30.0
PAUSE_WITHOUT_DATABASE_SECONDS = 2.0
OGG = "audio/ogg"


class Fetcher:
    """Owns the fetching. `core` is set once both exist."""

    core: Core

    def __init__(
        self,
        store: Store,
        channels: Mapping[str, Channel],
        clock: Clock,
        *,
        problems: Problems,
        reencoder: Reencoder | None = None,
    ) -> None:
        self.store = store
        self.channels = channels
        self.clock = clock
        self.problems = problems
        self.reencoder = reencoder or Reencoder()
        self.allowance = Allowance()
        self._waiting: asyncio.Queue[Missing] = asyncio.Queue()
        self._busy: set[int] = set()

    @property
    def idle(self) -> bool:
        """Nothing is on its way."""
        return not self._busy

    async def until_idle(self) -> None:
        """Returns when nothing is on its way."""
        while not self.idle:  # noqa: ASYNC110 - asked only by tests and at the end
            await asyncio.sleep(0.002)

    def post(self, files: Sequence[Missing]) -> None:
        """Take what steps have found missing; what is on its way already is not fetched twice."""
        for each in files:
            if each.update_id not in self._busy:
                self._busy.add(each.update_id)
                self._waiting.put_nowait(each)

    async def run(self) -> None:
        """Fetch until cancelled."""
        async with asyncio.TaskGroup() as fetching:
            for _ in range(AT_ONCE):
                fetching.create_task(self._one_after_another())

    async def _one_after_another(self) -> None:
        while True:
            missing = await self._waiting.get()
            try:
                await self._bring(missing)
            finally:
                self._busy.discard(missing.update_id)
            self.core.carry_on({missing.chat_id})

    async def _bring(self, missing: Missing) -> None:
        try:
            found = await self._found(missing)
            if isinstance(found, Received):
                keep = partial(keep_received, new=found, now=self.clock.now())
                await self.store.change_soon(keep)
            else:
                self.problems.note(missing.update_id, found)
        except DatabaseFailed as error:
            # The step finds it missing once more.
            log.error("a file waits, the database did not take it: %s", type(error).__name__)
            await asyncio.sleep(PAUSE_WITHOUT_DATABASE_SECONDS)
        except Exception as error:
            # Whatever is wrong with one file, the chat goes on.
            log.error("a file was not brought in: %s", type(error).__name__)
            self.problems.note(missing.update_id, Problem.NOT_FETCHED)

    async def _found(self, missing: Missing) -> Received | Problem:
        sent, is_voice = missing.sent, missing.kind is Kind.VOICE
        if sent.problem is not None:
            return sent.problem
        if sent.seconds > LONGEST_VOICE_SECONDS:
            return Problem.TOO_LONG
        most = MOST_BYTES_OF_VOICE if is_voice else MOST_BYTES
        if sent.size > most:
            return Problem.TOO_LONG if is_voice else Problem.TOO_LARGE
        payer = missing.chat_id if missing.is_known else STRANGERS
        if self.allowance.ask(payer, self.clock.now()) is not May.YES:
            return Problem.ENOUGH_FOR_NOW
        raw = await self._fetched(missing, most)
        if isinstance(raw, Problem):
            return raw
        return _recording(missing, raw) if is_voice else await self._picture(missing, raw)

    async def _picture(self, missing: Missing, raw: bytes) -> Received | Problem:
        made = await self.reencoder.picture(raw)
        if isinstance(made, Problem):
            return made
        return Received(
            chat_id=missing.chat_id,
            cause=missing.cause,
            mime=JPEG,
            content=made.content,
            width=made.width,
            height=made.height,
        )

    async def _fetched(self, missing: Missing, most: int) -> bytes | Problem:
        """The bytes as they were sent; asked for again where that may help."""
        channel = self.channels.get(missing.channel)
        if not isinstance(channel, FetchingChannel):
            return Problem.NOT_FETCHED
        for tries in range(1, MOST_TRIES + 1):
            try:
                return await channel.fetch(missing.sent.key, most)
            except NotFetched as failure:
                log.warning("a file was not fetched: %s", failure)
                pause = max(failure.pause, 0.25 * 2**tries)
                if failure.problem is not Problem.NOT_FETCHED:
                    return failure.problem
                if tries == MOST_TRIES or pause > LONGEST_PAUSE_SECONDS:
                    break
            await asyncio.sleep(pause)
        return Problem.NOT_FETCHED


def _recording(missing: Missing, raw: bytes) -> Received | Problem:
    """Kept as it was sent, once its length is known."""
    try:
        seconds = opus_seconds(raw)
    except ValueError:
        return Problem.NOT_A_RECORDING
    if seconds > LONGEST_VOICE_SECONDS:
        return Problem.TOO_LONG
    return Received(
        chat_id=missing.chat_id,
        cause=missing.cause,
        mime=OGG,
        content=raw,
        seconds=max(1, round(seconds)),
    )
