"""Support sessions that are moved, made smaller, handed over, and how older people see them."""

from datetime import timedelta
from pathlib import Path

from sqlalchemy import insert, select, update

from storage.tables.areas import club_communes
from storage.tables.people import officers, volunteers
from storage.tables.sessions import help_requests, signups, support_sessions
from tests.kit.meeting import presses
from tests.kit.sessions import ADDRESS, another, opens_session, places
from tests.kit.village import FOUNDED, Phone, Village, village


def database(folder: Path) -> str:
    return f"sqlite:///{folder}/club.db"


def vouched(v: Village, *phones: Phone) -> None:
    def note(db) -> None:  # type: ignore[no-untyped-def]
        for each in phones:
            known = volunteers.c.person_id == each.person_id
            db.execute(update(volunteers).where(known).values(vouched_by=v.binh.person_id))

    v.store.change(note)


async def test_a_day_that_is_over_is_refused_at_once_and_nine_is_in_the_morning(
    tmp_path: Path,
) -> None:
    async with village(database(tmp_path)) as v:
        await v.binh.says("/mobuoi")
        await v.binh.says("1")
        await v.binh.says("Gọi hình")
        await v.binh.says("1/11/2026")
        assert "đã qua" in v.binh.heard
        await v.binh.says("hôm nay")
        await v.binh.says("7 rưỡi sáng")
        assert "7 giờ 30 hôm nay đã qua" in v.binh.heard
        await v.binh.says("23 giờ")
        assert "từ 7 giờ sáng đến 8 giờ tối" in v.binh.heard
        await v.binh.says("3 giờ rưỡi")
        assert "bao nhiêu phút" in v.binh.heard
        await v.binh.says("60")
        for said in ("Thôn Đoài", ADDRESS, "1", "1", "2"):
            await v.binh.says(said)
        assert "Lúc: 15 giờ 30" in v.binh.heard
        await v.binh.taps("Đúng hết rồi")
        with v.store.reading() as db:
            [begins] = db.execute(select(support_sessions.c.starts_at)).scalars()
        assert (begins + timedelta(hours=7)).hour == 15


async def opens_for_two(v: Village) -> None:
    await v.em.says("mở buổi")
    await v.em.says("dùng điện thoại")
    assert "bác Nguyễn Thị Hoa" in v.em.heard
    await v.em.taps("Giúp một số người")
    for said in ("có", "có", "không"):
        await v.em.says(said)
    for said in ("Gọi hình", "7/11/2026", "9 giờ", "60", "1", ADDRESS, "1", "1", "1"):
        await v.em.says(said)
    assert "Giúp: bác Nguyễn Thị Hoa, bà Đỗ Thị Lan" in v.em.heard
    await v.em.taps("Đúng hết rồi")


async def test_requests_about_the_same_are_joined_and_hear_who_comes(tmp_path: Path) -> None:
    async with village(database(tmp_path)) as v:
        for phone in (v.hoa, v.lan, v.manh):
            await presses(phone, "s:ask_for_help:digital")
            await phone.says("vâng")
        await opens_for_two(v)
        assert "mở buổi hỗ trợ thứ bảy 07/11/2026" in v.lan.heard
        assert "mở buổi hỗ trợ" not in v.manh.everything
        await v.quan.taps("Tôi tham gia")
        assert "bạn Ngô Minh Quân sẽ đến giúp bác" in v.hoa.heard
        await v.lan.says("ai đến giúp")
        assert "Người đến: bạn Ngô Minh Quân" in v.lan.heard
        assert ADDRESS in v.lan.heard
        await presses(v.quan, "s:drop_session:1")
        await v.quan.says("vâng")
        assert "không đến được" in v.hoa.heard
        await presses(v.dao, "s:cancel_session:1")
        await v.dao.says("trời mưa to")
        await v.dao.taps("Đúng hết rồi")
        assert "Cháu vẫn giữ lời nhờ của bác" in v.hoa.heard
        with v.store.reading() as db:
            assert set(db.execute(select(help_requests.c.state)).scalars()) == {"open"}


async def moves_to_monday(v: Village) -> None:
    await presses(v.binh, "v:session:1")
    await v.binh.taps("Dời buổi hỗ trợ")
    await v.binh.says("1/11/2026")
    assert "đã qua" in v.binh.heard
    await v.binh.says("9/11/2026")
    await v.binh.says("2 giờ")
    assert "hỏi lại 2 bạn" in v.binh.heard
    await v.binh.taps("Đúng hết rồi")


async def test_after_a_move_everybody_with_a_place_is_asked_again(tmp_path: Path) -> None:
    async with village(database(tmp_path)) as v:
        ha, tu = another(v, "Lê Thu Hà"), another(v, "Lê Thị Tư")
        vouched(v, v.quan)
        await opens_session(v.binh, places="2")
        for phone in (v.quan, ha):
            await presses(phone, "s:take_session:1")
        await v.waits(minutes=1)
        await presses(tu, "s:take_session:1")
        await moves_to_monday(v)
        assert ADDRESS in v.quan.heard
        assert ADDRESS not in ha.heard
        for phone in (v.quan, ha, tu):
            assert "14 giờ, thứ hai 09/11/2026" in phone.heard
        await v.quan.taps("Giờ mới tôi vẫn đi được")
        assert "vẫn giữ chỗ" in v.quan.heard
        assert "Ngô Minh Quân vẫn đến được" in v.binh.heard
        await presses(v.binh, "v:session:1")
        assert "Lê Thu Hà (chưa trả lời giờ mới)" in v.binh.heard
        await ha.taps("Tôi không đến được nữa")
        await ha.says("vâng")
        assert "có chỗ trống rồi" in tu.heard
        await presses(v.binh, "v:session:1")
        assert "chưa trả lời" not in v.binh.heard


async def test_who_loses_a_place_is_said_before_and_told(tmp_path: Path) -> None:
    async with village(database(tmp_path)) as v:
        ha = another(v, "Lê Thu Hà")
        await opens_session(v.binh, places="2")
        await presses(v.quan, "s:take_session:1")
        await v.waits(minutes=1)
        await presses(ha, "s:take_session:1")
        await presses(v.binh, "s:change_capacity:1")
        await v.binh.says("1")
        assert "chuyển sang hàng chờ, cháu sẽ báo:\n• bạn Lê Thu Hà" in v.binh.heard
        await v.binh.taps("Đúng hết rồi")
        assert "chuyển bạn sang hàng chờ" in ha.heard
        assert places(v)[ha.person_id or 0] == "waiting"
        await presses(v.binh, "s:change_capacity:1")
        await v.binh.says("3")
        assert "nay được vào:\n• bạn Lê Thu Hà" in v.binh.heard
        await v.binh.taps("Đúng hết rồi")
        assert "có chỗ trống rồi" in ha.heard
        await presses(v.binh, "s:change_capacity:1")
        await v.binh.says("3")
        assert "như vậy rồi" in v.binh.heard or "chưa đổi gì" in v.binh.heard.lower()


async def test_a_place_is_offered_refused_and_taken_over(tmp_path: Path) -> None:
    async with village(database(tmp_path)) as v:
        ha, tu = another(v, "Lê Thu Hà"), another(v, "Lê Thị Tư")
        await opens_session(v.binh)
        await v.quan.taps("Tôi tham gia")
        await v.quan.taps("Nhờ người khác đi thay")
        await v.quan.taps("Lê Thu Hà")
        assert "đã hỏi 1 bạn" in v.quan.heard
        assert "đi thay được không" in ha.heard
        await presses(tu, "s:take_over_place:1")
        assert "không còn thấy" in tu.heard
        await ha.taps("Không đi thay được")
        assert "Lê Thu Hà cũng không đi được" in v.quan.heard
        assert places(v) == {v.quan.person_id: "taking"}
        await presses(v.quan, "s:offer_place:1")
        await v.quan.taps("Bạn nào gần đây cũng được")
        assert "đã hỏi 2 bạn" in v.quan.heard
        await tu.taps("Nhận đi thay")
        await tu.says("vâng")
        assert "đã đi thay" in tu.heard
        assert "Lê Thị Tư đi thay bạn" in v.quan.heard
        assert "Lê Thị Tư đi thay bạn Ngô Minh Quân" in v.binh.everything
        await ha.taps("Nhận đi thay")
        assert "có gì đang chờ" in ha.heard or "trả lời rồi" in ha.heard
        assert places(v) == {v.quan.person_id: "dropped", tu.person_id: "taking"}
        await presses(v.quan, "s:take_session:1")
        await presses(tu, "s:offer_place:1")
        assert "đang có người chờ" in tu.heard


async def test_a_language_is_asked_for_and_kept(tmp_path: Path) -> None:
    async with village(database(tmp_path)) as v:
        ha = another(v, "Lê Thu Hà")
        await v.binh.says("/mobuoi")
        for said in ("1", "Gọi hình", "7/11/2026", "8 giờ sáng", "60", "1", ADDRESS, "1"):
            await v.binh.says(said)
        await v.binh.says("tày")
        await v.binh.says("2")
        assert "Cần nói được tiếng Tày" in v.binh.heard
        await v.binh.taps("Đúng hết rồi")
        assert "chưa có tình nguyện viên nào" in v.binh.heard
        await presses(ha, "s:take_session:1")
        assert "nói tiếng Tày" in ha.heard
        await ha.says("không")
        assert "nói được tiếng của các bác" in ha.heard
        await presses(v.quan, "s:take_session:1")
        await v.quan.says("có")
        assert "đã có tên" in v.quan.heard
        with v.store.reading() as db:
            known = volunteers.c.person_id == v.quan.person_id
            assert db.execute(select(volunteers.c.languages).where(known)).scalar_one() == ["tay"]


async def test_nobody_goes_alone_into_a_home_the_first_time(tmp_path: Path) -> None:
    async with village(database(tmp_path)) as v:
        await v.binh.says("/mobuoi")
        for said in ("1", "Gọi hình", "7/11/2026", "8 giờ", "60", "1", ADDRESS, "2", "1", "1"):
            await v.binh.says(said)
        await v.binh.taps("Đúng hết rồi")
        await presses(v.quan, "s:take_session:1")
        assert "không ai đi một mình" in v.quan.heard
        assert places(v) == {}


async def test_an_officer_opens_a_session_in_each_club(tmp_path: Path) -> None:
    async with village(database(tmp_path)) as v:
        await presses(v.hoa, "s:area_sessions:")
        assert "người phụ trách" in v.hoa.heard

        def make_officer(db) -> None:  # type: ignore[no-untyped-def]
            commune = db.execute(select(club_communes.c.area_id)).scalar_one()
            new = {"area_id": commune, "person_id": v.hoa.person_id, "from_day": FOUNDED}
            db.execute(insert(officers).values(**new))

        v.store.change(make_officer)
        await v.hoa.says("mở buổi cho xã")
        await v.hoa.taps("CLB Thôn Đoài")
        for said in ("1", "7/11/2026", "9 giờ", "60", "1", "1", "2"):
            await v.hoa.says(said)
        assert "Câu lạc bộ: CLB Thôn Đoài" in v.hoa.heard
        assert "Nhà văn hóa thôn" in v.hoa.heard
        await v.hoa.taps("Đúng hết rồi")
        assert "đã mở 1 buổi" in v.hoa.heard
        assert "bác Nguyễn Thị Hoa của Hội đã mở" in v.binh.heard
        assert "9 giờ, thứ bảy 07/11/2026" in v.quan.heard
        await presses(v.binh, "v:session:1")
        await v.binh.taps("Hủy buổi hỗ trợ")
        await v.binh.says("trùng ngày họp")
        await v.binh.taps("Đúng hết rồi")
        with v.store.reading() as db:
            assert db.execute(select(support_sessions.c.state)).scalar_one() == "cancelled"
            assert db.execute(select(support_sessions.c.reason)).scalar_one() == "trùng ngày họp"
            assert db.execute(select(signups.c.id)).all() == []
