"""GET /health and GET /metrics at LIEN_METRICS; nothing else, and nothing without the setting."""

import asyncio
import logging
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.clock import Clock
from bot.own_names import OWN_NAMES, host_name
from bot.serving import runner_of
from bot.settings import Settings, WrongSetting
from bot.watching.looking import Looked, look, troubles
from bot.watching.measures import MEASURES, Measures
from storage.store import DatabaseFailed, Store

log = logging.getLogger("lien.watching")

PATIENCE_SECONDS = 5.0
UNWELL = 503

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


class Door:
    """Answers machines that look after this one. One look at the database at a time."""

    def __init__(self, store: Store, settings: Settings, clock: Clock) -> None:
        self._store, self._settings, self._clock = store, settings, clock
        # A thread of its own: a database that hangs holds up nobody else.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="watching")
        self.measures: Measures = MEASURES

    async def health(self, request: web.Request) -> web.Response:
        """200 while all is well, 503 with what is not."""
        looked, silent = await self._look(), self.measures.silent_seconds()
        found = ["the database does not answer"]
        if looked is not None:
            found = troubles(silent, looked.waiting, self.measures.away_seconds)
        said = {
            "well": not found,
            "troubles": found,
            "silent_seconds": {part: round(seconds, 1) for part, seconds in silent.items()},
        }
        return web.json_response(said, status=UNWELL if found else 200)

    async def metrics(self, request: web.Request) -> web.Response:
        """Everything that is counted; always 200, since no answer is an alarm of its own."""
        from bot.watching.prometheus import as_text

        looked = await self._look()
        text = as_text(self.measures, looked, self._settings.messages_per_second)
        return web.Response(
            body=text, headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"}
        )

    def close(self) -> None:
        """Nobody looks any more; what hangs is not waited for."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def _look(self) -> Looked | None:
        """None where the database does not answer in time."""
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                return await asyncio.get_running_loop().run_in_executor(
                    self._thread, look, self._store, self._settings, self._clock.now()
                )
        except (DatabaseFailed, TimeoutError, OSError) as error:
            log.warning("a look at the database failed: %s", type(error).__name__)
            return None


@web.middleware
async def _for_this_machine(request: web.Request, handler: Handler) -> web.StreamResponse:
    """A page under a foreign name that leads to this machine reads nothing. A door that is open
    to an inner network goes by names of its own.
    """
    if host_name(request.host) not in OWN_NAMES:
        raise web.HTTPForbidden
    return await handler(request)


@asynccontextmanager
async def watched(store: Store, settings: Settings, clock: Clock) -> AsyncIterator[None]:
    """The door is open as long as the block runs. Raises WrongSetting where it is taken."""
    if settings.metrics is None:
        yield
        return
    host, port = settings.metrics
    door = Door(store, settings, clock)
    application = web.Application(
        client_max_size=1024, middlewares=[_for_this_machine] if host in _LOOPBACK else []
    )
    application.router.add_get("/health", door.health)
    application.router.add_get("/metrics", door.metrics)
    runner = runner_of(application, shutdown_seconds=1.0)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            why = error.strerror or str(error)
            raise WrongSetting(f"LIEN_METRICS: {host}:{port} cannot be used: {why}") from None
        log.info("health and metrics at http://%s:%s", host, port)
        yield
    finally:
        await runner.cleanup()
        door.close()
