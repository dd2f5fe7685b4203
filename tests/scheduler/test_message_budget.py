"""The month's messages run out: the weightiest reminders go first, the rest is to be phoned."""

import asyncio
from datetime import timedelta

from sqlalchemy import insert

from bot.channels.counting import SentMessages
from club.message_budget import Budget
from club.reminders import Kind
from scheduler.reaching import Reach, Wanted, reach
from storage.message_budget import budget_is, budgets, count_sent
from storage.store import Store
from storage.tables.chats import chats
from tests.kit.planned import at, at_the_moment, plan_a_meeting
from tests.kit.village import Village, village


def spend(v: Village, count: int) -> None:
    v.store.change(count_sent, ("web", ""), {v.hoa.key: count}, v.clock.now())


def of_club(v: Village) -> Budget:
    with v.store.reading() as db:
        return budgets(db, [v.club.club_id], v.clock.now())["web", v.club.club_id]


def reached(v: Village, *kinds: Kind) -> Reach:
    person = v.hoa.person_id
    assert person is not None
    wanted = [Wanted(at, v.club.club_id, person, kind) for at, kind in enumerate(kinds)]
    with v.store.reading() as db:
        return reach(db, wanted, v.clock.now())


async def test_messages_are_counted_for_the_club_and_the_month(database_url: str) -> None:
    async with village(database_url) as v:
        with v.store.reading() as db:
            assert budgets(db, [v.club.club_id], v.clock.now()) == {}
        v.store.change(budget_is, "web", 100)
        spend(v, 30)
        spend(v, 12)
        v.store.change(count_sent, ("web", ""), {"la": 5, "nobody": 9}, v.clock.now())
        assert (of_club(v).most, of_club(v).left) == (100, 58)
        v.clock.move(timedelta(days=31))
        assert of_club(v).left == 100
        v.store.change(budget_is, "web", 0)
        with v.store.reading() as db:
            assert budgets(db, [v.club.club_id], v.clock.now()) == {}


async def test_processes_that_count_at_the_same_moment_count_together(database_url: str) -> None:
    async with village(database_url) as v:
        v.store.change(budget_is, "web", 100)
        others = [Store(database_url) for _ in range(3)]
        bot, sent, now = ("web", ""), {v.hoa.key: 2}, v.clock.now()
        try:
            await asyncio.gather(
                *(
                    asyncio.to_thread(each.change, count_sent, bot, sent, now)
                    for each in others
                    for _ in range(5)
                )
            )
        finally:
            for each in others:
                await each.close()
        assert of_club(v).left == 70


async def test_what_is_counted_is_written_down_in_the_end(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        v.store.change(budget_is, "web", 100)
        sent = SentMessages(v.store, v.clock, "web", "")
        for _ in range(7):
            sent.note(v.hoa.key)
        await sent.end()
        await sent.end()
        assert of_club(v).left == 93


async def test_the_weightiest_get_what_is_left(database_url: str) -> None:
    async with village(database_url) as v:
        v.store.change(budget_is, "web", 10)
        spend(v, 7)
        kinds = (Kind.GREETING, Kind.FEE_NOT_PAID, Kind.INSTALMENT, Kind.MEETING_TODAY)
        found = reached(v, *kinds)
        assert {kinds[number] for number in found.hearers} == {
            Kind.INSTALMENT,
            Kind.MEETING_TODAY,
        }
        assert {kinds[number] for number in found.without_messages} == {
            Kind.GREETING,
            Kind.FEE_NOT_PAID,
        }


async def test_a_chat_elsewhere_takes_what_is_over(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        v.store.change(budget_is, "web", 10)
        spend(v, 10)
        other = {
            "channel": "elsewhere",
            "key": "e1",
            "person_id": v.hoa.person_id,
            "language": "vi",
            "created_at": v.clock.now(),
        }
        with v.store.writing() as db:
            db.execute(insert(chats).values(**other))
        found = reached(v, Kind.GREETING)
        assert [each.key for each in found.hearers.values()] == ["e1"]


async def test_what_was_not_sent_is_to_be_phoned_and_the_board_sees_why(database_url: str) -> None:
    async with village(database_url) as v:
        v.store.change(budget_is, "web", 1000)
        await v.binh.says("hạn mức tin nhắn")
        assert "còn" in v.binh.heard and "như thường" in v.binh.heard
        spend(v, 990)
        plan_a_meeting(v, at(10, 8))
        before = len(v.hoa.messages)
        await at_the_moment(v, at(7, 9))
        assert len(v.hoa.messages) == before, "nothing useful any more"
        await v.dao.says("người cần gọi")
        assert "Nguyễn Thị Hoa" in v.dao.heard and "buổi họp" in v.dao.heard
        await v.binh.says("còn bao nhiêu tin nhắn")
        assert "việc gấp" in v.binh.heard or "hết tin" in v.binh.heard
        assert "lời nhắc" in v.binh.heard
        await v.hoa.says("hạn mức tin nhắn")
        assert "1.000" not in v.hoa.heard, "only the board sees it"
        # An answer always comes.
        assert await v.hoa.says("menu")


async def test_the_settings_of_the_club_say_it_too(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        v.store.change(budget_is, "web", 1200)
        await v.binh.says("how many messages are left")
        assert "1,200" in v.binh.heard
