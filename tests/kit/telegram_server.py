"""A local stand-in of the Telegram Bot API over real HTTP, for tests, kill tests and the bench.

It checks requests as the real server does and answers in its words. People use it from Python
(`server.person("Bác Năm")`) or, when it runs as a process of its own
(`python -m tests.kit.telegram_server --port 8081`), over HTTP under /control/.
"""

import argparse
import asyncio
import contextlib
import json
import re
import sys
import time
from typing import Any, Self

from aiohttp import web

from tests.kit.telegram_checks import ApiError, Json, Parameters, as_text, read_parameters
from tests.kit.telegram_control import Control
from tests.kit.telegram_faults import Fault, Faults
from tests.kit.telegram_methods import METHODS
from tests.kit.telegram_person import Person
from tests.kit.telegram_updates import UpdateQueue
from tests.kit.telegram_webhook import WebhookDelivery
from tests.kit.telegram_wire import Request, answer, break_off, chat_id_in, drop, request_of
from tests.kit.telegram_world import Chat, World

TOKEN = "123456789:AAE-local-stand-in-of-the-Bot-API-000"
_PATH = re.compile(r"/(file/)?bot([^/]*)/(.+)")
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{30,}")


class TelegramServer:
    """`async with TelegramServer() as server:` serves on loopback at `server.url`."""

    def __init__(
        self,
        *,
        token: str = TOKEN,
        port: int = 0,
        seed: int = 1,
        first_update_id: int = 700_000_001,
    ) -> None:
        self.token = token
        self.port = port
        self.queue = UpdateQueue(first_update_id)
        self.world = World(
            bot_id=int(token.partition(":")[0]), username="lien_bot", queue=self.queue
        )
        self.webhook = WebhookDelivery(self.queue, self._call_from_webhook)
        self.faults = Faults(seed)
        self.keeps_log = True
        self.requests: list[Request] = []
        self.downloads: list[str] = []
        self._people: dict[int, Person] = {}
        self._runner: web.ServerRunner | None = None
        self._control = Control(self)

    @property
    def url(self) -> str:
        """The base address, to be used instead of https://api.telegram.org."""
        return f"http://127.0.0.1:{self.port}"

    async def __aenter__(self) -> Self:
        await self.come_up()
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.webhook.delete()
        await self.go_down()

    async def come_up(self) -> None:
        """Listens, at the same port as before if it did already."""
        runner = web.ServerRunner(
            web.Server(self._handle, request_factory=request_of), shutdown_timeout=1
        )
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", self.port)
        await site.start()
        self._runner = runner
        self.port = int(runner.addresses[0][1])

    async def go_down(self) -> None:
        """Stops listening and drops the connections: the Bot API is unreachable."""
        self.queue.end_polls()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def person(
        self, name: str, *, language_code: str = "vi", person_id: int | None = None
    ) -> Person:
        """A person with this name; the bot can write to them once they have said something."""
        number = person_id or 5_000_000_001 + len(self._people)
        about: Json = {
            "id": number,
            "is_bot": False,
            "first_name": name,
            "language_code": language_code,
        }
        chat = Chat({"id": number, "first_name": name, "type": "private"})
        self.world.chats[number] = chat
        self._people[number] = Person(self.world, about, chat)
        return self._people[number]

    def known_person(self, person_id: int) -> Person:
        """The person made before with this id."""
        return self._people[person_id]

    def fail(self, kind: str, *, person: Person | None = None, **settings: Any) -> Fault:
        """Switches a fault on; see Fault for the kinds and settings. `.stop()` ends it."""
        chat_id = person.chat.chat_id if person else settings.pop("chat_id", None)
        return self.faults.add(Fault(kind, chat_id=chat_id, **settings))

    def heal(self) -> None:
        """Switches all faults off."""
        self.faults.clear()

    def redeliver(self, update: Json) -> None:
        """Delivers an update once more, as after a confirmation that was lost."""
        content = next(value for key, value in update.items() if key != "update_id")
        chat = content.get("chat") or content.get("message", {}).get("chat") or {}
        self.queue.put(update, chat_id=int(chat.get("id", 0)))

    @property
    def deliver_each_twice(self) -> bool:
        """Whether every update from now on is delivered a second time after its confirmation."""
        return self.queue.deliver_each_twice

    @deliver_each_twice.setter
    def deliver_each_twice(self, twice: bool) -> None:
        self.queue.deliver_each_twice = twice

    @property
    def sent(self) -> list[Request]:
        """Every request of the bot, in order, except its polls."""
        return [request for request in self.requests if request.method != "getupdates"]

    async def until_confirmed(self, timeout: float = 10) -> None:
        """Waits until the bot has confirmed every update."""
        end = time.monotonic() + timeout
        while self.queue:
            assert time.monotonic() < end, f"{len(self.queue)} updates are not confirmed"
            await asyncio.sleep(0.01)

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        if request.path.startswith("/control/"):
            return await self._control.handle(request)
        found = _PATH.fullmatch(request.path)
        if found is None or not _TOKEN.fullmatch(found[2]):
            return answer(404, ApiError(404, "Not Found").as_json())
        if found[2] != self.token:
            return answer(401, ApiError(401, "Unauthorized").as_json())
        if found[1]:
            return await self._download(found[3], request)
        return await self._answer_method(found[3].lower(), request)

    async def _download(self, path: str, request: web.BaseRequest) -> web.StreamResponse:
        self.downloads.append(path)
        fault = self.faults.for_request("download", None)
        if fault is not None and fault.kind == "not_found":
            return answer(404, ApiError(404, "Not Found: file not found").as_json())
        if fault is not None and fault.kind == "server_error":
            return answer(500, ApiError(500, "Internal Server Error").as_json())
        if fault is not None and fault.kind == "dropped_before":
            drop(request)
        if fault is not None and fault.kind == "slow":
            await asyncio.sleep(fault.seconds)
        for stored in self.world.files.values():
            if stored.path == path and fault is not None and fault.kind == "truncated":
                await break_off(request, stored.content)
        for stored in self.world.files.values():
            if stored.path == path:
                return web.Response(body=stored.content)
        return answer(404, ApiError(404, "Not Found: file not found").as_json())

    async def _answer_method(self, method: str, request: web.BaseRequest) -> web.StreamResponse:
        entry: Request | None = None
        try:
            parameters = await read_parameters(request)
            entry = self._note(method, parameters)
            body = await self._carry_out(method, parameters, request)
            status = 200
        except ApiError as error:
            status, body = error.code, as_text(error.as_json()).encode()
        if self.keeps_log and entry is not None and method != "getupdates":
            entry.status, entry.answer = status, json.loads(body) if body[:1] == b"{" else None
        return web.Response(status=status, body=body, content_type="application/json")

    async def _carry_out(
        self, method: str, parameters: Parameters, request: web.BaseRequest
    ) -> bytes:
        fault = self.faults.for_request(method, chat_id_in(parameters))
        if fault is None:
            return await self._call(method, parameters)
        fault.raise_error()
        if fault.kind == "dropped_before":
            drop(request)
        if fault.kind == "bad_gateway":
            raise web.HTTPBadGateway(
                text="<html><h1>502 Bad Gateway</h1></html>", content_type="text/html"
            )
        if fault.kind == "slow":
            await asyncio.sleep(fault.seconds)
        body = await self._call(method, parameters)
        if fault.kind == "no_path":
            about = json.loads(body)
            del about["result"]["file_path"]
            return json.dumps(about).encode()
        if fault.kind == "dropped_after":
            drop(request)
        return body

    async def _call(self, method: str, parameters: Parameters) -> bytes:
        if method == "getupdates":
            return await self.queue.get_updates(parameters)
        result: object
        if method == "setwebhook":
            result = await self.webhook.set(parameters)
        elif method == "deletewebhook":
            if parameters.yes("drop_pending_updates"):
                self.queue.clear()
            result = await self.webhook.delete()
        elif method == "getwebhookinfo":
            result = self.webhook.describe()
        elif method in METHODS:
            result = METHODS[method](self.world, parameters)
        else:
            raise ApiError(404, "Not Found: method not found")
        return as_text({"ok": True, "result": result}).encode()

    async def _call_from_webhook(self, method: str, values: Json) -> None:
        parameters = Parameters(values)
        entry = self._note(method.lower(), parameters)
        try:
            await self._call(method.lower(), parameters)
            entry.status = 200
        except ApiError as error:
            entry.status, entry.answer = error.code, error.as_json()

    def _note(self, method: str, parameters: Parameters) -> Request:
        sizes = {name: len(upload.content) for name, upload in parameters.files.items()}
        entry = Request(time.monotonic(), method, dict(parameters.values), sizes)
        if self.keeps_log:
            self.requests.append(entry)
        return entry


async def _serve(port: int, token: str, seed: int) -> None:
    async with TelegramServer(port=port, token=token, seed=seed) as server:
        sys.stdout.write(json.dumps({"url": server.url, "token": server.token}) + "\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


def main() -> None:
    """Serves until it is interrupted; the first line on stdout has the url and the token."""
    parser = argparse.ArgumentParser(description="A local stand-in of the Telegram Bot API")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(asked.port, asked.token, asked.seed))


if __name__ == "__main__":
    main()
