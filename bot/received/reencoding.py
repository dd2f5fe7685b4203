"""Makes a picture anew in a process of its own, out of the loop and with a time limit."""

import asyncio
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from club.photos import Problem

PROGRAM = Path(__file__).with_name("picture.py")
AT_ONCE = 2
SECONDS = 20.0
JPEG = "image/jpeg"


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG made anew."""

    content: bytes
    width: int
    height: int


class Reencoder:
    """For all chats, no more than a few pictures at once."""

    def __init__(self, *, seconds: float = SECONDS, program: Path = PROGRAM) -> None:
        self.seconds = seconds
        self.program = program
        self._places = asyncio.Semaphore(AT_ONCE)

    async def picture(self, raw: bytes) -> Picture | Problem:
        """The picture made anew, or why none came of it. Never raises for what is in `raw`."""
        async with self._places:
            answer = await self._answer(raw)
        head, _, content = answer.partition(b"\n")
        match head.split():
            case [b"ok", width, height] if content.startswith(b"\xff\xd8"):
                return Picture(content, int(width), int(height))
            case [b"no", why]:
                return Problem(why.decode())
        return Problem.NOT_A_PICTURE

    async def _answer(self, raw: bytes) -> bytes:
        """What the program wrote until its time was over; nothing where it died."""
        # Without our environment, in which secrets stand, and without our working folder.
        program = await asyncio.create_subprocess_exec(
            sys.executable,
            "-I",
            str(self.program),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={},
            cwd="/",
        )
        try:
            async with asyncio.timeout(self.seconds):
                answer, _ = await program.communicate(raw)
        except (TimeoutError, ConnectionError):
            return b""
        finally:
            if program.returncode is None:
                with suppress(ProcessLookupError):
                    program.kill()
                await program.wait()
        return answer if program.returncode == 0 else b""
