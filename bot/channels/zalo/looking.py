"""What `lien doctor` asks about Zalo: the token, the webhook, and who else asks for updates."""

import asyncio
import time
from datetime import timedelta

from bot.channels.channel import SendingFailed
from bot.channels.zalo import NAME
from bot.channels.zalo.polling import NOTED_EVERY_SECONDS, webhook_set
from bot.channels.zalo.sending import ZaloChannel
from bot.channels.zalo.service import PATH, bots_name
from bot.channels.zalo.wire import TokenRefused
from bot.clock import Clock
from bot.settings import Settings
from storage.asking import Asking, arrived, arrived_after, asking_since
from storage.store import Store

SECONDS_TO_ANSWER = 15.0
SECONDS_TO_LISTEN = 90.0
LATELY = timedelta(seconds=3 * NOTED_EVERY_SECONDS)
ANOTHER = "end the other program, or give it a token of its own"

Look = tuple[str, str]
"""What was seen, and how to mend it; '' where all is well."""


def looked_at(settings: Settings) -> Look:
    """One look, in a sentence."""
    if not settings.zalo_token:
        return "no LIEN_ZALO_TOKEN: nobody is answered on Zalo", ""
    return asyncio.run(_asked(settings))


async def _asked(settings: Settings) -> Look:
    channel = ZaloChannel(settings.zalo_api, settings.zalo_token, None)
    try:
        async with asyncio.timeout(SECONDS_TO_ANSWER):
            await channel.open()
            name = await bots_name(channel)
            address = await webhook_set(channel.wire)
    except TokenRefused:
        return "the token is refused", "take the token that Zalo's bot creator shows now"
    except (SendingFailed, TimeoutError):
        mend = "check the network, and LIEN_ZALO_API where another server is used"
        return f"{settings.zalo_api} does not answer", mend
    finally:
        await channel.close()
    return _webhook(settings, address) or _others(settings) or (_well(settings, name), "")


def _well(settings: Settings, name: str) -> str:
    papers = "" if settings.public_url else "; no papers without LIEN_PUBLIC_URL"
    return f"{name}, by {settings.zalo_mode}{papers}"


def _webhook(settings: Settings, address: str) -> Look | None:
    """Polling and a webhook exclude each other, and whoever loses is told nothing."""
    if settings.zalo_mode == "polling":
        if not address:
            return None
        return (
            f"a webhook is set at {address}, so polling hears nothing",
            "start lien run, which removes it; should it come back, another program sets it",
        )
    right = f"{settings.public_url}{PATH}"
    if address == right:
        return None
    said = f"the webhook is set at {address}, not at {right}" if address else "no webhook is set"
    return said, "start lien run, which sets it; should it go again, another program takes it away"


def _others(settings: Settings) -> Look | None:
    """Two programs on this database; those on another are found by `--listen` alone."""
    store = Store(settings.database_url)
    try:
        with store.reading() as db:
            since = Clock().now() - LATELY
            asking = asking_since(db, NAME, settings.zalo_token.partition(":")[0], since)
    finally:
        store.close_now()
    if len(asking) < 2:
        return None
    return f"{len(asking)} programs ask for its messages: {_named(asking)}", ANOTHER


def _named(asking: list[Asking]) -> str:
    return ", ".join(f"on {each.machine} at {each.asked_at:%H:%M:%S} UTC" for each in asking)


def listened(settings: Settings, wanted: int, seconds: float = SECONDS_TO_LISTEN) -> Look:
    """Whether all of so many messages come that somebody writes to the bot just now.

    Of two programs with one token each gets some of them, and no error tells it.
    """
    bot = settings.zalo_token.partition(":")[0]
    store = Store(settings.database_url)
    end = time.monotonic() + seconds
    try:
        with store.reading() as db:
            before = arrived(db, NAME, bot)
        came = 0
        while came < wanted and time.monotonic() < end:
            time.sleep(0.2)
            with store.reading() as db:
                came = arrived_after(db, NAME, bot, before)
    finally:
        store.close_now()
    if came >= wanted:
        return f"all {wanted} messages came", ""
    said = f"only {came} of {wanted} messages came within {seconds:.0f} s"
    return said, f"is lien run at work? if so, another program asks by the same token: {ANOTHER}"
