"""Support sessions: opened, taken up to the last place, waited for, dropped, and the hours."""

import asyncio

from sqlalchemy import select

from storage.tables.people import volunteers
from storage.tables.sessions import help_requests
from tests.kit.meeting import presses
from tests.kit.sessions import ADDRESS, another, opens_session, places
from tests.kit.village import village


async def test_volunteers_near_hear_of_it_without_the_address(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        far = another(v, "Hồ Thị Xa", hamlet="Thôn Trung")
        await opens_session(v.binh)
        assert "đã báo 1 tình nguyện viên" in v.binh.heard
        for line in ("8 giờ, thứ bảy 07/11/2026", "Thôn Đoài", "1 giờ 30 phút"):
            assert line in v.quan.heard
        assert ADDRESS not in v.quan.heard
        assert far.heard == ""
        await v.quan.says("buổi hỗ trợ")
        await v.quan.taps("Thôn Đoài")
        assert "Còn 1 chỗ" in v.quan.heard
        assert ADDRESS not in v.quan.everything


async def test_the_address_comes_after_acceptance_and_the_boards_word(database_url: str) -> None:
    async with village(database_url) as v:
        await opens_session(v.binh)
        await v.quan.taps("Tôi tham gia")
        assert "đã có tên" in v.quan.heard
        assert "xác nhận" in v.quan.heard
        assert ADDRESS not in v.quan.everything
        assert "Ngô Minh Quân nhận giúp" in v.cuc.heard
        await v.cuc.taps("Xác nhận tình nguyện viên")
        await v.cuc.taps("Ban chủ nhiệm biết bạn ấy")
        assert "Ngô Minh Quân đã biết địa chỉ" in v.cuc.heard
        assert ADDRESS in v.quan.heard
        await v.quan.says("buổi của tôi")
        await v.quan.taps("Thôn Đoài")
        assert ADDRESS in v.quan.heard


async def test_who_is_to_be_vouched_for_waits_on_the_boards_list(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await opens_session(v.binh)
        await v.quan.taps("Tôi tham gia")
        await v.dao.says("việc cần làm")
        await v.dao.taps("Xác nhận bạn Ngô Minh Quân")
        await v.dao.taps("Để sau")
        assert "chưa cho bạn ấy biết địa chỉ" in v.dao.heard
        await v.dao.says("việc cần làm")
        await v.dao.taps("Xác nhận bạn Ngô Minh Quân")
        await v.dao.taps("Bí thư Đoàn giới thiệu")
        await v.dao.says("Phan Văn Tú")
        await v.dao.says("việc cần làm")
        assert "Ngô Minh Quân" not in v.dao.last
        assert ADDRESS in v.quan.heard


async def test_nobody_under_eighteen_goes_alone_nor_anybody_the_first_time(
    database_url: str,
) -> None:
    async with village(database_url) as v:
        young = another(v, "Lê Thu Hà", year=2009)
        await opens_session(v.binh, places="2")
        for phone in (v.quan, young):
            await presses(phone, "s:take_session:1")
            assert "đi hai người" in phone.heard
        await v.waits(days=5)
        for phone in (v.quan, young):
            await presses(phone, "s:check_in:1")
            await phone.says("90")
            await presses(v.binh, f"s:check_in:1 {phone.person_id}")
            await v.binh.taps("Cả buổi")
        await v.binh.says("/mobuoi")
        for said in ("1", "bỏ qua", "14/11/2026", "9 giờ sáng", "60", "1", ADDRESS, "1", "1", "2"):
            await v.binh.says(said)
        await v.binh.taps("Đúng hết rồi")
        for phone in (v.quan, young):
            await presses(phone, "s:take_session:2")
        assert "đi hai người" not in v.quan.heard
        assert "đi hai người" in young.heard


async def test_nobody_vouches_for_a_volunteer_without_a_right(database_url: str) -> None:
    async with village(database_url) as v:
        await opens_session(v.binh)
        await v.quan.taps("Tôi tham gia")
        for phone in (v.hoa, v.quan, v.la):
            await presses(phone, f"s:vouch:{v.quan.person_id}")
            assert "người phụ trách" in phone.heard
        with v.store.reading() as db:
            assert db.execute(select(volunteers.c.vouched_by)).scalar_one() is None


async def test_of_two_who_take_the_last_place_at_once_one_waits(database_url: str) -> None:
    async with village(database_url) as v:
        ha = another(v, "Lê Thu Hà")
        await opens_session(v.binh)
        await asyncio.gather(v.quan.taps("Tôi tham gia"), ha.taps("Tôi tham gia"))
        await v.house.until_idle()
        assert sorted(places(v).values()) == ["taking", "waiting"]
        heard = sorted("đang chờ, thứ 1" in each.heard for each in (v.quan, ha))
        assert heard == [False, True]


async def test_five_at_once_never_take_more_than_there_is(database_url: str) -> None:
    async with village(database_url) as v:
        phones = [v.quan, *(another(v, f"Lê Thị {name}") for name in ["Ba", "Tư", "Năm", "Sáu"])]
        await opens_session(v.binh, places="2")
        await asyncio.gather(*(each.taps("Tôi tham gia") for each in phones))
        await v.house.until_idle()
        assert sorted(places(v).values()) == ["taking"] * 2 + ["waiting"] * 3
        lines = [
            each.heard.partition("đang chờ, thứ ")[2][:1]
            for each in phones
            if "đang chờ" in each.heard
        ]
        assert sorted(lines) == ["1", "2", "3"]


async def test_when_one_drops_out_the_next_in_line_moves_up_and_is_told(database_url: str) -> None:
    async with village(database_url) as v:
        ha, tu = another(v, "Lê Thu Hà"), another(v, "Lê Thị Tư")
        await opens_session(v.binh)
        await v.quan.taps("Tôi tham gia")
        await ha.taps("Tôi tham gia")
        await v.waits(minutes=1)
        await tu.taps("Tôi tham gia")
        assert "thứ 2 trong hàng" in tu.heard
        await presses(v.quan, "s:drop_session:1")
        await v.quan.says("đúng")
        assert "đã rút tên" in v.quan.heard
        assert "có chỗ trống rồi" in ha.heard
        assert "có chỗ trống rồi" not in tu.heard
        assert places(v) == {
            v.quan.person_id: "dropped",
            ha.person_id: "taking",
            tu.person_id: "waiting",
        }
        assert "Lê Thu Hà nhận giúp" in v.binh.heard
        await v.quan.says("buổi hỗ trợ")
        await v.quan.taps("Thôn Đoài")
        await v.quan.taps("Cho tôi chờ")
        assert places(v)[v.quan.person_id or 0] == "waiting"


async def test_twice_overlapping_and_too_late_are_refused(database_url: str) -> None:
    async with village(database_url) as v:
        await opens_session(v.binh, places="3")
        await opens_session(v.binh, places="3", at="9 giờ sáng")
        await opens_session(v.binh, places="3", at="9 rưỡi sáng")
        await presses(v.quan, "s:take_session:1")
        await presses(v.quan, "s:take_session:1")
        assert "làm rồi" in v.quan.heard
        await presses(v.quan, "s:take_session:2")
        assert "đã nhận một buổi khác" in v.quan.heard
        await presses(v.quan, "s:take_session:3")
        assert "đã ghi tên" in v.quan.heard
        ha = another(v, "Lê Thu Hà")
        await v.waits(days=4, hours=23)  # eight in the morning of the 7th
        await presses(ha, "s:take_session:1")
        assert "bắt đầu" in ha.heard
        await presses(v.quan, "s:drop_session:1")
        assert "bắt đầu" in v.quan.heard
        assert places(v) == {v.quan.person_id: "taking"}


async def test_a_session_called_off_is_told_to_all_who_signed_up(database_url: str) -> None:
    async with village(database_url) as v:
        ha = another(v, "Lê Thu Hà")
        await opens_session(v.binh)
        await presses(v.quan, "s:take_session:1")
        await presses(ha, "s:take_session:1")
        await presses(v.dao, "v:session:1")
        await v.dao.taps("Hủy buổi hỗ trợ")
        await v.dao.says("mưa bão to")
        await v.dao.says("vâng")
        assert "đã báo 2 bạn" in v.dao.heard
        for phone in (v.quan, ha):
            assert "không diễn ra nữa: mưa bão to" in phone.heard
        await presses(v.quan, "s:take_session:1")
        assert "không còn thấy" in v.quan.heard


async def test_help_asked_for_becomes_a_session(database_url: str) -> None:
    async with village(database_url) as v:
        await v.hoa.says("nhờ giúp")
        await v.hoa.says("giấy tờ")
        assert "chỉ thấy tên thôn" in v.hoa.heard
        await v.hoa.says("đồng ý")
        assert "đã báo ban chủ nhiệm" in v.hoa.heard
        assert "Nguyễn Thị Hoa, Thôn Đoài, nhờ giúp: Giấy tờ" in v.dao.heard
        await v.quan.says("buổi hỗ trợ")
        assert "Giấy tờ, Thôn Đoài: 1 người" in v.quan.heard
        assert "Hoa" not in v.quan.heard
        await v.em.says("việc cần làm")
        await v.em.taps("Giúp bác Nguyễn Thị Hoa: Giấy tờ")
        for said in ("Làm thẻ bảo hiểm", "8/11/2026", "14h", "60", "1", ADDRESS, "2", "1", "2"):
            await v.em.says(said)
        await v.em.taps("Đúng hết rồi")
        assert "Ban chủ nhiệm đã mở buổi hỗ trợ chủ nhật 08/11/2026, lúc 14 giờ" in v.hoa.heard
        with v.store.reading() as db:
            asked = db.execute(select(help_requests)).one()
            assert (asked.state, asked.session_id) == ("answered", 1)
        await presses(v.cuc, "s:open_session:1")
        assert "đã có người trả lời rồi" in v.cuc.heard


async def test_the_same_help_is_not_asked_for_twice(database_url: str) -> None:
    async with village(database_url) as v:
        for _ in range(2):
            await presses(v.hoa, "s:ask_for_help:digital")
            await v.hoa.says("vâng")
        assert "làm rồi" in v.hoa.heard
        assert v.binh.everything.count("nhờ giúp") == 1


async def test_what_a_stranger_and_a_member_do_not_see(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await opens_session(v.binh)
        for phone in (v.la, v.hoa):
            for carried in ("v:session:1", "v:sessions:", "v:club_sessions:", "v:my_hours:"):
                await presses(phone, carried)
                assert "Thôn Đoài" not in phone.heard
            for carried in ("s:take_session:1", "s:check_in:1 board", "s:cancel_session:1"):
                await presses(phone, carried)
                assert "người phụ trách" in phone.heard
        assert places(v) == {}


async def test_a_session_in_english(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await v.binh.says("open a session")
        for said in (
            "1",
            "video calls",
            "7/11/2026",
            "8 am",
            "60",
            "Thôn Đoài",
            ADDRESS,
            "1",
            "1",
            "1",
        ):
            await v.binh.says(said)
        await v.binh.taps("All correct")
        await v.quan.taps("I take part")
        assert "You take part." in v.quan.heard
        assert "• Length: 1 hour" in v.quan.heard
        await v.binh.says("sessions")
        await v.binh.taps("Using the phone")
        assert "Ngô Minh Quân" in v.binh.heard
