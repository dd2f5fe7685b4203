"""People with phones: they say, tap and see, through the stand-in of the Bot API."""

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any

from tests.kit.telegram_checks import Json
from tests.kit.telegram_contents import CONTENTS
from tests.kit.telegram_texts import command_entities
from tests.kit.telegram_world import BLOCKED, OPEN, UNSTARTED, Chat, Event, World

PATIENCE_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Seen:
    """A message of the bot as a person sees it; `message` is the Message object itself."""

    message: Json

    @property
    def message_id(self) -> int:
        return int(self.message["message_id"])

    @property
    def text(self) -> str:
        """The text, or the caption of a picture or file."""
        return str(self.message.get("text", self.message.get("caption", "")))

    @property
    def rows(self) -> list[list[Json]]:
        """The inline buttons, row by row."""
        markup = self.message.get("reply_markup") or {}
        rows: list[list[Json]] = markup.get("inline_keyboard", [])
        return rows

    @property
    def buttons(self) -> list[str]:
        """What is written on the inline buttons, in order."""
        return [str(button["text"]) for row in self.rows for button in row]

    @property
    def kind(self) -> str:
        """text, photo, document or voice."""
        kinds = ("photo", "document", "voice")
        return next((kind for kind in kinds if kind in self.message), "text")

    def button(self, label: str) -> Json | None:
        """The button with this label; a label in part is enough where it names only one."""
        buttons = [button for row in self.rows for button in row]
        exact = [button for button in buttons if button["text"] == label]
        similar = [button for button in buttons if label.lower() in button["text"].lower()]
        return exact[0] if exact else similar[0] if len(similar) == 1 else None


@dataclass(eq=False)
class Person:
    """One person in a private chat with the bot; `about` is the User object."""

    world: World
    about: Json
    chat: Chat
    events_seen: int = 0
    said: list[tuple[float, str]] = field(default_factory=list)

    @property
    def person_id(self) -> int:
        return int(self.about["id"])

    @property
    def name(self) -> str:
        return str(self.about["first_name"])

    async def says(self, text: str) -> Json:
        """Types a message; returns the update."""
        return self.type_now(text)

    def type_now(self, text: str) -> Json:
        """The same for callers that cannot wait, such as a crowd under measurement."""
        self._open()
        content: Json = {"text": text}
        if entities := command_entities(text):
            content["entities"] = entities
        return self._post(content, shown=text)

    async def starts(self, parameter: str = "") -> Json:
        """Opens the bot's link, with the parameter of a deep link."""
        return await self.says(f"/start {parameter}".strip())

    async def taps(self, label: str) -> Json:
        """Taps the button in the latest message that has it, or on the keyboard below."""
        for message in reversed(self.chat.messages.values()):
            button = Seen(message).button(label)
            if button is not None:
                return self._tap(message, button)
        return await self._tap_keyboard(label)

    async def taps_old(self, message: Seen, label: str) -> Json:
        """Taps a button of a message as it looked when it was seen, however old it is now."""
        button = message.button(label)
        assert button is not None, f"no button {label!r} in {message.buttons}"
        current = self.chat.messages.get(message.message_id, message.message)
        return self._tap(current, button)

    async def sends(self, kind: str, **fields: Any) -> Json:
        """Sends something else: a kind of content, or one of the odd updates; see KINDS."""
        self._open()
        if kind in CONTENTS:
            return self._post(CONTENTS[kind](self.world) | fields, shown=f"({kind})")
        odd = _ODD.get(kind)
        if odd is None:
            raise ValueError(f"no such kind: {kind}; there are {', '.join(KINDS)}")
        update: Json = odd(self, fields)
        return update

    async def brings(self, content: Json) -> Json:
        """Sends a content that is made already, as by telegram_contents.photograph."""
        self._open()
        return self._post(content, shown=f"({next(iter(content))})")

    async def presses(self, data: str) -> Json:
        """Presses something that carries this, under the newest message of the bot."""
        message = next(e.message for e in reversed(self.chat.events) if e.kind == "sent")
        return self._tap(message, {"text": data, "callback_data": data})

    async def blocks(self) -> Json:
        """Blocks the bot: it is told, and may not write any more."""
        self.chat.state = BLOCKED
        return self._membership("member", "kicked")

    async def unblocks(self) -> Json:
        """Opens the bot again."""
        self.chat.state = OPEN
        return self._membership("kicked", "member")

    async def sees(self, timeout: float = PATIENCE_SECONDS) -> Seen:
        """The next message of the bot that this person has not seen yet."""
        return Seen((await self.sees_event("sent", timeout=timeout)).message)

    async def sees_edit(self, timeout: float = PATIENCE_SECONDS) -> Seen:
        """The next message that the bot changed."""
        return Seen((await self.sees_event("edited", timeout=timeout)).message)

    async def sees_event(self, kind: str, *, timeout: float = PATIENCE_SECONDS) -> Event:
        """The next event of a kind (see Event); those of other kinds before it are passed over."""
        end = time.monotonic() + timeout
        while True:
            event = self._next_event(kind)
            if event is not None:
                return event
            self.chat.changed.clear()
            try:
                await asyncio.wait_for(self.chat.changed.wait(), end - time.monotonic())
            except TimeoutError:
                raise AssertionError(
                    f"{self.name} saw nothing ({kind}) for {timeout} s:\n{self.transcript}"
                ) from None

    async def sees_nothing(self, seconds: float = 0.3) -> None:
        """Waits and makes sure that no message comes."""
        await asyncio.sleep(seconds)
        event = self._next_event("sent")
        assert event is None, f"{self.name} saw a message:\n{self.transcript}"

    def _next_event(self, kind: str) -> Event | None:
        while self.events_seen < len(self.chat.events):
            event = self.chat.events[self.events_seen]
            self.events_seen += 1
            if event.kind == kind:
                return event
        return None

    @property
    def transcript(self) -> str:
        """The chat as it happened: who said what, buttons in brackets, edits marked."""
        lines = [(at, f"{self.name}: {text}") for at, text in self.said]
        lines += [(event.at, _line(event)) for event in self.chat.events]
        return "\n".join(line for _, line in sorted(lines, key=lambda pair: pair[0]))

    def _open(self) -> None:
        if self.chat.state == UNSTARTED:
            self.chat.state = OPEN

    def _post(self, content: Json, *, shown: str) -> Json:
        if self.world.keeps_events:
            self.said.append((time.monotonic(), shown))
        message = self.world.new_message(self.chat, self.about, content)
        return self.world.queue.add("message", message, chat_id=self.chat.chat_id)

    def _tap(self, message: Json, button: Json) -> Json:
        self.said.append((time.monotonic(), f"[{button['text']}]"))
        assert "callback_data" in button, f"{button} is not for the bot"
        return self.world.tap(self.chat, self.about, message, button["callback_data"])

    async def _tap_keyboard(self, label: str) -> Json:
        rows = (self.chat.keyboard or {}).get("keyboard", [])
        buttons = [{"text": key} if isinstance(key, str) else key for row in rows for key in row]
        found = [button for button in buttons if button["text"] == label]
        assert found, f"{self.name} sees no button {label!r}:\n{self.transcript}"
        if found[0].get("request_contact"):
            return await self.sends("contact")
        return await self.says(label)

    def _membership(self, before: str, after: str) -> Json:
        content = {
            "chat": self.chat.about,
            "from": self.about,
            "date": int(self.world.clock()),
            "old_chat_member": self._bot_member(before),
            "new_chat_member": self._bot_member(after),
        }
        return self.world.queue.add("my_chat_member", content, chat_id=self.chat.chat_id)

    def _bot_member(self, status: str) -> Json:
        until = {"until_date": 0} if status == "kicked" else {}
        return {"user": self.world.bot, "status": status, **until}


def _line(event: Event) -> str:
    seen = Seen(event.message)
    mark = {"sent": "", "edited": "(edited) ", "deleted": "(deleted) "}.get(event.kind)
    if mark is None:
        return f"Liên: ({event.kind}) {event.message.get('text', '')}".rstrip()
    kind = "" if seen.kind == "text" else f"({seen.kind}) "
    buttons = "".join(f" [{label}]" for label in seen.buttons)
    return f"Liên: {mark}{kind}{seen.text}{buttons}"


def _contact(person: Person, fields: Json) -> Json:
    own = {"first_name": person.name, "user_id": person.person_id, "phone_number": "84912345678"}
    return person._post({"contact": own | fields}, shown="(contact)")


def _edited_message(person: Person, fields: Json) -> Json:
    mine = [m for m in person.chat.messages.values() if m["from"]["id"] == person.person_id]
    assert mine, f"{person.name} has sent nothing to edit"
    changed = mine[-1] | {"edit_date": int(person.world.clock()), "text": "sửa lại"} | fields
    person.chat.messages[changed["message_id"]] = changed
    person.said.append((time.monotonic(), f"(edited) {changed['text']}"))
    return person.world.queue.add("edited_message", changed, chat_id=person.chat.chat_id)


def _group_message(person: Person, fields: Json) -> Json:
    group_id = -100_000 - person.person_id
    about = {
        "id": group_id,
        "title": "Xóm",
        "type": "group",
        "all_members_are_administrators": True,
    }
    group = person.world.chats.setdefault(group_id, Chat(about, OPEN))
    content: Json = {"text": "cả nhà ơi"} | fields
    content["entities"] = command_entities(content["text"])
    message = person.world.new_message(group, person.about, content)
    return person.world.queue.add("message", message, chat_id=group_id)


def _channel_post(person: Person, fields: Json) -> Json:
    about: Json = {"id": -1_000_000_000_000 - person.person_id, "title": "Tin", "type": "channel"}
    channel = person.world.chats.setdefault(int(about["id"]), Chat(about, OPEN))
    post = person.world.new_message(channel, person.about, {"text": "tin mới"} | fields)
    post = {key: value for key, value in post.items() if key != "from"} | {"sender_chat": about}
    return person.world.queue.add("channel_post", post, chat_id=channel.chat_id)


def _unknown_update(person: Person, fields: Json) -> Json:
    content = {"from": person.about, "chat": person.chat.about} | fields
    return person.world.queue.add("telepathy", content, chat_id=person.chat.chat_id)


def _malformed_update(person: Person, fields: Json) -> Json:
    """A forward whose origin lacks what its type promises, as the real server has sent it."""
    origin = {"type": "hidden_user", "date": int(person.world.clock())}
    content = {"forward_origin": origin, "text": "chuyển tiếp"} | fields
    return person._post(content, shown="(malformed)")


def _nonsense_update(person: Person, fields: Json) -> Json:
    return person.world.queue.add("message", "nonsense", chat_id=person.chat.chat_id)


_ODD = {
    "contact": _contact,
    "edited message": _edited_message,
    "group message": _group_message,
    "channel post": _channel_post,
    "unknown update": _unknown_update,
    "malformed update": _malformed_update,
    "nonsense update": _nonsense_update,
}
KINDS = (*CONTENTS, *_ODD)
