"""The work of an office stands behind one entry of the menu; her own things stay in it."""

from tests.kit.village import Phone, village


async def pages(phone: Phone, said: str) -> list[str]:
    """All labels of a list on pages, without numbers."""
    await phone.says(said)
    seen: list[str] = []
    while phone.labels[0] not in seen:
        seen += phone.labels
        if phone.labels[-1].endswith("Xem thêm"):
            await phone.taps("Xem thêm")
    return [each.partition(". ")[2] for each in seen]


async def test_the_chairs_menu_is_three_short_pages(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        menu = await pages(v.binh, "menu")
        assert menu[:4] == ["Việc cần làm", "Sổ sách", "Việc ban chủ nhiệm", "Đóng phí, ủng hộ"]
        assert menu.count("Xem thêm") == 3
        assert "Lên lịch sinh hoạt" not in menu


async def test_behind_the_entry_the_work_stands_by_what_it_is_about(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        groups = await pages(v.binh, "việc ban chủ nhiệm")
        assert groups[:3] == ["Tiền và khoản vay", "Buổi sinh hoạt", "Hoạt động và giúp đỡ"]
        assert len(groups) <= 5
        work: set[str] = set()
        for group in groups[:4]:
            await v.binh.says("việc ban chủ nhiệm")
            work |= set(await pages(v.binh, group))
        assert {"Lên lịch sinh hoạt", "Báo cáo tháng", "Trao tiền vay", "Số dư ban đầu"} <= work
        assert "Việc khác của ban" in work
        await v.binh.says("lên lịch sinh hoạt")
        assert "ngày nào" in v.binh.heard.lower()


async def test_every_page_of_a_group_leads_back(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.binh.says("việc ban chủ nhiệm")
        await v.binh.says("tiền và khoản vay")
        await v.binh.taps("Xem thêm")
        await v.binh.taps("Việc khác của ban")
        assert v.binh.labels[1] == "2. Buổi sinh hoạt"


async def test_a_member_without_office_has_no_such_entry(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        menu = await pages(v.hoa, "menu")
        assert "Việc ban chủ nhiệm" not in menu
        assert "Báo cáo tháng" in menu
