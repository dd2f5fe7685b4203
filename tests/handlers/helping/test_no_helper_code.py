"""Who has no helper's code hears how one is made, and nothing of joining."""

import pytest

from tests.kit.village import village


@pytest.mark.parametrize(
    "said",
    ["không có mã", "tôi không có mã", "mã ở đâu", "tôi là con gái bà Hoa", "con dau ba hoa"],
)
async def test_no_code_is_no_wrong_code(sqlite_url: str, said: str) -> None:
    async with village(sqlite_url) as v:
        await v.la.says("nhắn hộ")
        assert "tám số" in v.la.heard or "mã" in v.la.heard
        await v.la.says(said)
        assert "cần mã của người đó" in v.la.heard
        assert "ghi" not in v.la.heard
        await v.la.says("1234 5678")
        assert "Mã này" in v.la.heard or "mã" in v.la.heard


async def test_other_things_still_open_there(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("nhắn hộ")
        await v.hoa.says("mất điện thoại")
        assert "máy" in v.hoa.heard
        assert "cần mã" not in v.hoa.heard
