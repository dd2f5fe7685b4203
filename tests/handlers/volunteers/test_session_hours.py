"""Hours of a session count from the check-in, and by both sides."""

from sqlalchemy import select

from storage.tables.sessions import signups, support_sessions
from tests.kit.meeting import presses
from tests.kit.sessions import another, opens_session
from tests.kit.village import Phone, Village, village


async def board_notes_hours(v: Village, ha: Phone) -> None:
    """One as he said himself, one who said nothing."""
    await v.binh.says("việc cần làm")
    await v.binh.taps("Giờ của bạn Ngô Minh Quân")
    await v.binh.taps("Đúng như bạn ấy nói")
    assert "1 giờ 15 phút" in v.quan.heard
    await v.binh.says("buổi hỗ trợ")
    await v.binh.taps("Thôn Đoài")
    assert "Ngô Minh Quân: đã giúp 1 giờ 15 phút" in v.binh.heard
    await v.binh.taps("Ghi giờ đã giúp")
    await v.binh.taps("Lê Thu Hà")
    await v.binh.taps("Cả buổi")
    assert "Lê Thu Hà giúp 1 giờ 30 phút" in v.binh.heard
    assert "1 giờ 30 phút" in ha.heard


async def test_hours_count_from_check_in_by_both(database_url: str) -> None:
    async with village(database_url) as v:
        ha = another(v, "Lê Thu Hà")
        await opens_session(v.binh, places="2")
        await presses(v.quan, "s:take_session:1")
        await presses(ha, "s:take_session:1")
        await presses(v.quan, "s:check_in:1")
        assert "chưa bắt đầu" in v.quan.heard
        await v.waits(days=5, hours=1)
        await v.quan.says("buổi của tôi")
        await v.quan.taps("Thôn Đoài")
        await v.quan.taps("Tôi đã đến giúp")
        await v.quan.says("75")
        assert "1 giờ 15 phút" in v.quan.heard
        assert "ban chủ nhiệm xác nhận" in v.quan.heard
        await presses(v.quan, "s:check_in:1")
        assert "làm rồi" in v.quan.heard
        await v.quan.says("số giờ")
        assert "Chưa có giờ nào" in v.quan.heard
        await board_notes_hours(v, ha)
        await v.quan.says("số giờ")
        assert "đã giúp được 1 giờ 15 phút, trong 1 buổi" in v.quan.heard
        with v.store.reading() as db:
            assert db.execute(select(support_sessions.c.state)).scalar_one() == "held"


async def test_longer_than_the_session_is_asked_again(database_url: str) -> None:
    async with village(database_url) as v:
        await opens_session(v.binh)
        await presses(v.quan, "s:take_session:1")
        await v.waits(days=5)
        await presses(v.quan, "s:check_in:1")
        await v.quan.says("600")
        assert "bao nhiêu phút" in v.quan.heard
        with v.store.reading() as db:
            assert db.execute(select(signups.c.minutes)).scalar_one() is None
