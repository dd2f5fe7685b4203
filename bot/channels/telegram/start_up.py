"""What every start sets at Telegram: commands, menu button, what the bot says of itself."""

import logging
from typing import Any

from bot.channels.channel import SendingFailed
from bot.channels.telegram.sending import TelegramChannel, TokenRefused
from handlers.entrances import entrances_for_everybody
from messages import about
from messages.moments import written
from messages.wording import LANGUAGES, Words

log = logging.getLogger("lien.telegram")


async def username(channel: TelegramChannel) -> str | None:
    """The bot's name for links; None when Telegram is out of reach. Raises TokenRefused."""
    try:
        me = await channel.call("getMe")
    except TokenRefused:
        raise
    except SendingFailed as failure:
        log.warning("Telegram does not answer yet: %s", failure)
        return None
    name = me.get("username") if isinstance(me, dict) else None
    return name if isinstance(name, str) else None


async def set_up(channel: TelegramChannel, language: str) -> None:
    """Tell Telegram about the bot; one that fails costs a line in the log, no more.

    `language` is what people see whose phone speaks none that we know.
    """
    for method, values in _settings(language):
        try:
            await channel.call(method, **values)
        except SendingFailed as failure:
            log.warning("%s was not set at Telegram: %s", method, failure)


def _settings(language: str) -> list[tuple[str, dict[str, Any]]]:
    calls: list[tuple[str, dict[str, Any]]] = []
    for code, spoken in [("", language), *((each, each) for each in LANGUAGES)]:
        words, of_language = Words(spoken), {"language_code": code} if code else {}
        short, long = written(about.short(), words), written(about.long(), words)
        calls += [
            ("setMyCommands", {"commands": commands(words), **of_language}),
            ("setMyShortDescription", {"short_description": short, **of_language}),
            ("setMyDescription", {"description": long, **of_language}),
        ]
    return [*calls, ("setChatMenuButton", {"menu_button": {"type": "commands"}})]


def commands(words: Words) -> list[dict[str, str]]:
    """The list behind the menu button: what anybody may begin, few enough to read."""
    return [
        {"command": each.command, "description": written(each.label(), words)[:256]}
        for each in entrances_for_everybody()
    ]
