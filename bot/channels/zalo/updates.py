"""From a raw update of the Zalo Bot API to what was heard; the shape of what comes is not trusted.

An update has no number of its own: it is known by its message's.
"""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from bot.channels.nesting import cut
from bot.channels.zalo import NAME
from handlers.talk.heard import Heard, Kind, Sent
from storage.inbox import Arrival

Json = dict[str, Any]

LONGEST_KEY = 200
LONGEST_ADDRESS = 2000


class Unreadable(Exception):
    """Not an update as the Bot API sends it."""


@dataclass(frozen=True, slots=True)
class Read:
    """A chat's name, its message's name, and what was heard; None: nothing."""

    chat_key: str
    message_key: str
    heard: Heard | None


def unwrapped(update: Any) -> Any:
    """The update itself: a webhook's body may hold it in `result`, beside `ok`."""
    inner = update.get("result") if isinstance(update, dict) else None
    return inner if isinstance(inner, dict) and "message" not in update else update


def arrival(update: Any, *, bot: str, language: str) -> Arrival | None:
    """The update as it is stored; None for what nobody said to us.

    One that cannot be read has no chat and is kept aside.
    """
    inner = cut(unwrapped(update))
    # ASCII: a lone half of a character, which a phone can send, fits into no database.
    raw = json.dumps(inner)
    try:
        read = read_update(inner)
    except Unreadable:
        return Arrival(NAME, bot, _digest(raw.encode()), None, raw, language)
    if read.heard is None:
        return None
    return Arrival(NAME, bot, read.message_key, read.chat_key, raw, language)


def unreadable_arrival(body: bytes, *, bot: str, language: str) -> Arrival:
    """What is no JSON at all, kept aside; of its text only so much that its kind can be seen."""
    return Arrival(NAME, bot, _digest(body), None, ascii(body[:200]), language)


def read_stored(raw: str) -> Heard:
    """What was heard, from the stored JSON."""
    heard = read_update(json.loads(raw)).heard
    if heard is None:
        raise Unreadable
    return heard


def read_update(update: Any) -> Read:
    """One update. Raises Unreadable for what is malformed."""
    message = _mapping(_mapping(update).get("message"))
    chat, sender = _mapping(message.get("chat")), _mapping(message.get("from"))
    heard = None if sender.get("is_bot") is True else _heard(message, chat)
    return Read(_key(chat.get("id")), _key(message.get("message_id")), heard)


def _heard(message: Json, chat: Json) -> Heard:
    # Only what addresses the bot reaches it from where others read along.
    if str(chat.get("chat_type", "PRIVATE")).upper() != "PRIVATE":
        return Heard(Kind.GROUP)
    photo = message.get("photo_url") or message.get("photo")
    if isinstance(photo, str) and photo and len(photo) <= LONGEST_ADDRESS:
        return Heard(Kind.PHOTO, sent=Sent(key=_storable(photo)))
    text = message.get("text")
    if text is None or text == "":
        return Heard(Kind.OTHER)
    if not isinstance(text, str):
        raise Unreadable
    return Heard(Kind.TEXT, _storable(text))


def _mapping(value: Any) -> Json:
    if not isinstance(value, dict):
        raise Unreadable
    return value


def _key(value: Any) -> str:
    """A name that the messenger gave: a text, or a number where it once sent numbers."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63:
        return str(value)
    if not isinstance(value, str) or not 0 < len(value) <= LONGEST_KEY:
        raise Unreadable
    return _storable(value)


def _digest(raw: bytes) -> str:
    return f"digest:{hashlib.sha256(raw).hexdigest()[:32]}"


def _storable(text: str) -> str:
    """Without what a database refuses: lone halves of characters, and the null character."""
    return text.encode("utf-8", "replace").decode().replace("\0", " ")
