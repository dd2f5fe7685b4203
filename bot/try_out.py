"""Runs the practice club: its database, the house behind it, and the page on this machine alone."""

import asyncio
import errno
import logging
import os
import signal
import socket
import sys
import webbrowser
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from bot.channels.web.channel import NAME, WebChannel, read_update
from bot.channels.web.practice_room import PracticeRoom
from bot.channels.web.server import WebServer
from bot.clock import Clock, PracticeClock
from bot.house import build, running
from bot.knocking import Knocker
from bot.log_lines import write_log_lines
from bot.practice.fill import fill
from bot.practice.greetings import greet
from bot.serving import runner_of
from bot.settings import WrongSetting
from club.calendar import VIETNAM
from scheduler.clock_face import knocking
from storage.only_one import only_one
from storage.queries import Connection
from storage.queries.practice import Marked, clock_ahead, marked_as
from storage.queries.web import WebMessage
from storage.schema import bring_up_to_date, in_one_line
from storage.store import DatabaseFailed, Store, UnusableDatabase, is_away

DEFAULT_FILE = Path("lien-try.db")
DEFAULT_PORT = 8765
PORTS_TRIED = 20
SECONDS_BETWEEN_KNOCKS = 3
SECONDS_TO_CLOSE = 1.0


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked for on the command line."""

    file: Path = DEFAULT_FILE
    port: int = DEFAULT_PORT
    fresh: bool = False
    browser: bool = True
    language: str = "vi"
    say: Callable[[str], None] = lambda line: None


def try_out(wishes: Wishes) -> int:
    """Runs until Ctrl-C or SIGTERM. Raises UnusableDatabase or WrongSetting, in one line."""
    write_log_lines()
    logging.getLogger("lien").setLevel(logging.WARNING)
    clock = PracticeClock()
    with socket.socket() as listening:
        _listen(listening, wishes.port)
        taken = listening.getsockname()[1]
        if wishes.port not in {0, taken}:
            wishes.say(f"Port {wishes.port} is busy (by another lien try?), so it is {taken}.")
        with _practice_store(wishes, clock) as store:
            with store.reading() as db:
                clock.ahead = clock_ahead(db)
            return asyncio.run(_run(store, listening, clock, wishes))


@contextmanager
def _practice_store(wishes: Wishes, clock: Clock) -> Iterator[Store]:
    """The practice database, filled if it is new. A real one is refused, untouched."""
    if _mark_of(wishes.file) is Marked.REAL:
        raise UnusableDatabase(
            f"{wishes.file} holds a real club, not practice; "
            "please take another file with --database FILE"
        )
    store = Store(_url(wishes.file))
    try:
        with only_one(store):
            if wishes.fresh:
                _remove(wishes.file)
            bring_up_to_date(store)
            if _mark_of(wishes.file) is not Marked.PRACTICE:
                wishes.say("Filling a practice club with its past …")
                store.change(fill_and_greet, clock, wishes.language)
            yield store
    finally:
        store.close_now()


def fill_and_greet(db: Connection, clock: Clock, language: str = "vi") -> None:
    """The practice club with its past, and what lies on its phones."""
    greet(db, fill(db, clock.now(), language=language), clock)


def _mark_of(file: Path) -> Marked:
    if not file.exists() or file.stat().st_size == 0:
        return Marked.EMPTY
    store = Store(_url(file))
    try:
        with store.reading() as db:
            return marked_as(db)
    except DatabaseFailed as error:
        said = in_one_line(error) if is_away(error) else "it is not a practice database of Liên"
        raise UnusableDatabase(f"{file}: {said}") from None
    finally:
        store.close_now()


def _url(file: Path) -> str:
    return f"sqlite+aiosqlite:///{file}"


def _remove(file: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        file.with_name(file.name + ending).unlink(missing_ok=True)


def _listen(listening: socket.socket, port: int) -> None:
    """Takes the port, or the next free one, of this machine alone."""
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    for each in range(port, min(port + PORTS_TRIED, 65_536)):
        try:
            listening.bind(("127.0.0.1", each))
            return
        except OSError as error:
            if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise
    raise WrongSetting(f"no port is free from {port} on; please choose another with --port")


async def _run(store: Store, listening: socket.socket, clock: PracticeClock, wishes: Wishes) -> int:
    ended = _asked_to_end()
    async with open_room(store, listening, clock, wishes.language) as room:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        wishes.say(f"Liên is ready: {address}   (Ctrl-C ends it)")
        if wishes.browser:
            await asyncio.to_thread(_open_browser, address)
        async with knocking(room.knock, timezone=str(VIETNAM), seconds=SECONDS_BETWEEN_KNOCKS):
            await ended.wait()
            await room.rest()
    await store.close()
    return 0


@asynccontextmanager
async def open_room(
    store: Store, listening: socket.socket, clock: PracticeClock, language: str
) -> AsyncIterator[PracticeRoom]:
    """The practice club at work behind its page; nobody knocks by himself yet."""

    def told(phone: str, message: WebMessage) -> None:
        room.on_message(phone, message)

    store.prepare_reading()
    channel = WebChannel(store, clock, told)
    house = build(store, clock, {NAME: channel}, {NAME: read_update})
    room = PracticeRoom(house, channel, clock, Knocker(house), language)
    async with running(house), _serving(WebServer(room), listening):
        yield room


@asynccontextmanager
async def _serving(server: WebServer, listening: socket.socket) -> AsyncIterator[None]:
    runner = runner_of(server.application(), shutdown_seconds=SECONDS_TO_CLOSE)
    await runner.setup()
    try:
        await web.SockSite(runner, listening).start()
        yield
    finally:
        server.close()
        await runner.cleanup()


def _open_browser(address: str) -> None:
    """Where there is a screen; a browser in the terminal would take the terminal away."""
    if sys.platform == "linux" and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    ):
        return
    webbrowser.open(address)


def _asked_to_end() -> asyncio.Event:
    """Set at Ctrl-C, at SIGTERM, or when the terminal goes away."""
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(each, ended.set)
    return ended
