"""Whom no message reaches: one line a person, by group, debts for chair and cashier alone."""

from datetime import date

from sqlalchemy import insert, update

from storage.queries import Connection
from storage.tables.chats import chats
from storage.tables.people import groups, member_groups
from tests.kit.owing import lent
from tests.kit.planned import at, at_the_moment, plan_a_meeting
from tests.kit.village import FOUNDED, Village, village


def blocks(v: Village, *names: str) -> None:
    persons = [v.phones[name].person_id for name in names]
    v.store.change(_block, persons)


def _block(db: Connection, persons: list[int | None]) -> None:
    db.execute(update(chats).where(chats.c.person_id.in_(persons)).values(unreachable="blocked"))


def in_group(v: Village, group: str, leader: str, *names: str) -> None:
    v.store.change(_group, v, group, leader, names)


def _group(db: Connection, v: Village, group: str, leader: str, names: tuple[str, ...]) -> None:
    made = insert(groups).values(
        club_id=v.club.club_id, name=group, leader_id=v.phones[leader].member_id
    )
    number = db.execute(made.returning(groups.c.id)).scalar_one()
    for name in names:
        row = {"group_id": number, "member_id": v.phones[name].member_id, "valid_from": FOUNDED}
        db.execute(insert(member_groups).values(row))


async def test_everybody_was_reached(database_url: str) -> None:
    async with village(database_url) as v:
        await v.binh.says("người cần gọi")
        assert "đến được mọi người" in v.binh.heard


async def test_one_line_a_person_by_group(database_url: str) -> None:
    async with village(database_url) as v:
        in_group(v, "Tổ 1", "lan", "lan", "hoa")
        blocks(v, "hoa", "manh")
        plan_a_meeting(v, at(10, 8))
        for day in (7, 15):
            await at_the_moment(v, at(day, 9))
        await v.dao.says("người cần gọi")
        assert v.dao.heard == (
            "Dạ, tháng này tin nhắn của cháu không đến được 2 người.\n"
            "Nhờ cô gọi điện hoặc ghé nhà giúp cháu ạ:\n"
            "Tổ 1\n"
            "• Bác Nguyễn Thị Hoa, 0912 001 9520: buổi họp,\n"
            "bài học dùng điện thoại\n"
            "Chưa vào tổ nào\n"
            "• Chú Bùi Văn Mạnh, 0912 001 9660: buổi họp,\n"
            "bài học dùng điện thoại"
        )


async def test_of_debts_only_chair_and_cashier_read(database_url: str) -> None:
    async with village(database_url) as v:
        blocks(v, "hoa")
        lent(v, "hoa", date(2026, 11, 10))
        await at_the_moment(v, at(10, 8))
        for phone, knows in ((v.binh, True), (v.giang, True), (v.dao, False), (v.em, False)):
            await phone.says("người cần gọi")
            assert ("kỳ trả" in phone.heard) is knows


async def test_a_member_does_not_see_it(database_url: str) -> None:
    async with village(database_url) as v:
        blocks(v, "hoa")
        await at_the_moment(v, at(15, 9))
        await v.lan.says("người cần gọi")
        assert "Hoa" not in v.lan.heard


async def test_in_english(database_url: str) -> None:
    async with village(database_url, language="en") as v:
        blocks(v, "hoa")
        await at_the_moment(v, at(15, 9))
        await v.binh.says("people to phone")
        assert "My messages of this month did not reach one person." in v.binh.heard
        assert "Nguyễn Thị Hoa, 0912 001 9520: the phone lesson" in v.binh.heard


async def test_last_months_list_is_gone(database_url: str) -> None:
    async with village(database_url) as v:
        blocks(v, "hoa")
        await at_the_moment(v, at(15, 9))
        await at_the_moment(v, at(1, 9, month=12))
        await v.binh.says("người cần gọi")
        assert "đến được mọi người" in v.binh.heard
