"""Whoever types that the meeting table is to be opened opens it, and sees it where it stands."""

import pytest
from sqlalchemy import insert

from storage.tables.pages import page_address
from tests.kit.village import village


async def test_typed_it_opens_and_the_open_one_is_shown(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.giang.says("mo ban thu tien")
        assert "mời chú đếm" in v.giang.heard
        await v.giang.says("0")
        await v.giang.says("đúng")
        assert "đã mở" in v.giang.heard
        await v.em.says("mở bàn họp")
        assert "Bàn thu tiền ngày 02/11/2026" in v.em.heard
        await v.hoa.says("mở bàn thu tiền")
        assert "đếm" not in v.hoa.heard


@pytest.mark.parametrize("address", ["", "https://lien.example"])
async def test_the_page_is_offered_where_there_is_one(sqlite_url: str, address: str) -> None:
    async with village(sqlite_url) as v:
        with v.store.writing() as db:
            db.execute(insert(page_address).values(address=address))
        await v.giang.says("mo ban thu tien")
        await v.giang.says("0")
        await v.giang.says("đúng")
        offered = any("trang riêng" in each for each in v.giang.labels)
        assert offered == bool(address)
