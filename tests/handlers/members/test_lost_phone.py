"""A lost phone: frozen at once, looked through, opened again or cut off by two; offices on new
accounts.
"""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from club.members import Action
from club.refusals import Code, Refused
from club.rights import pays
from handlers.talk.heard import Kind
from storage.changes.deed import Deed
from storage.changes.rights import must_be_allowed
from storage.queries.practice import open_stranger
from storage.tables.chats import chats
from storage.tables.helping import helper_codes
from storage.tables.loans import loan_votes, loans
from tests.kit.lending import give_fund
from tests.kit.village import Phone, Village, village


async def _loses(v: Village, who: str = "hoa", by: str = "dao") -> None:
    """Somebody of the board says it for her."""
    await v.phones[by].says("mất điện thoại")
    await v.phones[by].says(who)
    await v.phones[by].says("1")
    await v.phones[by].says("đồng ý")


async def _second(v: Village, who: str, yes: str = "đồng ý") -> str:
    await v.phones[who].says("công việc")
    await v.phones[who].taps("tài khoản đang tạm khóa")
    return await v.phones[who].says(yes)


async def test_the_board_freezes_an_account_at_once(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("tài khoản")
        assert "CLB Thôn Đoài" in v.hoa.heard
        await _loses(v)
        assert "đã tạm khóa tài khoản của bác Nguyễn Thị Hoa" in v.dao.heard
        for name in ("binh", "cuc", "em", "giang"):
            assert "báo là bác Nguyễn Thị Hoa mất điện thoại" in v.phones[name].heard
        for asked in ("tài khoản", "menu", "/taikhoan", "sổ quỹ", "mất điện thoại", "cứu tôi với"):
            assert "đang tạm khóa" in await v.hoa.says(asked)
            assert v.hoa.labels == []
        assert "Nguyễn" not in v.hoa.heard


async def test_old_buttons_of_a_frozen_phone_do_nothing(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("đóng góp")
        assert v.hoa.labels
        before = len(v.hoa.messages)
        await _loses(v)
        assert len(v.hoa.messages) == before
        await v.hoa.taps("Phí")
        assert "đang tạm khóa" in v.hoa.heard
        await v.hoa.opens("")
        assert "đang tạm khóa" in v.hoa.heard


async def test_the_72_hours_are_listed_to_two_of_the_board(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 5)
        await v.hoa.says("đóng phí 15 nghìn")
        await _loses(v)
        await v.binh.taps("máy ấy đã làm gì")
        assert "Trong 72 giờ trước đó" in v.binh.heard
        assert "Không có khoản tiền nào" in v.binh.heard
        assert await v.lan.says("v:account_acts:1", kind=Kind.PRESS)
        assert "72 giờ" not in v.lan.heard
        assert "72 giờ" not in await v.la.says("v:account_acts:1", kind=Kind.PRESS)


async def test_two_open_it_again_and_one_alone_does_not(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await _loses(v)
        await v.dao.says("mở lại tài khoản")
        await v.dao.taps("Tìm lại được máy")
        await v.dao.says("đồng ý")
        assert "người thứ hai" in v.dao.heard
        assert "đang tạm khóa" in await v.hoa.says("menu")
        await _second(v, "em")
        assert "đã mở lại" in v.em.heard
        assert "như trước" in v.hoa.heard
        await v.hoa.says("tài khoản")
        assert "CLB Thôn Đoài" in v.hoa.heard


async def test_cut_off_it_speaks_for_nobody_any_more(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await _loses(v)
        await v.dao.says("mở lại tài khoản")
        await v.dao.taps("Mất hẳn")
        await v.dao.says("đồng ý")
        await _second(v, "em")
        assert "cắt hẳn" in v.em.heard
        await v.hoa.says("tài khoản")
        assert "CLB Thôn Đoài" not in v.hoa.heard
        with v.store.reading() as db:
            held = db.execute(select(chats.c.person_id).where(chats.c.key == v.hoa.key)).scalar()
        assert held is None


async def test_links_and_codes_in_her_name_end(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("nhờ người nhắn hộ")
        await v.hoa.says("đồng ý")
        ends = select(helper_codes.c.ends_at)
        with v.store.reading() as db:
            assert [each > v.clock.now() for each in db.execute(ends).scalars()] == [True]
        await _loses(v)
        with v.store.reading() as db:
            assert [each > v.clock.now() for each in db.execute(ends).scalars()] == [False]


async def test_votes_of_the_lost_phone_on_open_loans_fall(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 20)
        for answer in ("vay vốn", "Nuôi gà, vịt", "5 triệu", "12", "Trả dần mỗi tháng"):
            await v.hoa.says(answer)
        await v.hoa.taps("Đúng hết rồi")

        with v.store.writing() as db:
            loan = db.execute(select(loans.c.id)).scalar_one()
            for days, who in ((1, v.cuc), (1, v.em), (4, v.binh)):
                voted = {"voted_at": v.clock.now() - timedelta(days=days), "yes": True}
                new = insert(loan_votes).values(loan_id=loan, person_id=who.person_id, **voted)
                db.execute(new)
        await _loses(v, "cuc")
        await _loses(v, "binh")
        with v.store.reading() as db:
            left = set(db.execute(select(loan_votes.c.person_id)).scalars())
        assert left == {v.em.person_id, v.binh.person_id}


async def test_she_freezes_her_other_phone_herself(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        assert "chính chiếc máy duy nhất" in await v.hoa.says("mất điện thoại")
        new = _another_phone(v, "hoa", "hoa2")
        await new.says("mất điện thoại")
        await new.says("đồng ý")
        assert "đã tạm khóa các máy khác" in new.heard
        assert "đang tạm khóa" in await v.hoa.says("menu")
        await new.taps("máy ấy đã làm gì")
        assert "72 giờ" in new.heard


async def test_said_on_a_neighbours_phone_the_board_hears_it_and_that_phone_goes_on(
    sqlite_url: str,
) -> None:
    """Bác Hoa has lost hers and types on bà Lan's, of whom nothing is frozen."""
    async with village(sqlite_url) as v:
        await v.lan.says("mất điện thoại")
        assert "báo ban chủ nhiệm ngay" in v.lan.heard
        await v.lan.says("có")
        await v.lan.says("máy của Hoa rơi ngoài chợ, Hoa đang ngồi cạnh tôi")
        assert "đã báo ban chủ nhiệm" in v.lan.heard
        for name in ("binh", "cuc", "dao", "em", "giang"):
            assert "bà Đỗ Thị Lan vừa nhắn" in v.phones[name].heard
            assert "Hoa rơi ngoài chợ" in v.phones[name].heard
        assert "vừa nhắn" not in v.hoa.everything
        await v.lan.says("tài khoản")
        assert "CLB Thôn Đoài" in v.lan.heard
        await v.dao.taps("mất điện thoại")
        await v.dao.says("Hoa")
        await v.dao.says("1")
        await v.dao.says("đồng ý")
        assert "đang tạm khóa" in await v.hoa.says("menu")


async def test_who_lost_nothing_hears_whom_to_call(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.lan.says("mất điện thoại")
        await v.lan.says("không")
        assert "chính chiếc máy duy nhất" in v.lan.heard
        assert "+84" in v.lan.heard or "gọi" in v.lan.heard
        assert "vừa nhắn" not in v.dao.everything


async def test_a_stranger_who_lost_a_phone_hears_where_to_go_and_no_name(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.la.says("tôi mất điện thoại")
        assert "ban chủ nhiệm" in v.la.heard
        assert not [name for name in ("Bình", "Đào", "Hoa", "+84") if name in v.la.everything]


async def test_a_member_or_volunteer_freezes_nobody(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for name in ("lan", "quan"):
            await v.phones[name].says("mất điện thoại")
            await v.phones[name].says("Hoa")
        await v.hoa.says("tài khoản")
        assert "CLB Thôn Đoài" in v.hoa.heard


async def test_an_office_on_a_new_account_waits_for_two_others(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        new = _stranger(v, "giang2")
        await _linked(v, new, "giang")
        assert "hai người khác trong ban" in new.everything
        assert "từ một tài khoản mới" in v.cuc.heard
        assert "chỉ người phụ trách" in await new.says("s:count_cash:", kind=Kind.PRESS)
        assert "Phí" in await new.says("tài khoản")
        await v.cuc.taps("Tài khoản mới")
        await v.cuc.says("có")
        assert "Cần thêm một người nữa" in v.cuc.heard
        await v.cuc.says("công việc")
        assert "máy mới" not in v.cuc.last
        assert "chỉ người phụ trách" in await new.says("s:count_cash:", kind=Kind.PRESS)
        await v.dao.says("công việc")
        await v.dao.taps("có đúng máy mới")
        await v.dao.says("có")
        assert "dùng đầy đủ" in v.dao.heard
        assert "hai người trong ban đã xác nhận" in new.everything
        assert "chỉ người phụ trách" not in await new.says("s:count_cash:", kind=Kind.PRESS)


async def test_who_has_said_no_to_a_new_account_freezes_it(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        new = _stranger(v, "giang2")
        await _linked(v, new, "giang")
        await v.cuc.taps("Tài khoản mới")
        await v.cuc.says("không")
        await v.cuc.says("có")
        assert "đang tạm khóa" in await new.says("menu")


async def test_a_members_new_account_is_hers_at_once(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await _loses(v)
        new = _stranger(v, "hoa2")
        await _linked(v, new, "hoa")
        assert "hai người khác trong ban" not in new.everything
        await new.says("tài khoản")
        assert "CLB Thôn Đoài" in new.heard
        assert "chiếc máy mất của bác" in new.everything
        await new.taps("máy ấy đã làm gì")
        assert "72 giờ" in new.heard
        assert "đang tạm khóa" in await v.hoa.says("menu")


async def test_a_new_account_pays_nothing_out_for_a_day(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 5)
        new = _another_phone(v, "giang", "giang2")
        later = v.clock.now() + timedelta(hours=24)
        with v.store.writing() as db:
            db.execute(update(chats).where(chats.c.key == new.key).values(pays_from=later))
        deed = Deed(_chat(v, new), "web", v.giang.person_id, v.club.club_id, v.clock.now(),
                    v.clock.now().date(), "one")  # fmt: skip
        with v.store.reading() as db:
            for action in Action:
                if pays(action):
                    with pytest.raises(Refused) as no:
                        must_be_allowed(db, deed, action)
                    assert no.value.code in {Code.ACCOUNT_NEW, Code.NOT_ALLOWED}
            must_be_allowed(db, replace(deed, now=later), Action.PAY_OUT_LOAN)
            must_be_allowed(db, replace(deed, chat_id=_chat(v, v.giang)), Action.PAY_OUT_LOAN)


def _chat(v: Village, phone: Phone) -> int:
    with v.store.reading() as db:
        return int(db.execute(select(chats.c.id).where(chats.c.key == phone.key)).scalar_one())


def _another_phone(v: Village, name: str, key: str) -> Phone:
    """A second account of hers, linked long ago."""
    person = v.phones[name].person_id
    assert person is not None
    phone = _stranger(v, key, person)
    with v.store.writing() as db:
        db.execute(update(chats).where(chats.c.key == key).values(person_id=person))
    return phone


def _stranger(v: Village, key: str, person: int | None = None) -> Phone:
    with v.store.writing() as db:
        open_stranger(db, "web", key, v.clock.now())
    phone = Phone(v, key, person)
    v.phones[key] = v.by_key[key] = phone
    return phone


async def _linked(v: Village, new: Phone, name: str) -> None:
    """The chair makes a link for her account, and it is taken up on the new phone."""
    await v.binh.says("s:invite:", kind=Kind.PRESS)
    await v.binh.taps("thành viên")
    await v.binh.says(name)
    await v.binh.says("1")
    found = re.search(r"i-[A-Za-z0-9_-]{22}", v.binh.heard)
    assert found, v.binh.last
    await new.opens(found[0])
    await new.says("có")
