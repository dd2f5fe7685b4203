"""One bot at Zalo: what comes in goes to `take_in`, what goes out goes by `channel`."""

import asyncio
import logging
import socket
from collections.abc import Sequence
from functools import partial
from typing import Any

from aiohttp import web

from bot.channels.channel import SendingFailed, TakeIn
from bot.channels.counting import SentMessages
from bot.channels.lending import Lender
from bot.channels.pauses import Pauses
from bot.channels.typing_sign import TypingSign
from bot.channels.webhook import Webhook
from bot.channels.zalo import NAME, updates
from bot.channels.zalo.polling import Poller
from bot.channels.zalo.sending import ZaloChannel
from bot.channels.zalo.wire import TOKEN_REFUSED, TokenRefused
from bot.clock import Clock
from bot.settings import Settings, WrongSetting
from handlers.talk.heard import Heard
from storage.asking import Asker, note_asking
from storage.inbox import Arrival
from storage.message_budget import budget_is
from storage.store import Store

log = logging.getLogger("lien.zalo")

PATH = "/zalo"
SECRET_HEADER = "X-Bot-Api-Secret-Token"


class ZaloService:
    """Built from the settings. `bot` is the number by which the inbox tells bots apart."""

    def __init__(
        self, settings: Settings, clock: Clock, store: Store, lender: Lender | None
    ) -> None:
        self.settings = settings
        self.store = store
        self.clock = clock
        self.bot = settings.zalo_token.partition(":")[0]
        self.channel = ZaloChannel(settings.zalo_api, settings.zalo_token, lender)
        self._typing = TypingSign(self.channel.shows_typing)
        self._sent = SentMessages(store, clock, NAME, self.bot)
        self.channel.on_sent = self._was_sent

    @property
    def is_posted_to(self) -> bool:
        """Whether it needs a door."""
        return self.settings.zalo_mode == "webhook"

    @property
    def hands_out_once(self) -> bool:
        """Whoever asks gets an update once; a post is repeated until it is answered."""
        return not self.is_posted_to

    def read(self, raw: str) -> Heard:
        """What was heard, from the stored JSON."""
        return updates.read_stored(raw)

    async def open(self) -> None:
        """Ask Zalo who we are. Raises WrongSetting when it refuses the token."""
        await self.store.change_soon(budget_is, NAME, self.settings.zalo_messages_a_month)
        await self.channel.open()
        try:
            name = await bots_name(self.channel)
            log.info("at Zalo as %s", name)
        except TokenRefused:
            raise WrongSetting(TOKEN_REFUSED) from None
        except SendingFailed as failure:
            log.warning("Zalo does not answer yet: %s", failure)

    async def close(self) -> None:
        await self._sent.end()
        await self.channel.close()

    def _was_sent(self, key: str) -> None:
        self._typing.answered(key)
        self._sent.note(key)

    async def run(self, take_in: TakeIn) -> None:
        """Receive until cancelled. A webhook is only announced here; the web server receives."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._typing.run())
            if self.is_posted_to:
                tasks.create_task(self._announce_webhook())
            else:
                one = self._one(take_in)
                wire, clock = self.channel.wire, self.clock
                tasks.create_task(Poller(wire, one, note=self._note, clock=clock).run())

    def add_routes(self, application: web.Application, take_in: TakeIn) -> None:
        """Where Zalo posts updates; nowhere while it is asked for them."""
        if not self.is_posted_to:
            return

        async def unreadable(body: bytes) -> None:
            language = self.settings.language
            await take_in([updates.unreadable_arrival(body, bot=self.bot, language=language)])

        secret = self.settings.webhook_secret
        webhook = Webhook(SECRET_HEADER, secret, self._one(take_in), unreadable)
        application.router.add_post(PATH, webhook.receive)

    async def _note(self, heard: bool) -> None:
        asker = Asker(NAME, self.bot, self.clock.run, socket.gethostname())
        noted = partial(note_asking, asker=asker, now=self.clock.now(), heard=heard)
        await self.store.change_soon(noted)

    def _one(self, take_in: TakeIn) -> Any:
        async def one(update: Any) -> None:
            arrivals = self._arrivals(update)
            if arrivals:
                await take_in(arrivals)
                for each in arrivals:
                    if each.chat_key is not None:
                        self._typing.heard(each.chat_key)

        return one

    def _arrivals(self, update: Any) -> Sequence[Arrival]:
        found = updates.arrival(update, bot=self.bot, language=self.settings.language)
        return [] if found is None else [found]

    async def _announce_webhook(self) -> None:
        pauses = Pauses(self.clock)
        address = f"{self.settings.public_url}{PATH}"
        while True:
            try:
                secret = self.settings.webhook_secret
                await self.channel.wire.call("setWebhook", url=address, secret_token=secret)
            except SendingFailed as failure:
                log.warning("the webhook was not set at Zalo: %s", failure)
                await asyncio.sleep(pauses.next())
            else:
                log.info("Zalo sends to %s", address)
                return


async def bots_name(channel: ZaloChannel) -> str:
    """What the bot is called; '' where Zalo does not say. Raises a SendingFailed."""
    answer = await channel.wire.ask("getMe")
    # A token that is none at all has been seen to be answered by 404.
    if answer.code in {401, 404}:
        raise TokenRefused("token refused")
    me = answer.result if answer.is_well else await channel.wire.call("getMe")
    names = (me.get(each) for each in ("display_name", "account_name")) if me else ()
    return next((each for each in names if isinstance(each, str) and each), "")
