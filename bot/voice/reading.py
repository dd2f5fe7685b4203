"""Reads messages aloud after they were sent as text; a voice never holds up a text.

What is to be read is known from the letter that has just gone out, so nothing more is kept for it:
after a crash the text is there, and a word brings the voice.
"""

import asyncio
import logging
from dataclasses import dataclass, replace

from bot.allowance import STRANGERS, Allowance, May
from bot.channels.channel import (
    Channel,
    NotTaken,
    SendingFailed,
    SlowDown,
    SpeakingChannel,
    VoiceMessage,
)
from bot.clock import Clock
from bot.voice.kept import KeptRecordings, key_of
from bot.voice.voices import Recording, Voice, VoiceFailed
from messages import listening as say
from messages.cards import card_of
from messages.moments import written
from messages.own.addressing import words_for
from messages.render import Abilities, ReadsAloud, Shown
from messages.speech.aloud import aloud
from messages.speech.text import spoken
from messages.wording import Words
from storage.outbox import Hearer, Letter

log = logging.getLogger("lien.voice")

READERS = 4
MOST_WAITING = 1000
MOST_LATE_SECONDS = 60.0
MOST_TRIES = 3
LONGEST_PAUSE_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class _Wish:
    """One message to be read. `asked`: she has just asked for this one."""

    letter: Letter
    channel: SpeakingChannel
    asked: bool
    at: float  # by the loop's clock

    @property
    def hearer(self) -> Hearer:
        return self.letter.hearer


class ReadingAloud:
    """Reads for many chats, for each one message at a time, the newest; speaks one at a time."""

    def __init__(self, voice: Voice, kept: KeptRecordings, clock: Clock) -> None:
        self.voice = voice
        self.kept = kept
        self.clock = clock
        self._wishes: dict[int, _Wish] = {}
        self._busy: set[int] = set()
        self._chats: asyncio.Queue[int] = asyncio.Queue()
        self._speaking = asyncio.Lock()
        self._allowance = Allowance()

    @property
    def idle(self) -> bool:
        """Nothing is being read, nothing waits for it."""
        return not self._wishes and not self._busy

    def after(self, letter: Letter, channel: Channel) -> None:
        """The letter's text was taken: read it, if wished and if the channel carries voices."""
        asked = bool(letter.card.get("aloud"))
        if not (asked or letter.hearer.listens) or not isinstance(channel, SpeakingChannel):
            return
        chat_id = letter.hearer.chat_id
        if len(self._wishes) < MOST_WAITING or chat_id in self._wishes:
            now = asyncio.get_running_loop().time()
            self._wishes[chat_id] = _Wish(letter, channel, asked, now)
            self._chats.put_nowait(chat_id)

    async def run(self) -> None:
        """Read until cancelled."""
        async with asyncio.TaskGroup() as readers:
            for _ in range(READERS):
                readers.create_task(self._read_one_after_another())

    async def forget(self) -> int:
        """Remove recordings that are too old or too many; how many those were."""
        return await asyncio.to_thread(self.kept.forget, self.clock.now())

    async def _read_one_after_another(self) -> None:
        while True:
            chat_id = await self._chats.get()
            if chat_id in self._busy or chat_id not in self._wishes:
                continue
            self._busy.add(chat_id)
            wish = self._wishes.pop(chat_id)
            try:
                await self._read(wish)
            except Exception as error:
                log.error("a message could not be read aloud: %s", type(error).__name__)
            finally:
                self._busy.discard(chat_id)
                if chat_id in self._wishes:
                    self._chats.put_nowait(chat_id)

    async def _read(self, wish: _Wish) -> None:
        words = words_for(wish.hearer)
        try:
            message = await self._message(wish, aloud(card_of(wish.letter.card), words), words)
        except VoiceFailed as error:
            log.warning("nothing was read aloud: %s", error)
            if wish.asked:
                await self._tell(wish, words)
            return
        if message is not None:
            await self._send(wish, message)

    async def _message(self, wish: _Wish, text: str, words: Words) -> VoiceMessage | None:
        """The voice message, kept or newly spoken; None where nothing is to be sent."""
        if not text or self._is_late(wish):
            return None
        key = key_of(self.voice.name, words.language, text)
        now = self.clock.now()
        recording = await asyncio.to_thread(self.kept.find, key, now)
        if recording is None:
            may = self._allowance.ask(wish.hearer.chat_id if wish.hearer.name else STRANGERS, now)
            if may is not May.YES:
                rest = spoken(written(say.needs_rest(), words), words.language)
                told = may is May.FIRST_NO or wish.asked
                return await self._fixed(rest, words.language) if told else None
            recording = await self._spoken(key, text, words.language)
        return VoiceMessage(key, recording.content, recording.seconds)

    async def _fixed(self, text: str, language: str) -> VoiceMessage:
        """A sentence that is the same for many, which nobody's allowance pays for."""
        key = key_of(self.voice.name, language, text)
        recording = await asyncio.to_thread(self.kept.find, key, self.clock.now())
        recording = recording or await self._spoken(key, text, language)
        return VoiceMessage(key, recording.content, recording.seconds)

    async def _spoken(self, key: str, text: str, language: str) -> Recording:
        async with self._speaking:
            recording = await self.voice.speak(text, language)
        await asyncio.to_thread(self.kept.keep, key, recording, self.clock.now())
        return recording

    async def _send(self, wish: _Wish, message: VoiceMessage) -> None:
        """Sent again only where it was certainly not taken, and while it is still the newest."""
        for tries in range(1, MOST_TRIES + 1):
            pause = float(tries)
            if self._is_late(wish) or wish.hearer.chat_id in self._wishes:
                return
            try:
                await wish.channel.send_voice(wish.hearer, message)
                return
            except SlowDown as slow:
                pause = slow.seconds
            except NotTaken:
                pass
            except SendingFailed as failure:
                log.warning("a voice message was not sent: %s", failure)
                return
            await asyncio.sleep(min(pause, LONGEST_PAUSE_SECONDS))

    async def _tell(self, wish: _Wish, words: Words) -> None:
        """A word in writing to her who asked; it is no harm if it does not arrive."""
        try:
            await wish.channel.send(wish.hearer, Shown(written(say.did_not_work(), words)))
        except SendingFailed as failure:
            log.warning("a word about the voice was not sent: %s", failure)

    def _is_late(self, wish: _Wish) -> bool:
        return asyncio.get_running_loop().time() - wish.at > MOST_LATE_SECONDS


def abilities_of(channel: Channel, reading: ReadingAloud | None) -> Abilities:
    """What the channel can do in this house: without a voice no messenger carries one."""
    abilities = channel.abilities
    if reading is None and abilities.reads_aloud is ReadsAloud.BY_MESSAGE:
        return replace(abilities, reads_aloud=ReadsAloud.NOT)
    return abilities
