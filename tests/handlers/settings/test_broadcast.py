"""The board writes to many: seen before, counted, on its way, held, stopped, told at the end."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from bot.knocking import Knocker
from storage.changes.joining.found_club import NewClub, found_club
from storage.changes.members.enter_member import NewMember, enter_member, enter_person
from storage.outbox import Letter
from storage.queries.practice import open_phone
from storage.tables.areas import club_communes
from storage.tables.broadcasts import broadcast_people, broadcasts
from storage.tables.chats import chats, outbox
from storage.tables.people import groups, member_groups, members, officers
from storage.tables.trail import audit
from tests.kit.planned import answers, at, at_the_moment, close_months, plan_a_meeting
from tests.kit.village import FOUNDED, Phone, Village, village

TEXT = "Chủ nhật 15/11/2026 đến sớm lúc 7 giờ để dọn nhà văn hóa."
OTHERS = ("binh", "dao", "em", "giang", "hoa", "lan", "manh")
"""Everybody of the club but the deputy, who writes."""


async def writes(v: Village, *said: str) -> None:
    """Whatever the calendar had to say has been said before."""
    await knock(v)
    for each in said or ("nhắn cả câu lạc bộ", "1", TEXT):
        await v.cuc.says(each)


async def knock(v: Village) -> int:
    close_months(v)
    count = await Knocker(v.house).knock()
    await v.house.until_idle()
    return count


async def knock_unsent(v: Village) -> list[int]:
    """A knock after which what was written to many still lies in the outbox."""
    kept: list[int] = []
    post = v.house.delivery.post

    def keep(letters: Sequence[Letter]) -> None:
        to_many = [each for each in letters if each.kind == "broadcast"]
        kept.extend(each.id for each in to_many)
        post([each for each in letters if each not in to_many])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(v.house.delivery, "post", keep)
        await knock(v)
    return kept


def heard_it(v: Village) -> set[str]:
    return {
        name
        for name, phone in v.phones.items()
        if any(TEXT in each.text and "nhắn" in each.text for each in phone.messages)
    }


def change(v: Village, table: Any, **values: Any) -> int:
    return v.store.change(
        lambda db: int(
            db.execute(insert(table).values(**values).returning(table.c.id)).scalar_one()
        )
    )


def blocks(v: Village, name: str) -> None:
    person = v.phones[name].person_id
    gone = update(chats).where(chats.c.person_id == person).values(unreachable="blocked")
    v.store.change(lambda db: db.execute(gone).rowcount)


async def test_from_the_first_word_to_the_outcome(database_url: str) -> None:
    async with village(database_url) as v:
        blocks(v, "lan")
        await writes(v)
        preview = (
            "Bà Lê Thị Cúc, phó chủ nhiệm CLB Thôn Đoài, nhắn bác/ông/bà:\n"
            "“Chủ nhật 15/11/2026 đến sớm lúc 7 giờ để dọn nhà văn hóa.”"
        )
        assert preview in v.cuc.heard
        for each in ("6 người nhận được ở đây", "1 người chưa nhắn tin", "khoảng 1 phút"):
            assert each in v.cuc.heard
        assert heard_it(v) == {"cuc"}
        await v.cuc.says("đúng")
        assert "đang chuyển tin đến 6 máy" in v.cuc.heard
        assert "1 người chưa nhắn tin với cháu" in v.cuc.heard
        assert await knock(v) == 6
        assert heard_it(v) == {*OTHERS, "cuc"} - {"lan"}
        assert v.hoa.heard.replace("nhắn bác", "nhắn bác/ông/bà") == preview
        await v.cuc.taps("Xem đã gửi đến đâu")
        assert "Đã gửi 6/7" in v.cuc.heard
        assert "nhờ gọi điện: 1" in v.cuc.heard
        assert await knock(v) == 1
        assert "đã chuyển xong" in v.cuc.heard
        await v.cuc.taps("Xem cần gọi ai")
        assert "Bà Đỗ Thị Lan" in v.cuc.heard
        assert await knock(v) == 0
        with v.store.reading() as db:
            noted = set(db.execute(select(audit.c.deed)).scalars())
        assert "SendBroadcast" in noted


async def test_in_english_and_refused_kindly(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await writes(v, "write to the club", "1", "Please see http://liencl8.com/join")
        assert "There is a link in it" in v.cuc.heard
        await v.cuc.says("Pay into account 19036688112233")
        assert "may be an account" in v.cuc.heard
        await v.cuc.says("Phone 0987 654 321")
        assert "not yours" in v.cuc.heard
        await v.cuc.says("Phone me: 0912 001 9600")
        assert "Lê Thị Cúc, deputy chair of CLB Thôn Đoài, writes to you:" in v.cuc.heard
        await v.cuc.says("no")
        assert "I have written to nobody" in await v.cuc.taps("Send nothing")
        assert await knock(v) == 0


async def test_to_one_group_and_to_those_who_have_not_answered(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        group = change(v, groups, club_id=v.club.club_id, name="Tổ 1")
        other = change(v, groups, club_id=v.club.club_id, name="Tổ 2")
        for name, day, number in (("hoa", 1, group), ("lan", 1, group), ("lan", 2, other)):
            member = v.phones[name].member_id
            since = FOUNDED + timedelta(days=day)
            change(v, member_groups, member_id=member, group_id=number, valid_from=since)
        await writes(v, "nhắn tổ", "2", "1", TEXT, "đúng")
        await knock(v)
        assert heard_it(v) == {"hoa", "cuc"}
        meeting = plan_a_meeting(v, at(10, 8))
        for name in OTHERS[:-1]:
            answers(v, meeting, name, "yes")
        before = len(v.manh.messages)
        await writes(v, "nhắn cả câu lạc bộ", "3", TEXT, "đúng")
        await knock(v)
        assert heard_it(v) == {"hoa", "cuc", "manh"}
        assert len(v.manh.messages) == before + 1


async def test_at_night_it_waits_for_the_morning(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await knock(v)
        v.clock.move(at(2, 20, 31) - v.clock.now())
        await writes(v)
        assert "Bây giờ là giờ nghỉ" in v.cuc.heard
        await v.cuc.says("đúng")
        for moment in (at(2, 20, 32), at(2, 23), at(3, 6, 59)):
            assert await at_the_moment(v, moment) == 0
        assert await at_the_moment(v, at(3, 7)) == len(OTHERS)


async def test_what_a_night_catches_up_with_in_the_outbox_waits(database_url: str) -> None:
    async with village(database_url) as v:
        await writes(v)
        await v.cuc.says("đúng")
        v.clock.move(at(2, 20, 29) - v.clock.now())
        close_months(v)
        letters = await knock_unsent(v)
        assert len(letters) == len(OTHERS)
        v.clock.move(timedelta(minutes=2))
        assert not any([await v.house.core.begin_sending(each) for each in letters])
        assert states(v) == ["waiting"] * len(OTHERS)
        assert await at_the_moment(v, at(3, 7)) == len(OTHERS)
        assert heard_it(v) == {*OTHERS, "cuc"}
        assert sent_once(v)


def states(v: Village) -> list[str]:
    with v.store.reading() as db:
        return list(db.execute(select(broadcast_people.c.state)).scalars())


def sent_once(v: Village) -> bool:
    return all(sum(TEXT in each.text for each in v.phones[n].messages) == 1 for n in OTHERS)


async def test_held_nobody_gets_it_and_it_goes_on_once(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await writes(v)
        await v.cuc.says("đúng")
        await v.cuc.taps("Xem đã gửi đến đâu")
        await v.cuc.taps("Tạm dừng hoặc không gửi nữa")
        await v.cuc.says("1")
        assert "dừng rồi" in v.cuc.heard
        assert await knock(v) == 0
        await v.cuc.taps("Xem đã gửi đến đâu")
        assert "đang dừng" in v.cuc.heard
        assert "Còn phải gửi: 7" in v.cuc.heard
        await v.cuc.taps("Tạm dừng hoặc không gửi nữa")
        await v.cuc.says("gửi tiếp")
        assert await knock(v) == len(OTHERS)
        assert sent_once(v)


async def test_stopped_what_lies_in_the_outbox_is_not_sent(database_url: str) -> None:
    async with village(database_url) as v:
        await writes(v)
        await v.cuc.says("đúng")
        assert len(await knock_unsent(v)) == len(OTHERS)
        await v.cuc.taps("Xem đã gửi đến đâu")
        await v.cuc.taps("Tạm dừng hoặc không gửi nữa")
        await v.cuc.says("2")
        assert "không gửi cho ai nữa" in v.cuc.heard
        assert set(states(v)) == {"cancelled"}
        assert await knock(v) == 0
        await v.cuc.taps("Xem đã gửi đến đâu")
        assert "Thôi không gửi nữa: 7" in v.cuc.heard
        with v.store.reading() as db:
            kept = db.execute(select(outbox.c.state).where(outbox.c.kind == "broadcast")).scalars()
            assert set(kept) == {"dropped"}


async def test_three_a_day_for_the_whole_club(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for _ in range(3):
            await writes(v)
            await v.cuc.says("đúng")
        await v.binh.says("nhắn cả câu lạc bộ")
        assert "3 lần thôi" in v.binh.heard
        v.clock.move(timedelta(days=1))
        await v.binh.says("nhắn cả câu lạc bộ")
        assert "Mời ông gõ đúng như ông muốn" in v.binh.heard


async def test_members_cashier_and_strangers_cannot_write_to_many(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await writes(v)
        await v.cuc.says("đúng")
        for phone in (v.hoa, v.giang, v.la):
            for said in ("nhắn cả câu lạc bộ", "nhắn các câu lạc bộ", "tin đã nhắn"):
                await phone.says(said)
                assert "chuyển tin này" not in phone.heard
                assert "đang gửi" not in phone.heard
        await v.hoa.opens()
        assert await count_of(v) == 1


async def count_of(v: Village) -> int:
    with v.store.reading() as db:
        return len(db.execute(select(broadcasts.c.id)).all())


def second_club(v: Village) -> int:
    """Another club of the commune: Hoa is in it too, and Sáu, who has a phone."""

    def founded(db: Any) -> int:
        now = v.clock.now()
        new = NewClub("CLB Thôn Đông", "Thôn Đông", "Hà Nội", "Xã Mỹ Đức", FOUNDED, "HXMK2346")
        club = found_club(db, new, now)
        commune = db.execute(select(club_communes.c.area_id)).scalars().first()
        moved = update(club_communes).values(area_id=commune)
        db.execute(moved)
        sau = enter_member(db, club.club_id, NewMember("Lý Văn Sáu", 1950, "male", FOUNDED), now)
        v.phones["sau"] = Phone(v, open_phone(db, "web", sau.person_id, now), sau.person_id)
        v.by_key[v.sau.key] = v.sau
        hoa = {"person_id": v.hoa.person_id, "club_id": club.club_id, "state": "member"}
        db.execute(insert(members).values(**hoa, asked_at=now, joined_on=FOUNDED))
        nga = enter_person(db, NewMember("Bùi Thị Nga", 1975, "female", FOUNDED), now)
        v.phones["nga"] = Phone(v, open_phone(db, "web", nga, now), nga)
        v.by_key[v.nga.key] = v.nga
        db.execute(insert(officers).values(area_id=commune, person_id=nga, from_day=FOUNDED))
        return club.club_id

    return v.store.change(founded)


async def test_an_officer_writes_to_all_clubs_and_nobody_gets_it_twice(database_url: str) -> None:
    async with village(database_url) as v:
        second_club(v)
        await knock(v)
        for said in ("nhắn các câu lạc bộ", "2", TEXT):
            await v.nga.says(said)
        assert "cán bộ Hội ở Xã Mỹ Đức, nhắn" in v.nga.heard
        assert "9 người nhận được ở đây" in v.nga.heard
        await v.nga.says("đúng")
        assert await knock(v) == 9
        assert heard_it(v) == {*OTHERS, "cuc", "sau", "nga"}
        assert sum(TEXT in each.text for each in v.hoa.messages) == 1
        assert await knock(v) == 1
        assert "Đã gửi 9/9" in v.nga.heard
        await v.nga.says("nhắn các câu lạc bộ")
        assert "1 lần thôi" in v.nga.heard
        await v.cuc.says("tin đã nhắn")
        assert "chưa có tin nào" in v.cuc.heard


async def test_an_officer_writes_to_the_boards_alone(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        second_club(v)
        for said in ("nhắn các câu lạc bộ", "1", TEXT, "đúng"):
            await v.nga.says(said)
        await knock(v)
        assert heard_it(v) == {"binh", "cuc", "dao", "em", "giang", "nga"}
