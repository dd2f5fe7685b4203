"""Support sessions: opened, taken up to the last place, waited for, dropped, and the hours."""

import asyncio
from datetime import date

from sqlalchemy import select

from storage.changes.members.enter_member import NewMember, enter_person, enter_volunteer
from storage.queries.practice import open_phone
from storage.tables.people import volunteers
from storage.tables.sessions import help_requests, signups, support_sessions
from tests.kit.meeting import presses
from tests.kit.village import Phone, Village, village

ADDRESS = "Nhà ông Bình, ngõ 5"


async def opens_session(
    phone: Phone, *, places: str = "1", at: str = "8 giờ sáng", minutes: str = "90"
) -> None:
    await phone.says("/mobuoi")
    for said in ("1", "Gọi hình", "7/11/2026", at, minutes, "Thôn Đoài", ADDRESS, "1", "1", places):
        await phone.says(said)
    await phone.taps("Đúng hết rồi")


def another(v: Village, name: str, *, hamlet: str = "Thôn Đoài", year: int = 2003) -> Phone:
    """One more volunteer with a phone."""

    def enter(db) -> int:  # type: ignore[no-untyped-def]
        new = NewMember(name, year, "female", date(2026, 5, 4), address="bạn")
        person_id = enter_person(db, new, v.clock.now())
        enter_volunteer(db, person_id, "Đoàn xã", ["digital"], hamlet, v.clock.now())
        open_phone(db, "web", person_id, v.clock.now())
        return person_id

    person_id = v.store.change(enter)
    phone = Phone(v, f"p{person_id}", person_id)
    v.by_key[phone.key] = phone
    return phone


def places(v: Village) -> dict[int, str]:
    with v.store.reading() as db:
        found = db.execute(select(signups.c.person_id, signups.c.place))
        return {row.person_id: row.place for row in found}


async def test_volunteers_near_hear_of_it_without_the_address(database_url: str) -> None:
    async with village(database_url) as v:
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


async def test_who_is_to_be_vouched_for_waits_on_the_boards_list(database_url: str) -> None:
    async with village(database_url) as v:
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
        assert "làm rồi" in v.cuc.heard


async def test_the_same_help_is_not_asked_for_twice(database_url: str) -> None:
    async with village(database_url) as v:
        for _ in range(2):
            await presses(v.hoa, "s:ask_for_help:digital")
            await v.hoa.says("vâng")
        assert "làm rồi" in v.hoa.heard
        assert v.binh.everything.count("nhờ giúp") == 1


async def test_what_a_stranger_and_a_member_do_not_see(database_url: str) -> None:
    async with village(database_url) as v:
        await opens_session(v.binh)
        for phone in (v.la, v.hoa):
            for carried in ("v:session:1", "v:sessions:", "v:club_sessions:", "v:my_hours:"):
                await presses(phone, carried)
                assert "Thôn Đoài" not in phone.heard
            for carried in ("s:take_session:1", "s:check_in:1 board", "s:cancel_session:1"):
                await presses(phone, carried)
                assert "người phụ trách" in phone.heard
        assert places(v) == {}


async def test_a_session_in_english(database_url: str) -> None:
    async with village(database_url, language="en") as v:
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
