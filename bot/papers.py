"""Draws the papers that belong to a message and sends them after its text.

Drawing takes its time, so it happens in a thread of its own and ends after some seconds; papers of
one chat come one after another, since its lane is held until they are out. What fails is said in a
line: the text has gone already.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from bot.allowance import STRANGERS, Allowance, May
from bot.channels.channel import Channel, FilesChannel, NotTaken, SendingFailed, SlowDown
from bot.clock import Clock
from club.calendar import VIETNAM, day_in_zone
from messages import photos as say_photo
from messages.cards import papers_of
from messages.moments import Moment, written
from messages.money import on_paper as say
from messages.own.addressing import words_for
from messages.papers import my_data, photos
from messages.papers.kinds import Drawn, Paper, drawn
from messages.render import Shown
from messages.wording import Words
from storage.outbox import Hearer, Letter
from storage.queries.own.my_data import data_for_chat
from storage.queries.photos import photo_for_chat
from storage.store import Store

log = logging.getLogger("lien.papers")

AT_ONCE = 2
SECONDS_FOR_ONE = 20.0
MOST_TRIES = 3
LONGEST_PAUSE_SECONDS = 30.0
LARGEST_BYTES = 10 * 1024 * 1024


class DrawingFailed(Exception):
    """No paper came of it, in a word for the log."""


class Papers:
    """Draws for all chats, no more than a few papers at once."""

    def __init__(
        self, clock: Clock, *, seconds: float = SECONDS_FOR_ONE, store: Store | None = None
    ) -> None:
        self.store = store  # where the photos lie
        self.clock = clock
        self.seconds = seconds
        self._places = _Places(AT_ONCE)
        self._allowance = Allowance()

    async def follow(self, letter: Letter, channel: Channel) -> None:
        """The letter's text was taken: send its papers. Never raises; says what did not work."""
        papers = papers_of(letter.card)
        if not papers or not isinstance(channel, FilesChannel) or not channel.abilities.files:
            return
        words = words_for(letter.hearer)
        for each in papers:
            try:
                await self._one(each, words, letter.hearer, channel)
            except (DrawingFailed, SendingFailed) as failure:
                log.error("a %s did not go out: %s", each.name, failure)
                await self._tell(say.not_drawn(), words, letter.hearer, channel)

    async def _one(
        self, wanted: Paper, words: Words, hearer: Hearer, channel: FilesChannel
    ) -> None:
        may = self._allowance.ask(hearer.chat_id if hearer.name else STRANGERS, self.clock.now())
        if may is May.FIRST_NO:
            await self._tell(say.enough_for_now(), words, hearer, channel)
        if may is May.YES:
            await _sent(await self._drawn(wanted, words, hearer), hearer, channel)

    async def _drawn(self, wanted: Paper, words: Words, hearer: Hearer) -> Drawn:
        """The paper as a file. Raises DrawingFailed."""
        if wanted.name == photos.NAME:
            return await self._photo(wanted, words, hearer)
        work = await self._work(wanted, words, hearer)
        try:
            async with asyncio.timeout(self.seconds):
                file = await self._places.work(work)
        except TimeoutError:
            raise DrawingFailed("it took too long") from None
        except Exception as error:
            # Whatever a drawer does wrong, the talk goes on.
            raise DrawingFailed(type(error).__name__) from error
        if len(file.content) > LARGEST_BYTES:
            raise DrawingFailed("it is too large")
        return file

    async def _work(self, wanted: Paper, words: Words, hearer: Hearer) -> Callable[[], Drawn]:
        """How it is drawn; a person's own data are read now, if this hearer may have them."""
        if wanted.name != my_data.NAME:
            return lambda: drawn(wanted, words)
        assert self.store is not None
        today = day_in_zone(self.clock.now(), VIETNAM)
        person, form = int(wanted.values["person"]), str(wanted.values["form"])
        found = await self.store.read(data_for_chat, hearer.chat_id, person, today)
        if found is None:
            raise DrawingFailed("it is not for this hearer")
        return lambda: my_data.drawn_data(found, form, words)

    async def _photo(self, wanted: Paper, words: Words, hearer: Hearer) -> Drawn:
        """What somebody has sent, if the hearer may see it now. Raises DrawingFailed."""
        today = day_in_zone(self.clock.now(), VIETNAM)
        assert self.store is not None
        found = await self.store.read(
            photo_for_chat, hearer.chat_id, int(wanted.values["photo"]), today
        )
        if found is None:
            raise DrawingFailed("it is not there for this hearer")
        what = say_photo.recording() if found.is_recording else say_photo.title(found.about or "")
        return Drawn(
            found.content, found.file_name, found.mime, written(what, words), photo_id=found.id
        )

    async def _tell(self, what: Moment, words: Words, hearer: Hearer, channel: Channel) -> None:
        """A word in writing; it is no harm if it does not arrive."""
        try:
            await channel.send(hearer, Shown(written(what, words)))
        except SendingFailed as failure:
            log.warning("a word about a paper was not sent: %s", failure)


async def _sent(file: Drawn, hearer: Hearer, channel: FilesChannel) -> None:
    """Sent again only where it was certainly not taken. Raises a SendingFailed."""
    for tries in range(1, MOST_TRIES + 1):
        try:
            await channel.send_file(hearer, file)
            return
        except SlowDown as slow:
            pause, failure = slow.seconds, SendingFailed(str(slow))
        except NotTaken as not_taken:
            pause, failure = float(tries), SendingFailed(str(not_taken))
        if tries == MOST_TRIES or pause > LONGEST_PAUSE_SECONDS:
            raise failure
        await asyncio.sleep(pause)


class _Places:
    """A few threads at once. A thread cannot be stopped, so one that hangs keeps its place."""

    def __init__(self, count: int) -> None:
        self._free = asyncio.Semaphore(count)

    async def work(self, work: Callable[[], Drawn]) -> Drawn:
        """The result of `work` in a thread that nobody waits for when the program ends."""
        await self._free.acquire()
        loop = asyncio.get_running_loop()
        done: asyncio.Future[Drawn] = loop.create_future()

        def ended(result: Drawn | Exception) -> None:
            self._free.release()
            if done.cancelled():
                return
            if isinstance(result, Drawn):
                done.set_result(result)
            else:
                done.set_exception(result)

        def worked() -> None:
            result = _result_of(work)
            with suppress(RuntimeError):  # the loop has ended, nobody waits any more
                loop.call_soon_threadsafe(ended, result)

        Thread(target=worked, daemon=True, name="paper").start()
        return await done


def _result_of(work: Callable[[], Drawn]) -> Drawn | Exception:
    try:
        return work()
    except Exception as error:
        return error
