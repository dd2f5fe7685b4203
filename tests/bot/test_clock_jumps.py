"""A jump of the system's clock holds the calendar and closing until the operator says so."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.clock import Clock, PracticeClock
from bot.command_line import main
from bot.commands.doctor import looked_at
from bot.knocking import Knocker
from storage import clock_watch
from storage.outbox import Outcome, settle
from storage.tables.chats import outbox
from tests.handlers.settings.test_broadcast import OTHERS, writes
from tests.kit.planned import at, close_months, plan_a_meeting
from tests.kit.village import Village, village
from tests.scheduler.test_words_to_many import FEW, queued

HOURS = timedelta(hours=1)


async def settled(v: Village) -> Knocker:
    """A process that has looked at the clock, with nothing left to say."""
    close_months(v)
    knocker = Knocker(v.house)
    await knocker.knock()
    await v.house.until_idle()
    return knocker


@pytest.mark.parametrize("by", [5 * HOURS, -5 * HOURS, timedelta(days=400)])
async def test_nothing_goes_out_after_a_jump_until_it_is_accepted(
    sqlite_url: str, by: timedelta, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIEN_DATABASE_URL", sqlite_url)
    async with village(sqlite_url) as v:
        plan_a_meeting(v, at(10, 8))
        knocker = await settled(v)
        v.clock.move(at(7, 8) - v.clock.now())
        v.clock.jump(by)
        close_months(v)
        assert await knocker.knock() == 0
        # A mistake that is put right is one more jump: the operator says so all the same.
        v.clock.jump(-by)
        assert await knocker.knock() == 0
        assert await Knocker(v.house).knock() == 0
        v.store.change(clock_watch.accept, v.clock.now())
        assert await knocker.knock() > 0


@pytest.mark.parametrize("by", [-24 * HOURS, timedelta(days=31)])
async def test_words_to_many_stop_at_a_jump_and_go_on_once(sqlite_url: str, by: timedelta) -> None:
    async with village(sqlite_url) as v:
        knocker = await settled(v)
        await writes(v)
        await v.cuc.says("đúng")
        sent = [Outcome(each, "sent") for each in queued(v, FEW)]
        v.store.change(settle, sent, v.clock.now())
        for back_and_forth in (by, -by):
            v.clock.jump(back_and_forth)
            assert await knocker.knock() == 0
        v.store.change(clock_watch.accept, v.clock.now())
        assert await knocker.knock() == len(OTHERS) - len(sent)
        await v.house.until_idle()
        with v.store.reading() as db:
            to_many = select(outbox.c.chat_id).where(outbox.c.kind == "broadcast")
            came = list(db.execute(to_many).scalars())
        assert len(set(came)) == len(came) == len(OTHERS)


async def test_closing_is_refused_kindly_meanwhile(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        v.clock.move(timedelta(days=30))
        knocker = Knocker(v.house)
        await knocker.knock()
        v.clock.jump(2 * HOURS)
        await knocker.knock()
        await v.house.until_idle()
        await v.em.says("khóa sổ")
        await v.em.taps("Khóa sổ tháng 5/2026")
        await v.em.taps("Đồng ý khóa sổ")
        assert "đồng hồ của máy có thể đang chạy sai" in v.em.heard


async def test_hours_that_go_by_are_no_jump(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        plan_a_meeting(v, at(10, 8))
        knocker = await settled(v)
        v.clock.jump(timedelta(minutes=59))
        await knocker.knock()
        v.clock.move(at(7, 8) - v.clock.now())
        assert await knocker.knock() > 0


async def test_a_start_sees_a_clock_that_was_set_back(database_url: str) -> None:
    async with village(database_url) as v:
        await settled(v)
        v.clock.jump(-2 * HOURS)
        plan_a_meeting(v, at(4, 8))
        assert await Knocker(v.house).knock() == 0
        with v.store.reading() as db:
            held = clock_watch.watch(db)
        assert held is not None
        assert held.jumped == -2 * HOURS


async def test_the_command_shows_and_accepts(
    database_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LIEN_DATABASE_URL", database_url)
    async with village(database_url) as v:
        assert main(["clock"]) == 0
        knocker = await settled(v)
        v.clock.jump(3 * HOURS + timedelta(minutes=20))
        await knocker.knock()
        capsys.readouterr()
        assert main(["clock"]) == 1
        assert "forward by 3 h 20 min" in capsys.readouterr().out
        with v.store.reading() as db:
            found = looked_at(None, clock_watch.watch(db))
        assert "lien clock accept" in found.mend
        assert main(["clock", "accept"]) == 0
        assert "held until now" in capsys.readouterr().out
        assert main(["clock"]) == 0
        assert main(["clock", "accept"]) == 0
        assert "nothing was held" in capsys.readouterr().out


async def test_what_was_entered_by_that_clock_is_named(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LIEN_DATABASE_URL", sqlite_url)
    fee = ("thu phí", "hôm nay", "5 nghìn", "đúng")
    async with village(sqlite_url) as v:
        knocker = await settled(v)
        for who, by in (("Hoa", 0), ("Lan", 40), ("Mạnh", -40)):
            await knocker.knock()
            v.clock.jump(timedelta(days=by))
            for line in (fee[0], who, "đúng", *fee[1:]):
                await v.giang.says(line)
            await knocker.knock()
        capsys.readouterr()
        for order in (["clock"], ["clock", "accept"]):
            main(order)
            said = capsys.readouterr().out
            assert "PT 1/2026" not in said
            assert "club 1, CLB Thôn Đoài: PT 2/2026 of 2026-12-" in said
            assert "PT 3/2026 of 2026-11-" in said
        assert main(["clock"]) == 0
        assert "PT" not in capsys.readouterr().out


def test_a_clock_moved_on_purpose_has_not_jumped() -> None:
    clock = PracticeClock()
    before, then = clock.uptime(), clock.now()
    clock.move(timedelta(days=3))
    went_by = timedelta(seconds=clock.uptime() - before)
    assert abs(clock.now() - then - went_by) < timedelta(minutes=1)
    assert Clock().uptime() > 0
