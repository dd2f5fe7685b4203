"""Reminders of sessions that move, change hands or are called off: at most once, for who comes."""

from pathlib import Path

from sqlalchemy import select

from storage.tables.schedule import reminders
from tests.handlers.volunteers.test_session_life import database
from tests.kit.meeting import presses
from tests.kit.planned import at, at_the_moment
from tests.kit.sessions import another, opens_session
from tests.kit.village import Phone, Village, village


def sent(v: Village, phone: Phone, kind: str) -> list[str]:
    """About what this person was reminded."""
    with v.store.reading() as db:
        found = db.execute(
            select(reminders.c.subject).where(
                reminders.c.person_id == phone.person_id,
                reminders.c.kind == kind,
                reminders.c.state.in_(("queued", "sent")),
            )
        )
        return sorted(found.scalars())


async def test_who_comes_is_reminded_once_for_each_time(tmp_path: Path) -> None:
    async with village(database(tmp_path)) as v:
        ha, tu = another(v, "Lê Thu Hà"), another(v, "Lê Thị Tư")
        await opens_session(v.binh, places="2")
        for phone in (v.quan, ha):
            await presses(phone, "s:take_session:1")
        for _ in range(2):
            await at_the_moment(v, at(6, 8))
        assert sent(v, v.quan, "session_tomorrow") == ["1"]
        await presses(v.binh, "s:move_session:1")
        for said in ("9/11/2026", "14 giờ", "đúng"):
            await v.binh.says(said)
        await presses(v.quan, "s:agree_to_time:1")
        await presses(ha, "s:offer_place:1")
        await ha.taps("Lê Thị Tư")
        await tu.taps("Nhận đi thay")
        await tu.says("vâng")
        await at_the_moment(v, at(7, 6))
        assert sent(v, v.quan, "session_soon") == []
        for _ in range(2):
            await at_the_moment(v, at(8, 8))
        assert sent(v, v.quan, "session_tomorrow") == ["1", "1/1"]
        assert sent(v, tu, "session_tomorrow") == ["1/1"]
        assert sent(v, ha, "session_tomorrow") == ["1"]
        await presses(v.quan, "s:drop_session:1")
        await v.quan.says("vâng")
        for _ in range(2):
            await at_the_moment(v, at(9, 12))
        assert sent(v, v.quan, "session_soon") == []
        assert sent(v, tu, "session_soon") == ["1/1"]


async def test_a_session_called_off_reminds_nobody(tmp_path: Path) -> None:
    async with village(database(tmp_path)) as v:
        await opens_session(v.binh)
        await presses(v.quan, "s:take_session:1")
        await at_the_moment(v, at(5, 8))
        await presses(v.binh, "s:cancel_session:1")
        for said in ("mưa to", "đúng"):
            await v.binh.says(said)
        for moment in (at(6, 8), at(7, 6)):
            await at_the_moment(v, moment)
        assert sent(v, v.quan, "session_tomorrow") == []
        assert sent(v, v.quan, "session_soon") == []
