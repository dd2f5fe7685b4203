"""The messengers that the settings name. A new one is a folder beside this file and a line here."""

from bot.channels.channel import Messenger
from bot.channels.lending import Lender
from bot.clock import Clock
from bot.settings import Settings, WrongSetting
from storage.store import Store


def messengers(settings: Settings, clock: Clock, store: Store) -> list[Messenger]:
    """Those to speak through, not yet open; their libraries are loaded only where they are used."""
    found: list[Messenger] = []
    if settings.telegram_token:
        from bot.channels.telegram.service import TelegramService

        found.append(TelegramService(settings, clock))
    if settings.zalo_token:
        from bot.channels.zalo.service import ZaloService

        found.append(ZaloService(settings, clock, store, _lender(settings, clock, store)))
    return found


def _lender(settings: Settings, clock: Clock, store: Store) -> Lender | None:
    """Pictures and papers can be lent out only where they can be looked at."""
    return Lender(store, clock, settings.public_url) if settings.public_url else None


def must_speak_somewhere(settings: Settings) -> None:
    """Raises WrongSetting where neither a messenger nor the members' page is set."""
    if not (settings.telegram_token or settings.zalo_token or settings.public_url):
        raise WrongSetting(
            "LIEN_TELEGRAM_TOKEN is missing; right would be 123456789:AA… as BotFather gave it, "
            "or LIEN_ZALO_TOKEN, or LIEN_PUBLIC_URL for the members' page alone"
        )
