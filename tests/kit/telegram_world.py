"""What the stand-in of Telegram knows: the bot, people, chats, messages, taps and files."""

import asyncio
import secrets
import time
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

from tests.kit.telegram_checks import ApiError, Json, bad_request
from tests.kit.telegram_updates import UpdateQueue

OPEN, BLOCKED, UNSTARTED = "open", "blocked", "unstarted"


@dataclass(slots=True)
class Event:
    """Something the bot made a person see: `kind` is sent, edited, deleted, alert or action."""

    kind: str
    message: Json
    at: float


@dataclass(slots=True)
class Chat:
    """One chat with the bot; `about` is the Chat object of the Bot API."""

    about: Json
    state: str = UNSTARTED
    moved_to: int | None = None
    messages: dict[int, Json] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    keyboard: Json | None = None
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def chat_id(self) -> int:
        return int(self.about["id"])


@dataclass(slots=True)
class Tap:
    """A tap on an inline button that waits for answerCallbackQuery."""

    chat_id: int
    tapped_at: float
    answered: bool = False


@dataclass(slots=True)
class StoredFile:
    """A file that was sent one way or the other, kept for getFile and for sending it again."""

    unique_id: str
    path: str
    content: bytes


class World:
    """Everything behind the Bot API; ids rise, dates are whole seconds as on the wire."""

    def __init__(self, *, bot_id: int, username: str, queue: UpdateQueue) -> None:
        self.bot: Json = {
            "id": bot_id,
            "is_bot": True,
            "first_name": "Liên",
            "username": username,
        }
        self.queue = queue
        self.clock: Callable[[], float] = time.time
        self.keeps_events = True
        self.on_sent: Callable[[int, Json], None] | None = None
        self.callback_seconds = 15 * 60.0
        self.chats: dict[int, Chat] = {}
        self.taps: dict[str, Tap] = {}
        self.files: dict[str, StoredFile] = {}
        self.settings: Json = {}
        # Where a Bot API server of one's own, started as local, keeps the files it does not serve.
        self.keeps_files_here: Path | None = None
        self._next_message_id = 1

    def chat_for_sending(self, chat_id: int) -> Chat:
        """The chat a message may go to, or the error the real server gives."""
        chat = self.chats.get(chat_id)
        if chat is None or chat.state == UNSTARTED:
            raise bad_request("chat not found")
        if chat.moved_to is not None:
            raise ApiError(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=chat.moved_to,
            )
        if chat.state == BLOCKED:
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        return chat

    def next_message_id(self) -> int:
        """Message ids of private chats rise through all chats of the bot."""
        self._next_message_id += 1
        return self._next_message_id

    def new_message(self, chat: Chat, sender: Json, content: Json) -> Json:
        """A message in a chat, kept there, with the fields every message has."""
        message: Json = {
            "message_id": self.next_message_id(),
            "from": sender,
            "chat": chat.about,
            "date": int(self.clock()),
            **content,
        }
        chat.messages[message["message_id"]] = message
        return message

    def send(self, chat: Chat, content: Json, *, markup: Json | None, reply_to: int | None) -> Json:
        """The bot's message arrives; an inline keyboard stays with it, another with the chat."""
        if markup and "inline_keyboard" in markup:
            content = content | {"reply_markup": {"inline_keyboard": markup["inline_keyboard"]}}
        elif markup:
            chat.keyboard = markup if "keyboard" in markup else None
        if reply_to in chat.messages:
            first = chat.messages[reply_to]
            content["reply_to_message"] = {
                key: value for key, value in first.items() if key != "reply_to_message"
            }
        message = self.new_message(chat, self.bot, content)
        self.show(chat, "sent", message)
        if self.on_sent is not None:
            self.on_sent(chat.chat_id, message)
        return message

    def show(self, chat: Chat, kind: str, message: Json) -> None:
        """Lets the people of a chat see what happened, as it was at this moment."""
        if self.keeps_events:
            chat.events.append(Event(kind, deepcopy(message), time.monotonic()))
            chat.changed.set()

    def message_to_edit(self, chat: Chat, message_id: int) -> Json:
        """The bot's own message, or the error for one that is not there or not its own."""
        message = chat.messages.get(message_id)
        if message is None:
            raise bad_request("message to edit not found")
        if message["from"]["id"] != self.bot["id"]:
            raise bad_request("message can't be edited")
        return message

    def edit(self, chat: Chat, message: Json, *, content: Json, markup: Json | None) -> Json:
        """Changes a message in place; the same again is refused, no keyboard takes it away."""
        changed = {
            key: value for key, value in message.items() if key not in ("reply_markup", "edit_date")
        } | content
        if markup and "inline_keyboard" in markup and markup["inline_keyboard"]:
            changed["reply_markup"] = {"inline_keyboard": markup["inline_keyboard"]}
        if changed == {key: value for key, value in message.items() if key != "edit_date"}:
            raise bad_request(
                "message is not modified: specified new message content and reply markup are "
                "exactly the same as a current content and reply markup of the message"
            )
        changed["edit_date"] = int(self.clock())
        chat.messages[message["message_id"]] = changed
        self.show(chat, "edited", changed)
        return changed

    def tap(self, chat: Chat, person: Json, message: Json, data: str) -> Json:
        """A callback_query enters the queue and waits for its answer."""
        query_id = str(secrets.randbits(62))
        self.taps[query_id] = Tap(chat.chat_id, self.clock())
        query = {
            "id": query_id,
            "from": person,
            "message": message,
            "chat_instance": str(-(chat.chat_id * 7919 + 1)),
            "data": data,
        }
        return self.queue.add("callback_query", query, chat_id=chat.chat_id)

    def answer_tap(self, query_id: str, *, text: str, alert: bool) -> None:
        """answerCallbackQuery: once, and not too late."""
        tap = self.taps.get(query_id)
        if tap is None or tap.answered or self.clock() - tap.tapped_at > self.callback_seconds:
            raise bad_request(
                "query is too old and response timeout expired or query ID is invalid"
            )
        tap.answered = True
        if text:
            kind = "alert" if alert else "toast"
            self.show(self.chats[tap.chat_id], kind, {"text": text})

    def on_this_machine(self, file_id: str) -> str:
        """Where the file lies, as a local Bot API server says it."""
        assert self.keeps_files_here is not None
        stored = self.files[file_id]
        place = self.keeps_files_here / stored.path.replace("/", "_")
        place.write_bytes(stored.content)
        return str(place)

    def keep_file(self, content: bytes, *, folder: str, suffix: str) -> tuple[str, StoredFile]:
        """Stores a file and returns its file_id with it."""
        number = len(self.files) + 1
        stored = StoredFile(f"AQAD{number:08d}", f"{folder}/file_{number}{suffix}", content)
        file_id = f"AgACAgUAAxkBAAI{number:08d}{secrets.token_urlsafe(12)}"
        self.files[file_id] = stored
        return file_id, stored
