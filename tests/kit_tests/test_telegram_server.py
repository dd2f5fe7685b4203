"""The stand-in of the Bot API: what it refuses, how it hands out updates, how it misbehaves."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from tests.kit.telegram_person import KINDS
from tests.kit.telegram_server import TelegramServer

TOKEN_IN_FORM = "123456789:a-well-formed-token-of-somebody-else-0"


class Caller:
    """A bot in the bare: posts JSON and returns what the server answers."""

    def __init__(self, server: TelegramServer, session: aiohttp.ClientSession) -> None:
        self.server = server
        self.session = session

    async def __call__(self, method: str, **values: Any) -> Any:
        url = f"{self.server.url}/bot{self.server.token}/{method}"
        async with self.session.post(url, json=values) as answer:
            return await answer.json()

    async def update_ids(self, **values: Any) -> list[int]:
        answer = await self("getUpdates", **values)
        assert answer["ok"], answer
        return [update["update_id"] for update in answer["result"]]


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as running:
        yield running


@pytest.fixture
async def call(server: TelegramServer) -> AsyncIterator[Caller]:
    async with aiohttp.ClientSession() as session:
        yield Caller(server, session)


async def description(call: Caller, method: str, **values: Any) -> str:
    answer = await call(method, **values)
    assert not answer["ok"]
    return f"{answer['error_code']} {answer['description']}"


async def test_a_wrong_token_is_401_and_no_token_404(server: TelegramServer) -> None:
    async with aiohttp.ClientSession() as session:
        statuses = []
        for token in (server.token, TOKEN_IN_FORM, "nonsense", ""):
            async with session.get(f"{server.url}/bot{token}/getMe") as answer:
                statuses.append(answer.status)
        async with session.get(f"{server.url}/bot{server.token}/unheardOf") as answer:
            statuses.append(answer.status)
    assert statuses == [200, 401, 404, 404, 404]


async def test_texts_are_checked_after_trimming(server: TelegramServer, call: Caller) -> None:
    person = server.person("Bác Năm")
    await person.starts()
    to = {"chat_id": person.person_id}
    assert await description(call, "sendMessage", **to, text="  \n ") == (
        "400 Bad Request: message text is empty"
    )
    too_long = "400 Bad Request: message is too long"
    assert await description(call, "sendMessage", **to, text="a" * 4097) == too_long
    assert await description(call, "sendMessage", **to, text="👵" * 2049) == too_long
    assert (await call("sendMessage", **to, text=" " + "👵" * 2048 + "\n"))["ok"]
    assert (await person.sees()).text == "👵" * 2048


async def test_html_is_parsed_and_its_faults_refused(server: TelegramServer, call: Caller) -> None:
    person = server.person("Bác Năm")
    await person.starts()
    to = {"chat_id": person.person_id, "parse_mode": "HTML"}
    answer = await call("sendMessage", **to, text="Dạ <b>5 &lt; 6</b> ạ")
    assert answer["result"]["text"] == "Dạ 5 < 6 ạ"
    assert answer["result"]["entities"] == [{"type": "bold", "offset": 3, "length": 5}]
    assert "Unsupported start tag" in await description(call, "sendMessage", **to, text="<p>a")
    assert "Can't find end tag" in await description(call, "sendMessage", **to, text="<b>a")


async def test_who_never_wrote_cannot_be_written_to(server: TelegramServer, call: Caller) -> None:
    person = server.person("Bác Năm")
    not_found = "400 Bad Request: chat not found"
    for chat_id in (person.person_id, 42, "@nobody"):
        assert await description(call, "sendMessage", chat_id=chat_id, text="a") == not_found
    assert "chat_id is empty" in await description(call, "sendMessage", text="a")


@pytest.mark.parametrize(
    ("keyboard", "reason"),
    [
        ([[{"text": "Có", "callback_data": "x" * 65}]], "BUTTON_DATA_INVALID"),
        ([[{"text": "Có", "callback_data": "ế" * 22}]], "BUTTON_DATA_INVALID"),
        ([[{"text": "Có", "callback_data": ""}]], "BUTTON_DATA_INVALID"),
        ([[{"text": "Có"}]], "Text buttons are unallowed in the inline keyboard"),
        ([[{"text": " ", "callback_data": "x"}]], "BUTTON_TEXT_INVALID"),
        ([[{"text": "Có", "callback_data": "x", "url": "https://a.vn"}]], "BUTTON_TYPE_INVALID"),
        ([[{"text": "Có", "callback_data": "x"}] * 9], "reply markup is too long"),
        ([[{"text": "Có", "callback_data": "x"}]] * 101, "reply markup is too long"),
        ("no rows", "Array of Arrays"),
    ],
)
async def test_inline_keyboards_are_checked(
    server: TelegramServer, call: Caller, keyboard: object, reason: str
) -> None:
    person = server.person("Bác Năm")
    await person.starts()
    values = {"chat_id": person.person_id, "reply_markup": {"inline_keyboard": keyboard}}
    assert reason in await description(call, "sendMessage", text="a", **values)


async def test_an_update_stays_until_a_higher_offset(server: TelegramServer, call: Caller) -> None:
    person = server.person("Bác Năm")
    first, second, third = [(await person.says(word))["update_id"] for word in "abc"]
    assert await call.update_ids(limit=2) == [first, second]
    assert await call.update_ids() == [first, second, third]
    assert await call.update_ids(offset=second) == [second, third]
    assert await call.update_ids(offset=-1) == [third]
    assert await call.update_ids(offset=third + 1) == []


async def test_a_poll_waits_for_the_next_update(server: TelegramServer, call: Caller) -> None:
    person = server.person("Bác Năm")
    poll = asyncio.create_task(call.update_ids(timeout=10))
    await asyncio.sleep(0.05)
    assert not poll.done()
    update = await person.says("cháu ơi")
    assert await asyncio.wait_for(poll, 1) == [update["update_id"]]


async def test_the_second_poller_ends_the_first(server: TelegramServer, call: Caller) -> None:
    first = asyncio.create_task(call("getUpdates", timeout=10))
    await asyncio.sleep(0.05)
    assert await call.update_ids(timeout=0) == []
    answer = await asyncio.wait_for(first, 1)
    assert answer["error_code"] == 409
    assert answer["description"].startswith("Conflict: terminated by other getUpdates request")


async def test_there_is_no_polling_beside_a_webhook(server: TelegramServer, call: Caller) -> None:
    assert (await call("setWebhook", url="http://127.0.0.1:9/hook"))["ok"]
    assert "can't use getUpdates method while webhook" in await description(call, "getUpdates")
    assert (await call("getWebhookInfo"))["result"]["url"] == "http://127.0.0.1:9/hook"
    assert (await call("deleteWebhook"))["ok"]
    assert await call.update_ids() == []
    assert "secret token" in await description(
        call, "setWebhook", url="https://a.vn/", secret_token="với dấu"
    )


async def test_kinds_that_are_not_allowed_are_not_kept(
    server: TelegramServer, call: Caller
) -> None:
    person = server.person("Bác Năm")
    await call.update_ids(allowed_updates=["callback_query"])
    await person.says("không ai nghe")
    assert await call.update_ids() == []


async def test_an_edit_changes_something_or_is_refused(
    server: TelegramServer, call: Caller
) -> None:
    person = server.person("Bác Năm")
    await person.starts()
    button = {"inline_keyboard": [[{"text": "Có", "callback_data": "yes"}]]}
    values = {"chat_id": person.person_id, "text": "Bác góp ạ?", "reply_markup": button}
    sent = (await call("sendMessage", **values))["result"]
    values["message_id"] = sent["message_id"]
    assert "message is not modified" in await description(call, "editMessageText", **values)
    del values["reply_markup"]
    assert "reply_markup" not in (await call("editMessageText", **values))["result"]
    assert (await person.sees_edit()).buttons == []
    assert "message to edit not found" in await description(
        call, "editMessageText", chat_id=person.person_id, message_id=1, text="a"
    )


async def test_a_tap_is_answered_once_and_in_time(server: TelegramServer, call: Caller) -> None:
    person = server.person("Bác Năm")
    await person.starts()
    button = {"inline_keyboard": [[{"text": "Có ạ", "callback_data": "yes"}]]}
    await call("sendMessage", chat_id=person.person_id, text="Góp ạ?", reply_markup=button)
    query = (await person.taps("Có"))["callback_query"]
    assert query["data"] == "yes"
    assert query["message"]["text"] == "Góp ạ?"
    asked = {"callback_query_id": query["id"], "text": "Dạ", "show_alert": True}
    assert (await call("answerCallbackQuery", **asked))["ok"]
    assert (await person.sees_event("alert")).message["text"] == "Dạ"
    assert "query is too old" in await description(call, "answerCallbackQuery", **asked)
    late = (await person.taps("Có"))["callback_query"]["id"]
    server.world.callback_seconds = -1
    assert "query is too old" in await description(
        call, "answerCallbackQuery", callback_query_id=late
    )


async def test_every_kind_of_update_reaches_the_bot(server: TelegramServer, call: Caller) -> None:
    person = server.person("Bác Năm")
    await person.says("xin chào")
    sent = [await person.sends(kind) for kind in KINDS]
    waiting = (await call("getUpdates"))["result"]
    assert waiting[1:] == sent
    assert len({update["update_id"] for update in waiting}) == len(KINDS) + 1


async def test_updates_come_twice_when_asked(server: TelegramServer, call: Caller) -> None:
    person = server.person("Bác Năm")
    server.deliver_each_twice = True
    number = (await person.says("một lần"))["update_id"]
    assert await call.update_ids() == [number]
    assert await call.update_ids(offset=number + 1) == [number]
    assert await call.update_ids(offset=number + 1) == []


async def test_a_redelivered_update_is_the_same(server: TelegramServer, call: Caller) -> None:
    person = server.person("Bác Năm")
    update = await person.says("một lần")
    next_one = update["update_id"] + 1
    assert await call.update_ids(offset=next_one) == []
    server.redeliver(update)
    assert (await call("getUpdates", offset=next_one))["result"] == [update]
    assert await call.update_ids(offset=next_one) == []


@pytest.mark.parametrize(
    ("kind", "code", "parameters"),
    [
        ("too_many_requests", 429, {"retry_after": 1}),
        ("blocked", 403, None),
        ("deactivated", 403, None),
        ("migrated", 400, {"migrate_to_chat_id": -1001234567890}),
        ("server_error", 500, None),
    ],
)
async def test_faults_answer_as_the_real_server(
    server: TelegramServer, call: Caller, kind: str, code: int, parameters: object
) -> None:
    ill, well = server.person("Bác Năm"), server.person("Bác Sáu")
    await ill.starts()
    await well.starts()
    server.fail(kind, person=ill, method="sendMessage", times=1)
    answer = await call("sendMessage", chat_id=ill.person_id, text="a")
    assert (answer["error_code"], answer.get("parameters")) == (code, parameters)
    assert (await call("sendMessage", chat_id=well.person_id, text="a"))["ok"]
    assert (await call("sendMessage", chat_id=ill.person_id, text="b"))["ok"]


async def test_a_dropped_connection_is_ambiguous(server: TelegramServer, call: Caller) -> None:
    person = server.person("Bác Năm")
    await person.starts()
    for kind, text in (("dropped_before", "lost"), ("dropped_after", "arrived")):
        server.fail(kind, times=1)
        with pytest.raises(aiohttp.ClientError):
            await call("sendMessage", chat_id=person.person_id, text=text)
    assert (await person.sees()).text == "arrived"
    server.fail("bad_gateway", times=1)
    with pytest.raises(aiohttp.ContentTypeError):
        await call("getMe")


async def test_the_server_goes_down_and_comes_back(server: TelegramServer, call: Caller) -> None:
    await server.go_down()
    with pytest.raises(aiohttp.ClientError):
        await call("getMe")
    await server.come_up()
    assert (await call("getMe"))["ok"]


async def test_who_blocks_the_bot_is_out_of_reach(server: TelegramServer, call: Caller) -> None:
    person = server.person("Bác Năm")
    await person.starts()
    await person.blocks()
    answer = await description(call, "sendMessage", chat_id=person.person_id, text="a")
    assert answer == "403 Forbidden: bot was blocked by the user"
    await person.unblocks()
    assert (await call("sendMessage", chat_id=person.person_id, text="a"))["ok"]
    kinds = [
        update["my_chat_member"]["new_chat_member"]["status"]
        for update in (await call("getUpdates"))["result"]
        if "my_chat_member" in update
    ]
    assert kinds == ["kicked", "member"]
