"""Who practises what: members, cashiers, chairs, the young, whoever waits for the board."""

from datetime import date

from bot.practising.club import fresh_club
from tests.kit.dumped import dumped
from tests.kit.practising import MARK, MARK_EN, contributes, says_all, since
from tests.kit.village import CODE, village


async def test_what_would_reach_beyond_the_practice_is_not_opened(database_url: str) -> None:
    async with village(database_url) as v:
        await says_all(v.hoa, "tập thử", "ngôn ngữ")
        assert v.hoa.heard.startswith(MARK)
        assert "không tập thử được" in v.hoa.heard


async def test_somebody_who_waits_for_the_board_is_offered_practice(database_url: str) -> None:
    async with village(database_url) as v:
        await says_all(v.la, CODE, "có", "Nguyễn Thị Mơ", "1950", "nữ", "Thôn Đoài")
        await says_all(v.la, "bỏ qua", "4", "bác", "đúng")
        assert "có muốn tập thử không ạ?" in v.la.heard
        await v.la.taps("Tập thử")
        receipt = await contributes(v.la)
        assert receipt.startswith(MARK)
        assert "PHIẾU THU" in receipt


async def test_a_cashier_practises_to_confirm(database_url: str) -> None:
    async with village(database_url) as v:
        before = dumped(v.store)
        await says_all(v.giang, "tập thử")
        assert any("Thủ quỹ" in each for each in v.giang.labels)
        await says_all(v.giang, "1", "công việc")
        assert "Đỗ Thị Lan" in v.giang.last
        await v.giang.taps("Đỗ Thị Lan")
        await says_all(v.giang, "đúng")
        assert "PT" in v.giang.heard
        await says_all(v.giang, "chi tiền vay", "1", "1", "đúng")
        assert "Đinh Thị Cúc" in v.giang.everything
        assert dumped(v.store) == before


async def test_a_chair_practises_the_summary_and_a_vote(database_url: str) -> None:
    async with village(database_url, language="en") as v:
        await says_all(v.binh, "practice", "1", "summary")
        assert "Practice Club" in v.binh.everything
        await says_all(v.binh, "tasks")
        await v.binh.taps("Bùi Văn Trúc")
        await says_all(v.binh, "yes")
        # A small word decides no money.
        assert "the club lends Bùi Văn Trúc" not in v.binh.everything
        await says_all(v.binh, "right")
        assert all(each.startswith(MARK_EN) for each in since(v.binh, 1))
        assert "the club lends Bùi Văn Trúc 2.000.000" in v.binh.everything


async def test_a_young_volunteer_practises_to_take_a_session(database_url: str) -> None:
    async with village(database_url, language="en") as v:
        before = dumped(v.store)
        await says_all(v.quan, "practice")
        await v.quan.taps("Support sessions")
        await says_all(v.quan, "1")
        assert v.quan.heard.startswith(MARK_EN)
        assert dumped(v.store) == before


def test_a_club_is_made_for_everybody_on_any_day() -> None:
    for role in ("member", "chair", "deputy", "secretary", "bookkeeper", "cashier", "volunteer"):
        day = date(2028, 2, 29) if role == "member" else date(2026, 3, 31)
        assert len(fresh_club(day, role, "en")) < 40_000
