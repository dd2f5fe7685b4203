"""Sends over the Bot API by python-telegram-bot, and says in our words how a sending failed."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import telegram
from telegram.error import (
    ChatMigrated,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
)

from bot.channels.channel import (
    Moved,
    NotFetched,
    NotTaken,
    Refused,
    SendingFailed,
    ServerFault,
    SlowDown,
    Unreachable,
    Unsure,
    VoiceMessage,
)
from bot.channels.telegram import NAME
from bot.channels.telegram.answers import AnswerLost, NotSent, ServerFailed, TooFast
from bot.channels.telegram.request import AiohttpRequest
from club.photos import Problem
from messages.papers.kinds import Drawn
from messages.render import Abilities, ReadsAloud, Shown
from storage.outbox import Hearer

log = logging.getLogger("lien.telegram")

OFFICIAL_API = "https://api.telegram.org"
LONGEST_TEXT = 4096
LONGEST_CAPTION = 500
MOST_VOICES_KNOWN = 2000
TOKEN_REFUSED = (
    "Telegram does not accept LIEN_TELEGRAM_TOKEN; right would be the token BotFather shows now"
)


class TokenRefused(NotTaken):
    """401: nothing works until the setting is right."""


class TelegramChannel:
    """One bot. `open` before the first call, `close` at the end."""

    def __init__(self, api: str, token: str) -> None:
        request = AiohttpRequest()
        self._files = f"{api}/file/bot{token}"
        # Such a server may say where a file lies on this machine instead of giving it out.
        self._is_own_server = api != OFFICIAL_API
        self._request = request
        self._bot = telegram.Bot(
            token, base_url=f"{api}/bot", request=request, get_updates_request=request
        )
        # Telegram's own names of voice messages it has, by ours: those are not uploaded again.
        self._voices: OrderedDict[str, str] = OrderedDict()

    @property
    def name(self) -> str:
        return NAME

    @property
    def abilities(self) -> Abilities:
        return Abilities(
            buttons=True,
            longest_text=LONGEST_TEXT,
            reads_aloud=ReadsAloud.BY_MESSAGE,
            files=True,
        )

    async def open(self) -> None:
        # Not the library's own start, which asks who we are and fails where nobody answers yet.
        await self._request.initialize()

    async def close(self) -> None:
        await self._request.shutdown()

    async def send(self, hearer: Hearer, shown: Shown) -> None:
        values: dict[str, Any] = {
            "chat_id": int(hearer.key),
            "text": fitting(shown.text),
            "link_preview_options": {"is_disabled": True},
        }
        if shown.rows:
            values["reply_markup"] = {"inline_keyboard": _keyboard(shown)}
        await self.call("sendMessage", **values)

    async def send_voice(self, hearer: Hearer, voice: VoiceMessage) -> None:
        values = {"chat_id": int(hearer.key), "duration": max(1, round(voice.seconds))}
        there = self._voices.pop(voice.key, None)
        if there is not None:
            try:
                await self.call("sendVoice", voice=there, **values)
            except Refused:
                log.info("a voice message is not known at Telegram any more")
            else:
                self._voices[voice.key] = there
                return
        file = telegram.InputFile(voice.content, filename="lien.ogg")
        self._note_voice(voice.key, await self.call("sendVoice", voice=file, **values))

    async def send_file(self, hearer: Hearer, file: Drawn) -> None:
        """A picture as a photo; one that Telegram does not like as a photo, as a file."""
        if file.mime == "audio/ogg":
            await self._upload("sendVoice", "voice", hearer, file)
            return
        if file.is_picture:
            try:
                await self._upload("sendPhoto", "photo", hearer, file)
            except Refused:
                log.info("a picture was not taken as a photo; it goes as a file")
            else:
                return
        await self._upload("sendDocument", "document", hearer, file)

    async def fetch(self, key: str, most: int) -> bytes:
        """A file that somebody has sent. Raises NotFetched."""
        try:
            about = await self.call("getFile", file_id=key)
        except SlowDown as slow:
            raise NotFetched("slow down", pause=slow.seconds) from None
        except Refused as no:
            # Larger than the Bot API gives out, or not known there any more.
            too_large = "too big" in str(no)
            problem = Problem.TOO_LARGE if too_large else Problem.NOT_FETCHED
            raise NotFetched("refused", problem) from None
        except SendingFailed as failure:
            raise NotFetched(str(failure)) from None
        path = about.get("file_path") if isinstance(about, dict) else None
        if not isinstance(path, str) or not path:
            raise NotFetched("no way to it")
        if self._is_own_server and path.startswith("/"):
            return await asyncio.to_thread(_on_this_machine, path, most)
        return await self._request.download(f"{self._files}/{quote(path)}", most)

    async def _upload(self, method: str, kind: str, hearer: Hearer, file: Drawn) -> None:
        values: dict[str, Any] = {
            "chat_id": int(hearer.key),
            "caption": file.title[:LONGEST_CAPTION],
            kind: telegram.InputFile(file.content, filename=file.file_name),
        }
        await self.call(method, **values)

    def _note_voice(self, key: str, message: Any) -> None:
        there = message.get("voice", {}).get("file_id") if isinstance(message, dict) else None
        if isinstance(there, str):
            self._voices[key] = there
        while len(self._voices) > MOST_VOICES_KNOWN:
            self._voices.popitem(last=False)

    async def call(self, method: str, **values: Any) -> Any:
        """One method of the Bot API with plain JSON in and out. Raises a SendingFailed."""
        try:
            # In lower case, which the Bot API takes too; in its own case the library would warn.
            return await self._bot.do_api_request(method.lower(), api_kwargs=values)
        except TelegramError as error:
            failure = failure_of(error)
        if isinstance(failure, TokenRefused):
            log.error(TOKEN_REFUSED)
        raise failure


def _on_this_machine(path: str, most: int) -> bytes:
    try:
        with Path(path).open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        raise NotFetched(type(error).__name__) from None
    if len(content) > most:
        raise NotFetched("too large", Problem.TOO_LARGE)
    return content


# BadRequest and our own are NetworkErrors for the library: the first that fits counts.
_FAILURES: tuple[tuple[type[TelegramError], Callable[[Any], SendingFailed]], ...] = (
    (TooFast, lambda error: SlowDown(error.seconds)),
    (ChatMigrated, lambda error: Moved(str(error.new_chat_id))),
    (Forbidden, lambda error: Unreachable(_said(error))),
    (InvalidToken, lambda error: TokenRefused("token refused")),
    (EndPointNotFound, lambda error: TokenRefused("token refused")),
    (NotSent, lambda error: NotTaken(_said(error))),
    (ServerFailed, lambda error: ServerFault(_said(error))),
    (AnswerLost, lambda error: Unsure(_said(error))),
    (NetworkError, lambda error: Refused(_said(error))),
    (TelegramError, lambda error: Unsure(type(error).__name__)),
)


def failure_of(error: TelegramError) -> SendingFailed:
    """The library's error in our words."""
    return next(ours(error) for kind, ours in _FAILURES if isinstance(error, kind))


def _said(error: TelegramError) -> str:
    return error.message[:200]


def fitting(text: str) -> str:
    """The text, cut where it is longer than a message may be, in UTF-16 as Telegram counts."""
    if len(text) * 2 <= LONGEST_TEXT or len(text.encode("utf-16-le")) <= LONGEST_TEXT * 2:
        return text
    short = text.encode("utf-16-le")[: (LONGEST_TEXT - 1) * 2].decode("utf-16-le", "ignore")
    return short + "…"


def _keyboard(shown: Shown) -> list[list[dict[str, str]]]:
    return [
        [{"text": button.label, "callback_data": button.press} for button in row]
        for row in shown.rows
    ]
