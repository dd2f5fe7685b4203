"""The messengers that the settings name. A new one is a folder beside this file and a line here."""

from bot.channels.channel import Messenger
from bot.clock import Clock
from bot.settings import Settings, WrongSetting


def messengers(settings: Settings, clock: Clock) -> list[Messenger]:
    """Those to speak through, not yet open; their libraries are loaded only where they are used."""
    found: list[Messenger] = []
    if settings.telegram_token:
        from bot.channels.telegram.service import TelegramService

        found.append(TelegramService(settings, clock))
    return found


def must_speak_somewhere(settings: Settings) -> None:
    """Raises WrongSetting where neither a messenger nor the members' page is set."""
    if not settings.telegram_token and not settings.public_url:
        raise WrongSetting(
            "LIEN_TELEGRAM_TOKEN is missing; right would be 123456789:AA… as BotFather gave it, "
            "or LIEN_PUBLIC_URL for the members' page alone"
        )
