"""The members' page over real HTTP: who gets in, what is kept, how it says no. Club rules, F.4."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from sqlalchemy import func, insert, select

from storage.queries import Connection
from storage.tables import metadata
from storage.tables.chats import chats, inbox, outbox
from storage.tables.people import members, persons
from tests.kit.member_page import CODE, MemberPage, members_page, phone
from tests.kit.world import FrozenClock


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[MemberPage]:
    async with members_page(sqlite_url) as page:
        yield page


def carried(link: str) -> str:
    return link.partition("#")[2]


def stored(db: Connection) -> int:
    return len(db.execute(select(inbox.c.id)).all())


def all_texts(db: Connection) -> str:
    """Everything that lies in the database."""
    return "\n".join(
        json.dumps([str(value) for value in row])
        for table in metadata.sorted_tables
        for row in db.execute(table.select())
    )


async def status_of(here: MemberPage, path: str, **more: Any) -> int:
    async with here.session.get(path, **more) as answer:
        return answer.status


async def test_a_link_opens_its_persons_page(here: MemberPage) -> None:
    answer = await here.enters(carried(here.link("hoa")))
    assert answer.status == 200
    talk = await here.messages()
    assert "cháu" in talk[-1]["text"]
    async with here.session.get("/my/messages") as again:
        owner = (await again.json())["owner"]
    assert (owner["name"], owner["club"]) == ("Bác Hoa", "CLB Thôn Đoài")


async def test_previews_and_other_gets_use_nothing_up(here: MemberPage) -> None:
    link = here.link("hoa")
    for path in ("/", link, "/my/enter", "/page/member.js", "/worker.js"):
        async with here.session.get(path) as answer:
            assert answer.status in {200, 405}
        async with here.session.head(path):
            pass
    assert (await here.enters(carried(link))).status == 200


async def test_a_link_opens_once_and_only_the_same_phone_may_repeat_itself(
    here: MemberPage,
) -> None:
    secret = carried(here.link("hoa"))
    assert (await here.enters(secret, "phone-one")).status == 200
    assert (await here.enters(secret, "phone-two")).status == 410
    assert (await here.enters(secret, "phone-one")).status == 200
    assert isinstance(here.clock, FrozenClock)
    here.clock.move(timedelta(minutes=11))
    assert (await here.enters(secret, "phone-one")).status == 410


async def test_a_link_ends_after_two_days_and_a_newer_one_ends_it(here: MemberPage) -> None:
    assert isinstance(here.clock, FrozenClock)
    first, second = carried(here.link("hoa")), carried(here.link("hoa"))
    assert (await here.enters(first)).status == 410
    here.clock.move(timedelta(hours=49))
    assert (await here.enters(second)).status == 410
    assert (await here.enters("w-" + "A" * 22)).status == 410


async def test_the_page_stays_open_for_ninety_days_after_the_last_visit(here: MemberPage) -> None:
    assert isinstance(here.clock, FrozenClock)
    await here.enters(carried(here.link("hoa")))
    for _ in range(3):
        here.clock.move(timedelta(days=80))
        assert await status_of(here, "/my/messages") == 200
    here.clock.move(timedelta(days=91))
    assert await status_of(here, "/my/messages") == 401


async def test_the_cookie_is_closed_to_scripts_and_to_other_pages(here: MemberPage) -> None:
    answer = await here.enters(carried(here.link("hoa")))
    cookie = answer.headers["Set-Cookie"]
    assert {"HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=7776000"} <= set(cookie.split("; "))
    assert "Secure" not in cookie  # over http on this machine it would never come back


async def test_of_secrets_only_digests_are_kept(here: MemberPage) -> None:
    secret = carried(here.link("hoa"))
    answer = await here.enters(secret, "a-key-of-the-phone")
    session = answer.cookies["lien_page"].value
    await here.messages()
    kept = here.store.change(all_texts)
    for each in (secret.removeprefix("w-"), session):
        assert each not in kept


@pytest.mark.parametrize(
    "cookie", ["", "x", "A" * 43, "A" * 5000, "' or 1=1 --" * 3, "é" * 30], ids=range(6)
)
async def test_without_a_session_nothing_comes_in_and_nothing_is_told(
    here: MemberPage, cookie: str
) -> None:
    await here.enters(carried(here.link("hoa")))
    await here.messages()
    before = here.store.change(stored)
    headers = {"Cookie": f"lien_page={cookie}"}
    async with aiohttp.ClientSession(here.address, headers=headers) as stranger:
        for path in ("/my/messages", "/my/events"):
            async with stranger.get(path) as answer:
                assert answer.status == 401
        for path in ("/my/say", "/my/press"):
            body = {"key": "k", "text": "chào", "press": "v:menu:", "label": "x"}
            async with stranger.post(path, json=body) as answer:
                assert answer.status == 401
    assert here.store.change(stored) == before


async def test_a_stranger_with_the_clubs_link_can_only_ask_to_join(here: MemberPage) -> None:
    assert (await here.enters(CODE)).status == 200
    talk = await here.messages()
    assert "CLB Thôn Đoài" in talk[-1]["text"]
    assert "đồng ý" in talk[-1]["text"]
    whose = select(chats.c.person_id).where(chats.c.channel == "web")
    assert here.store.change(lambda db: db.execute(whose).scalars().all()) == [None]


async def test_strangers_share_a_budget(here: MemberPage) -> None:
    statuses = []
    for _ in range(32):
        async with phone(here.address) as stranger:
            body = {"carried": "", "key": "k"}
            async with stranger.post("/my/enter", json=body) as answer:
                statuses.append(answer.status)
    assert statuses == [200] * 30 + [429] * 2
    assert (await here.enters(carried(here.link("hoa")))).status == 200


async def test_an_invitation_gives_a_phone_a_voice_and_the_chair_sees_which(
    here: MemberPage,
) -> None:
    lan = here.persons["lan"]
    await here.enters(carried(here.link("binh")))
    await here.messages()
    told = await _talk(here, "ban chủ nhiệm", "mời bằng mã", "1", "Đỗ Thị Lan", "1")
    code = told.partition(f"{here.address}/#")[2].split()[0]
    assert code.startswith("i-")
    async with phone(here.address) as session:
        theirs = MemberPage(here.address, here.store, here.persons, here.clock, session)
        assert (await theirs.enters(code)).status == 200
        assert "Đỗ Thị Lan" in (await theirs.messages())[-1]["text"]
        assert code.removeprefix("i-") not in here.store.change(_raw_updates)
        await theirs.posts("/my/say", {"key": "yes", "text": "có"})
        await theirs.messages()
    linked = select(func.count()).select_from(chats).where(chats.c.person_id == lan)
    assert here.store.change(lambda db: db.execute(linked).scalar_one()) == 1
    await here.hears("trang riêng trên mạng")


def _raw_updates(db: Connection) -> str:
    return "\n".join(str(each) for each in db.execute(select(inbox.c.raw)).scalars())


async def _talk(here: MemberPage, *said: str) -> str:
    """Says one thing after another; returns the last answer."""
    heard = ""
    for number, each in enumerate(said):
        await here.posts("/my/say", {"key": f"talk{number}", "text": each})
        heard = (await here.messages())[-1]["text"]
    return heard


async def test_her_other_chats_hear_that_the_page_was_opened(here: MemberPage) -> None:
    hoa = here.persons["hoa"]

    def telegram(db: Connection) -> None:
        values = {"channel": "telegram", "key": "77", "person_id": hoa, "language": "vi"}
        db.execute(insert(chats).values(**values, created_at=here.clock.now()))

    def told(db: Connection) -> int:
        cards = db.execute(select(outbox.c.card)).scalars()
        return sum("my_page.opened_now" in json.dumps(each) for each in cards)

    await here.enters(carried(here.link("hoa")), "first" * 2)
    await here.messages()
    assert here.store.change(told) == 0
    here.store.change(telegram)
    await here.enters(carried(here.link("hoa")), "other" * 2)
    await here.messages()
    assert here.store.change(told) == 1


async def test_two_words_close_the_page_everywhere(here: MemberPage) -> None:
    await here.enters(carried(here.link("hoa")), "first")
    await here.messages()
    unused = carried(here.link("hoa"))
    async with phone(here.address) as session:
        tablet = MemberPage(here.address, here.store, here.persons, here.clock, session)
        await tablet.enters(carried(here.link("hoa")), "second")
        async with session.get("/my/events") as events:
            await here.posts("/my/say", {"key": "a", "text": "đóng trang"})
            assert "mọi điện thoại" in (await here.messages())[-1]["text"]
            await here.posts("/my/say", {"key": "b", "text": "có"})
            async with asyncio.timeout(10):
                rest = await events.content.read()
        assert "đã đóng ở mọi nơi".encode() not in rest
        assert await status_of(tablet, "/my/messages") == 401
    assert await status_of(here, "/my/messages") == 401
    assert (await here.enters(unused)).status == 410


async def test_an_erased_person_has_no_page(here: MemberPage) -> None:
    link = here.link("hoa")
    await here.enters(carried(here.link("hoa")))
    here.store.change(
        lambda db: db.execute(
            persons.update()
            .where(persons.c.id == here.persons["hoa"])
            .values(erased_at=here.clock.now())
        )
    )
    assert await status_of(here, "/my/messages") == 401
    assert (await here.enters(carried(link))).status == 410
    assert here.store.change(lambda db: db.execute(select(members.c.id)).all())
