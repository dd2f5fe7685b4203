"""A person at the stand-in of the Zalo Bot API: writes, sends a picture, reads what comes."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.kit.read_text import ReadText

if TYPE_CHECKING:
    from tests.kit.zalo_server import ZaloServer

PATIENCE_SECONDS = 15.0
QUIET_SECONDS = 0.4


@dataclass(frozen=True, slots=True)
class Came:
    """One message of the bot; `picture` is what its address led to."""

    text: str
    picture: bytes | None = None


@dataclass(slots=True)
class Person:
    """Her phone, with no button on it."""

    server: "ZaloServer"
    key: str
    name: str
    has_written: bool = False
    has_blocked: bool = False
    typing: int = 0
    messages: list[Came] = field(default_factory=list)
    seen: int = 0
    on_hears: Callable[[Came], None] | None = None
    _came: asyncio.Event = field(default_factory=asyncio.Event)

    def hears(self, text: str, picture: bytes | None) -> None:
        """The bot has said something."""
        self.messages.append(Came(text, picture))
        self._came.set()
        if self.on_hears is not None:
            self.on_hears(self.messages[-1])

    # What she does

    async def writes(self, text: str, *, message_id: str | None = None) -> dict[str, Any]:
        """Sends a text and goes on; returns the update."""
        return await self._send("message.text.received", {"text": text}, message_id)

    async def says(self, text: str) -> str:
        """Sends a text; returns the message that comes in answer."""
        await self.writes(text)
        return await self.sees()

    async def sends_picture(self, content: bytes) -> dict[str, Any]:
        name = f"{self.server.next_number()}.jpg"
        self.server.pictures[name] = content
        address = f"{self.server.url}/pictures/{name}"
        return await self._send("message.image.received", {"photo_url": address, "caption": ""})

    async def sends_sticker(self) -> None:
        about = {"sticker": "bfe458bf64fa8da4d4eb", "url": "https://stc.example/sticker"}
        await self._send("message.sticker.received", about)

    async def sends_something(self) -> None:
        """What the platform does not hand on: a voice message, a file, a place."""
        await self._send("message.unsupported.received", {})

    async def _send(
        self, event: str, content: dict[str, Any], message_id: str | None = None
    ) -> dict[str, Any]:
        self.has_written = True
        update = {
            "event_name": event,
            "message": {
                "message_id": message_id or f"{self.server.next_number():016x}",
                "from": {"id": self.key, "display_name": self.name, "is_bot": False},
                "chat": {"id": self.key, "chat_type": "PRIVATE"},
                "date": int(time.time() * 1000),
                "message_type": "CHAT_MESSAGE",
                **content,
            },
        }
        await self.server.put(update)
        return update

    # What she reads

    async def sees(self, wanted: Callable[[Came], bool] = lambda came: True) -> str:
        """Waits for the next message that she has not read and that is wanted; its text."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while True:
                while self.seen < len(self.messages):
                    self.seen += 1
                    if wanted(self.messages[self.seen - 1]):
                        return ReadText(self.messages[self.seen - 1].text)
                self._came.clear()
                await self._came.wait()

    async def sees_picture(self) -> bytes:
        """Waits for a picture."""
        await self.sees(lambda came: came.picture is not None)
        picture = self.messages[self.seen - 1].picture
        assert picture is not None
        return picture

    async def sees_nothing(self) -> None:
        """Nothing comes for a moment."""
        await asyncio.sleep(QUIET_SECONDS)
        unread = self.messages[self.seen :]
        assert not unread, f"{self.name} got {unread[0].text!r}"

    @property
    def heard(self) -> str:
        return ReadText(self.messages[-1].text if self.messages else "")
