"""Health and metrics: what a machine that looks after Liên is told; nothing of anybody."""

import itertools
import json
from collections.abc import AsyncIterator
from datetime import datetime

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import func, insert, select, update

from bot.settings import Settings, WrongSetting
from bot.watching.door import watched
from bot.watching.looking import troubles
from bot.watching.measures import Measures
from bot.watching.prometheus import as_text
from storage.queries import Connection
from storage.queries.work_waiting import Waiting
from storage.store import Store
from storage.tables.columns import metadata
from storage.tables.schedule import clock_watch
from tests.kit.telegram_house import free_port
from tests.kit.village import Village, village
from tests.kit.world import FrozenClock

WELL = Waiting(0, 0.0, {}, 0, 0.0, 0, False)


@pytest.fixture
async def v(database_url: str) -> AsyncIterator[Village]:
    async with village(database_url, language="vi") as made:
        yield made


def settings_at(port: int) -> Settings:
    return Settings(metrics=("127.0.0.1", port), telegram_token="", messages_per_second=30)


async def got(port: int, path: str) -> tuple[int, str]:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"http://127.0.0.1:{port}{path}") as answer,
    ):
        return answer.status, await answer.text()


def values(text: str) -> dict[tuple[str, ...], float]:
    """By name and labels in their order, as the format's own reader reads it."""
    return {
        (sample.name, *(label for _, label in sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


async def test_what_waits_is_counted_and_nobody_is_named(v: Village) -> None:
    port, clock = free_port(), v.clock
    async with watched(v.store, settings_at(port), clock):
        before = values((await got(port, "/metrics"))[1])
        await v.hoa.says("đóng phí")
        _, text = await got(port, "/metrics")
        after = values(text)
        status, said = await got(port, "/health")
        assert (await got(port, "/"))[0] == 404
    assert after["lien_database_up",] == 1
    assert after["lien_steps_total",] == before["lien_steps_total",] + 1
    assert after["lien_turn_seconds_count",] > before["lien_turn_seconds_count",]
    assert after["lien_turn_seconds_bucket", "+Inf"] == after["lien_turn_seconds_count",]
    assert after["lien_sends_total", "sent", "reply"] > 0
    assert after["lien_inbox_waiting",] == 0
    assert (status, json.loads(said)["well"]) == (200, True)
    for name in ("Hoa", "hoa", "phí", "HXMK"):
        assert name not in text + said


async def test_who_waits_too_long_and_a_clock_that_jumped_are_not_well(v: Village) -> None:
    port, clock = free_port(), FrozenClock(v.clock.now())
    v.store.change(clock_is_held, clock.now())
    async with watched(v.store, settings_at(port), clock):
        status, said = await got(port, "/health")
    assert status == 503
    assert json.loads(said)["troubles"] == [
        "the clock has jumped: nothing goes out by itself until lien clock accept"
    ]


def clock_is_held(db: Connection, now: datetime) -> None:
    if not db.execute(update(clock_watch).values(held_at=now)).rowcount:
        db.execute(insert(clock_watch).values(id=1, seen_at=now, held_at=now))


async def test_a_database_that_is_gone_is_said(tmp_path_factory: pytest.TempPathFactory) -> None:
    store, port = Store(f"sqlite:///{tmp_path_factory.mktemp('gone')}/none/x.db"), free_port()
    async with watched(store, settings_at(port), FrozenClock()):
        status, said = await got(port, "/health")
        assert (status, json.loads(said)["troubles"]) == (503, ["the database does not answer"])
        status, text = await got(port, "/metrics")
        assert (status, values(text)["lien_database_up",]) == (200, 0)
    store.close_now()


async def test_a_foreign_name_sees_nothing_and_no_request_changes_anything(v: Village) -> None:
    """By every method, from this machine's names and a foreign one, with a foreign origin."""
    port = free_port()
    before = v.store.change(counted)
    answers: dict[tuple[str, str], set[int]] = {}
    async with watched(v.store, settings_at(port), v.clock), aiohttp.ClientSession() as session:
        for method, path, host in itertools.product(METHODS, ("/health", "/metrics"), HOSTS):
            headers = {"Host": host, "Origin": "http://evil.example"}
            url = f"http://127.0.0.1:{port}{path}"
            async with session.request(method, url, headers=headers) as answer:
                body = await answer.read()
                answers.setdefault((method, host), set()).add(answer.status)
                assert "Access-Control-Allow-Origin" not in answer.headers
                assert answer.status in {200, 503} or b"lien_" not in body
    assert v.store.change(counted) == before
    for (method, host), found in answers.items():
        foreign = "evil" in host or not host
        reads = method in {"GET", "HEAD"}
        right = {403} if foreign and reads else {200, 503} if reads else {403, 405}
        assert found <= right, (method, host)


METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
HOSTS = ("127.0.0.1", "localhost:9464", "[::1]:1", "evil.example", "127.0.0.1.evil.example", "")


def counted(db: Connection) -> dict[str, int]:
    return {
        each.name: db.execute(select(func.count()).select_from(each)).scalar_one()
        for each in metadata.sorted_tables
    }


async def test_a_door_that_is_taken_is_one_line(sqlite_url: str) -> None:
    store, port = Store(sqlite_url), free_port()
    async with watched(store, settings_at(port), FrozenClock()):
        with pytest.raises(WrongSetting, match="LIEN_METRICS: 127"):
            async with watched(store, settings_at(port), FrozenClock()):
                pass
    store.close_now()


def test_each_trouble_has_its_words() -> None:
    assert troubles({"telegram": 119.0, "knock": 299.0, "turn": 9e9}, WELL) == []
    waiting = Waiting(3, 121.0, {}, 0, 0.0, 0, False)
    assert troubles({"telegram": 121.0, "knock": 301.0}, waiting) == [
        "telegram: no sign for 121 s",
        "knock: no sign for 301 s",
        "somebody has waited for an answer for 121 s",
    ]


def test_answers_that_no_messenger_takes_and_a_disk_that_takes_nothing_are_not_well() -> None:
    """As in hours of 429, and on a disk that has become read-only."""
    waiting = Waiting(0, 0.0, {("waiting", "reply"): (24, 7200.0)}, 0, 0.0, 0, False)
    assert troubles({}, waiting) == ["an answer has not been taken by its messenger for 7200 s"]
    others = Waiting(0, 0.0, {("waiting", "reminder"): (24, 7200.0)}, 0, 0.0, 0, False)
    assert troubles({}, others) == []
    assert troubles({}, WELL, 29.0) == []
    assert troubles({}, WELL, 31.0) == ["the database has taken nothing for 31 s"]


def test_the_buckets_add_up_and_what_rests_is_not_waited_for() -> None:
    measures = Measures()
    for seconds in (0.001, 0.02, 0.02, 3.0, 99.0):
        measures.turned(seconds, steps=1)
    measures.turned(0.5, steps=0)
    measures.sent("reminder", "unknown")
    measures.failed(ValueError("Hoa"))
    measures.sign("telegram")
    measures.rests("telegram")
    text = as_text(measures, None, 30).decode()
    found = values(text)
    assert found["lien_turn_seconds_bucket", "0.005"] == 1
    assert found["lien_turn_seconds_bucket", "0.025"] == 3
    assert found["lien_turn_seconds_bucket", "2.5"] == 3
    assert found["lien_turn_seconds_bucket", "5.0"] == 4
    assert found["lien_turn_seconds_bucket", "+Inf"] == 5
    assert found["lien_sends_total", "unknown", "reminder"] == 1
    assert found["lien_send_failures_total", "ValueError"] == 1
    assert ("lien_silent_seconds", "telegram") not in found
    assert ("lien_silent_seconds", "turn") in found
    assert "Hoa" not in text
