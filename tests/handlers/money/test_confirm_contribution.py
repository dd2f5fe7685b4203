"""Who confirms a contribution; however often it is said, it is in the books once."""

import asyncio
from datetime import timedelta

import pytest

from handlers.talk.heard import Kind
from storage.changes.inserting import inserted
from storage.changes.members.enter_member import give_office
from storage.queries import Connection
from storage.queries.money.ledger import cash_by_place, entries_of
from storage.tables.people import households, member_households
from tests.kit.giving import in_books, tell_fee
from tests.kit.village import FOUNDED, Village, village


async def test_the_chair_confirms_what_the_cashier_gives(database_url: str) -> None:
    async with village(database_url) as v:
        await v.giang.says("đóng góp")
        for answer in ("1", "1"):
            await v.giang.says(answer)
        await v.giang.taps("tại buổi sinh hoạt")
        await v.giang.taps("Đúng hết rồi")
        assert "đã báo ông Trần Văn Bình, chủ nhiệm" in v.giang.heard
        await v.cuc.says("/congviec")
        assert "Hoàng Văn Giang" not in v.cuc.last
        await v.binh.taps("Xem và xác nhận")
        await v.binh.taps("Tiền đã ở trong tay")
        assert in_books(v) == [30_000]
        with v.store.reading() as db:
            places = cash_by_place(db, v.club.club_id)
        assert v.club.tin not in places, "it lies in the chair's hands until it is carried over"


async def test_what_was_told_of_while_the_clock_was_wrong_is_booked_today(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        v.clock.jump(timedelta(days=2))
        await tell_fee(v)
        v.clock.jump(timedelta(days=-2))
        await v.giang.taps("Xem và xác nhận")
        await v.giang.taps("Tiền đã ở trong tay")
        assert "đã vào sổ" in v.giang.heard
        with v.store.reading() as db:
            (entry,) = entries_of(db, v.club.club_id)
        assert entry.happened_on == v.clock.now().date()


async def test_what_concerns_a_household_waits_for_the_first_outside_of_it(
    database_url: str,
) -> None:
    async with village(database_url) as v:
        v.store.change(_one_household, v, v.hoa.member_id, v.giang.member_id, v.binh.member_id)
        await v.hoa.says("đóng góp")
        for answer in ("1", "1", "tại buổi sinh hoạt", "đúng"):
            await v.hoa.says(answer)
        assert "đã báo bà Lê Thị Cúc, phó chủ nhiệm" in v.hoa.heard
        await v.giang.says("s:confirm_contribution:1", kind=Kind.PRESS)
        assert "người nhà" in v.giang.heard or "gia đình" in v.giang.heard
        await v.cuc.taps("Xem và xác nhận")
        await v.cuc.says("đúng")
        assert in_books(v) == [30_000]


def _one_household(db: Connection, v: Village, *member_ids: int | None) -> None:
    number = inserted(db, households, club_id=v.club.club_id)
    for member_id in member_ids:
        inserted(
            db,
            member_households,
            member_id=member_id,
            household_id=number,
            valid_from=FOUNDED,
        )


async def test_two_cashiers_at_once_book_it_once(database_url: str) -> None:
    async with village(database_url, language="en") as v:
        v.store.change(_another_cashier, v)
        await v.hoa.says("contribute")
        for answer in ("1", "1", "In the meeting", "All correct"):
            await v.hoa.says(answer)
        for cashier in (v.giang, v.manh):
            await cashier.says("s:confirm_contribution:1", kind=Kind.PRESS)
        await asyncio.gather(v.giang.says("right"), v.manh.says("right"))
        assert in_books(v) == [30_000]


def _another_cashier(db: Connection, v: Village) -> None:
    give_office(db, v.club.club_id, v.manh.person_id or 0, "cashier", FOUNDED)


@pytest.mark.parametrize("again", ["the same update", "the same button", "the word once more"])
async def test_a_yes_said_twice_is_booked_once(database_url: str, again: str) -> None:
    async with village(database_url) as v:
        await tell_fee(v)
        await v.giang.taps("Xem và xác nhận")
        await v.giang.says("đúng", key="u1")
        if again == "the same update":
            await v.giang.says("đúng", key="u1")
        elif again == "the same button":
            await v.giang.taps("Tiền đã ở trong tay")
        else:
            await v.giang.taps("Xem và xác nhận")
            assert "đã xác nhận việc này rồi, lúc 9 giờ" in " ".join(v.giang.heard.split())
        assert in_books(v) == [30_000]


async def test_telling_twice_by_the_same_update_waits_once(database_url: str) -> None:
    async with village(database_url) as v:
        await v.hoa.says("đóng góp")
        for answer in ("1", "1", "tại buổi sinh hoạt"):
            await v.hoa.says(answer)
        await v.hoa.says("đúng", key="u1")
        await v.hoa.says("đúng", key="u1")
        await v.giang.says("/congviec")
        assert len([each for each in v.giang.labels if "Nguyễn Thị Hoa" in each]) == 1


async def test_this_is_not_right_goes_to_somebody_without_a_part_in_it(database_url: str) -> None:
    async with village(database_url) as v:
        await tell_fee(v)
        await v.giang.taps("Xem và xác nhận")
        await v.giang.taps("Tiền đã ở trong tay")
        await v.hoa.taps("Không đúng ạ")
        assert "Chỗ nào không đúng" in v.hoa.heard
        await v.hoa.says("tôi đưa 40 nghìn")
        assert "Lời của bác: “tôi đưa 40 nghìn”" in v.hoa.heard
        await v.hoa.taps("Chuyển giúp tôi")
        assert "Trần Văn Bình, chủ nhiệm" in v.hoa.heard
        assert "tôi đưa 40 nghìn" in v.binh.heard
        await v.hoa.taps("Không đúng ạ")
        assert "đã báo rồi" in v.hoa.heard
        await v.binh.says("/congviec")
        await v.binh.taps("phiếu thu không đúng")
        await v.binh.says("thủ quỹ sẽ trả lại bác 10 nghìn")
        await v.binh.taps("Chuyển giúp tôi")
        assert "Trần Văn Bình đã xem lại" in v.hoa.heard
        assert "thủ quỹ sẽ trả lại bác 10 nghìn" in v.hoa.heard
        await v.binh.says("/congviec")
        assert "phiếu thu" not in v.binh.last


async def test_stop_is_no_refusal_where_money_is_meant(sqlite_url: str) -> None:
    """A "thôi" there was taken for "I do not have it", and what was typed next for the reason."""
    async with village(sqlite_url) as v:
        await tell_fee(v)
        await v.giang.taps("Xem và xác nhận")
        await v.giang.says("thôi")
        assert "vì sao" not in v.giang.heard
        await v.giang.says("việc cần làm")
        assert "Nguyễn Thị Hoa" in v.giang.last
        assert "chưa xác nhận" not in v.hoa.everything


async def test_the_cashier_answers_in_her_own_words(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await tell_fee(v)
        await v.giang.taps("Xem và xác nhận")
        assert "vì sao" in (await v.giang.says("mới có 10 nghìn thôi")).lower()
        await v.giang.says("quay lại")
        assert "đã vào sổ" in await v.giang.says("nhận đủ rồi")
        assert len(in_books(v)) == 1
