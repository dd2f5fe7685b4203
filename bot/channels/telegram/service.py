"""One bot at Telegram: what comes in goes to `take_in`, what goes out goes by `channel`."""

import asyncio
import contextlib
import logging
from collections.abc import Sequence
from typing import Any

from aiohttp import web

from bot.channels.channel import SendingFailed, TakeIn
from bot.channels.pauses import Pauses
from bot.channels.telegram import start_up, updates
from bot.channels.telegram.polling import Poller
from bot.channels.telegram.sending import TOKEN_REFUSED, TelegramChannel, TokenRefused
from bot.channels.telegram.updates import KINDS, arrival, press_to_answer, unreadable_arrival
from bot.channels.telegram.webhook import PATH, SECRET_HEADER, answer_to
from bot.channels.webhook import Webhook
from bot.clock import Clock
from bot.settings import Settings, WrongSetting
from handlers.talk.heard import Heard
from storage.inbox import Arrival

log = logging.getLogger("lien.telegram")

ANSWERERS = 8
MOST_PRESSES_WAITING = 1000
CONNECTIONS = 100


class TelegramService:
    """Built from the settings. `bot` is the number by which the inbox tells bots apart."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self.settings = settings
        self.clock = clock
        self.bot = settings.telegram_token.partition(":")[0]
        self.channel = TelegramChannel(settings.telegram_api, settings.telegram_token)
        self._is_met = False
        self._presses: asyncio.Queue[str] = asyncio.Queue(MOST_PRESSES_WAITING)

    @property
    def is_posted_to(self) -> bool:
        """Whether it needs a door."""
        return self.settings.telegram_mode == "webhook"

    @property
    def hands_out_once(self) -> bool:
        """What is not confirmed comes again."""
        return False

    def read(self, raw: str) -> Heard:
        """What was heard, from the stored JSON."""
        return updates.read_stored(raw)

    async def open(self) -> None:
        """Ask Telegram who we are. Raises WrongSetting when it refuses the token."""
        await self.channel.open()
        try:
            self._is_met = await self._meets()
        except TokenRefused:
            raise WrongSetting(TOKEN_REFUSED) from None

    async def _meets(self) -> bool:
        name = await start_up.username(self.channel)
        if name is not None:
            log.info("at Telegram as @%s", name)
        return name is not None

    async def close(self) -> None:
        await self.channel.close()

    async def run(self, take_in: TakeIn) -> None:
        """Receive until cancelled. A webhook is only announced here; the web server receives."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._introduce())
            if self.is_posted_to:
                tasks.create_task(self._announce_webhook())
                return
            for _ in range(ANSWERERS):
                tasks.create_task(self._answer_presses())
            tasks.create_task(self._poller(take_in).run())

    def add_routes(self, application: web.Application, take_in: TakeIn) -> None:
        """Where Telegram posts updates; nowhere while it is asked for them."""
        if not self.is_posted_to:
            return

        async def one(update: Any) -> None:
            await take_in(self._arrivals([update]))

        async def unreadable(body: bytes) -> None:
            found = unreadable_arrival(body, bot=self.bot, language=self.settings.language)
            await take_in([found])

        secret = self.settings.webhook_secret
        webhook = Webhook(SECRET_HEADER, secret, one, unreadable, answer_to)
        application.router.add_post(PATH, webhook.receive)

    def _arrivals(self, updates: Sequence[Any]) -> list[Arrival]:
        language = self.settings.language
        read = (arrival(each, bot=self.bot, language=language) for each in updates)
        return [each for each in read if each is not None]

    async def _introduce(self) -> None:
        """Say at Telegram what the bot is, as soon as it answers."""
        pauses = Pauses(self.clock)
        while not self._is_met:
            await asyncio.sleep(pauses.next())
            with contextlib.suppress(TokenRefused):
                self._is_met = await self._meets()
        await start_up.set_up(self.channel, self.settings.language)

    # Long polling

    def _poller(self, take_in: TakeIn) -> Poller:
        async def keep(updates: Sequence[Any]) -> None:
            arrivals = self._arrivals(updates)
            if arrivals:
                await take_in(arrivals)
            self._note_presses(updates)

        settings = self.settings
        url = f"{settings.telegram_api}/bot{settings.telegram_token}/getUpdates"
        return Poller(url, keep, remove_webhook=self._remove_webhook, clock=self.clock)

    async def _remove_webhook(self) -> None:
        with contextlib.suppress(SendingFailed):
            await self.channel.call("deleteWebhook")

    def _note_presses(self, updates: Sequence[Any]) -> None:
        """A press only shows as waiting until it is answered, so one too many may go without."""
        for update in updates:
            press = press_to_answer(update)
            if press is not None and not self._presses.full():
                self._presses.put_nowait(press)

    async def _answer_presses(self) -> None:
        while True:
            press = await self._presses.get()
            # Too late, answered before, no connection: the reply itself comes anyway.
            with contextlib.suppress(SendingFailed):
                await self.channel.call("answerCallbackQuery", callback_query_id=press)

    # Webhook

    async def _announce_webhook(self) -> None:
        pauses = Pauses(self.clock)
        while True:
            try:
                await self.channel.call(
                    "setWebhook",
                    url=f"{self.settings.public_url}{PATH}",
                    secret_token=self.settings.webhook_secret,
                    allowed_updates=KINDS,
                    max_connections=CONNECTIONS,
                )
            except SendingFailed as failure:
                log.warning("the webhook was not set at Telegram: %s", failure)
                await asyncio.sleep(pauses.next())
            else:
                log.info("Telegram sends to %s%s", self.settings.public_url, PATH)
                return
