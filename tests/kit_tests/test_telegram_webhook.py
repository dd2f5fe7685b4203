"""The stand-in's webhook: secret, order within a chat, chats side by side, another try."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web

from tests.kit.telegram_server import TelegramServer

Hook = Callable[[web.BaseRequest], Awaitable[web.Response]]


@asynccontextmanager
async def webhook_set(server: TelegramServer, hook: Hook) -> AsyncIterator[None]:
    """A bot's web server at a free port, told to the Bot API."""
    runner = web.ServerRunner(web.Server(hook), shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    asked = {"url": url, "secret_token": "only-we-know", "max_connections": 2}
    try:
        async with aiohttp.ClientSession() as session:
            api = f"{server.url}/bot{server.token}/setWebhook"
            async with session.post(api, data=asked) as answer:
                assert answer.status == 200
        yield
    finally:
        await server.webhook.delete()
        await runner.cleanup()


async def test_one_chat_waits_and_others_do_not() -> None:
    running: list[int] = []
    most_at_once = 0
    order: dict[int, list[str]] = {}

    async def hook(request: web.BaseRequest) -> web.Response:
        nonlocal most_at_once
        assert request.headers["X-Telegram-Bot-Api-Secret-Token"] == "only-we-know"
        message = (await request.json())["message"]
        chat_id = message["chat"]["id"]
        assert chat_id not in running
        running.append(chat_id)
        most_at_once = max(most_at_once, len(running))
        await asyncio.sleep(0.02)
        order.setdefault(chat_id, []).append(message["text"])
        running.remove(chat_id)
        return web.Response()

    async with TelegramServer() as server:
        people = [server.person(f"Bác {number}") for number in range(5)]
        async with webhook_set(server, hook):
            for word in "abc":
                for person in people:
                    await person.says(word)
            await server.until_confirmed()
    assert list(order.values()) == [["a", "b", "c"]] * 5
    assert most_at_once == 2


async def test_what_is_not_accepted_comes_again() -> None:
    tries: list[str] = []

    async def hook(request: web.BaseRequest) -> web.Response:
        tries.append((await request.json())["message"]["text"])
        return web.Response(status=500 if len(tries) < 3 else 200)

    async with TelegramServer() as server:
        server.webhook.pause_seconds = 0.01
        async with webhook_set(server, hook):
            person = server.person("Bác Năm")
            await person.says("nghe không")
            await person.says("sau nhé")
            await server.until_confirmed()
    assert tries == ["nghe không"] * 3 + ["sau nhé"]
    assert server.webhook.describe()["last_error_message"].endswith("500 Internal Server Error")


async def test_the_answer_may_carry_a_call() -> None:
    async def hook(request: web.BaseRequest) -> web.Response:
        chat_id = (await request.json())["message"]["chat"]["id"]
        call = {"method": "sendMessage", "chat_id": chat_id, "text": "Dạ, cháu đây ạ."}
        return web.json_response(call)

    async with TelegramServer() as server, webhook_set(server, hook):
        person = server.person("Bác Năm")
        await person.says("cháu ơi")
        assert (await person.sees()).text == "Dạ, cháu đây ạ."
        assert [request.method for request in server.sent] == ["setwebhook", "sendmessage"]
