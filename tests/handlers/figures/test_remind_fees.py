"""Those whose fee is owed are reminded from the report: who, how, and who has to be rung."""

from datetime import timedelta

from sqlalchemy import update

from storage.tables.chats import chats
from storage.tables.people import persons
from tests.kit.golden_month import write_golden_month
from tests.kit.village import Village, village


def _has_no_phone(v: Village, person_id: int | None, number: str) -> None:
    with v.store.writing() as db:
        db.execute(update(chats).where(chats.c.person_id == person_id).values(unreachable="gone"))
        db.execute(update(persons).where(persons.c.id == person_id).values(phone=number))


async def test_the_button_leads_to_reminding_them(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        write_golden_month(v)
        _has_no_phone(v, v.lan.person_id, "+84912345678")
        await v.binh.says("báo cáo tháng 10")
        await v.binh.taps("Nhắc 8 người đóng phí")
        assert "bác Nguyễn Thị Hoa" in v.binh.heard
        assert "phí tháng 10/2026" in v.binh.heard
        assert "phí tháng 10/2026 của bác/ông/bà trong sổ" in v.binh.heard
        who_hears, _, who_does_not = v.binh.heard.partition("chưa nhắn được")
        assert "Đỗ Thị Lan" not in who_hears
        assert "Bà Đỗ Thị Lan, 0912 345 678" in who_does_not
        assert not v.hoa.messages
        await v.binh.says("đúng")
        assert "phí tháng 10/2026 của bác trong sổ" in v.hoa.heard
        assert not v.lan.messages
        await v.binh.says("nhắc đóng phí")
        assert "đã nhắc hôm" in v.binh.heard


async def test_by_night_nobody_is_reminded(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        write_golden_month(v)
        v.clock.move(timedelta(hours=13))
        await v.binh.says("nhắc đóng phí")
        assert "giờ này cháu không nhắn ai" in v.binh.heard


async def test_debts_are_for_chair_and_cashier(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        write_golden_month(v)
        await v.dao.says("báo cáo tháng 10")
        await v.dao.taps("Nhắc 8 người đóng phí")
        assert "Nhắc" not in v.dao.heard
        assert "Phí còn thiếu" in v.dao.heard


async def test_what_waits_since_is_no_matter_of_a_month_that_is_over(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("đóng phí 15 nghìn")
        await v.hoa.says("đưa chú Giang")
        await v.hoa.says("đúng")
        await v.binh.says("báo cáo tháng này")
        assert "khoản đang chờ" in v.binh.heard or "Xác nhận 1" in v.binh.heard
        await v.binh.says("báo cáo tháng 10")
        assert "Xác nhận" not in v.binh.heard
        assert "Việc còn lại của tháng 10/2026" in v.binh.heard
