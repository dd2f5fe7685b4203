"""How a person would like to have it stands behind one entry; typed, each opens at once."""

import pytest

from tests.kit.village import village

MINE = [
    *("Đọc cho bác nghe", "Khi nào nhắc", "Cách xưng hô", "Người nhắn hộ tôi"),
    *("Trang riêng của bác", "Tập thử", "Ngôn ngữ – Language"),
]


def names(labels: list[str]) -> list[str]:
    return [each.partition(". ")[2] for each in labels]


async def test_settings_stand_behind_one_entry_five_a_page(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("cài đặt")
        assert "vừa ý" in v.hoa.heard
        assert names(v.hoa.labels) == [*MINE[:4], "Xem thêm"]
        await v.hoa.taps("Xem thêm")
        assert names(v.hoa.labels)[:3] == MINE[4:]
        assert len(v.hoa.labels) == 5
        await v.hoa.taps("Ngôn ngữ")
        assert "bằng tiếng nào" in v.hoa.heard


async def test_the_menu_has_no_setting_but_the_entry(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("menu")
        seen: list[str] = []
        while v.hoa.labels[0] not in seen:
            seen += v.hoa.labels
            await v.hoa.taps("Xem thêm")
        assert names(seen).count("Cài đặt") == 1
        assert not set(MINE) & set(names(seen))
        assert names(seen)[:2] == ["Đóng phí, ủng hộ", "Đi sinh hoạt"]


@pytest.mark.parametrize("label", MINE)
async def test_what_stands_behind_it_opens_by_its_words(sqlite_url: str, label: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("cài đặt")
        before = v.hoa.heard
        await v.hoa.says(label)
        assert v.hoa.heard != before
        assert "chưa hiểu" not in v.hoa.heard


async def test_a_stranger_finds_the_language_in_the_menu_itself(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.la.says("menu")
        assert "Ngôn ngữ – Language" in names(v.la.labels)
        assert "Cài đặt" not in names(v.la.labels)
