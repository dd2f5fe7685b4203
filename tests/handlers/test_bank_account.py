"""The club's account: two people, 48 hours, all members told, the number only to who transfers."""

from storage.queries.bank_accounts import account_in_force
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
