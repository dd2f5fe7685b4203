"""Too much cash in one place at home: who keeps books and cash hears it once (Club rules, A.1)."""

from club.money import Money
from handlers.talk.heard import Kind
from storage.changes.joining.found_club import settle
from storage.queries import Connection
from storage.queries.money.cash_limits import places_above
from tests.kit.lending import give_fund
from tests.kit.village import Village, village

TOLD = "tiền mặt để ở một nơi đang nhiều"


async def gift(v: Village, amount: str) -> None:
    """Em's gift, confirmed by the cashier into the tin."""
    await v.em.says("đóng góp")
    await v.em.taps("Ủng hộ tiền")
    await v.em.says(amount)
    await v.em.taps("tại buổi sinh hoạt")
    await v.em.says("đúng")
    await v.giang.taps("Xem và xác nhận")
    await v.giang.says("đúng")


async def test_it_is_told_once_until_it_was_below(database_url: str) -> None:
    async with village(database_url) as v:
        give_fund(v, 4)
        await gift(v, "1 triệu")
        assert not any(TOLD in phone.heard for phone in (v.binh, v.em, v.giang))
        await gift(v, "200 nghìn")
        for phone in (v.binh, v.em, v.giang):
            assert TOLD in phone.heard
            assert "Hộp tiền: 5.200.000 đồng. Mức của câu lạc bộ là 5.000.000 đồng" in phone.heard
        assert TOLD not in v.dao.heard
        assert TOLD not in v.hoa.heard
        await gift(v, "100 nghìn")
        assert v.binh.heard.count(TOLD) == 1
        assert TOLD not in v.em.heard + v.giang.heard
        with v.store.reading() as db:
            (above,) = places_above(db, v.club.club_id, v.clock.now().date())
            assert above.there == Money(5_300_000)


async def test_it_stands_on_the_list_and_among_the_places(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 7)
        await v.giang.says("việc cần làm")
        await v.giang.taps("Quá mức: Hộp tiền, 7.000.000 đồng")
        assert "Hộp tiền: 7.000.000 đồng, quá mức 2.000.000 đồng" in v.giang.heard
        assert "giữ nhiều nhất 5.000.000 đồng" in v.giang.heard
        await v.dao.says("việc cần làm")
        assert "Quá mức" not in v.dao.last
        await v.hoa.says("tiền để ở đâu")
        assert "7.000.000" not in v.hoa.heard
        await v.binh.says("v:state_of_books:", kind=Kind.PRESS)
        assert "Hộp tiền: 7.000.000 đồng, quá mức" in v.binh.heard
        v.store.change(no_limit, v)
        await v.giang.says("việc cần làm")
        assert "Quá mức" not in v.giang.last
        await v.giang.says("tiền đang để ở đâu")
        assert "chưa đặt mức" in v.giang.heard
        await gift(v, "1 triệu")
        assert TOLD not in v.binh.heard


def no_limit(db: Connection, v: Village) -> None:
    today = v.clock.now().date()
    settle(db, v.club.club_id, "cash_limit", 0, today, v.clock.now(), by=None)


async def test_two_people_set_the_limit(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        give_fund(v, 6)
        await v.em.says("where the money lies")
        assert "The tin: 6.000.000 đồng, 1.000.000 đồng above the limit" in v.em.heard
        await v.binh.says("where the money lies")
        await v.binh.taps("Cash kept in one place")
        await v.binh.taps("Change")
        await v.binh.taps("A sum")
        await v.binh.says("8 triệu")
        await v.binh.says("yes")
        await v.em.taps("Look")
        await v.em.says("yes")
        await v.em.says("where the money lies")
        assert "above the limit" in v.em.last
        await v.waits(days=8)
        await v.em.says("where the money lies")
        assert "The tin: 6.000.000 đồng\n" in v.em.last
        assert "at most 8.000.000 đồng" in v.em.last
