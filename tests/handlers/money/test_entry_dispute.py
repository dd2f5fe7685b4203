"""A member says that an entry about her is not right: who looks into it, and what comes of it."""

from sqlalchemy import select

from handlers.talk.heard import Kind
from storage.changes.inserting import inserted
from storage.queries import Connection
from storage.queries.faults.books_faults import books_faults
from storage.queries.money.disputes import open_dispute_count
from storage.tables.areas import club_communes
from storage.tables.people import officers
from tests.kit.board import fee_confirmed, said
from tests.kit.village import FOUNDED, Phone, Village, village

_PRESS = Kind.PRESS


async def corrected(v: Village, second: Phone) -> None:
    """The bookkeeper corrects bà Hoa's fee, with a second person's yes."""
    await fee_confirmed(v)
    await v.em.says("ghi nhầm")
    await v.em.taps("Trong các lần ghi mới nhất")
    await v.em.taps("PT 1/2026")
    await v.em.taps("Tiền không chuyển")
    await v.em.says("Ghi nhầm cho bà Hoa")
    await v.em.taps("Đúng hết rồi")
    await second.says("/congviec")
    await second.taps("sửa chỗ ghi nhầm")
    await second.taps("Đúng hết rồi")


async def says_not_right(v: Village) -> None:
    await v.hoa.taps("Không đúng ạ")
    assert "PC 1/2026" in v.hoa.heard
    await v.hoa.says("Tôi đã nộp tiền thật mà")
    await v.hoa.taps("Chuyển giúp tôi")


def left_open(v: Village) -> int:
    with v.store.reading() as db:
        assert books_faults(db, v.club.club_id) == []
        return open_dispute_count(db, v.club.club_id)


async def test_somebody_without_a_part_in_it_explains(database_url: str) -> None:
    async with village(database_url) as v:
        await corrected(v, v.binh)
        await says_not_right(v)
        assert left_open(v) == 1
        assert "Tôi đã nộp tiền thật mà" in v.cuc.heard, "chair, bookkeeper, cashier had a part"
        await v.cuc.says("/congviec")
        await v.cuc.taps("Nguyễn Thị Hoa")
        await v.cuc.taps("Ghi đúng rồi, tôi giải thích")
        await v.cuc.says("Phiếu cũ ghi nhầm tên, cô sẽ ghi lại ạ")
        await v.cuc.taps("Chuyển giúp tôi")
        assert "Phiếu cũ ghi nhầm tên" in v.hoa.heard
        assert left_open(v) == 0


async def test_about_the_chair_the_officer_looks_and_sees_that_entry_only(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        v.store.change(_appoint_officer, v)
        await corrected(v, v.binh)
        await says_not_right(v)
        assert "Tôi đã nộp tiền thật mà" in v.quan.heard
        assert "Tôi đã nộp tiền thật mà" not in v.cuc.everything
        await v.quan.taps("Xem")
        await v.quan.taps("Ghi sai, cần sửa")
        await v.quan.says("Đề nghị ban chủ nhiệm thu lại phiếu")
        await v.quan.taps("Chuyển giúp tôi")
        assert "Đề nghị ban chủ nhiệm thu lại phiếu" in said(v.hoa)
        assert left_open(v) == 0
        await v.quan.says("sổ sách")
        assert "Quỹ" not in v.quan.heard


async def test_the_month_s_code_goes_to_the_officer_too(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        v.store.change(_appoint_officer, v)
        await fee_confirmed(v)
        await v.waits(days=30)
        for phone in (v.binh, v.em):
            await phone.says("khóa sổ")
            await phone.taps("Khóa sổ tháng 11/2026")
            await phone.taps("Đồng ý khóa sổ")
        assert "Mã khóa sổ" in v.quan.heard


def _appoint_officer(db: Connection, v: Village) -> None:
    """Quân works for the Association in the commune now."""
    commune = select(club_communes.c.area_id).where(club_communes.c.club_id == v.club.club_id)
    area = db.execute(commune).scalar_one()
    inserted(db, officers, area_id=area, person_id=v.quan.person_id, from_day=FOUNDED)


async def test_others_and_nonsense_open_nothing(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await corrected(v, v.binh)
        for phone in (v.lan, v.la, v.binh, v.quan):
            for press in ("s:dispute_entry:2", "s:dispute_entry:x", "s:answer_entry_dispute:1"):
                await phone.village.arrive(phone, _PRESS, press, None)
                assert "PC 1/2026" not in phone.heard


async def test_a_button_of_before_opens_what_it_always_did(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await corrected(v, v.binh)
        await v.arrive(v.hoa, _PRESS, "s:dispute_entry:2", None)
        assert "PC 1/2026" in v.hoa.heard
        await v.hoa.says("Tôi đã nộp tiền thật mà")
        await v.hoa.taps("Chuyển giúp tôi")
        assert left_open(v) == 1


async def test_what_she_said_of_an_entry_can_be_taken_back_and_stands_among_what_waits(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        await corrected(v, v.binh)
        await says_not_right(v)
        await v.hoa.says("sổ của tôi")
        assert "PC 1/2026" in said(v.hoa)
        await v.hoa.says("rút lại")
        await v.hoa.taps("Có")
        assert left_open(v) == 0
        assert "PC 1/2026" in said(v.cuc)
