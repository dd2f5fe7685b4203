"""A member's gift as the board enters it for her, and what is no gift of hers."""

import pytest

from tests.kit.giving import in_books
from tests.kit.village import village


async def test_who_takes_the_money_enters_a_members_gift_at_once(database_url: str) -> None:
    async with village(database_url) as v:
        await v.giang.says("ông Mạnh ủng hộ 200 nghìn")
        assert "Chú ghi cho chú Bùi Văn Mạnh" in v.giang.heard
        assert "200.000 đồng (hai trăm nghìn đồng)" in v.giang.heard
        await v.giang.says("đúng")
        assert "PT 1/2026" in v.giang.heard
        assert "Ủng hộ vào Sổ Tấm lòng vàng" in v.manh.heard
        assert in_books(v) == [200_000]
        await v.giang.says("ông Mạnh ủng hộ 200 nghìn")
        assert "sổ đã có 200.000 đồng của chú Bùi Văn Mạnh" in v.giang.heard
        await v.giang.says("không")
        assert in_books(v) == [200_000]


async def test_told_by_another_of_the_board_it_waits_for_the_cashier(database_url: str) -> None:
    async with village(database_url) as v:
        await v.em.says("ông Mạnh ủng hộ 200 nghìn")
        assert "chờ chú Hoàng Văn Giang" in v.em.heard.replace("Khi nào", "chờ")
        await v.em.says("đúng")
        assert in_books(v) == []
        await v.giang.taps("Xem và xác nhận")
        await v.giang.taps("Tiền đã ở trong tay")
        assert in_books(v) == [200_000]


async def test_goods_of_a_member_stand_in_the_golden_heart_book(database_url: str) -> None:
    async with village(database_url) as v:
        await v.giang.says("bà Lan góp 10 kg gạo")
        assert "Gạo: 10 cân" in v.giang.heard
        assert "trong tay" not in v.giang.heard
        await v.giang.says("đúng")
        assert "SỔ TẤM LÒNG VÀNG" in v.lan.heard
        assert in_books(v) == []
        await v.hoa.says("tấm lòng vàng")
        assert "Gạo: 10 cân" in v.hoa.heard


@pytest.mark.parametrize(
    "said",
    [
        "công ty Thành Đạt tặng bà Lan 2 triệu",
        "con gái bà Lan ủng hộ 300 nghìn",
        "nhà chùa cúng dường hội 1 triệu",
    ],
)
async def test_whoever_is_no_member_gives_from_outside(sqlite_url: str, said: str) -> None:
    async with village(sqlite_url) as v:
        await v.giang.says(said)
        assert "nhà hảo tâm có đồng ý ghi tên" in v.giang.heard


async def test_a_member_does_not_enter_anothers_gift(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("ông Mạnh ủng hộ 200 nghìn")
        assert "thủ quỹ ghi vào sổ của người ấy" in v.hoa.heard


@pytest.mark.parametrize(
    ("said", "kilos"), [("một yến", 10), ("hai yến rưỡi", 25), ("2 tạ", 200), ("12 kg", 12)]
)
async def test_old_measures_are_weighed_in_kilos(sqlite_url: str, said: str, kilos: int) -> None:
    async with village(sqlite_url) as v:
        for line in ("ủng hộ", "3", "thóc", "1", said):
            await v.hoa.says(line)
        assert f"thóc: {kilos} cân" in v.hoa.heard
