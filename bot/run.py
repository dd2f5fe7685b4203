"""`lien run`: the database, messengers, the members' page, the clock that knocks; until SIGTERM or
Ctrl-C.
"""

import asyncio
import logging
import signal
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import (
    AbstractAsyncContextManager,
    asynccontextmanager,
    contextmanager,
    nullcontext,
)
from functools import partial

from aiohttp import web

from bot.backup.daily import must_have_a_key
from bot.backup.keeping import keeping
from bot.beside_others import duties_of, elsewhere, received, shared
from bot.channels.channel import Channel, Messenger
from bot.channels.configured import messengers, must_speak_somewhere
from bot.channels.web import channel as web_channel
from bot.channels.web.elsewhere import hearing_others
from bot.channels.web.members import MembersPage
from bot.clock import Clock
from bot.forgetting import SECONDS_BETWEEN, Forgetter
from bot.house import House, build, running
from bot.knocking import Knocker
from bot.log_lines import shown
from bot.new_database import must_not_be_missing, say_if_new
from bot.pace import Pace
from bot.roles import ALL, Role
from bot.serving import allow_many_lines, runner_of
from bot.settings import Settings, WrongSetting
from bot.sharing import Sharing
from bot.sitting import Reader
from bot.voice.opening import forgetting_recordings, opened_reading
from bot.voice.reading import ReadingAloud
from bot.watching.door import watched
from scheduler.clock_face import knocking
from storage.damage import must_not_be_damaged
from storage.made_up import must_not_be_made_up
from storage.only_one import only_one
from storage.page_sessions import page_is_at
from storage.schema import bring_up_to_date
from storage.sharing.start import make_ready
from storage.store import Store, UnusableDatabase

log = logging.getLogger("lien")

Face = Callable[..., AbstractAsyncContextManager[None]]

MOST_BYTES_OF_A_REQUEST = 1024 * 1024
SECONDS_FOR_REQUESTS = 2.0


def run(
    settings: Settings,
    roles: frozenset[Role] = ALL,
    *,
    clock: Clock | None = None,
    face: Face = knocking,
) -> int:
    """Run until stopped; 0 when it was asked to stop, 1 after a fault of ours.

    `clock`: the system's, unless another one is given; `face` knocks, each minute if not otherwise.

    Raises WrongSetting or UnusableDatabase, in one line, where it cannot start or go on.
    """
    must_speak_somewhere(settings)
    must_have_a_key(settings)
    allow_many_lines()
    store = Store(settings.database_url)
    if store.on_sqlite and roles != ALL:
        raise WrongSetting(
            "--only is for several processes on PostgreSQL; on SQLite one lien run does everything"
        )
    try:
        with _ready(store, settings):
            must_not_be_made_up(store)
            work = partial(live, store, settings, clock=clock or Clock(), roles=roles)
            asyncio.run(_until_signal(partial(work, face=face)))
    except (WrongSetting, UnusableDatabase):
        raise
    except Exception as error:
        must_not_be_damaged(error)
        log.critical("ended by a fault of its own: %s", shown(sys.exc_info()))  # type: ignore[arg-type]
        return 1
    finally:
        store.close_now()
    return 0


@contextmanager
def _ready(store: Store, settings: Settings) -> Iterator[None]:
    """SQLite is held by this process alone, PostgreSQL is shared with others."""
    if not store.on_sqlite:
        say_if_new(store, is_new=make_ready(store))
        yield
        return
    must_not_be_missing(store, settings)
    with only_one(store):
        say_if_new(store, is_new=bring_up_to_date(store))
        yield


async def _until_signal(work: Callable[[asyncio.Event], Awaitable[None]]) -> None:
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    # A terminal that goes away hangs up: what is begun is finished then as well.
    for each in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        loop.add_signal_handler(each, stopping.set)
    await work(stopping)


async def live(
    store: Store,
    settings: Settings,
    stopping: asyncio.Event,
    *,
    clock: Clock,
    roles: frozenset[Role] = ALL,
    face: Face = knocking,
) -> None:
    """Everything at work until `stopping` is set; what is begun is finished then.

    Raises WrongSetting for a token that Telegram refuses or a door that is taken, UnusableDatabase
    where a database that is shared cannot be shared any more.
    """
    spoken = messengers(settings, clock, store)
    page = MembersPage(store, clock, settings.public_url) if settings.public_url else None
    duties = duties_of(spoken, roles)
    sharing = None if store.on_sqlite else Sharing(store, clock, roles, duties=duties)
    with _listening(settings, spoken if Role.INBOX in roles else None) as door:
        try:
            reading = await opened_reading(settings, clock)
            await _opened(spoken, page, store, address=settings.public_url)
            house = build(
                store,
                clock,
                _channels(spoken, page),
                _readers(spoken),
                pace=_pace(settings, clock, shared=sharing is not None),
                reading=reading,
                sharing=sharing,
                chat_messages_a_minute=settings.chat_messages_a_minute,
            )
            async with (
                shared(sharing, stopping),
                _at_work(house, settings, reading),
                _receiving(house, spoken if Role.INBOX in roles else ()),
                _web(house, spoken, page, door),
                _knocking(house, settings.timezone, face)
                if Role.SCHEDULER in roles
                else nullcontext(),
            ):
                await _until(stopping)
        finally:
            for each in spoken:
                await each.close()


async def _until(stopping: asyncio.Event) -> None:
    log.info("Liên is listening")
    await stopping.wait()
    log.info("stopping: what is begun is finished first")


def _pace(settings: Settings, clock: Clock, *, shared: bool) -> Pace:
    """The bot's; another process may have been sending a moment ago."""
    return Pace(
        clock,
        per_second=settings.messages_per_second,
        chat_gap_seconds=settings.chat_gap_seconds,
        shared=shared,
        rests_first=True,
    )


@asynccontextmanager
async def _at_work(
    house: House, settings: Settings, reading: ReadingAloud | None
) -> AsyncIterator[None]:
    """The house, and what goes on beside it whatever its role."""
    async with (
        running(house),
        forgetting_recordings(reading, settings),
        keeping(house, settings),
        watched(house.store, settings, house.clock),
    ):
        yield


async def _opened(
    spoken: Sequence[Messenger], page: MembersPage | None, store: Store, *, address: str
) -> None:
    for each in spoken:
        await each.open()
    if page is not None and not store.on_sqlite:
        store.prepare_reading()
    await store.change_soon(page_is_at, address)


@asynccontextmanager
async def _knocking(house: House, timezone: str, face: Face) -> AsyncIterator[None]:
    """What is due goes out, and what is forgotten is forgotten, by themselves."""
    async with (
        face(Knocker(house).knock, timezone=timezone),
        knocking(Forgetter(house).knock, timezone=timezone, seconds=SECONDS_BETWEEN, at_once=False),
    ):
        yield


def _channels(spoken: Sequence[Messenger], page: MembersPage | None) -> dict[str, Channel]:
    channels = {each.channel.name: each.channel for each in spoken}
    if page is not None:
        channels[web_channel.NAME] = page.channel
    return channels


def _readers(spoken: Sequence[Messenger]) -> dict[str, Reader]:
    readers: dict[str, Reader] = {each.channel.name: each.read for each in spoken}
    return readers | {web_channel.NAME: web_channel.read_update}


@contextmanager
def _listening(
    settings: Settings, spoken: Sequence[Messenger] | None
) -> Iterator[socket.socket | None]:
    """The door for webhook and page, opened first: one that is taken is a plain word at once.

    `spoken`: None where nothing comes in.
    """
    if spoken is None or not (settings.public_url or any(each.is_posted_to for each in spoken)):
        yield None
        return
    host, port = settings.listen
    try:
        door = socket.create_server((host, port), backlog=128)
    except OSError as error:
        why = error.strerror or str(error)
        raise WrongSetting(f"LIEN_LISTEN: {host}:{port} cannot be used: {why}") from None
    with door:
        yield door


@asynccontextmanager
async def _receiving(house: House, spoken: Sequence[Messenger]) -> AsyncIterator[None]:
    """What brings work in; it ends before the house finishes what it holds."""
    async with asyncio.TaskGroup() as tasks:
        receiving = [tasks.create_task(received(house, each)) for each in spoken]
        try:
            yield
        finally:
            for each in receiving:
                each.cancel()


def application_of(
    house: House, spoken: Sequence[Messenger], page: MembersPage | None
) -> web.Application:
    """Everything that is answered behind the door: webhooks and the members' page."""
    application = web.Application(client_max_size=MOST_BYTES_OF_A_REQUEST)
    for each in spoken:
        each.add_routes(application, house.core.take_in)
    if page is not None:
        page.house = house
        page.add_routes(application)
    return application


@asynccontextmanager
async def _web(
    house: House,
    spoken: Sequence[Messenger],
    page: MembersPage | None,
    door: socket.socket | None,
) -> AsyncIterator[None]:
    if door is None:
        yield
        return
    application = application_of(house, spoken, page)
    runner = runner_of(application, shutdown_seconds=SECONDS_FOR_REQUESTS)
    await runner.setup()
    try:
        await web.SockSite(runner, door).start()
        async with hearing_others(elsewhere(house, page)):
            yield
    finally:
        if page is not None:
            page.close()
        await runner.cleanup()
