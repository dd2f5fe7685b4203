"""The members' page over real HTTP: what it takes from a member, once, and how it says no."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from tests.kit.member_page import MemberPage, members_page
from tests.kit.world import FrozenClock


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[MemberPage]:
    async with members_page(sqlite_url) as page:
        yield page


async def test_the_same_key_is_heard_once_even_after_a_restart(sqlite_url: str) -> None:
    async with members_page(sqlite_url) as here:
        await here.enters(here.link("hoa").partition("#")[2])
        await here.messages()
        body = {"key": "same", "text": "trợ giúp"}
        answers = await asyncio.gather(*(here.posts("/my/say", body) for _ in range(5)))
        assert {status for status, _ in answers} == {200}
        assert len({answer["message"]["id"] for _, answer in answers}) == 1
        jar = here.session.cookie_jar
        cookies = {each.key: each.value for each in jar}
        port = int(here.address.rpartition(":")[2])
        await here.messages()
    async with members_page(sqlite_url, port=port) as again:
        again.session.cookie_jar.update_cookies(cookies)
        assert (await again.posts("/my/say", body))[0] == 200
        texts = [each["text"] for each in await again.messages()]
        assert texts.count("trợ giúp") == 1
        assert len(texts) == 3


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1"])
async def test_another_page_cannot_speak_for_a_member(here: MemberPage, origin: str) -> None:
    await here.enters(here.link("hoa").partition("#")[2])
    body = {"key": "k", "text": "chào"}
    assert (await here.posts("/my/say", body, Origin=origin))[0] == 403
    assert (await here.posts("/my/say", body, Origin=here.address))[0] == 200


async def test_a_form_of_another_page_is_not_read(here: MemberPage) -> None:
    await here.enters(here.link("hoa").partition("#")[2])
    async with here.session.post("/my/say", data=b'{"key":"k","text":"x"}') as answer:
        assert answer.status == 415


@pytest.mark.parametrize(
    "body",
    [[], "x", {}, {"key": "k"}, {"text": "x"}, {"key": "k" * 81, "text": "x"}, {"key": 1}],
    ids=repr,
)
async def test_a_body_that_makes_no_sense_is_refused(here: MemberPage, body: Any) -> None:
    await here.enters(here.link("hoa").partition("#")[2])
    status, answer = await here.posts("/my/say", body)
    assert (status, bool(answer["error"])) == (400, True)


async def test_a_body_beyond_all_measure_is_refused(here: MemberPage) -> None:
    await here.enters(here.link("hoa").partition("#")[2])

    async def endless() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b"a" * 10_000

    kind = {"Content-Type": "application/json"}
    async with here.session.post("/my/say", data=endless(), headers=kind) as answer:
        assert answer.status == 413


async def test_a_flood_is_held_and_comes_in_later(sqlite_url: str) -> None:
    async with members_page(sqlite_url, LIEN_CHAT_MESSAGES_A_MINUTE="5") as here:
        assert isinstance(here.clock, FrozenClock)
        await here.enters(here.link("hoa").partition("#")[2])
        said = [{"key": f"k{each}", "text": "chào"} for each in range(20)]
        statuses = [(await here.posts("/my/say", each))[0] for each in said]
        # Opening the page was the first of the fifteen in three minutes.
        assert statuses == [200] * 14 + [429] * 6
        # What is there already is said to be so, and a cry for help is always taken.
        assert (await here.posts("/my/say", said[0]))[0] == 200
        assert (await here.posts("/my/say", {"key": "cry", "text": "cứu tôi với"}))[0] == 200
        here.clock.move(timedelta(minutes=2, seconds=59))
        assert (await here.posts("/my/say", said[19]))[0] == 429
        here.clock.move(timedelta(seconds=1))
        assert (await here.posts("/my/say", said[19]))[0] == 200


async def test_every_answer_bears_the_guards(here: MemberPage) -> None:
    await here.enters(here.link("hoa").partition("#")[2])
    for path in ("/", "/worker.js", "/page/member.js", "/my/messages", "/nothing", "/page/nothing"):
        async with here.session.get(path) as answer:
            headers = answer.headers
            policy = headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("path", ["/page/..%2fserver.py", "/page/../index.html", "/try/state"])
async def test_nothing_else_is_served(here: MemberPage, path: str) -> None:
    assert (await here.session.get(path)).status == 404


async def test_a_first_visit_costs_less_than_a_picture(here: MemberPage) -> None:
    async with here.session.get("/") as answer:
        page = await answer.text()
    names = {part.split('"')[0] for part in page.split('"page/')[1:]}
    sizes = {}
    for path in ["/", "/worker.js", *(f"/page/{name}" for name in names)]:
        async with here.session.get(path, headers={"Accept-Encoding": "gzip"}) as answer:
            assert answer.status == 200
            assert answer.headers["Content-Encoding"] == "gzip"
            sizes[path] = int(answer.headers["Content-Length"])
    assert sum(sizes.values()) < 60_000, sizes
