"""Offices are given and ended in chat; a club is never left without a chair."""

from tests.kit.village import village


async def test_the_chair_gives_an_office_and_who_goes_hears_it(database_url: str) -> None:
    async with village(database_url) as v:
        await v.binh.says("ban chủ nhiệm")
        assert "Thủ quỹ: chú Hoàng Văn Giang, từ 04/05/2026" in v.binh.heard
        await v.binh.taps("Cử người giữ chức")
        await v.binh.taps("Xem thêm")
        await v.binh.taps("Thủ quỹ (đang là chú Hoàng Văn Giang)")
        await v.binh.says("ai đó")
        assert "không thấy thành viên nào tên “ai đó”" in v.binh.heard
        await v.binh.says("manh")
        await v.binh.taps("Bùi Văn Mạnh")
        assert "Từ hôm nay chú Bùi Văn Mạnh là thủ quỹ" in v.binh.heard
        assert "Hoàng Văn Giang thôi làm thủ quỹ" in v.binh.heard
        await v.binh.taps("Đúng hết rồi")
        assert "từ hôm nay chú là thủ quỹ" in v.manh.heard
        assert "thôi làm thủ quỹ" in v.giang.heard
        await v.giang.says("menu")
        await v.hoa.says("đóng góp")
        for answer in ("1", "1"):
            await v.hoa.says(answer)
        assert "Bùi Văn Mạnh, thủ quỹ" in " ".join(v.hoa.labels)


async def test_the_chair_hands_over_and_is_chair_no_more(database_url: str) -> None:
    async with village(database_url, language="en") as v:
        await v.binh.says("the board")
        await v.binh.taps("Give an office")
        await v.binh.taps("Chair")
        await v.binh.says("cuc")
        await v.binh.taps("Lê Thị Cúc")
        assert "Trần Văn Bình is no longer chair then." in v.binh.heard
        assert "Lê Thị Cúc is no longer deputy chair then." in v.binh.heard
        await v.binh.taps("All correct")
        assert "you are chair of" in v.cuc.heard
        await v.binh.says("/banchunhiem")
        assert "Give an office" not in " ".join(v.binh.labels)
        await v.cuc.says("/banchunhiem")
        assert "Chair: Lê Thị Cúc, since 02/11/2026" in v.cuc.heard


async def test_the_last_chair_cannot_go_without_a_successor(database_url: str) -> None:
    async with village(database_url, language="en") as v:
        await v.binh.says("the board")
        await v.binh.taps("End an office")
        await v.binh.taps("Chair (now Trần Văn Bình)")
        await v.binh.taps("All correct")
        assert "appoint a successor first" in v.binh.heard
        await v.binh.says("/banchunhiem")
        assert "Chair: Trần Văn Bình" in v.binh.heard


async def test_an_officeholder_gives_up_his_own_office_only(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await v.dao.says("the board")
        await v.dao.taps("End an office")
        assert [each for each in v.dao.labels if "(now" in each] == [
            "1. Secretary (now Phạm Thị Đào)"
        ]
        await v.dao.says("1")
        await v.dao.taps("All correct")
        assert "no longer secretary" in v.dao.heard


async def test_nobody_but_the_chair_gives_an_office(sqlite_url: str) -> None:
    from handlers.talk.heard import Kind

    async with village(sqlite_url, language="en") as v:
        for phone in (v.cuc, v.hoa, v.la):
            for press in ("s:appoint:", "s:invite:"):
                await phone.says(press, kind=Kind.PRESS)
                assert "Which office" not in phone.heard
        for phone in (v.hoa, v.la):
            await phone.says("s:end_office:", kind=Kind.PRESS)
            assert "Which office" not in phone.heard
