"""A local stand-in of the Zalo Bot API over real HTTP, with its known limits and faults.

One update a call, no offset, no number of an update; 408 when nothing comes; 2,000 characters; no
buttons; a webhook and polling, or two pollers, lose to each other without a word. What is not known
of the real one, and played here in one way, stands in docs/CHANNELS.md.
"""

import argparse
import asyncio
import contextlib
import json
import sys
import time
from dataclasses import dataclass, field
from typing import Any, Self

import aiohttp
from aiohttp import web

from tests.kit.zalo_faults import ApiError, Fault, Faults
from tests.kit.zalo_person import Person
from tests.kit.zalo_updates import Updates, Webhook

TOKEN = "1234568900000000001:local-stand-in_of-the.Zalo-Bot-API"
LONGEST_TEXT = 2000
Json = dict[str, Any]


@dataclass(slots=True)
class Request:
    """One request of the bot with its answer's status."""

    at: float
    method: str
    values: Json
    status: int = 0


@dataclass
class ZaloServer:
    """`async with ZaloServer() as server:` serves on loopback at `server.url`.

    `most_users`, `a_month`: what a free plan allows. `wraps`: a webhook's body holds the update in
    `result`. `errors_by_status`: an error is the answer's status, or a 200 whose body says it.
    """

    token: str = TOKEN
    port: int = 0
    most_users: int = 10_000
    a_month: int | None = None
    wraps: bool = True
    errors_by_status: bool = True
    seed: int = 1
    requests: list[Request] = field(default_factory=list)
    people: dict[str, Person] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.faults = Faults(self.seed)
        self.updates = Updates(wraps=self.wraps)
        self._runner: web.AppRunner | None = None
        self._numbers = iter(range(1, 10**9))

    @property
    def url(self) -> str:
        """The base address, to be used instead of https://bot-api.zaloplatforms.com."""
        return f"http://127.0.0.1:{self.port}"

    async def __aenter__(self) -> Self:
        await self.come_up()
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.updates.end_courier()
        await self.go_down()

    async def come_up(self) -> None:
        """Listens, at the same port as before if it did already."""
        application = web.Application()
        application.router.add_post("/bot{token}/{method}", self._handle)
        application.router.add_get("/pictures/{name}", self._picture)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()
        self.port = int(self._runner.addresses[0][1])

    async def go_down(self) -> None:
        """Stops listening and drops the connections."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def person(self, name: str) -> Person:
        """A person with this name; the bot can write to her once she has said something."""
        key = f"{0xABC0 + len(self.people):016x}"
        self.people[key] = Person(self, key, name)
        return self.people[key]

    def fail(self, kind: str, **settings: Any) -> Fault:
        """Switches a fault on; see Fault for the kinds and settings. `.stop()` ends it."""
        return self.faults.add(Fault(kind, **settings))

    @property
    def sent(self) -> list[Request]:
        """Every request of the bot, in order, except its polls."""
        return [each for each in self.requests if each.method != "getUpdates"]

    def next_number(self) -> int:
        return next(self._numbers)

    async def put(self, update: Json) -> None:
        """An update on its way to the bot."""
        await self.updates.put(update)

    @property
    def webhook(self) -> Webhook | None:
        return self.updates.webhook

    @property
    def pollers(self) -> int:
        """How many programs ask for updates just now."""
        return self.updates.pollers

    @property
    def handed_out(self) -> list[Json]:
        return self.updates.handed_out

    @property
    def waiting(self) -> int:
        """Updates that nobody has taken yet."""
        return len(self.updates)

    # What is asked

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        values = await _values_in(request)
        entry = Request(time.monotonic(), method, values)
        self.requests.append(entry)
        try:
            if request.match_info["token"] != self.token:
                raise ApiError(401, "Unauthorized")
            result = await self._answered(method, values, request)
            entry.status, body = 200, {"ok": True, "result": result}
        except ApiError as error:
            entry.status, body = error.code, error.as_json()
        by_status = self.errors_by_status and entry.status != 408
        return web.json_response(body, status=entry.status if by_status else 200)

    async def _answered(self, method: str, values: Json, request: web.Request) -> Any:
        fault = self.faults.for_request(method, str(values.get("chat_id", "")))
        if fault is not None:
            fault.raise_error()
            if fault.kind == "dropped_before":
                _drop(request)
            if fault.kind == "slow":
                await asyncio.sleep(fault.seconds)
        found = getattr(self, f"_{method}", None)
        if found is None:
            raise ApiError(404, "Not Found")
        result = await found(values)
        if fault is not None and fault.kind == "dropped_after":
            _drop(request)
        return result

    async def _getMe(self, values: Json) -> Json:
        return {
            "id": self.token.partition(":")[0],
            "account_name": "bot.lien",
            "account_type": "BASIC",
            "can_join_groups": False,
            "display_name": "Bot Liên",
        }

    async def _getUpdates(self, values: Json) -> Json:
        update = await self.updates.take(min(float(values.get("timeout") or 30), 50.0))
        if update is None:
            raise ApiError(408, "Request timeout")
        return update

    async def _setWebhook(self, values: Json) -> Json:
        url, secret = values.get("url"), values.get("secret_token")
        if not isinstance(url, str) or not url.startswith("http"):
            raise ApiError(400, "Bad Request: url")
        if not isinstance(secret, str) or not 8 <= len(secret) <= 256:
            raise ApiError(400, "Bad Request: secret_token")
        hook = Webhook(url, secret, int(time.time() * 1000))
        await self.updates.set_webhook(hook)
        return {"url": url, "updated_at": hook.updated_at}

    async def _deleteWebhook(self, values: Json) -> Json:
        await self.updates.set_webhook(None)
        return {"url": "", "updated_at": int(time.time() * 1000)}

    async def _getWebhookInfo(self, values: Json) -> Json:
        if self.webhook is None:
            raise ApiError(404, "Webhook not found")
        return {"url": self.webhook.url, "updated_at": self.webhook.updated_at}

    async def _sendMessage(self, values: Json) -> Json:
        text = values.get("text")
        if not isinstance(text, str) or not 1 <= len(text.encode("utf-16-le")) // 2 <= LONGEST_TEXT:
            raise ApiError(400, "Bad Request: text must be 1 to 2000 characters")
        return self._said(values, text)

    async def _sendPhoto(self, values: Json) -> Json:
        address = values.get("photo")
        if not isinstance(address, str) or not address.startswith("http"):
            raise ApiError(400, "Bad Request: photo must be an address")
        content = await self._fetched(address)
        return self._said(values, str(values.get("caption") or ""), content)

    async def _fetched(self, address: str) -> bytes:
        """As the real one does before it shows the picture."""
        async with aiohttp.ClientSession() as session, session.get(address) as answer:
            content = await answer.read()
            if answer.status != 200 or not answer.content_type.startswith("image/"):
                raise ApiError(400, "Bad Request: photo")
        return content

    async def _sendChatAction(self, values: Json) -> bool:
        self._whom(values).typing += 1
        return True

    def _said(self, values: Json, text: str, picture: bytes | None = None) -> Json:
        if "reply_markup" in values:
            raise ApiError(400, "Bad Request: reply_markup")
        spent = sum(len(each.messages) for each in self.people.values())
        if self.a_month is not None and spent >= self.a_month:
            raise ApiError(429, "Quota exceeded")
        whom = self._whom(values)
        whom.hears(text, picture)
        return {"message_id": f"out{self.next_number():08x}", "date": int(time.time() * 1000)}

    def _whom(self, values: Json) -> Person:
        found = self.people.get(str(values.get("chat_id")))
        if found is None or not found.has_written:
            raise ApiError(400, "Bad Request: chat not found")
        if found.has_blocked:
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        return found

    async def _picture(self, request: web.Request) -> web.StreamResponse:
        found = self.pictures.get(request.match_info["name"])
        if found is None:
            raise web.HTTPNotFound
        return web.Response(body=found, content_type="image/jpeg")


async def _values_in(request: web.Request) -> Json:
    """Of a body in JSON, or of a form, as python-zalo-bot sends it."""
    if request.content_type == "application/x-www-form-urlencoded":
        return dict(await request.post())
    try:
        values = json.loads(await request.read() or b"{}")
    except ValueError:
        return {}
    return values if isinstance(values, dict) else {}


def _drop(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()
    raise asyncio.CancelledError


async def _serve(port: int, token: str) -> None:
    async with ZaloServer(port=port, token=token) as server:
        sys.stdout.write(json.dumps({"url": server.url, "token": server.token}) + "\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


def main() -> None:
    """Serves until it is interrupted; the first line on stdout has the url and the token."""
    parser = argparse.ArgumentParser(description="A local stand-in of the Zalo Bot API")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--token", default=TOKEN)
    asked = parser.parse_args()
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(asked.port, asked.token))


if __name__ == "__main__":
    main()
