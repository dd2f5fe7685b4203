"""Running a program that turns bytes into bytes: no shell, a time limit, a size limit."""

import asyncio
import contextlib
import os
import signal
from collections.abc import Sequence

_AT_ONCE_BYTES = 65_536


class ProgramFailed(Exception):
    """Why a program gave nothing, in a few words without what was said."""


async def run_program(
    arguments: Sequence[str], given: bytes, *, seconds: float, most_bytes: int
) -> bytes:
    """What the program writes for what it is given. Raises ProgramFailed.

    It and whatever it has started are ended when the time is up or it writes too much.
    """
    name = os.path.basename(arguments[0])
    process = await _started(arguments, name)
    ended = False
    try:
        async with asyncio.timeout(seconds):
            made = await _talk(process, given, most_bytes)
            code = await process.wait()
        ended = len(made) <= most_bytes
    except TimeoutError:
        raise ProgramFailed(f"{name} took longer than {seconds:g} s") from None
    finally:
        if not ended:
            _kill(process)
            await asyncio.shield(process.wait())
    if len(made) > most_bytes:
        raise ProgramFailed(f"{name} wrote more than {most_bytes} bytes")
    if code != 0:
        raise ProgramFailed(f"{name} ended with code {code}")
    return made


async def _started(arguments: Sequence[str], name: str) -> asyncio.subprocess.Process:
    try:
        return await asyncio.create_subprocess_exec(
            *arguments,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        raise ProgramFailed(f"{name} cannot be started: {type(error).__name__}") from None


async def _talk(process: asyncio.subprocess.Process, given: bytes, most_bytes: int) -> bytes:
    """Gives and takes at the same time, so that neither waits for the other for ever."""
    assert process.stdin is not None
    assert process.stdout is not None
    stdin, stdout = process.stdin, process.stdout

    async def give() -> None:
        with contextlib.suppress(ConnectionError):  # it need not read all of it
            stdin.write(given)
            await stdin.drain()
        stdin.close()

    made = bytearray()
    async with asyncio.TaskGroup() as both:
        both.create_task(give())
        while len(made) <= most_bytes and (part := await stdout.read(_AT_ONCE_BYTES)):
            made += part
    if len(made) > most_bytes:
        _kill(process)
    return bytes(made)


def _kill(process: asyncio.subprocess.Process) -> None:
    # Its whole family: a plugged-in voice may be a script around another program, which holds the
    # output open when the script has gone. The number stays theirs as long as one of them lives.
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
