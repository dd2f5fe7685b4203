"""Correcting what was entered wrongly; money that changes its fund."""

from datetime import date

from sqlalchemy import Connection

from club.calendar import Month
from club.ledger import donation_received
from club.money import Money
from storage.changes.deed import Deed
from storage.changes.money.book import write_entry
from storage.queries.money.fees import fee_facts
from storage.queries.money.ledger import entries_of, fund_positions
from tests.kit.board import fee_confirmed, holds, in_tin, said
from tests.kit.lending import give_fund
from tests.kit.village import Village, village

NOVEMBER = Month(2026, 11)


async def test_a_wrong_fee_is_corrected_by_two_and_the_member_is_told(database_url: str) -> None:
    async with village(database_url) as v:
        await fee_confirmed(v)
        await v.em.says("ghi nhầm")
        await v.em.taps("Theo số phiếu")
        await v.em.says("pt 1")
        assert "PT 1/2026" in said(v.em)
        await v.em.taps("Tiền không chuyển")
        await v.em.says("Ghi nhầm cho bà Hoa")
        assert "Lý do: Ghi nhầm cho bà Hoa" in said(v.em)
        await v.em.taps("Đúng hết rồi")
        await v.binh.taps("Xem và trả lời")
        await v.binh.taps("Đúng hết rồi")
        assert "đã sửa bằng phiếu PC 1/2026" in said(v.binh)
        assert "bị nhầm, nay đã sửa" in said(v.hoa)
        assert "Tiền không chuyển" in said(v.hoa)
        assert "Không đúng ạ" in v.hoa.labels
        assert in_tin(v) == Money(0)
        with v.store.reading() as db:
            facts = fee_facts(db, v.club.club_id, v.hoa.member_id or 0)
            wrong, back = entries_of(db, v.club.club_id)
        assert facts.paid_for(Month(2026, 6)) == Money(0)
        assert back.reverses_id == wrong.id
        holds(v)
        await slips_that_cannot_be_corrected(v)


async def slips_that_cannot_be_corrected(v: Village) -> None:
    """Done already, itself a correction, and never written."""
    for slip, expected in (
        ("PT 1/2026", "rồi"),
        ("PC 1", "không sửa tiếp"),
        ("PT 9", "không thấy"),
    ):
        await v.em.says("ghi nhầm")
        await v.em.taps("Theo số phiếu")
        await v.em.says(slip)
        assert expected in said(v.em).lower(), v.em.heard


async def test_the_newest_entries_and_those_of_a_person_can_be_found(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await fee_confirmed(v)
        await v.giang.says("ghi nhầm")
        await v.giang.taps("Trong các lần ghi mới nhất")
        await v.giang.taps("PT 1/2026")
        assert "còn tiền mặt thì sao" in said(v.giang)
        await v.giang.says("thôi")
        await v.em.says("ghi nhầm")
        await v.em.taps("Theo tên người")
        await v.em.says("hoa")
        await v.em.taps("Nguyễn Thị Hoa")
        await v.em.taps("PT 1/2026")
        await v.em.taps("Tiền đã trả lại")
        await v.em.says("Thu nhầm hai lần")
        await v.em.taps("Chưa đúng")
        assert "giữ nguyên" in said(v.em)
        for phone in (v.hoa, v.la, v.dao):
            await phone.says("ghi nhầm")
            assert "tìm theo cách nào" not in phone.heard


async def a_fund_is_added(v: Village) -> None:
    await v.em.says("sổ sách")
    await v.em.taps("Việc khác về sổ sách")
    await v.em.taps("Mở quỹ mới")
    await v.em.says("Quỹ thăm ốm")
    await v.em.taps("Đúng hết rồi")
    await v.binh.taps("Xem và trả lời")
    await v.binh.taps("Đúng hết rồi")
    assert "quỹ mới: Quỹ thăm ốm" in said(v.em)


async def test_money_changes_its_fund_by_two_and_a_fund_is_added(database_url: str) -> None:
    async with village(database_url) as v:
        give_fund(v, 1)
        await a_fund_is_added(v)
        await v.em.says("sổ sách")
        await v.em.taps("Việc khác")
        await v.em.taps("Chuyển tiền giữa các quỹ")
        await v.em.taps("Quỹ tăng thu nhập")
        await v.em.taps("Quỹ thăm ốm")
        await v.em.says("2 triệu")
        assert "1.000.000" in said(v.em)
        await v.em.says("200 nghìn")
        await v.em.says("Buổi sinh hoạt quyết định")
        await v.em.taps("Đúng hết rồi")
        await v.binh.taps("Xem và trả lời")
        await v.binh.taps("Đúng hết rồi")
        with v.store.reading() as db:
            funds = fund_positions(db, v.club.club_id)
        assert [each.total.dong for each in funds.values()] == [800_000, 0, 200_000]
        holds(v)
        await v.em.says("sổ sách")
        await v.em.taps("Việc khác")
        await v.em.taps("Tình hình sổ sách")
        assert "Quỹ thăm ốm: 200.000 đồng" in said(v.em)


async def test_a_slip_is_found_by_its_number_alone(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await fee_confirmed(v)
        for typed in ("1", "phieu 1", "Phiếu thu số 1", "PT1", "số 1/2026"):
            await v.em.says("ghi nhầm")
            await v.em.taps("Theo số phiếu")
            await v.em.says(typed)
            assert "PT 1/2026" in said(v.em), typed
            await v.em.says("thôi")
            await v.em.taps("Bỏ hẳn")
        for typed in ("phiếu chi 1", "1/2025", "77"):
            await v.em.says("ghi nhầm")
            await v.em.taps("Theo số phiếu")
            await v.em.says(typed)
            assert f"không thấy phiếu “{typed}”" in said(v.em), v.em.heard


async def test_the_entries_stand_in_the_order_of_their_days(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await fee_confirmed(v)
        v.store.change(_given_before, v)
        await v.em.says("ghi nhầm")
        await v.em.says("1")
        days = [part for part in " ".join(v.em.labels).split() if part.startswith(("02/", "28/"))]
        assert [day[:5] for day in days] == ["02/11", "28/10"], v.em.labels


def _given_before(db: Connection, v: Village) -> None:
    """A gift of October that is entered after a fee of November."""
    now = v.clock.now()
    here = (v.giang.person_id, v.club.club_id)
    deed = Deed(1, "web", *here, now=now, today=now.date(), cause="late")
    gift = donation_received(
        fund=v.club.operating_fund,
        place=v.club.tin,
        amount=Money(50_000),
        happened_on=date(2026, 10, 28),
    )
    write_entry(db, deed, gift)
