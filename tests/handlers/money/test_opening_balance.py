"""What the club had before its books began."""

from club.money import Money
from storage.queries.faults.books_faults import books_faults
from storage.queries.money.ledger import cash_by_place, fund_positions, places_of
from tests.kit.village import village


async def test_the_bookkeeper_enters_it_and_the_board_hears(database_url: str) -> None:
    async with village(database_url) as v:
        await v.em.says("số dư ban đầu")
        await v.em.taps("Quỹ tăng thu nhập")
        await v.em.taps("Tài khoản")
        await v.em.taps("Dự án hỗ trợ")
        await v.em.says("50 triệu")
        assert "50.000.000 đồng (năm mươi triệu đồng)" in v.em.heard
        await v.em.taps("Đúng hết rồi")
        assert "đã vào sổ: Quỹ tăng thu nhập, 50.000.000 đồng" in v.em.heard
        for phone in (v.binh, v.cuc, v.dao, v.giang):
            assert "Vũ Thị Em vừa ghi số dư ban đầu" in phone.heard
            assert "Dự án hỗ trợ" in phone.heard
        with v.store.reading() as db:
            club_id = v.club.club_id
            assert books_faults(db, club_id) == []
            assert fund_positions(db, club_id)[v.club.income_fund].total == Money(50_000_000)
            (bank,) = [each.id for each in places_of(db, club_id) if each.kind == "bank"]
            assert cash_by_place(db, club_id) == {bank: Money(50_000_000)}
        await v.hoa.says("đóng góp")
        for answer in ("1", "1"):
            await v.hoa.says(answer)
        await v.hoa.taps("Chuyển khoản")
        await v.hoa.taps("Đúng hết rồi")
        await v.giang.taps("Xem và xác nhận")
        await v.giang.taps("Đã thấy tiền trong tài khoản")
        with v.store.reading() as db:
            assert cash_by_place(db, club_id) == {bank: Money(50_030_000)}


async def test_a_sum_out_of_the_ordinary_is_asked_back(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await v.binh.says("opening balance")
        for answer in ("Operating fund", "The tin", "Donated", "900 million"):
            await v.binh.says(answer)
        assert "more than usual" in v.binh.heard
        await v.binh.taps("900.000.000 đồng")
        await v.binh.taps("Not correct")
        assert "nothing is recorded" in v.binh.heard


async def test_members_enter_no_balances(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for phone in (v.hoa, v.la):
            await phone.says("/sodu")
            assert "quỹ nào" not in phone.heard
