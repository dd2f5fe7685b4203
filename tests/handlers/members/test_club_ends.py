"""A club merges with its neighbour, or is dissolved: played on the phones of all who are asked."""

from typing import Any

from sqlalchemy import insert, select

from handlers.talk.heard import Kind
from storage.changes.joining.found_club import NewClub, found_club
from storage.changes.members.enter_member import NewMember, enter_member, give_office
from storage.queries import Connection
from storage.queries.faults.books_faults import books_faults
from storage.queries.money.ledger import cash_in
from storage.queries.practice import open_phone
from storage.tables.areas import club_communes
from storage.tables.books import cash_counts
from storage.tables.people import officers
from tests.kit.lending import check_books, give_fund
from tests.kit.village import CODE, FOUNDED, Phone, Village, village

OTHER = "KMNP6789"


def other_club(v: Village, *, language: str = "vi") -> int:
    """A neighbour with a chair and a bookkeeper, and an officer of the commune."""
    club_id, keys = v.store.change(_other_club, v, language)
    for name, (person, member, key) in keys.items():
        v.phones[name] = Phone(v, key, person, member)
        v.by_key[key] = v.phones[name]
    return int(club_id)


def _other_club(db: Connection, v: Village, language: str) -> Any:
    now = v.clock.now()
    new = NewClub(
        "CLB Thôn Trung", "Thôn Trung", "Hà Nội", "Xã Mỹ Đức", FOUNDED, OTHER, practice=True
    )
    there = found_club(db, new, now)
    keys = {}
    for name, full, role in (
        ("sau", "Đặng Văn Sáu", "chair"),
        ("tam", "Hồ Thị Tám", "bookkeeper"),
    ):
        person = NewMember(full, 1957, "male", FOUNDED, address="ông", language=language)
        entered = enter_member(db, there.club_id, person, now)
        give_office(db, there.club_id, entered.person_id, role, FOUNDED)
        key = open_phone(db, "web", entered.person_id, now)
        keys[name] = (entered.person_id, entered.member_id, key)
    area = db.execute(select(club_communes.c.area_id)).scalars().first()
    row = {"area_id": area, "person_id": v.quan.person_id, "from_day": FOUNDED}
    db.execute(insert(officers).values(row))
    return there.club_id, keys


def counted_by_two(v: Village) -> None:
    """The tin as it is now."""
    v.store.change(_counted, v)


def _counted(db: Connection, v: Village) -> None:
    there = cash_in(db, v.club.club_id, v.club.tin)
    row = {
        "club_id": v.club.club_id,
        "place_id": v.club.tin,
        "counted_on": v.clock.now().date(),
        "expected": there,
        "counted": there,
        "counted_by": v.giang.person_id,
        "second_person": v.dao.person_id,
        "cause": f"counted {there}",
    }
    db.execute(insert(cash_counts).values(row))


async def test_a_club_merges_with_its_neighbour(database_url: str) -> None:
    async with village(database_url) as v:
        give_fund(v, 5)
        await v.binh.says("gộp câu lạc bộ")
        await v.binh.taps("Gộp vào câu lạc bộ khác")
        assert "chưa có cán bộ Hội" in v.binh.heard
        other = other_club(v)
        await v.binh.says("gộp câu lạc bộ")
        await v.binh.taps("Gộp vào câu lạc bộ khác")
        assert "hai người cùng đếm số tiền mặt đang có" in v.binh.heard
        counted_by_two(v)
        await v.binh.says("gộp câu lạc bộ")
        await v.binh.taps("Gộp vào câu lạc bộ khác")
        await v.binh.taps("CLB Thôn Trung")
        assert "8 thành viên cùng sang" in v.binh.heard
        assert "tiền đang có: 5.000.000 đồng" in v.binh.heard
        await v.binh.says("đúng")
        await _all_agree(v)
        assert "Dạ, từ hôm nay CLB Thôn Đoài nhập vào CLB Thôn Trung" in v.hoa.heard
        assert "nhập vào câu lạc bộ mình, CLB Thôn Trung" in v.tam.heard
        await _the_old_club_is_answered(v)
        check_books(v)
        with v.store.reading() as db:
            assert books_faults(db, other) == []


async def _all_agree(v: Village) -> None:
    assert "gộp hai câu lạc bộ" not in v.hoa.everything
    await v.em.taps("Xem và trả lời")
    await v.em.says("đúng")
    assert "hỏi chủ nhiệm và kế toán của CLB Thôn Trung" in v.em.heard
    await v.sau.taps("Xem và trả lời")
    assert "xin nhập vào câu lạc bộ mình: 8 thành viên, 5.000.000 đồng" in v.sau.heard
    await v.sau.says("đúng")
    assert "hỏi cán bộ Hội của xã" in v.sau.heard
    await v.quan.taps("Trả lời câu lạc bộ")
    await v.quan.taps("Đúng hết rồi")


async def _the_old_club_is_answered(v: Village) -> None:
    """Its code leads to where it went; its board's old buttons and tasks say so kindly."""
    await v.la.says("tham gia")
    await v.la.says(CODE)
    assert "CLB Thôn Đoài đã nhập vào CLB Thôn Trung" in v.la.heard
    await v.la.taps("Tham gia câu lạc bộ này")
    assert "CLB Thôn Trung" in v.la.heard
    await v.binh.says("s:merge_club:", kind=Kind.PRESS)
    assert "người phụ trách" in v.binh.heard
    await v.hoa.says("tài khoản của tôi")
    assert "lỗi" not in v.hoa.heard
    await v.binh.says("menu")
    assert v.binh.labels
    await v.giang.says("việc cần làm")
    assert "lỗi" not in v.giang.heard


async def test_the_other_club_or_the_officer_may_say_no(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        other_club(v, language="en")
        give_fund(v, 1)
        counted_by_two(v)
        await v.em.says("merge or dissolve the club")
        await v.em.taps("Merge with another club")
        await v.em.taps("CLB Thôn Trung")
        await v.em.says("right")
        await v.binh.taps("Look and answer")
        await v.binh.says("right")
        await v.tam.taps("Look and answer")
        await v.tam.says("no")
        await v.tam.says("our members do not want it")
        assert "our members do not want it" in v.em.heard
        await v.em.says("s:dissolve_club:", kind=Kind.PRESS)
        await v.em.says("the association of the commune")
        await v.em.says("right")
        await v.binh.taps("Look and answer")
        await v.binh.says("right")
        await v.quan.taps("Answer a club as officer")
        await v.quan.says("no")
        await v.quan.says("please merge instead")
        assert "please merge instead" in v.em.heard
        await v.hoa.says("my account")
        assert "CLB" not in v.hoa.heard or "fault" not in v.hoa.heard


async def test_a_club_without_debts_is_dissolved_and_its_people_hear_it(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        other_club(v)
        give_fund(v, 1)
        counted_by_two(v)
        await v.hoa.says("s:dissolve_club:", kind=Kind.PRESS)
        assert "người phụ trách" in v.hoa.heard
        await v.binh.says("giải thể câu lạc bộ")
        await v.binh.taps("Giải thể câu lạc bộ")
        await v.binh.says("Hội Người cao tuổi xã")
        await v.binh.says("đúng")
        await v.em.taps("Xem và trả lời")
        await v.em.says("đúng")
        await v.quan.taps("Trả lời câu lạc bộ")
        await v.quan.taps("Đúng hết rồi")
        assert "Dạ, từ hôm nay CLB Thôn Đoài kết thúc" in v.hoa.heard
        await v.la.says("tham gia")
        await v.la.says(CODE)
        assert "đã kết thúc ngày 02/11/2026" in v.la.heard
        await v.hoa.says("đóng góp")
        assert "lỗi" not in v.hoa.heard
        check_books(v)
