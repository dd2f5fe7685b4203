"""Two records of one person become one: nothing is lost, nothing stands twice, the books hold."""

from datetime import date

from sqlalchemy import Connection, insert, select, update

from club.calendar import Month
from club.money import Money, total
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.members.enter_member import NewMember, enter_member
from storage.changes.money.receive_fee import receive_fee
from storage.queries.faults.books_faults import books_faults
from storage.queries.loans.loans import loans_of
from storage.queries.members.member_record import known_member, member_record
from storage.queries.money.entries import entries_about
from storage.queries.money.fees import fee_facts
from storage.tables.books import places
from storage.tables.loans import loans
from storage.tables.meetings import attendance, meetings
from storage.tables.people import members, persons
from tests.kit.lending import check_books
from tests.kit.owing import lent
from tests.kit.village import Village, village


def _twice(v: Village) -> int:
    """Hoa once more, entered from a paper list."""
    new = NewMember(
        name="Nguyễn Thị Hòa", birth_year=1952, sex="female", joined_on=date(2026, 3, 1),
        hamlet="Xóm Chùa",
    )  # fmt: skip
    return v.store.change(enter_member, v.club.club_id, new, v.clock.now()).member_id


def _lived(db: Connection, v: Village, old: int) -> None:
    """Both paid fees, and both stand on the roll of one meeting; the old one answered another."""
    now = v.clock.now()
    place = db.execute(select(places.c.id).where(places.c.kind == "tin")).scalar_one()
    for member, amount, cause in ((old, 40_000, "one"), (v.hoa.member_id or 0, 60_000, "two")):
        deed = Deed(1, "web", v.giang.person_id, v.club.club_id, now, now.date(), cause)
        receive_fee(
            db, deed, member_id=member, amount=Money(amount), place=place, happened_on=now.date()
        )
    held = [_meeting(db, v, number) for number in (1, 2)]
    for meeting, member in ((held[0], old), (held[0], v.hoa.member_id or 0), (held[1], old)):
        values = {"meeting_id": meeting, "member_id": member, "present": True, "noted_at": now}
        db.execute(insert(attendance).values(**values))


def _meeting(db: Connection, v: Village, number: int) -> int:
    return inserted(
        db, meetings, club_id=v.club.club_id, month=Month(2026, 8 + number),
        held_on=date(2026, 8 + number, 24), starts_at=v.clock.now(), place="nhà văn hóa",
        state="held", cause=f"meeting {number}",
    )  # fmt: skip


async def _joins(v: Village) -> None:
    await v.dao.says("gộp bản ghi")
    await v.dao.says("nguyen thi hoa")
    await v.dao.taps("Nguyễn Thị Hoa, sinh năm 1952, Thôn Đoài")
    await v.dao.says("hoa")
    await v.dao.taps("Nguyễn Thị Hòa, sinh năm 1952, Xóm Chùa")


async def _lived_apart(v: Village) -> tuple[int, int, list[str]]:
    """Both records have paid, the old one has a loan: old record, loan, faults of the books."""
    old, club = _twice(v), v.club.club_id
    v.store.change(_lived, v, old)
    loan = lent(v, "hoa", date(2026, 12, 24))
    v.store.change(lambda db: db.execute(update(loans).values(member_id=old)))
    apart = [await v.store.read(fee_facts, club, each) for each in (old, v.hoa.member_id or 0)]
    assert all(each.paid for each in apart)
    # The loan was made without its payment.
    faults = await v.store.read(lambda db: books_faults(db, club))
    assert all(each.startswith(f"loan {loan}:") for each in faults)
    return old, loan, faults


async def _everything_is_hers(v: Village, loan: int) -> None:
    club, today, hoa = v.club.club_id, v.clock.now().date(), v.hoa.member_id or 0
    facts = await v.store.read(fee_facts, club, hoa)
    assert total(each.amount for each in facts.paid) == Money(100_000)
    record = await v.store.read(member_record, club, hoa, today)
    assert record is not None and record.joined_on == date(2026, 3, 1)
    assert [each.id for each in await v.store.read(loans_of, hoa)] == [loan]
    roll = await v.store.read(lambda db: db.execute(select(attendance.c.member_id)).all())
    assert [row.member_id for row in roll] == [hoa] * 2
    rows = await v.store.read(
        lambda db: db.execute(select(members.c.id).where(members.c.state == "member")).all()
    )
    assert len(rows) == 8
    about = await v.store.read(entries_about, club, hoa, 9)
    assert {each.person_id for each in about} == {v.hoa.person_id}


def _names(db: Connection) -> list[str]:
    return [str(row.name) for row in db.execute(select(persons).order_by(persons.c.id))]


async def test_two_records_are_one_after_two_have_said_yes(database_url: str) -> None:
    async with village(database_url) as v:
        old, loan, faults = await _lived_apart(v)
        club, before = v.club.club_id, await v.store.read(_names)
        await _joins(v)
        assert "Hồ sơ bỏ đi: bà Nguyễn Thị Hòa" in v.dao.heard
        assert "1 khoản vay" in v.dao.heard
        assert "2 lần điểm danh" in v.dao.heard
        assert "tháng đóng phí ở cả hai" in v.dao.heard
        await v.dao.taps("Đúng hết rồi")
        await v.em.taps("Xem và trả lời")
        assert "Một người có hai hồ sơ" in v.em.heard
        await v.em.taps("Đúng hết rồi")
        assert "hai hồ sơ của bác Nguyễn Thị Hoa giờ đã gộp làm một" in v.em.heard
        answers = await v.store.read(known_member, club, old)
        assert answers is not None and answers.member_id == v.hoa.member_id
        await _everything_is_hers(v, loan)
        # The old record has the name of the kept one, and nobody else has another.
        assert before[-1] == "Nguyễn Thị Hòa"
        assert await v.store.read(_names) == [*before[:-1], "Nguyễn Thị Hoa"]
        after = await v.store.read(lambda db: books_faults(db, club))
        assert not set(after) - set(faults), set(after) - set(faults)


async def test_the_same_record_is_not_joined_to_itself_nor_ones_own(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for _ in range(2):
            await v.dao.says("gộp bản ghi")
            await v.dao.says("hoa")
            await v.dao.says("1")
            await v.dao.says("hoa")
            await v.dao.says("1")
            assert "vẫn là một hồ sơ" in v.dao.heard
        _twice(v)
        await v.dao.says("gộp bản ghi")
        await v.dao.says("dao")
        await v.dao.says("1")
        await v.dao.says("Hòa")
        await v.dao.taps("Nguyễn Thị Hòa, sinh năm 1952, Xóm Chùa")
        await v.dao.taps("Đúng hết rồi")
        assert "người khác trong ban" in v.dao.heard
        check_books(v)
