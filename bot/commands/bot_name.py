"""The bot's name at Telegram, which links are made of."""

import asyncio

from bot.channels.telegram.sending import TelegramChannel
from bot.channels.telegram.start_up import username
from bot.settings import Settings


async def bot_name(settings: Settings, *, seconds: float) -> str | None:
    """The name; None when Telegram does not answer in time. Raises TokenRefused."""
    channel = TelegramChannel(settings.telegram_api, settings.telegram_token)
    try:
        async with asyncio.timeout(seconds):
            await channel.open()
            return await username(channel)
    except TimeoutError:
        return None
    finally:
        await channel.close()
