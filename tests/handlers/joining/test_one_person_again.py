"""One person is not entered twice: by an area's link, by two records, by her village's name."""

from sqlalchemy import select

from storage.changes.members.appoint_officer import invite_officer
from storage.changes.members.enter_member import NewMember, enter_member, give_office
from storage.tables.areas import club_communes
from storage.tables.people import members as members_table
from storage.tables.people import officers, persons
from tests.kit.village import CODE, FOUNDED, Village, village


def _officers_link(v: Village) -> str:
    with v.store.reading() as db:
        commune = db.execute(select(club_communes.c.area_id)).scalars().first()
    assert commune is not None
    return v.store.change(invite_officer, commune, v.clock.now()).carried


async def test_a_member_who_takes_up_an_areas_link_is_no_second_person(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        link = _officers_link(v)
        for line in (link, "có", "có", "nguyen thi hoa", "1952"):
            await v.la.says(line)
        assert "đã có bác Nguyễn Thị Hoa" in v.la.heard
        await v.la.says("đúng rồi")
        assert "máy khác" in v.la.heard
        with v.store.reading() as db:
            assert db.execute(select(officers.c.id)).first() is None
        await v.hoa.says(link)
        await v.hoa.says("có")
        with v.store.reading() as db:
            taken = db.execute(select(officers.c.person_id)).scalar_one()
        assert taken == v.hoa.person_id


async def test_somebody_else_of_that_name_takes_up_the_areas_link(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        link = _officers_link(v)
        for line in (link, "có", "có", "nguyen thi hoa", "1952", "không phải", "nữ"):
            await v.la.says(line)
        with v.store.reading() as db:
            taken = db.execute(select(officers.c.person_id)).scalar_one()
        assert taken != v.hoa.person_id


async def test_two_records_that_both_hold_an_office_say_which_and_what_to_do(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        new = NewMember(name="Hoàng Giang", birth_year=1958, sex="male", joined_on=FOUNDED)
        entered = v.store.change(enter_member, v.club.club_id, new, v.clock.now())
        v.store.change(give_office, v.club.club_id, entered.person_id, "checker", FOUNDED)
        for who, said in (("binh", "cho thôi một chức trước"), ("dao", "Nhờ chủ nhiệm")):
            phone = v.phones[who]
            for line in ("gộp bản ghi", "hoang van giang", "1", "hoang giang"):
                await phone.says(line)
            if said not in phone.heard:
                place = next(n for n, each in enumerate(phone.labels) if "Hoàng Giang" in each)
                await phone.says(str(place + 1))
            assert said in phone.heard
            assert "Chú Hoàng Văn Giang, thủ quỹ" in phone.heard
            assert "Hoàng Giang" in phone.heard
        assert "1. Cho thôi chức" in v.binh.labels


async def test_the_clubs_own_village_is_written_as_the_club_writes_it(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for line in (CODE, "có", "Bùi Thị Nga", "1958", "nữ", "o thon doai", "bỏ qua", "không có"):
            await v.la.says(line)
        await v.la.says("bác")
        await v.la.says("đúng")
        with v.store.reading() as db:
            found = db.execute(
                select(persons.c.hamlet)
                .join(members_table, members_table.c.person_id == persons.c.id)
                .where(members_table.c.state == "asked")
            ).scalar_one()
        assert found == "Thôn Đoài"
