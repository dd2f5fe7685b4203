"""The lines to open pages: each page listens, and is told what happens as it happens."""

import asyncio
import json
from collections.abc import AsyncGenerator
from typing import Any

SILENCE_SECONDS = 15.0
MOST_UNSENT = 1000
STILL_HERE = b": still here\n\n"


class Streams:
    """Who listens to what. A page that does not keep up is let go; it comes back and asks."""

    def __init__(self) -> None:
        self._listeners: dict[asyncio.Queue[bytes | None], str] = {}
        self._closed = False

    def __len__(self) -> int:
        return len(self._listeners)

    @property
    def listened_to(self) -> list[str]:
        """What somebody listens to."""
        return sorted(set(self._listeners.values()))

    def listening_to(self, about: str) -> int:
        """How many listen to this."""
        return sum(each == about for each in self._listeners.values())

    def tell(self, about: str, event: str, data: Any) -> None:
        """Everybody who listens to this hears of it."""
        line = as_line(event, data)
        for queue in [each for each, what in self._listeners.items() if what == about]:
            if not _put(queue, line):
                del self._listeners[queue]

    def close(self) -> None:
        """Ends all lines, so that nobody is waited for."""
        self._closed = True
        for queue in self._listeners:
            _put(queue, None)

    async def lines(self, about: str) -> AsyncGenerator[bytes, None]:
        """What is to be written to one page until it ends; after a silence, that we are here."""
        queue: asyncio.Queue[bytes | None] = asyncio.Queue(maxsize=MOST_UNSENT)
        self._listeners[queue] = about
        try:
            yield b": here\n\n"
            while queue in self._listeners and not self._closed:
                line = await _next_line(queue)
                if line is None:
                    break
                yield line
        finally:
            self._listeners.pop(queue, None)


def as_line(event: str, data: Any) -> bytes:
    """An event as it is written to a page."""
    return f"event: {event}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()


def _put(queue: asyncio.Queue[bytes | None], line: bytes | None) -> bool:
    try:
        queue.put_nowait(line)
    except asyncio.QueueFull:
        return False
    return True


async def _next_line(queue: asyncio.Queue[bytes | None]) -> bytes | None:
    try:
        async with asyncio.timeout(SILENCE_SECONDS):
            return await queue.get()
    except TimeoutError:
        return STILL_HERE
