"""How every door of ours is served over HTTP: that of `lien run`, of the practice page, of /health.

What strangers send wrongly is answered and forgotten: the log holds our own faults, and no address.
"""

import logging
import resource

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError

log = logging.getLogger("lien.door")

IDLE_SECONDS = 130.0
"""So long a line may say nothing: longer than a proxy in front keeps its own, two minutes."""
MOST_OPEN_FILES = 32_768

SAFE_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}


async def safely(_request: web.Request, response: web.StreamResponse) -> None:
    """Guards on every answer. Only what is the same for everybody, and has a tag, may be kept."""
    headers = response.headers
    for name, value in SAFE_HEADERS.items():
        headers.setdefault(name, value)
    headers.setdefault("Cache-Control", "no-cache" if "ETag" in headers else "private, no-store")
    headers["Server"] = "Lien"  # and not of which library and release it is made


class _OursAlone(logging.Filter):
    """Of what the library says, our own faults alone, without whom they met."""

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, HttpProcessingError | web.RequestPayloadError | ConnectionError):
            return False
        if error is not None:
            record.msg, record.args = "a request failed", ()
        return True


log.addFilter(_OursAlone())


def runner_of(application: web.Application, *, shutdown_seconds: float) -> web.AppRunner:
    """Serves it with guards on every answer. `shutdown_seconds`: for what is under way then."""
    application.on_response_prepare.append(safely)
    return web.AppRunner(
        application,
        # It would hold addresses of people and a line for every message.
        access_log=None,
        logger=log,
        # Nothing that we serve packs what it posts; unpacking is work that strangers could ask for.
        auto_decompress=False,
        keepalive_timeout=IDLE_SECONDS,
        shutdown_timeout=shutdown_seconds,
    )


def allow_many_lines() -> None:
    """As many open lines as this machine lets us have: pages ask for more than the usual 1024."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = MOST_OPEN_FILES if hard == resource.RLIM_INFINITY else min(MOST_OPEN_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
