"""What answers the question by another word than the button's: “tiền mặt”, “ck”."""

from tests.kit.village import village


async def test_where_the_money_is_by_other_words_than_the_button(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.giang.says("số dư ban đầu")
        await v.giang.says("1")
        await v.giang.says("ck")
        assert "Tiền này từ đâu" in v.giang.heard
        for answer in ("1", "3 triệu"):
            await v.giang.says(answer)
        assert "Tài khoản ngân hàng" in v.giang.heard
        await v.giang.says("đúng")
        for answer in ("thu phí", "Hoa", "đúng", "hôm nay", "15 nghìn"):
            await v.giang.says(answer)
        assert "tiền đang ở đâu" in v.giang.heard
        await v.giang.says("tiền mặt")
        assert "Tiền đã ở trong tay" in v.giang.heard
        await v.giang.says("à nhầm, 20 nghìn")
        assert "20.000 đồng" in v.giang.heard
        assert "15.000 đồng" not in v.giang.heard
        assert "Tiền đã ở trong tay" in v.giang.heard
