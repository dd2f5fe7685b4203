"""The Golden Heart book: everybody reads it, named is only who agreed, goods are never invented."""

from club.money import Money
from handlers.talk.heard import Kind
from storage.queries.money.golden_heart import goods_in_stock
from storage.queries.money.ledger import cash_by_place
from storage.queries.web import web_file
from tests.kit import printed
from tests.kit.giving import in_books
from tests.kit.village import Village, village


async def gives_money(v: Village) -> None:
    await v.lan.says("đóng góp")
    await v.lan.taps("Ủng hộ tiền")
    await v.lan.says("50 nghìn")
    await v.lan.taps("tại buổi sinh hoạt")
    await v.lan.says("đúng")
    await v.giang.taps("Xem và xác nhận")
    await v.giang.says("đúng")


async def records_goods(v: Village) -> None:
    await v.dao.says("sổ tấm lòng vàng")
    await v.dao.taps("Ghi nhà hảo tâm")
    await v.dao.taps("Không")
    assert "Tiền" not in " ".join(v.dao.labels)
    await v.dao.taps("Hiện vật")
    await v.dao.says("gạo nếp")
    await v.dao.taps("cân")
    await v.dao.says("30")
    assert "một nhà hảo tâm – gạo nếp: 30 cân" in v.dao.heard
    await v.dao.says("đúng")


async def test_a_member_is_named_only_after_her_yes(database_url: str) -> None:
    async with village(database_url) as v:
        await gives_money(v)
        await v.manh.says("sổ tấm lòng vàng")
        assert "• 02/11/2026: Một thành viên – 50.000 đồng" in v.manh.heard
        assert "Lan" not in v.manh.heard
        await v.lan.says("sổ tấm lòng vàng")
        await v.lan.taps("Tên trong Sổ Tấm lòng vàng")
        await v.lan.says("đồng ý")
        assert "ghi tên bà vào sổ rồi" in v.lan.heard
        await v.manh.says("sổ tấm lòng vàng")
        assert "• 02/11/2026: Bà Đỗ Thị Lan – 50.000 đồng" in v.manh.heard
        await v.lan.says("sổ tấm lòng vàng")
        await v.lan.taps("Tên trong Sổ Tấm lòng vàng")
        await v.lan.says("không")
        await v.manh.says("sổ tấm lòng vàng")
        assert "Một thành viên" in v.manh.heard


async def test_a_donor_from_outside_is_in_both_books(database_url: str) -> None:
    async with village(database_url) as v:
        await v.giang.says("sổ tấm lòng vàng")
        await v.giang.taps("Ghi nhà hảo tâm")
        await v.giang.says("có")
        await v.giang.says("Cửa hàng Toàn Phát")
        await v.giang.taps("Tiền")
        await v.giang.says("500 nghìn")
        assert "Cửa hàng Toàn Phát – 500.000 đồng (năm trăm nghìn đồng)" in v.giang.heard
        await v.giang.says("đúng")
        assert "phiếu thu số PT 1/2026" in v.giang.heard
        await v.hoa.says("quỹ")
        await v.hoa.taps("Sổ Tấm lòng vàng")
        assert "• 02/11/2026: Cửa hàng Toàn Phát – 500.000 đồng" in v.hoa.heard
        assert in_books(v) == [500_000]
        with v.store.reading() as db:
            assert cash_by_place(db, v.club.club_id) == {v.club.tin: Money(500_000)}


async def test_goods_come_in_and_go_out_and_never_more_than_there_are(database_url: str) -> None:
    async with village(database_url) as v:
        await records_goods(v)
        await v.dao.says("sổ tấm lòng vàng")
        assert "Một nhà hảo tâm – gạo nếp: 30 cân" in v.dao.heard
        await v.dao.taps("Hiện vật đang giữ")
        assert "gạo nếp: nhận 30, đã trao 0, còn 30 cân" in v.dao.heard
        await v.dao.taps("Trao hiện vật")
        await v.dao.taps("gạo nếp")
        await v.dao.says("31")
        assert "30" in v.dao.heard and "Trao cho" not in v.dao.heard
        await v.dao.says("12")
        await v.dao.says("nhà bà Tư, sau bão")
        await v.dao.says("đúng")
        assert "Còn lại 18 cân" in v.dao.heard
        with v.store.reading() as db:
            (stock,) = goods_in_stock(db, v.club.club_id)
        assert (stock.received, stock.given, stock.left) == (30_000, 12_000, 18_000)
        assert in_books(v) == []


async def test_the_book_has_pages(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await v.hoa.says("golden heart")
        assert "Nothing stands in it yet." in v.hoa.heard
        for count in range(10):
            await v.dao.says("golden heart")
            await v.dao.taps("A gift from outside")
            await v.dao.says("no")
            await v.dao.taps("Days of work")
            await v.dao.says(f"cleaning lane {count}")
            await v.dao.says("2")
            await v.dao.says("yes")
        await v.hoa.says("golden heart")
        assert "cleaning lane 9" in v.hoa.heard and "cleaning lane 1" not in v.hoa.heard
        await v.hoa.taps("Older gifts")
        assert "cleaning lane 1" in v.hoa.heard


async def test_goods_lie_with_who_took_them_in_until_somebody_else_keeps_them(
    database_url: str,
) -> None:
    async with village(database_url) as v:
        await records_goods(v)
        await v.dao.says("sổ tấm lòng vàng")
        await v.dao.taps("Hiện vật đang giữ")
        assert "còn 30 cân; cô Phạm Thị Đào giữ" in v.dao.heard
        await v.dao.taps("Đổi người giữ")
        await v.dao.taps("gạo nếp")
        assert "cô Phạm Thị Đào đang giữ gạo nếp" in v.dao.heard
        await v.dao.says("lan")
        await v.dao.taps("Đỗ Thị Lan")
        await v.dao.says("đúng")
        assert "gạo nếp: 30 cân" in v.lan.heard
        await v.cuc.says("sổ tấm lòng vàng")
        await v.cuc.taps("Hiện vật đang giữ")
        assert "bà Đỗ Thị Lan giữ" in v.cuc.heard
        await v.binh.says("v:print_books:2026-11 golden_heart", kind=Kind.PRESS)
        with v.store.reading() as db:
            page = web_file(db, v.binh.key, v.binh.papers[-1].id)
        assert page is not None
        assert "Gạo nếp cân 30 0 30 Đỗ Thị Lan" in printed.text(page.content)


async def test_what_is_not_there_has_no_keeper_to_change(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.dao.says("s:goods_keeper:", kind=Kind.PRESS)
        assert "không giữ" in v.dao.heard
        await v.hoa.says("s:goods_keeper:", kind=Kind.PRESS)
        assert "Ai giữ" not in v.hoa.heard
