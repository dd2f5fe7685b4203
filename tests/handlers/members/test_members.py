"""Members as the board keeps them: found, corrected, left and back, passed away, in groups."""

from datetime import date

from sqlalchemy import select

from handlers.talk.heard import Kind
from storage.outbox import hearers_of_persons
from storage.queries.members.member_record import known_members
from storage.tables.board_life import deaths, person_corrections
from storage.tables.people import circumstances, members, offices, persons
from tests.kit.village import Village, village


async def _opens(v: Village, phone: str, name: str) -> None:
    await v.phones[phone].says("tìm thành viên")
    await v.phones[phone].says(name)
    await v.phones[phone].says("1")


async def test_a_name_typed_where_members_are_shown_finds_her(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for _ in range(2):
            await v.dao.says("thành viên")
            await v.dao.taps("Danh sách")
            await v.dao.says("bác hoa")
            await v.dao.taps("bác Nguyễn Thị Hoa, sinh năm 1952, Thôn Đoài")
            assert "Tham gia từ 04/05/2026" in v.dao.heard
        await v.dao.says("thành viên")
        await v.dao.says("zxcv")
        assert "không thấy ai" not in v.dao.heard
        await v.hoa.says("lan")
        assert "Tham gia từ" not in v.hoa.heard


async def test_a_record_is_found_by_name_and_corrected_and_she_hears_it(database_url: str) -> None:
    async with village(database_url) as v:
        await v.dao.says("thành viên")
        assert "CLB Thôn Đoài có 8 thành viên" in v.dao.heard
        await v.dao.taps("Tìm thành viên theo tên")
        await v.dao.says("không có ai")
        assert "không thấy ai tên “không có ai”" in v.dao.heard
        await v.dao.says("hoa")
        await v.dao.taps("bác Nguyễn Thị Hoa, sinh năm 1952, Thôn Đoài")
        assert "Tham gia từ 04/05/2026" in v.dao.heard
        assert "Không có khoản vay" in v.dao.heard
        await v.dao.taps("Sửa thông tin")
        await v.dao.taps("Họ tên")
        await v.dao.says("Nguyễn Thị Hoà")
        assert "họ tên đổi thành “Nguyễn Thị Hoà”" in v.dao.heard
        await v.dao.taps("Đúng hết rồi")
        assert "họ tên giờ là “Nguyễn Thị Hoà”" in v.dao.heard
        assert "vừa sửa thông tin của bác: họ tên" in v.hoa.heard
        kept = await v.store.read(lambda db: db.execute(select(person_corrections.c.before)).all())
        assert [row.before for row in kept] == ["Nguyễn Thị Hoa"]


async def test_circumstances_hold_from_a_day_and_never_in_the_future(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await v.dao.says("find a member")
        await v.dao.says("lan")
        await v.dao.says("1")
        await v.dao.taps("Change the record")
        await v.dao.says("poor, near-poor")
        await v.dao.taps("Poor household")
        await v.dao.says("tomorrow")
        assert "That day has not come yet" in v.dao.heard
        await _change(v, "Poor household")
        rows = await v.store.read(lambda db: db.execute(select(circumstances.c.valid_from)).all())
        assert [row.valid_from for row in rows] == [date(2026, 11, 2)]


async def _change(v: Village, value: str) -> None:
    await v.dao.says("stop")
    await v.dao.says("find a member")
    await v.dao.says("lan")
    await v.dao.says("1")
    await v.dao.taps("Change the record")
    await v.dao.says("poor, near-poor")
    await v.dao.taps(value)
    await v.dao.says("1")
    await v.dao.taps("All correct")


async def test_whoever_moves_away_loses_office_and_comes_back_without(database_url: str) -> None:
    async with village(database_url) as v:
        await _opens(v, "binh", "cuc")
        await v.binh.taps("Đã chuyển đi hoặc thôi tham gia")
        await v.binh.taps("Đã chuyển đi nơi khác")
        await v.binh.says("1")
        assert "bà Lê Thị Cúc chuyển đi ngày 02/11/2026" in v.binh.heard.replace("Bà", "bà")
        assert "thôi làm phó chủ nhiệm" in v.binh.heard
        await v.binh.taps("Đúng hết rồi")
        assert "bà thôi tham gia CLB Thôn Đoài" in v.cuc.heard
        await v.cuc.says("ban chủ nhiệm")
        assert "Các chức vụ" not in v.cuc.heard
        await _opens(v, "binh", "cuc")
        await v.binh.taps("Tham gia trở lại")
        await v.binh.says("vâng")
        assert "từ hôm nay bà lại là thành viên" in v.cuc.heard
        held = await v.store.read(lambda db: db.execute(select(offices.c.to_day)).all())
        assert sum(row.to_day is not None for row in held) == 1


async def test_neither_oneself_nor_the_last_chair_is_recorded_as_gone(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await v.binh.says("find a member")
        await v.binh.says("binh")
        await v.binh.says("1")
        assert not any("passed away" in each for each in v.binh.labels)
        await v.binh.says(f"s:leaving:{v.binh.member_id}", kind=Kind.PRESS)
        assert "somebody else of the board has to do it" in v.binh.heard
        await v.binh.says(f"s:record_death:{v.binh.member_id}", kind=Kind.PRESS)
        assert "somebody else of the board has to do it" in v.binh.heard
        await v.dao.says(f"s:leaving:{v.binh.member_id}", kind=Kind.PRESS)
        assert "appoint a successor first" in v.dao.heard
        await v.hoa.says(f"s:leaving:{v.lan.member_id}", kind=Kind.PRESS)
        assert "What has happened" not in v.hoa.heard


async def test_a_death_told_by_the_household_recorded_and_confirmed(database_url: str) -> None:
    async with village(database_url) as v:
        await v.hoa.says("báo tin buồn")
        await v.hoa.says("lan")
        await v.hoa.says("1")
        await v.hoa.says("vâng")
        assert "cháu xin chia buồn" in v.hoa.heard
        assert "bác Nguyễn Thị Hoa báo tin bà Đỗ Thị Lan đã qua đời" in v.dao.heard.replace(
            "Bác", "bác"
        )
        await v.dao.taps("Đã qua đời")
        await v.dao.says("mai")
        assert "ngày ấy chưa đến" in v.dao.heard
        await v.dao.says("thôi")
        await v.dao.says(f"s:record_death:{v.lan.member_id}", kind=Kind.PRESS)
        await v.dao.says("1")
        assert "trong 49 ngày không nhắc gia đình chuyện tiền" in v.dao.heard
        await v.dao.taps("Đúng hết rồi")
        assert "Mọi lời nhắc và lời chúc tới bà Đỗ Thị Lan đã dừng" in v.dao.heard
        heard = len(v.lan.messages)
        assert "vừa ghi tin buồn" in v.em.heard
        assert not await v.store.read(hearers_of_persons, [v.lan.person_id or 0])
        await v.em.taps("Xác nhận tin buồn")
        await v.em.taps("Vâng, đúng vậy")
        assert "xin tưởng nhớ bà Đỗ Thị Lan." in v.em.heard
        assert "xin tưởng nhớ" in v.binh.heard
        assert len(v.lan.messages) == heard
        await v.lan.says("menu")
        assert "xin chia buồn cùng gia đình" in v.lan.heard


async def test_a_false_report_is_undone_in_one_tap_and_all_is_as_before(database_url: str) -> None:
    async with village(database_url, language="en") as v:
        before = await v.store.read(_what_she_is, v.binh.person_id)
        await v.dao.says(f"s:record_death:{v.binh.member_id}", kind=Kind.PRESS)
        await v.dao.says("1")
        await v.dao.taps("All correct")
        assert await v.store.read(_what_she_is, v.binh.person_id) != before
        await v.binh.says("menu")
        assert "I grieve with the family" in v.binh.heard
        await v.binh.taps("It is a mistake")
        await v.binh.says("yes")
        assert "news of the death is a mistake" in v.cuc.heard
        await v.cuc.taps("It is not so: undo")
        assert "is a member as before" in v.cuc.heard
        assert await v.store.read(_what_she_is, v.binh.person_id) == before
        await v.binh.says("/banchunhiem")
        assert "Give an office" in " ".join(v.binh.labels)
        await v.em.says("s:confirm_death:1", kind=Kind.PRESS)
        assert "answered already" in v.em.heard


def _what_she_is(db, person_id):  # type: ignore[no-untyped-def]
    return (
        db.execute(
            select(members.c.state, members.c.left_on).where(members.c.person_id == person_id)
        ).all(),
        db.execute(
            select(offices.c.role, offices.c.to_day).where(offices.c.person_id == person_id)
        ).all(),
        db.execute(select(persons.c.died_on).where(persons.c.id == person_id)).all(),
    )


async def test_the_recorder_does_not_confirm_his_own_record(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await v.dao.says(f"s:record_death:{v.lan.member_id}", kind=Kind.PRESS)
        await v.dao.says("1")
        await v.dao.taps("All correct")
        await v.dao.says("s:confirm_death:1", kind=Kind.PRESS)
        assert "somebody else of the board has to do it" in v.dao.heard
        assert await v.store.read(lambda db: db.execute(select(deaths.c.state)).scalar()) == (
            "recorded"
        )
        await v.waits(days=1)
        await v.giang.says("tasks")
        assert "Confirm the death of Đỗ Thị Lan" in " ".join(v.giang.labels)


async def test_groups_are_made_led_renamed_and_dissolved(database_url: str) -> None:
    async with village(database_url) as v:
        await v.binh.says("các tổ")
        await v.binh.taps("Lập một tổ")
        await v.binh.says("Tổ 3, xóm Bờ Sông")
        await v.binh.taps("Đúng hết rồi")
        assert "đã lập Tổ 3, xóm Bờ Sông" in v.binh.heard
        await v.binh.says("s:make_group:", kind=Kind.PRESS)
        await v.binh.says("tổ 3, xóm bờ sông")
        await v.binh.taps("Đúng hết rồi")
        assert "không ghi hai lần" in v.binh.heard
        await v.binh.says("các tổ")
        await v.binh.taps("Tổ 3, xóm Bờ Sông: ")
        await v.binh.taps("Cử tổ trưởng")
        await v.binh.says("manh")
        await v.binh.says("1")
        await v.binh.taps("Đúng hết rồi")
        assert "chú làm tổ trưởng Tổ 3, xóm Bờ Sông" in v.manh.heard
        await v.manh.says("thành viên")
        assert "có 8 thành viên" in v.manh.heard
        assert not any("Sửa" in each for each in v.manh.labels)
        await v.binh.says("các tổ")
        await v.binh.taps("Tổ 3, xóm Bờ Sông: ")
        assert "Bùi Văn Mạnh" in v.binh.heard
        await v.binh.taps("Giải tán tổ")
        await v.binh.says("vâng")
        assert "đã giải tán" in v.binh.heard
        await v.manh.says("thành viên")
        assert "có 8 thành viên" not in v.manh.heard


async def test_two_of_the_same_name_are_told_apart(sqlite_url: str) -> None:
    from storage.changes.members.enter_member import NewMember, enter_member

    async with village(sqlite_url, language="en") as v:
        new = NewMember(
            name="Nguyễn Thị Hoa", birth_year=1960, sex="female", joined_on=date(2026, 6, 1),
            hamlet="Thôn Thượng",
        )  # fmt: skip
        v.store.change(enter_member, v.club.club_id, new, v.clock.now())
        await v.dao.says("find a member")
        await v.dao.says("nguyen hoa")
        assert "2 people have that name" in v.dao.heard
        assert any("born 1960" in each for each in v.dao.labels)
        assert len(await v.store.read(known_members, v.club.club_id)) == 9
