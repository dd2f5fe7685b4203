"""Requests as bytes on a line: what no library would send."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress

from tests.kit.http_door import HttpDoor


def request(method: str, path: bytes, headers: Sequence[bytes], body: bytes = b"") -> bytes:
    """A whole request; its length is said unless `headers` do."""
    said = {each.partition(b":")[0].lower() for each in headers}
    lines = [method.encode() + b" " + path + b" HTTP/1.1", *headers]
    if b"host" not in said:
        lines.append(b"Host: 127.0.0.1")
    if body and not said & {b"content-length", b"transfer-encoding"}:
        lines.append(b"Content-Length: %d" % len(body))
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


async def answered(
    door: HttpDoor, raw: bytes, *, patience: float = 30.0, whole: bool = True
) -> bytes:
    """All that came back; b"" where the line was cut, or nothing came for so long.

    Not `whole`: what came first, and the line is closed.
    """
    reader, writer = await asyncio.open_connection("127.0.0.1", door.port)
    heard = bytearray()
    try:
        with suppress(TimeoutError, ConnectionError):
            async with asyncio.timeout(patience):
                writer.write(raw)
                await writer.drain()
                while part := await reader.read(65_536):
                    heard += part
                    if not whole:
                        break
    finally:
        writer.close()
    return bytes(heard)


def status_of(heard: bytes) -> int:
    """The status of an answer; 0 for none."""
    words = heard.split(None, 2)
    return int(words[1]) if len(words) > 1 and words[1].isdigit() else 0
