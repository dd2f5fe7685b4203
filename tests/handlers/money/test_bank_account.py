"""The club's account: two people, 48 hours, all members told, the number only to who transfers."""

import zxingcpp

from club.bank_transfer import BankAccount, vietqr
from club.money import Money
from storage.queries.money.bank_accounts import account_in_force
from storage.queries.money.ledger import cash_by_place, places_of
from storage.queries.web import web_file
from tests.kit.pixels import light_and_dark
from tests.kit.village import Village, village

NUMBER = "1500205123456"


async def propose_account(v: Village, number: str = NUMBER) -> None:
    await v.binh.says("đổi tài khoản")
    await v.binh.says("agribank")
    await v.binh.says(number)
    await v.binh.says("Hoàng Văn Giang")


async def test_an_account_holds_two_days_after_two_agreed(database_url: str) -> None:
    async with village(database_url) as v:
        await propose_account(v)
        assert "• Ngân hàng: Agribank" in v.binh.heard
        assert f"• Số tài khoản: {NUMBER}" in v.binh.heard
        assert "• Chủ tài khoản: HOANG VAN GIANG" in v.binh.heard
        await v.binh.says("đúng")
        await v.em.taps("Xem và trả lời")
        assert NUMBER in v.em.heard
        await v.em.says("đúng")
        assert "tài khoản nhận chuyển khoản thay đổi" in v.hoa.heard
        assert "Ông Trần Văn Bình và cô Vũ Thị Em đã cùng quyết định" in v.hoa.heard
        assert NUMBER not in v.hoa.everything
        with v.store.reading() as db:
            assert account_in_force(db, v.club.club_id, v.clock.now()) is None
        await v.waits(hours=48)
        with v.store.reading() as db:
            there = account_in_force(db, v.club.club_id, v.clock.now())
        assert there is not None and there.number == NUMBER


async def test_one_person_alone_changes_nothing(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await propose_account(v)
        await v.binh.says("đúng")
        await v.waits(hours=100)
        with v.store.reading() as db:
            assert account_in_force(db, v.club.club_id, v.clock.now()) is None
        await v.hoa.says("đóng góp")
        await v.hoa.taps("Đóng phí câu lạc bộ")
        await v.hoa.says("30 nghìn")
        assert not any("tài khoản" in each for each in v.hoa.labels)


async def test_nonsense_is_no_account(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await propose_account(v, number="số của chú Giang")
        assert "số tài khoản phải có từ 5 đến 19 chữ số" in v.binh.heard


async def chooses_transfer(v: Village) -> None:
    await v.hoa.says("đóng góp")
    await v.hoa.taps("Đóng phí câu lạc bộ")
    await v.hoa.says("30 nghìn")
    await v.hoa.taps("chuyển khoản")
    await v.hoa.says("đúng")


async def settle_account(v: Village) -> None:
    await propose_account(v)
    await v.binh.says("đúng")
    await v.em.taps("Xem và trả lời")
    await v.em.says("đúng")
    await v.waits(hours=49)


async def test_who_chose_to_transfer_gets_account_and_picture(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await settle_account(v)
        assert NUMBER not in v.hoa.everything and v.hoa.papers == []
        await chooses_transfer(v)
        text = next(each.text for each in v.hoa.messages if NUMBER in each.text)
        for line in ("Agribank", "HOANG VAN GIANG", "30.000 đồng", "Nội dung: CLB PHI 1"):
            assert line in text
        (picture,) = v.hoa.papers
        account = BankAccount("970405", NUMBER, "HOANG VAN GIANG")
        with v.store.reading() as db:
            file = web_file(db, v.hoa.key, picture.id)
        assert file is not None
        (read,) = zxingcpp.read_barcodes(light_and_dark(file.content))
        assert read.text == vietqr(account, Money(30_000), "CLB PHI 1")
        assert v.giang.papers == [] and NUMBER not in v.giang.heard


async def test_the_cashier_says_that_it_is_in_the_account(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await settle_account(v)
        await chooses_transfer(v)
        await v.giang.taps("Xem và xác nhận")
        assert "Tiền đã ở trong tay" not in " ".join(v.giang.labels)
        assert any("trong tài khoản" in each for each in v.giang.labels)
        await v.giang.taps("trong tài khoản")
        assert "đã vào sổ" in v.giang.heard
        with v.store.reading() as db:
            kinds = {each.id: each.kind for each in places_of(db, v.club.club_id)}
            cash = cash_by_place(db, v.club.club_id)
        assert {kinds[place]: sum_ for place, sum_ in cash.items()} == {"bank": Money(30_000)}


async def test_the_old_account_is_told_until_the_new_one_holds(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await settle_account(v)
        await propose_account(v, number="222222222")
        await v.binh.says("đúng")
        await v.em.taps("Xem và trả lời")
        await v.em.says("đúng")
        await chooses_transfer(v)
        assert NUMBER in v.hoa.everything and "222222222" not in v.hoa.everything
