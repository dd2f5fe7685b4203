"""The words that work at every step, as a member hears them in the middle of a contribution."""

from tests.kit.village import village


async def test_go_back_again_stop_and_a_person_in_vietnamese(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("đóng góp")
        assert "muốn đóng góp gì" in v.hoa.heard
        await v.hoa.says("1")
        months = v.hoa.heard
        assert await v.hoa.says("nhắc lại") == months
        assert (await v.hoa.says("nghe")).endswith(str(months))
        assert "muốn đóng góp gì" in await v.hoa.says("quay lại")
        assert "đây là câu đầu tiên" in await v.hoa.says("quay lại")
        await v.hoa.says("1")
        said = await v.hoa.says("gọi người thật")
        assert "Phạm Thị Đào, số 0912 001 9630" in said
        assert months in said
        assert "cháu vẫn giữ" in await v.hoa.says("thôi")
        assert v.hoa.labels[:2] == ["1. Làm tiếp", "2. Bỏ hẳn"]
        said = await v.hoa.says("1")
        assert "Còn khoảng 3 câu nữa" in said
        assert months in said
        await v.hoa.says("việc khác")
        assert v.hoa.labels[0] == "1. Làm tiếp: Đóng phí, ủng hộ"


async def test_three_misunderstandings_in_a_row(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("đóng góp")
        first = await v.hoa.says("tầm xuân")
        second = await v.hoa.says("tầm gửi")
        third = await v.hoa.says("tầm vông")
        assert "cháu chưa thấy câu đó" in first
        assert "gõ một số, từ 1 đến 4" in second
        assert "Phạm Thị Đào, số 0912 001 9630" in third
        assert "muốn đóng góp gì" in third


async def test_the_same_in_english(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await v.hoa.says("contribute")
        first = v.hoa.heard
        await v.hoa.says("1")
        second = v.hoa.heard
        assert await v.hoa.says("again") == second
        assert await v.hoa.says("back") == first
        assert "the first question" in await v.hoa.says("back")
        assert "Phạm Thị Đào can help you" in await v.hoa.says("a real person")
        await v.hoa.says("1")
        assert "We have stopped. Your answers are kept" in await v.hoa.says("stop")
        assert "We stopped in the middle of" in await v.hoa.says("1")
        assert "I have kept" in await v.hoa.says("menu")
        assert v.hoa.labels[0].startswith("1. Go on: ")
