"""From a raw update of the Bot API to what was heard, without trust in the shape of what comes."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from bot.channels.nesting import cut
from bot.channels.telegram import NAME
from handlers.talk.heard import Heard, Kind, Sent
from messages.wording import LANGUAGES
from storage.inbox import Arrival

# Asked of the Bot API by name, so that a newer one sends nothing that is unknown here.
KINDS = ["message", "edited_message", "callback_query", "my_chat_member"]

Json = dict[str, Any]

LARGEST_NUMBER = 2**63 - 1

# A message with one of these is an event of the chat, not something a person said.
_SERVICE = frozenset(
    {
        "chat_background_set",
        "group_chat_created",
        "left_chat_member",
        "message_auto_delete_timer_changed",
        "migrate_from_chat_id",
        "migrate_to_chat_id",
        "new_chat_members",
        "new_chat_photo",
        "new_chat_title",
        "pinned_message",
        "supergroup_chat_created",
        "write_access_allowed",
    }
)
_GONE = frozenset({"kicked", "left"})
FOR_OTHERS = "en"


class Unreadable(Exception):
    """Not an update as the Bot API describes it."""


@dataclass(frozen=True, slots=True)
class Read:
    """A chat's name, the language its person's phone speaks, and what was heard; None: nothing."""

    chat_key: str
    language_code: str
    heard: Heard | None


def arrival(update: Any, *, bot: str, language: str) -> Arrival | None:
    """The update as it is stored; None for what nobody said to us.

    One that cannot be read has no chat and is kept aside. `bot` tells bots apart; `language` is
    spoken to people whose phone does not say what it speaks.
    """
    update = cut(update)
    # ASCII: a lone half of a character, which a phone can send, fits into no database.
    raw = json.dumps(update)
    try:
        read = read_update(update)
    except Unreadable:
        return Arrival(NAME, bot, _key(update, raw), None, raw, language)
    if read.heard is None:
        return None
    return Arrival(
        channel=NAME,
        bot=bot,
        update_key=_key(update, raw),
        chat_key=read.chat_key,
        raw=raw,
        language=_spoken(read.language_code, language),
    )


def _spoken(code: str, language: str) -> str:
    """As the phone speaks; English where it speaks neither, `language` where it does not say."""
    spoken = code.partition("-")[0]
    if not spoken.isalpha():
        return language
    return spoken if spoken in LANGUAGES else FOR_OTHERS


def unreadable_arrival(body: bytes, *, bot: str, language: str) -> Arrival:
    """What is no JSON at all, kept aside; of its text only so much that its kind can be seen."""
    digest = hashlib.sha256(body).hexdigest()[:32]
    return Arrival(NAME, bot, f"digest:{digest}", None, ascii(body[:200]), language)


def read_stored(raw: str) -> Heard:
    """What was heard, from the stored JSON."""
    heard = read_update(json.loads(raw)).heard
    if heard is None:
        raise Unreadable
    return heard


def read_update(update: Any) -> Read:
    """One update. Raises Unreadable for what is malformed or of an unknown kind."""
    content = _mapping(update)
    if "message" in content:
        return _message(_mapping(content["message"]))
    if "callback_query" in content:
        return _press(_mapping(content["callback_query"]))
    if "edited_message" in content:
        return _edited(_mapping(content["edited_message"]))
    if "my_chat_member" in content:
        return _membership(_mapping(content["my_chat_member"]))
    raise Unreadable


def update_number(update: Any) -> int | None:
    """The number by which the update is confirmed."""
    number: int | None = update.get("update_id") if isinstance(update, dict) else None
    return number if _is_number(number) else None


def press_to_answer(update: Any) -> str | None:
    """The id of a button's press, which the messenger shows as waiting until it is answered."""
    query = update.get("callback_query") if isinstance(update, dict) else None
    found = query.get("id") if isinstance(query, dict) else None
    return found if isinstance(found, str) else None


def _key(update: Any, raw: str) -> str:
    number = update_number(update)
    if number is not None:
        return str(number)
    return f"digest:{hashlib.sha256(raw.encode()).hexdigest()[:32]}"


# The kinds of update


def _message(message: Json) -> Read:
    chat, sender = _chat(message), _sender(message)
    if not _is_private(chat):
        return _in_group(message, chat, sender)
    if chat["id"] != sender["id"]:
        raise Unreadable
    return _read(chat, sender, _said(message))


def _said(message: Json) -> Heard | None:
    text = message.get("text")
    if text is None:
        return None if _SERVICE & message.keys() else _sent(message)
    if not isinstance(text, str):
        raise Unreadable
    typed = _storable(text)
    command, _, carried = typed.partition(" ")
    if command.partition("@")[0] == "/start":
        return Heard(Kind.START, carried.strip())
    return Heard(Kind.TEXT, typed)


def _sent(message: Json) -> Heard:
    """Something without words; of a picture the largest size, or the file that it came as."""
    sizes = message.get("photo")
    if isinstance(sizes, list) and sizes:
        return _file(Kind.PHOTO, sizes[-1])
    document = message.get("document")
    if "animation" not in message and _is_picture(document):
        return _file(Kind.PHOTO, document)
    return _file(Kind.VOICE, message.get("voice"))


def _is_picture(document: Any) -> bool:
    kind = document.get("mime_type") if isinstance(document, dict) else None
    return isinstance(kind, str) and kind.startswith("image/")


def _file(kind: Kind, about: Any) -> Heard:
    key = about.get("file_id") if isinstance(about, dict) else None
    if not isinstance(key, str):
        return Heard(Kind.OTHER)
    size, seconds = about.get("file_size"), about.get("duration")
    return Heard(
        kind,
        sent=Sent(
            key=_storable(key),
            size=size if _is_number(size) else 0,
            seconds=seconds if _is_number(seconds) else 0,
        ),
    )


def _in_group(message: Json, chat: Json, sender: Json) -> Read:
    """Where others read along, one line is the answer to being addressed; nothing else is kept."""
    text = message.get("text")
    called = isinstance(text, str) and text.startswith("/")
    return _read(chat, sender, Heard(Kind.GROUP) if called else None)


def _press(query: Json) -> Read:
    chat, sender = _chat(_mapping(query.get("message"))), _sender(query)
    if not _is_private(chat) or chat["id"] != sender["id"]:
        # Buttons are only ever shown to one person: a press by another is not hers.
        raise Unreadable
    data = query.get("data")
    return _read(
        chat, sender, Heard(Kind.PRESS, _storable(data)) if isinstance(data, str) else None
    )


def _edited(message: Json) -> Read:
    chat, sender = _chat(message), _sender(message)
    return _read(chat, sender, Heard(Kind.EDITED) if _is_private(chat) else None)


def _membership(change: Json) -> Read:
    chat, sender = _chat(change), _sender(change)
    status = _mapping(change.get("new_chat_member")).get("status")
    if not isinstance(status, str):
        raise Unreadable
    if _is_private(chat):
        return _read(chat, sender, Heard(Kind.BLOCKED if status in _GONE else Kind.UNBLOCKED))
    return _read(chat, sender, None if status in _GONE else Heard(Kind.GROUP))


# The parts of an update


def _read(chat: Json, sender: Json, heard: Heard | None) -> Read:
    code = sender.get("language_code")
    return Read(str(chat["id"]), code if isinstance(code, str) else "", heard)


def _mapping(value: Any) -> Json:
    if not isinstance(value, dict):
        raise Unreadable
    return value


def _chat(holder: Json) -> Json:
    chat = _mapping(holder.get("chat"))
    if not _is_number(chat.get("id")) or not isinstance(chat.get("type"), str):
        raise Unreadable
    return chat


def _sender(holder: Json) -> Json:
    sender = _mapping(holder.get("from"))
    if not _is_number(sender.get("id")):
        raise Unreadable
    return sender


def _is_number(value: Any) -> bool:
    """A whole number such as a messenger gives: one that a database can hold."""
    whole = isinstance(value, int) and not isinstance(value, bool)
    return bool(whole and abs(value) <= LARGEST_NUMBER)


def _is_private(chat: Json) -> bool:
    return bool(chat["type"] == "private")


def _storable(text: str) -> str:
    """Without what a database refuses: lone halves of characters, and the null character."""
    return text.encode("utf-8", "replace").decode().replace("\0", " ")
