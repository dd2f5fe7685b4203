"""Runs the practice club: its database, the house behind it, and the page on this machine alone."""

import asyncio
import errno
import fcntl
import logging
import signal
import socket
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
from bot.practice.fill import fill
from bot.practice.greetings import greet
from bot.settings import WrongSetting
from storage.queries import Connection
from storage.queries.practice import Marked, clock_ahead, marked_as
from storage.queries.web import WebMessage
from storage.schema import bring_up_to_date
from storage.store import DatabaseFailed, Store, UnusableDatabase

log = logging.getLogger("lien.try")

DEFAULT_FILE = Path("lien-try.db")
DEFAULT_PORT = 8765
PORTS_TRIED = 20
SECONDS_BETWEEN_KNOCKS = 3.0
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
    """Runs until Ctrl-C or SIGTERM. Raises UnusableDatabase, in one line."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    clock = PracticeClock()
    with _alone(wishes.file), socket.socket() as listening:
        _listen(listening, wishes.port)
        with _practice_store(wishes, clock) as store:
            with store.reading() as db:
                clock.ahead = clock_ahead(db)
            return asyncio.run(_run(store, listening, clock, wishes))


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """Two programs on one practice club would each send its reminders."""
    try:
        lock = file.with_name(f"{file.name}.lock").open("w")
    except OSError as error:
        raise UnusableDatabase(f"{file} cannot be opened: {error.strerror}") from None
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise UnusableDatabase(
                f"{file} is being tried by another lien try; end that, or take --database OTHER.db"
            ) from None
        yield


@contextmanager
def _practice_store(wishes: Wishes, clock: Clock) -> Iterator[Store]:
    """The practice database, filled if it is new. A real one is refused, untouched."""
    mark = _mark_of(wishes.file)
    if mark is Marked.REAL:
        raise UnusableDatabase(
            f"{wishes.file} holds a real club, not practice; "
            "please take another file with --database FILE"
        )
    if mark is Marked.PRACTICE and wishes.fresh:
        _remove(wishes.file)
        mark = Marked.EMPTY
    store = Store(_url(wishes.file))
    try:
        bring_up_to_date(store)
        if mark is Marked.EMPTY:
            store.change(_fill, clock)
        yield store
    finally:
        store.close_now()


def _fill(db: Connection, clock: Clock) -> None:
    greet(db, fill(db, clock.now()), clock)


def _mark_of(file: Path) -> Marked:
    if not file.exists() or file.stat().st_size == 0:
        return Marked.EMPTY
    store = Store(_url(file))
    try:
        with store.reading() as db:
            return marked_as(db)
    except DatabaseFailed:
        raise UnusableDatabase(f"{file} is not a practice database of Liên") from None
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
    def told(phone: str, message: WebMessage) -> None:
        room.on_message(phone, message)

    channel = WebChannel(store, clock, told)
    house = build(store, clock, {NAME: channel}, {NAME: read_update})
    room = PracticeRoom(house, channel, clock, NoKnocker(), wishes.language)
    async with running(house), _serving(WebServer(room), listening):
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        wishes.say(f"Liên is ready: {address}   (Ctrl-C ends it)")
        if wishes.browser:
            await asyncio.to_thread(_open_browser, address)
        async with asyncio.TaskGroup() as tasks:
            knocking = tasks.create_task(_knock_again_and_again(room))
            await _asked_to_end()
            knocking.cancel()
    await store.close()
    return 0


@asynccontextmanager
async def _serving(server: WebServer, listening: socket.socket) -> AsyncIterator[None]:
    runner = web.AppRunner(server.application(), access_log=None, shutdown_timeout=SECONDS_TO_CLOSE)
    await runner.setup()
    try:
        await web.SockSite(runner, listening).start()
        yield
    finally:
        server.close()
        await runner.cleanup()


def _open_browser(address: str) -> None:
    try:
        webbrowser.get()
    except webbrowser.Error:
        return  # no browser on this machine: the address has been printed
    webbrowser.open(address)


async def _knock_again_and_again(room: PracticeRoom) -> None:
    while True:
        await asyncio.sleep(SECONDS_BETWEEN_KNOCKS)
        try:
            await room.knock()
        except DatabaseFailed as error:
            log.error("the scheduler could not look: %s", type(error).__name__)


async def _asked_to_end() -> None:
    """Returns at Ctrl-C or SIGTERM."""
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(each, ended.set)
    await ended.wait()


class NoKnocker:
    """Where nothing is planned."""

    async def knock(self) -> int:
        return 0
