"""Hours on which both sides agree, thanks, certificates that anybody verifies; who may help."""

import re
from pathlib import Path

from sqlalchemy import select

from handlers.talk.heard import Kind
from storage.tables.sessions import signups
from tests.handlers.volunteers.test_session_life import database, vouched
from tests.kit.meeting import presses
from tests.kit.sessions import ADDRESS, another, opens_session, places
from tests.kit.village import Phone, Village, village

CODE = re.compile(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}")


def hours(v: Village, phone: Phone) -> tuple[int | None, bool]:
    """The minutes that count, and whether any do."""
    with v.store.reading() as db:
        wanted = signups.c.person_id == phone.person_id
        row = db.execute(select(signups.c.minutes, signups.c.checked_in_at).where(wanted)).one()
        return row.minutes, row.checked_in_at is not None


async def helped(v: Village, phone: Phone, said: str = "90") -> None:
    await presses(phone, "s:take_session:1")
    await v.waits(days=5, hours=1)
    await presses(phone, "s:check_in:1")
    await phone.says(said)


async def test_whoever_was_helped_confirms_and_thanks_with_a_tap(tmp_path: Path) -> None:
    async with village(database(tmp_path)) as v:
        await presses(v.hoa, "s:ask_for_help:digital")
        await v.hoa.says("vâng")
        await presses(v.em, "s:open_session:1")
        for said in ("Gọi hình", "7/11/2026", "9 giờ", "60", "1", ADDRESS, "1", "1", "2"):
            await v.em.says(said)
        await v.em.taps("Đúng hết rồi")
        await helped(v, v.quan, "60")
        assert "Có đúng không ạ" in v.hoa.heard
        assert hours(v, v.quan) == (None, False)
        await v.hoa.taps("Xác nhận số giờ")
        await v.hoa.taps("Cả buổi")
        assert hours(v, v.quan) == (60, True)
        await v.hoa.taps("Gửi lời cảm ơn")
        await v.hoa.taps("Cháu chỉ dẫn kiên nhẫn lắm")
        assert "chuyển lời đến bạn Ngô Minh Quân" in v.hoa.heard
        assert "Bác Nguyễn Thị Hoa cảm ơn bạn" in v.quan.heard
        await presses(v.hoa, f"s:thank:1 {v.quan.person_id}")
        await v.hoa.says("cảm ơn cháu")
        assert "làm rồi" in v.hoa.heard
        await v.quan.says("số giờ")
        assert "“Cháu chỉ dẫn kiên nhẫn lắm!”" in v.quan.heard
        for phone in (v.lan, v.la):
            await presses(phone, f"s:check_in:1 {v.quan.person_id}")
            assert "người phụ trách" in phone.heard


async def test_an_absence_is_told_kindly_and_somebody_without_a_part_decides(
    tmp_path: Path,
) -> None:
    async with village(database(tmp_path)) as v:
        await opens_session(v.binh)
        await presses(v.quan, "s:take_session:1")
        await v.waits(days=5, hours=1)
        await presses(v.binh, "s:check_in:1 board")
        await v.binh.taps("Ngô Minh Quân")
        await v.binh.taps("Không đến")
        assert "Ai cũng có lúc bận" in v.quan.heard
        assert hours(v, v.quan) == (None, False)
        await v.quan.taps("Chưa đúng")
        await v.quan.says("không")
        await v.quan.says("90")
        await v.quan.says("cháu ở đó cả buổi, bà Lan biết")
        assert "nhờ bà Lê Thị Cúc xem lại" in v.quan.heard
        await presses(v.binh, f"s:check_in:1 {v.quan.person_id}")
        await v.binh.taps("Cả buổi")
        assert "đang xem lại số giờ" in v.binh.heard
        await presses(v.binh, "s:decide_hours:1")
        assert "không còn thấy" in v.binh.heard
        await v.cuc.says("việc cần làm")
        await v.cuc.taps("Quyết số giờ của bạn Ngô Minh Quân")
        await v.cuc.says("75")
        await v.cuc.taps("Đúng hết rồi")
        assert "tính 1 giờ 15 phút" in v.quan.heard
        assert hours(v, v.quan) == (75, True)
        await presses(v.cuc, "s:decide_hours:1")
        assert "làm rồi" in v.cuc.heard


async def test_two_different_times_count_when_she_agrees(tmp_path: Path) -> None:
    async with village(database(tmp_path)) as v:
        await opens_session(v.binh)
        await helped(v, v.quan)
        await presses(v.dao, f"s:check_in:1 {v.quan.person_id}")
        await v.dao.taps("Thời gian khác")
        await v.dao.says("60")
        assert "còn sổ ghi 1 giờ" in v.quan.heard
        assert hours(v, v.quan) == (None, False)
        await v.quan.taps("Xem lại số giờ đã ghi")
        await v.quan.says("đúng")
        assert hours(v, v.quan) == (60, True)


async def takes_a_paper(v: Village) -> str:
    """Answers its code."""
    await v.quan.taps("Từ đầu đến nay")
    assert "Thời gian đã giúp: 1 giờ 30 phút" in v.quan.heard
    await v.quan.taps("Đúng hết rồi")
    [paper] = v.quan.papers
    assert (paper.file_name or "").endswith(".pdf")
    found = CODE.search(v.quan.everything)
    assert found is not None
    assert "đã nhận giấy chứng nhận của câu lạc bộ: 1 giờ 30 phút" in v.binh.heard
    return found[0]


async def earns_a_paper(v: Village) -> str:
    """Quân has helped for a whole session, and takes a certificate of it: its code."""
    await opens_session(v.binh)
    await v.quan.says("giấy chứng nhận")
    assert "chưa có giờ nào được cả hai bên xác nhận" in v.quan.heard
    await helped(v, v.quan)
    await presses(v.binh, f"s:check_in:1 {v.quan.person_id}")
    await v.binh.taps("Cả buổi")
    await v.quan.says("giấy chứng nhận")
    return await takes_a_paper(v)


async def test_a_certificate_is_verified_by_anybody_until_its_hours_are_corrected(
    tmp_path: Path,
) -> None:
    async with village(database(tmp_path)) as v:
        code = await earns_a_paper(v)
        await v.la.says(f"xác minh {code.lower().replace('-', ' ')}")
        assert "còn giá trị" in v.la.heard
        assert "N.M.Q." in v.la.heard
        assert "1 giờ 30 phút" in v.la.heard
        for hidden in ("Quân", "Thôn Đoài", "Gọi hình"):
            assert hidden not in v.la.everything
        await v.quan.says("giấy chứng nhận")
        await v.quan.taps("Năm nay, 2026")
        await v.quan.taps("Đúng hết rồi")
        codes = set(CODE.findall(v.quan.everything))
        assert len(codes) == 2
        await presses(v.binh, f"s:check_in:1 {v.quan.person_id}")
        await v.binh.taps("Thời gian khác")
        await v.binh.says("45")
        for code in codes:
            await v.la.says(f"xác minh {code}")
            assert "giấy này đã thay" in v.la.heard
        for nonsense in ("ABCD-EFGH-JKMN", "bừa bãi"):
            await v.la.says(f"xác minh {nonsense}")
            assert "không thấy giấy chứng nhận nào" in v.la.heard


async def test_a_blocked_volunteer_hears_why_and_the_next_moves_up(tmp_path: Path) -> None:
    async with village(database(tmp_path)) as v:
        ha = another(v, "Lê Thu Hà")
        await opens_session(v.binh)
        await v.quan.taps("Tôi tham gia")
        await v.waits(minutes=1)
        await ha.taps("Tôi tham gia")
        await v.binh.says("các bạn tình nguyện")
        await v.binh.taps("Ngô Minh Quân")
        await v.binh.taps("Không để tình nguyện viên tham gia nữa")
        await v.binh.says("hai lần không đến mà không báo")
        await v.binh.taps("Đúng hết rồi")
        assert "hai lần không đến mà không báo" in v.quan.heard
        assert "có chỗ trống rồi" in ha.heard
        await presses(v.quan, "s:take_session:1")
        assert "tạm chưa để bạn tham gia" in v.quan.heard
        await v.quan.says("buổi hỗ trợ")
        assert "chưa có buổi" in v.quan.heard.lower() or "Thôn Đoài" not in v.quan.labels
        await presses(v.binh, f"s:unblock_volunteer:{v.quan.person_id}")
        await v.binh.says("vâng")
        assert "lại tham gia được" in v.quan.heard
        await presses(v.quan, "s:take_session:1")
        assert places(v)[v.quan.person_id or 0] == "waiting"


async def test_a_volunteer_moves_learns_and_ends(tmp_path: Path) -> None:
    async with village(database(tmp_path)) as v:
        ha = another(v, "Lê Thu Hà")
        vouched(v, v.quan)
        await opens_session(v.binh)
        await v.quan.taps("Tôi tham gia")
        await v.waits(minutes=1)
        await ha.taps("Tôi tham gia")
        await v.quan.says("việc tình nguyện")
        await v.quan.taps("Tiếng tôi nói được")
        await v.quan.says("mường")
        await v.quan.taps("Không còn tiếng nào nữa")
        assert "đã đổi" in v.quan.heard
        await v.quan.says("việc tình nguyện")
        assert "tiếng Việt, Mường" in v.quan.heard
        await v.quan.taps("Tôi chuyển sang chỗ khác ở")
        await v.quan.says("1")
        await v.quan.says("Thôn Trung")
        await v.quan.says("thôi làm tình nguyện")
        await v.quan.taps("Tôi thôi làm tình nguyện")
        assert "trả lại chỗ ở 1 buổi" in v.quan.heard
        await v.quan.says("vâng")
        assert "có chỗ trống rồi" in ha.heard
        await presses(v.quan, "s:take_session:1")
        assert "người phụ trách" in v.quan.heard
        await v.quan.says("/tinhnguyen", kind=Kind.TEXT)
        assert "Mời" in v.quan.heard or "đồng ý" in v.quan.heard


async def test_without_hours_the_first_session_is_spoken_of(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.quan.says("giấy chứng nhận số giờ")
        assert "Bạn chưa có giờ nào" in v.quan.heard and "thời gian đó" not in v.quan.heard


async def test_hours_and_a_certificate_in_english(tmp_path: Path) -> None:
    async with village(database(tmp_path), language="en") as v:
        await v.binh.says("open a session")
        for said in ("1", "video calls", "7/11/2026", "8 am", "60", "1", ADDRESS, "1", "1", "1"):
            await v.binh.says(said)
        await v.binh.taps("All correct")
        await helped(v, v.quan, "60")
        await v.binh.says("tasks")
        await v.binh.taps("Hours of")
        await v.binh.taps("The whole session")
        await v.quan.says("certificate")
        await v.quan.taps("From the beginning until now")
        await v.quan.taps("All correct")
        found = CODE.search(v.quan.everything)
        assert found is not None
        assert f"verify {found[0]}" in v.quan.everything
        await v.binh.says(f"verify {found[0]}")
        assert "is valid" in v.binh.heard
        assert "• Time helped: 1 hour" in v.binh.heard


async def test_only_those_who_are_helped_and_their_board_see_the_face(tmp_path: Path) -> None:
    async with village(database(tmp_path)) as v:
        await presses(v.hoa, "s:ask_for_help:digital")
        await v.hoa.says("vâng")
        await v.quan.says("ảnh của tôi")
        await v.quan.says("có")
        await v.quan.sends_photo()
        assert "nay biết mặt người đến" in v.quan.heard
        face = f"v:photos:face {v.quan.person_id}"
        for phone in (v.hoa, v.binh):
            await presses(phone, face)
            assert phone.papers == []
        await presses(v.em, "s:open_session:1")
        for said in ("Gọi hình", "7/11/2026", "9 giờ", "60", "1", ADDRESS, "1", "1", "2"):
            await v.em.says(said)
        await v.em.taps("Đúng hết rồi")
        await presses(v.quan, "s:take_session:1")
        await v.hoa.says("ai đến giúp")
        await v.hoa.taps("Ảnh bạn Ngô Minh Quân")
        assert len(v.hoa.papers) == 1
        await presses(v.binh, face)
        assert len(v.binh.papers) == 1
        for phone in (v.lan, v.la):
            await presses(phone, face)
            assert phone.papers == []
        await v.quan.says("ảnh của tôi")
        await v.quan.taps("Bỏ ảnh đi")
        assert "đã xóa ảnh" in v.quan.heard
        await presses(v.hoa, face)
        assert len(v.hoa.papers) == 1
