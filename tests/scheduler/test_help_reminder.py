"""Who asked for help hears once the day before and once two hours before who comes, and where."""

from sqlalchemy import insert

from storage.tables.sessions import help_requests
from tests.handlers.members.test_to_phone import blocks
from tests.kit.meeting import presses
from tests.kit.planned import at, at_the_moment, open_a_session, reminders_of
from tests.kit.village import Village, village


def asked(v: Village, name: str, session_id: int) -> None:
    """A request for help out of which this session was opened."""
    values = {
        "club_id": v.club.club_id,
        "member_id": v.phones[name].member_id,
        "topic": "digital",
        "state": "answered",
        "asked_at": v.clock.now(),
        "session_id": session_id,
        "cause": f"test:{name}:{session_id}:{v.clock.now().isoformat()}",
    }
    v.store.change(lambda db: db.execute(insert(help_requests).values(**values)))


async def test_who_asked_for_help_hears_who_comes_once_a_day_before_and_two_hours_before(
    database_url: str,
) -> None:
    async with village(database_url) as v:
        session_id = open_a_session(v, at(7, 14), "quan")
        asked(v, "hoa", session_id)
        await at_the_moment(v, at(5, 9))
        # Asking for two things that one session answers is one reminder.
        asked(v, "hoa", session_id)
        for _ in range(2):
            await at_the_moment(v, at(6, 8))
        assert "có nhờ giúp" in v.hoa.heard
        assert "thứ bảy 07/11/2026, lúc 14 giờ" in v.hoa.heard
        assert "Nhà văn hóa thôn Đoài" in v.hoa.heard
        assert "Quân" in v.hoa.heard
        assert reminders_of(v, "help_tomorrow", "hoa") == [("queued", None)]
        for _ in range(2):
            await at_the_moment(v, at(7, 12))
        assert reminders_of(v, "help_soon", "hoa") == [("queued", None)]
        assert v.hoa.everything.count("có nhờ giúp") == 2
        assert "có nhờ giúp" not in v.lan.everything + v.quan.everything
        await v.hoa.taps("Ai đến giúp")
        assert "Quân" in v.hoa.heard


async def test_nobody_hears_of_help_that_was_called_off_or_came_up_since(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        called_off = open_a_session(v, at(7, 14), "quan")
        asked(v, "hoa", called_off)
        await at_the_moment(v, at(5, 9))
        await presses(v.binh, f"s:cancel_session:{called_off}")
        for said in ("mưa to", "đúng"):
            await v.binh.says(said)
        await at_the_moment(v, at(6, 8))
        assert "có nhờ giúp" not in v.hoa.everything
        assert reminders_of(v, "help_tomorrow", "hoa") == []
        # Opened after eight o'clock for the next morning: she has just heard of it.
        await at_the_moment(v, at(6, 9))
        asked(v, "lan", open_a_session(v, at(7, 9)))
        await at_the_moment(v, at(6, 9, 5))
        assert reminders_of(v, "help_tomorrow", "lan") == []
        await at_the_moment(v, at(7, 7))
        assert "Chưa có bạn nào ghi tên" in v.lan.heard


async def test_whom_it_does_not_reach_stands_on_the_list_of_people_to_phone(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        asked(v, "hoa", open_a_session(v, at(7, 14), "quan"))
        blocks(v, "hoa")
        await at_the_moment(v, at(5, 8))
        await at_the_moment(v, at(6, 8))
        await v.binh.says("cần gọi")
        assert "người đến giúp và giờ đến" in v.binh.heard
