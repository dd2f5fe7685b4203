"""“Is it this person?” takes a no, in whatever words, and asks for the name again."""

from tests.kit.village import village


async def test_a_no_asks_for_the_name_again(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.giang.says("thu phí")
        for no in ("không phải", "Người khác"):
            await v.giang.says("hoa")
            assert "Dạ, có phải người này không ạ?" in v.giang.heard
            await v.giang.says(no)
            assert "Mời chú gõ tên" in v.giang.heard
        await v.giang.says("lan")
        await v.giang.says("đúng rồi")
        assert "bà Đỗ Thị Lan" in v.giang.heard


async def test_so_does_a_search_for_a_member_and_of_several(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await v.dao.says("find a member")
        await v.dao.says("manh")
        assert "2. Somebody else" in v.dao.labels
        await v.dao.says("no")
        await v.dao.says("hoa")
        await v.dao.taps("Nguyễn Thị Hoa")
        assert "Nguyễn Thị Hoa" in v.dao.heard
