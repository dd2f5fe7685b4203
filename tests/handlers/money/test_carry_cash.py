"""What the chair took in for the cashier goes into the tin by the cashier's word."""

from club.money import Money
from handlers.talk.heard import Kind
from storage.queries.faults.books_faults import books_faults
from storage.queries.money.ledger import cash_by_place
from tests.kit.village import Village, village


async def chair_takes_the_cashiers_fee(v: Village) -> None:
    await v.giang.says("đóng góp")
    for answer in ("1", "1"):
        await v.giang.says(answer)
    await v.giang.taps("tại buổi sinh hoạt")
    await v.giang.taps("Đúng hết rồi")
    await v.binh.taps("Xem và xác nhận")
    await v.binh.taps("Tiền đã ở trong tay")


async def test_the_cashier_takes_it_over_once(database_url: str) -> None:
    async with village(database_url) as v:
        await chair_takes_the_cashiers_fee(v)
        await v.giang.says("/congviec")
        await v.giang.taps("Nhận 30.000 đồng từ ông Trần Văn Bình")
        assert "30.000 đồng (ba mươi nghìn đồng)" in v.giang.heard
        await v.giang.taps("Đúng hết rồi")
        assert "30.000 đồng từ ông Trần Văn Bình đã vào" in v.giang.heard
        assert "Hoàng Văn Giang đã nhận 30.000 đồng" in v.binh.heard
        with v.store.reading() as db:
            cash = cash_by_place(db, v.club.club_id)
            assert cash.pop(v.club.tin) == Money(30_000)
            assert set(cash.values()) == {Money(0)}
            assert books_faults(db, v.club.club_id) == []
        await v.giang.says("/congviec")
        assert "Nhận 30.000" not in v.giang.last


async def test_a_no_moves_nothing_and_it_stays_on_the_list(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await chair_takes_the_cashiers_fee(v)
        await v.giang.says("/congviec")
        await v.giang.taps("Nhận 30.000 đồng")
        await v.giang.taps("Chưa đúng")
        await v.giang.says("/congviec")
        assert "Nhận 30.000 đồng từ ông Trần Văn Bình" in v.giang.last
        with v.store.reading() as db:
            assert v.club.tin not in cash_by_place(db, v.club.club_id)


async def test_nobody_else_takes_it_over(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await chair_takes_the_cashiers_fee(v)
        with v.store.reading() as db:
            (hands,) = cash_by_place(db, v.club.club_id)
        for phone in (v.binh, v.em, v.hoa, v.la):
            await phone.says(f"s:carry_cash:{hands}", kind=Kind.PRESS)
            assert "30.000 đồng (" not in phone.heard
