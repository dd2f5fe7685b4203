"""Echo with nothing but aiohttp and JSON: what the wire itself allows."""

import asyncio
import json
from typing import Any

import aiohttp
from aiohttp import web

from bench.bots.surroundings import SECRET, Told, told


class BareEcho:
    """Calls methods and answers each message with its own text."""

    def __init__(self, where: Told, session: aiohttp.ClientSession) -> None:
        self.base = f"{where.api}/bot{where.token}/"
        self.where = where
        self.session = session

    async def call(self, method: str, **values: object) -> Any:
        """The result of a method."""
        async with self.session.post(self.base + method, json=values) as answer:
            body = json.loads(await answer.read())
        return body["result"] if body["ok"] else []

    async def answer(self, update: dict[str, Any]) -> None:
        """Echoes one update."""
        message = update["message"]
        await self.call("sendMessage", chat_id=message["chat"]["id"], text=message["text"])

    async def poll(self) -> None:
        """Asks for updates for ever; answers those of one batch side by side."""
        offset = 0
        async with asyncio.TaskGroup() as group:
            while True:
                updates = await self.call("getUpdates", offset=offset, timeout=10)
                for update in updates:
                    offset = update["update_id"] + 1
                    group.create_task(self.answer(update))

    async def be_posted_to(self) -> None:
        """Takes updates by webhook; accepts each after it is answered."""

        async def hook(request: web.BaseRequest) -> web.Response:
            await self.answer(json.loads(await request.read()))
            return web.Response()

        runner = web.ServerRunner(web.Server(hook))
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", self.where.port).start()
        where = {"url": self.where.hook_url, "secret_token": SECRET, "max_connections": 100}
        await self.call("setWebhook", **where)
        await asyncio.Event().wait()


async def main() -> None:
    """Runs until it is stopped."""
    connector = aiohttp.TCPConnector(limit=100)
    async with aiohttp.ClientSession(connector=connector) as session:
        bot = BareEcho(told(), session)
        await (bot.be_posted_to() if bot.where.is_webhook else bot.poll())


if __name__ == "__main__":
    asyncio.run(main())
