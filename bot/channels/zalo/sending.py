"""Sends by the Zalo Bot API: short texts, pictures by an address, papers by a link."""

import asyncio
import logging
from collections.abc import Callable

from bot.channels.channel import (
    NotTaken,
    Refused,
    SendingFailed,
    SlowDown,
    Unsure,
)
from bot.channels.lending import Lender
from bot.channels.zalo import NAME
from bot.channels.zalo.fetching import Downloads
from bot.channels.zalo.wire import TOKEN_REFUSED, TokenRefused, Wire
from messages.moments import written
from messages.money import on_paper as say
from messages.own.addressing import words_for
from messages.papers.kinds import Drawn
from messages.parts import parts_of
from messages.render import Abilities, Shown
from storage.outbox import Hearer

log = logging.getLogger("lien.zalo")

LONGEST_TEXT = 2000
MOST_PARTS = 4
LONGEST_CAPTION = 500
MOST_TRIES_OF_A_PART = 4
LONGEST_PAUSE_SECONDS = 30.0


class ZaloChannel:
    """One bot. `lender` lends pictures and papers out; without one none are sent.

    `on_sent` hears of every chat to which something was said.
    """

    def __init__(self, api: str, token: str, lender: Lender | None) -> None:
        self.wire = Wire(api, token)
        self._downloads = Downloads(api)
        self._lender = lender
        self.on_sent: Callable[[str], None] = _nobody_asks

    @property
    def name(self) -> str:
        return NAME

    @property
    def abilities(self) -> Abilities:
        return Abilities(
            buttons=False,
            longest_text=LONGEST_TEXT * MOST_PARTS,
            files=self._lender is not None,
        )

    async def open(self) -> None:
        await self.wire.open()

    async def close(self) -> None:
        await self.wire.close()

    async def send(self, hearer: Hearer, shown: Shown) -> None:
        """In several messages where it is long; a part that stays behind makes it unsure."""
        first, *others = parts_of(shown.text, LONGEST_TEXT, MOST_PARTS)
        await self._say(hearer, first)
        for each in others:
            await self._say_the_rest(hearer, each)

    async def send_file(self, hearer: Hearer, file: Drawn) -> None:
        """A picture in the chat; anything else, or one that is not taken, by a link."""
        assert self._lender is not None
        lent = await self._lender.lend(hearer, file)
        if file.is_picture:
            try:
                caption = file.title[:LONGEST_CAPTION]
                await self._call("sendPhoto", hearer, photo=lent.picture, caption=caption)
            except Refused:
                log.info("a picture was not taken as a photo; it goes as a link")
            else:
                return
        text = written(say.by_link(lent.link, file.title), words_for(hearer))
        await self._say(hearer, text)

    async def fetch(self, key: str, most: int) -> bytes:
        """A picture that somebody has sent: its key is an address. Raises NotFetched."""
        return await self._downloads.fetch(key, most)

    async def shows_typing(self, key: str) -> None:
        """For some seconds the chat shows that an answer is on its way. Raises a SendingFailed."""
        await self.wire.call("sendChatAction", chat_id=key, action="typing")

    async def _say(self, hearer: Hearer, text: str) -> None:
        await self._call("sendMessage", hearer, text=text)

    async def _call(self, method: str, hearer: Hearer, **values: str) -> None:
        try:
            await self.wire.call(method, chat_id=hearer.key, **values)
        except TokenRefused:
            log.error(TOKEN_REFUSED)
            raise
        self.on_sent(hearer.key)

    async def _say_the_rest(self, hearer: Hearer, text: str) -> None:
        """The beginning is there already, so the whole must not be sent again for this."""
        for tries in range(1, MOST_TRIES_OF_A_PART + 1):
            try:
                await self._say(hearer, text)
                return
            except SlowDown as slow:
                pause, failure = slow.seconds, SendingFailed(str(slow))
            except NotTaken as not_taken:
                pause, failure = 0.25 * 2**tries, SendingFailed(str(not_taken))
            if tries == MOST_TRIES_OF_A_PART or pause > LONGEST_PAUSE_SECONDS:
                raise Unsure(f"only the beginning was taken: {failure}")
            await asyncio.sleep(pause)


def _nobody_asks(key: str) -> None:
    """Nothing."""
