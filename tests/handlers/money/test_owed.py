"""Shares and money lent to the club, taken in and given back by two people's yes."""

import pytest

from club.money import Money
from handlers.talk.heard import Kind
from storage.queries.money.ledger import fund_positions
from storage.queries.money.owed import owed_items
from tests.kit.board import holds, said
from tests.kit.lending import give_fund, one_household
from tests.kit.village import Phone, Village, village


async def agrees(phone: Phone) -> None:
    await phone.taps("Xem và trả lời")
    await phone.says("đúng")


async def opens(phone: Phone, dialogue: str, *answers: str) -> None:
    await phone.says(f"s:{dialogue}:", kind=Kind.PRESS)
    for each in answers:
        await phone.says(each)


def left(v: Village) -> list[tuple[str, int]]:
    with v.store.reading() as db:
        return [(each.kind, each.left.dong) for each in owed_items(db, v.club.club_id)]


SHARE = ("1", "hoa", "1", "Quỹ tăng thu nhập", "300 nghìn", "bỏ qua")


async def test_a_share_is_taken_in_and_given_back_by_two(database_url: str) -> None:
    async with village(database_url) as v:
        await opens(v.em, "receive_owed", *SHARE)
        assert "vốn góp của thành viên" in said(v.em)
        await v.em.says("đúng")
        assert left(v) == []
        await agrees(v.binh)
        assert "phiếu PT 1/2026: 300.000 đồng" in said(v.em)
        assert "vừa ghi về tiền của bác" in said(v.hoa)
        assert "Không đúng ạ" in v.hoa.labels
        assert left(v) == [("share", 300_000)]
        await opens(v.em, "give_back", "1", "1")
        await v.em.says("400 nghìn")
        assert "300.000" in said(v.em)
        await v.em.says("100 nghìn")
        assert "Sau đó còn phải trả: 200.000 đồng" in said(v.em)
        await v.em.says("đúng")
        await agrees(v.binh)
        assert "trả lại 100.000 đồng" in said(v.hoa)
        assert left(v) == [("share", 200_000)]
        with v.store.reading() as db:
            position = fund_positions(db, v.club.club_id)[v.club.income_fund]
        assert position.members_shares == Money(200_000)
        assert position.own_capital == Money(0)
        holds(v)


async def test_money_lent_by_somebody_outside_has_terms_and_a_day(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 1)
        await opens(v.em, "receive_owed", "câu lạc bộ vay", "Người ngoài", "Ông Sáu Thọ")
        for answer in ("Quỹ tăng thu nhập", "5 triệu", "Không lãi", "có", "hôm qua"):
            await v.em.says(answer)
        await v.em.says("30/6/2027")
        assert "hạn trả 30/06/2027" in said(v.em)
        await v.em.says("đúng")
        await agrees(v.binh)
        assert left(v) == [("lent", 5_000_000)]
        await v.giang.says("vốn góp")
        assert "Ông Sáu Thọ: 5.000.000 đồng" in said(v.giang)
        assert "Không lãi" in said(v.giang)
        assert "vốn của câu lạc bộ" in said(v.giang).lower()
        assert "1.000.000 đồng" in said(v.giang)
        holds(v)


async def test_what_was_there_at_the_beginning_can_be_owed_too(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.em.says("số dư ban đầu")
        for answer in ("Quỹ tăng thu nhập", "Hộp tiền", "Vốn góp", "lan", "1", "200 nghìn"):
            await v.em.says(answer)
        await v.em.says("đúng")
        await v.em.says("số dư ban đầu")
        for answer in (
            "Quỹ tăng thu nhập",
            "Hộp tiền",
            "Câu lạc bộ vay",
            "Hội xã",
            "2 triệu",
            "đúng",
        ):
            await v.em.says(answer)
        assert left(v) == [("share", 200_000), ("lent", 2_000_000)]
        holds(v)


async def test_nobody_takes_in_or_gives_back_for_his_own_household(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        one_household(v, v.em, v.hoa)
        await opens(v.em, "receive_owed", *SHARE, "đúng")
        assert "người nhà" in said(v.em)
        assert left(v) == []
        one_household(v, v.binh, v.lan)
        await opens(v.em, "receive_owed", "1", "lan", "1", *SHARE[3:], "đúng")
        await v.binh.says("việc cần làm")
        assert "nhận" not in " ".join(v.binh.labels).lower()


@pytest.mark.parametrize("name", ["receive_owed", "give_back"])
async def test_others_do_neither(sqlite_url: str, name: str) -> None:
    async with village(sqlite_url) as v:
        for phone in (v.hoa, v.dao, v.quan, v.la):
            await opens(phone, name, *SHARE, "đúng")
        for phone in (v.hoa, v.quan, v.la):
            await phone.says("v:owed:", kind=Kind.PRESS)
            assert "Thôn Đoài" not in said(phone)
        assert left(v) == []
