"""The page's server over real HTTP: what it takes, and how it says no to the rest."""

import asyncio
import json
from typing import Any

import aiohttp
import pytest

from tests.kit.practice import PracticePage
from tests.kit.practice_requests import got, posted, stored


async def test_what_is_said_is_answered_on_the_same_phone(here: PracticePage) -> None:
    status, _ = await posted(here, "/try/phones/la/say", {"key": "k1", "text": "chào"})
    await here.room.house.until_idle()
    _, answer = await got(here, "/try/phones/la/messages?after=0")
    mine, lien = answer["messages"][-2:]
    assert status == 202
    assert (mine["from"], mine["text"], mine["key"]) == ("me", "chào", "k1")
    assert lien["from"] == "lien"


async def test_the_same_key_twice_is_one_message(here: PracticePage) -> None:
    before = here.store.change(stored)
    body = {"key": "same", "text": "chào"}
    answers = await asyncio.gather(*(posted(here, "/try/phones/la/say", body) for _ in range(5)))
    await here.room.house.until_idle()
    assert {status for status, _ in answers} == {202}
    assert here.store.change(stored) == before + 1
    assert (await here.texts("la")).count("chào") == 1


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not json",
        b"[" * 5000,
        b"\xff\xfe",
        b'"text"',
        b"[]",
        b"null",
        {},
        {"key": "k"},
        {"text": "chào"},
        {"key": "k", "text": ""},
        {"key": "k", "text": 5},
        {"key": "k", "text": None},
        {"key": ["k"], "text": "chào"},
        {"key": "k" * 81, "text": "chào"},
        {"key": "k", "text": "a" * 10_001},
    ],
    ids=repr,
)
async def test_a_body_that_makes_no_sense_is_refused_and_not_kept(
    here: PracticePage, body: Any
) -> None:
    before = here.store.change(stored)
    status, answer = await posted(here, "/try/phones/la/say", body)
    assert status == 400
    assert answer["error"]
    assert here.store.change(stored) == before


async def test_a_body_beyond_all_measure_is_refused(here: PracticePage) -> None:
    body = {"key": "k", "text": "a" * 200_000}
    status, answer = await posted(here, "/try/phones/la/say", body)
    assert (status, bool(answer["error"])) == (413, True)


async def test_a_lone_surrogate_is_kept_as_a_question_mark(here: PracticePage) -> None:
    body = b'{"key": "k", "text": "ch\\ud800o"}'
    status, _ = await posted(here, "/try/phones/la/say", body)
    await here.room.house.until_idle()
    assert status == 202
    assert "ch?o" in await here.texts("la")


@pytest.mark.parametrize("text", ["\x00", "a\x00b", "\u202eabc\u202c", "👵🏽" * 500, "\n" * 50])
async def test_strange_characters_get_an_answer(here: PracticePage, text: str) -> None:
    status, _ = await posted(here, "/try/phones/la/say", {"key": "k", "text": text})
    await here.room.house.until_idle()
    _, answer = await got(here, "/try/phones/la/messages")
    assert status == 202
    assert answer["messages"][-1]["from"] == "lien"


@pytest.mark.parametrize("phone", ["nobody", "p999", "%00", "..", "p1%2F..", "'", "á"])
async def test_an_unknown_phone_hears_so(here: PracticePage, phone: str) -> None:
    before = here.store.change(stored)
    body = {"key": "k", "text": "chào"}
    status, answer = await posted(here, f"/try/phones/{phone}/say", body)
    assert status in {404, 405}
    assert answer["error"]
    assert here.store.change(stored) == before


async def test_a_press_that_nobody_made_is_answered_like_an_old_button(here: PracticePage) -> None:
    body = {"key": "k", "press": "a:9:9:9", "label": "1. Có"}
    status, _ = await posted(here, "/try/phones/la/press", body)
    await here.room.house.until_idle()
    _, answer = await got(here, "/try/phones/la/messages")
    assert status == 202
    assert answer["messages"][-2]["text"] == "1. Có"
    assert answer["messages"][-1]["from"] == "lien"


async def test_a_press_longer_than_any_of_ours_is_refused(here: PracticePage) -> None:
    body = {"key": "k", "press": "x" * 65, "label": "1"}
    assert (await posted(here, "/try/phones/la/press", body))[0] == 400


@pytest.mark.parametrize("person", [0, -1, 2**63, 10**40, True, 1.5, "1", None, [1]])
async def test_a_person_is_a_number_in_range(here: PracticePage, person: Any) -> None:
    status, answer = await posted(here, "/try/phones", {"person": person})
    assert (status, bool(answer["error"])) == (400, True)


async def test_a_person_nobody_knows_has_no_phone(here: PracticePage) -> None:
    assert (await posted(here, "/try/phones", {"person": 2**63 - 1}))[0] == 404


async def test_a_phone_opened_twice_is_one_and_says_hello_once(here: PracticePage) -> None:
    first = await posted(here, "/try/phones", {"person": 20})
    second = await posted(here, "/try/phones", {"person": 20})
    await here.room.house.until_idle()
    assert first == second == (200, {"phone": "p20"})
    assert len(await here.texts("p20")) == 1


@pytest.mark.parametrize("after", ["-1", "1.5", "x", "9" * 19, "²", "٣", "%20", "1;drop"])
async def test_after_is_the_number_of_a_message(here: PracticePage, after: str) -> None:
    assert (await got(here, f"/try/phones/la/messages?after={after}"))[0] == 400


async def test_only_what_is_newer_comes(here: PracticePage) -> None:
    _, answer = await got(here, "/try/phones/la/messages?after=999999999999999999")
    assert answer == {"messages": []}


@pytest.mark.parametrize("forward", ["week", "", None, 1, ["day"], "back"])
async def test_the_clock_knows_three_steps(here: PracticePage, forward: Any) -> None:
    before = here.room.clock.now()
    assert (await posted(here, "/try/clock", {"forward": forward}))[0] == 400
    assert here.room.clock.now() == before


@pytest.mark.parametrize("language", ["fr", "", None, 7, ["vi"]])
async def test_the_page_speaks_two_languages(here: PracticePage, language: Any) -> None:
    assert (await posted(here, "/try/language", {"language": language}))[0] == 400
    assert here.room.language == "vi"


async def test_people_are_found_with_and_without_accents(here: PracticePage) -> None:
    for wanted in ("Hoa", "hoa", "nguyễn thị hoa", "nguyen thi hoa"):
        _, answer = await got(here, f"/try/people?q={wanted}")
        assert "Nguyễn Thị Hoa" in {each["name"] for each in answer["people"]}
    for wanted in ("zzzz", "' or 1=1", "Hoa%25Nguyễn", "Nguyễn_Hoa"):
        _, answer = await got(here, f"/try/people?q={wanted}")
        assert answer == {"people": []}


async def next_event(lines: aiohttp.StreamReader, wanted: str) -> Any:
    """The data of the next event of this name."""
    async with asyncio.timeout(10):
        while True:
            if await lines.readline() == f"event: {wanted}\n".encode():
                return json.loads((await lines.readline()).removeprefix(b"data: "))


async def test_events_tell_of_messages_and_of_the_clock(here: PracticePage) -> None:
    async with here.session.get("/try/events") as answer:
        assert answer.headers["Content-Type"].startswith("text/event-stream")
        await posted(here, "/try/phones/la/say", {"key": "k", "text": "chào"})
        heard = await next_event(answer.content, "message")
        assert (heard["phone"], heard["message"]["text"]) == ("la", "chào")
        await posted(here, "/try/clock", {"forward": "hour"})
        state = await next_event(answer.content, "state")
        assert state["now"].startswith("2026-11-02T10:00")


async def test_a_page_that_went_away_is_forgotten(here: PracticePage) -> None:
    async with here.session.get("/try/events"):
        pass
    for number in range(3):
        body = {"key": f"k{number}", "text": "chào"}
        assert (await posted(here, "/try/phones/la/say", body))[0] == 202
    await here.room.house.until_idle()


async def test_two_clock_moves_at_once_both_happen_one_after_the_other(here: PracticePage) -> None:
    answers = await asyncio.gather(
        *(posted(here, "/try/clock", {"forward": "hour"}) for _ in range(3))
    )
    assert {status for status, _ in answers} == {200}
    assert sorted(each["now"][11:13] for _, each in answers) == ["10", "11", "12"]


async def test_the_state_is_what_the_page_draws(here: PracticePage) -> None:
    _, state = await got(here, "/try/state")
    assert [each["role"].split(",")[0] for each in state["phones"]] == [
        "thành viên",
        "chủ nhiệm",
        "thủ quỹ",
        "tình nguyện viên",
        "kế toán",
        "có mã của câu lạc bộ",
    ]
    assert state["club"].startswith("CLB Liên thế hệ tự giúp nhau")
    assert state["now"].startswith("2026-11-02T09:00")


async def test_the_strangers_phone_tells_the_code_and_all_others_are_greeted(
    here: PracticePage,
) -> None:
    _, state = await got(here, "/try/state")
    texts = {each["id"]: await here.texts(each["id"]) for each in state["phones"]}
    assert all(len(each) == 1 for each in texts.values())
    assert "Mã là" in texts.pop("la")[0]
    assert all("hào" in each[0] for each in texts.values())


async def test_a_moved_clock_is_kept_and_nothing_is_greeted_twice(
    here: PracticePage, practice_file: object
) -> None:
    await posted(here, "/try/clock", {"forward": "day"})
    from tests.kit.practice import practice_page

    async with practice_page(f"sqlite+aiosqlite:///{practice_file}") as again:
        assert again.room.clock.now() == here.room.clock.now()
        assert len(await again.texts("la")) == 1
