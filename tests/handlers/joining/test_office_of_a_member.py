"""The office of a new club goes to somebody whose name stands in its book already."""

from datetime import date

import pytest
from sqlalchemy import func, select

from club.members import Role
from storage.changes.joining.invite import NewInvitation, make_invitation
from storage.changes.members.enter_member import NewMember, enter_member
from storage.queries.members.accounts import offices_wait_in
from storage.tables.chats import chats
from storage.tables.people import consents, members
from tests.handlers.joining.test_invitations import made_by_binh
from tests.kit.village import Phone, Village, village

GIANG = NewMember(
    name="Hoàng Văn Giang",
    birth_year=1947,
    sex="male",
    joined_on=date(2019, 5, 4),
    hamlet="Xóm Bãi",
)


def _imported(v: Village, new: NewMember = GIANG) -> int:
    """Her person, known from a list alone."""
    return v.store.change(enter_member, v.club.club_id, new, v.clock.now()).person_id


def _of_the_operator(v: Village, role: Role = Role.SECRETARY) -> str:
    new = NewInvitation(club_id=v.club.club_id, role=role)
    return v.store.change(make_invitation, new, v.clock.now()).carried


async def _says_who(phone: Phone, code: str, name: str, year: str) -> None:
    await phone.opens(code)
    for answer in ("có", "có", name, year):
        await phone.says(answer)


def _people(v: Village) -> int:
    with v.store.reading() as db:
        found = select(func.count()).select_from(members).where(members.c.state == "member")
        return int(db.execute(found).scalar_one())


def _chat(v: Village, key: str) -> tuple[int, int | None]:
    with v.store.reading() as db:
        row = db.execute(select(chats.c.id, chats.c.person_id).where(chats.c.key == key)).one()
        return row.id, row.person_id


async def test_who_stands_in_the_book_goes_on_as_that_person(database_url: str) -> None:
    async with village(database_url) as v:
        person = _imported(v)
        there = _people(v)
        await _says_who(v.la, _of_the_operator(v), "hoang van giang", "1947")
        assert "trong sổ câu lạc bộ đã có ông Hoàng Văn Giang, sinh năm 1947, Xóm Bãi" in v.la.heard
        await v.la.says("có")
        chat, speaks_for = _chat(v, "la")
        assert speaks_for == person
        assert _people(v) == there, "nobody stands twice"
        with v.store.reading() as db:
            joined = select(members.c.joined_on).where(members.c.person_id == person)
            assert db.execute(joined).scalar_one() == date(2019, 5, 4)
            own = select(consents.c.given).where(consents.c.person_id == person)
            assert db.execute(own).scalars().all() == [True]
            assert offices_wait_in(db, chat), "the name alone proves nothing (Club rules, F.1)"
        assert "Hoàng Văn Giang" in v.em.everything, "two others confirm whose account it is"


async def test_another_of_that_name_and_year_becomes_a_new_member(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        person, there = _imported(v), _people(v)
        await _says_who(v.la, _of_the_operator(v), "Hoàng Văn Giang", "1947")
        await v.la.says("không")
        await v.la.says("nam")
        assert _chat(v, "la")[1] not in {None, person}
        assert _people(v) == there + 1


async def test_several_of_one_name_are_told_apart(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        _imported(v)
        other = _imported(
            v,
            NewMember(name="hoang van giang", birth_year=1947, sex="", joined_on=date(2020, 1, 1)),
        )
        await _says_who(v.la, _of_the_operator(v), "Hoàng Văn Giang", "1947")
        assert len(v.la.labels) >= 3
        await v.la.says("2")
        assert _chat(v, "la")[1] == other


async def test_who_has_a_phone_already_takes_it_up_there(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        code, there = await made_by_binh(v, "Phó chủ nhiệm"), _people(v)
        await _says_who(v.la, code, "nguyen thi hoa", "1952")
        await v.la.says("có")
        assert "bằng máy khác rồi" in v.la.heard
        assert _chat(v, "la")[1] is None
        assert _people(v) == there
        await v.hoa.opens(code)
        await v.hoa.says("có")
        assert "phó chủ nhiệm" in v.hoa.heard


@pytest.mark.parametrize(("name", "year"), [("Hoàng Văn Giang", "1949"), ("Hoàng Giang", "1947")])
async def test_nobody_else_is_asked(sqlite_url: str, name: str, year: str) -> None:
    async with village(sqlite_url) as v:
        _imported(v)
        await _says_who(v.la, _of_the_operator(v), name, year)
        assert "trong sổ" not in v.la.heard
        assert "nữ hay nam" in v.la.heard
