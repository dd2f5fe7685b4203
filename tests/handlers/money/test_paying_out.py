"""Payment slips, help for members in trouble, standing amounts; and what all members read."""

from datetime import date

import pytest

from club.calendar import Month
from club.money import Money
from handlers.talk.heard import Kind
from storage.changes.joining.found_club import settle
from storage.queries.figures.summary import club_month
from storage.queries.money.ledger import entries_of, fund_positions
from tests.kit.board import holds, in_tin, said
from tests.kit.lending import give_fund, one_household
from tests.kit.village import Phone, Village, village

NOVEMBER = Month(2026, 11)


async def slip(phone: Phone, *answers: str) -> None:
    """The dialogue of a payment slip, up to its read-back."""
    await phone.says("phiếu chi")
    await phone.taps("Ghi phiếu chi")
    for each in answers:
        await phone.says(each)


TEA = ("Người ngoài", "Quán bà Tư", "Trà nước họp", "văn hóa", "120 nghìn", "hôm nay", "bỏ qua")


def votes(v: Village, name: str, sum_: int) -> None:
    v.store.change(settle, v.club.club_id, name, sum_, date(2026, 5, 4), v.clock.now())


def entries(v: Village) -> list[str]:
    with v.store.reading() as db:
        return [each.voucher for each in entries_of(db, v.club.club_id) if each.voucher]


async def test_the_cashier_writes_a_slip_and_the_members_read_it(database_url: str) -> None:
    async with village(database_url) as v:
        give_fund(v, 2)
        await slip(v.giang, *TEA)
        assert "Chi cho: Trà nước họp" in said(v.giang)
        assert "120.000 đồng (một trăm hai mươi nghìn đồng)" in said(v.giang)
        assert "Người nhận: Quán bà Tư" in said(v.giang)
        await v.giang.says("đúng")
        assert "phiếu PC 1/2026" in said(v.giang)
        assert "vừa chi: PC 1/2026" in said(v.em)
        assert in_tin(v) == Money(1_880_000)
        await v.hoa.says("quỹ")
        await v.hoa.taps("Các khoản đã chi")
        assert "Trà nước họp – 120.000 đồng" in said(v.hoa)
        assert "Quán bà Tư" not in said(v.hoa)
        assert "Theo mảng hoạt động:" in said(v.hoa)
        await v.dao.says("các khoản chi")
        assert "Quán bà Tư nhận" in said(v.dao)
        holds(v)


async def test_above_the_limit_a_second_person_agrees_first(database_url: str) -> None:
    async with village(database_url) as v:
        give_fund(v, 5)
        await slip(v.em, *TEA[:4], "một triệu rưỡi", "hôm qua", "không có ạ")
        assert "cần thêm một người" in said(v.em)
        await v.em.says("đúng")
        assert entries(v) == []
        await v.binh.taps("Xem và trả lời")
        assert "1.500.000 đồng" in said(v.binh)
        assert "Quán bà Tư" in said(v.binh)
        await v.binh.says("đúng")
        assert "phiếu PC 1/2026" in said(v.em)
        assert in_tin(v) == Money(3_500_000)
        holds(v)
        await slip(v.em, *TEA[:4], "2 triệu", "hôm nay", "bỏ qua")
        await v.em.says("đúng")
        await v.binh.taps("Xem và trả lời")
        await v.binh.says("không")
        await v.binh.says("Đắt quá")
        assert "Đắt quá" in said(v.em)
        await v.em.says("các khoản chi")
        assert "2.000.000" not in said(v.em)
        await slip(v.giang, *TEA)
        await v.giang.says("đúng")
        assert entries(v) == ["PC 1/2026", "PC 2/2026"]


async def test_nobody_pays_himself_or_his_household(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 2)
        one_household(v, v.giang, v.hoa)
        for name in ("giang", "hoa"):
            await slip(v.giang, "Thành viên", name)
            await v.giang.says("1")
            assert "người chi là ông Trần Văn Bình" in said(v.giang)
        await slip(v.binh)
        assert not any("Người ngoài" in each for each in v.binh.labels)
        assert "chỉ chi cho chính thủ quỹ hoặc người cùng hộ" in said(v.binh)
        for answer in ("mạnh", "1"):
            await v.binh.says(answer)
        assert "do chú Hoàng Văn Giang hoặc cô Vũ Thị Em chi" in said(v.binh)
        assert entries(v) == []
        await slip(v.binh, "hoa", "1", "Mua loa", "văn hóa", "100 nghìn", "hôm nay", "bỏ qua")
        await v.binh.says("đúng")
        assert entries(v) == ["PC 1/2026"]
        assert "đã nhận 100.000 đồng, Mua loa" in said(v.hoa)
        assert "Không đúng ạ" in v.hoa.labels
        holds(v)


async def test_who_pays_nothing_is_offered_nothing_and_hears_who_does(sqlite_url: str) -> None:
    """The secretary in no case, the chair only for the cashier's own household."""
    async with village(sqlite_url) as v:
        give_fund(v, 2)
        await v.dao.says("phiếu chi")
        assert not any("Ghi phiếu chi" in each for each in v.dao.labels)
        assert "do chú Hoàng Văn Giang hoặc cô Vũ Thị Em chi" in said(v.dao)
        await v.dao.says("s:pay_expense:", kind=Kind.PRESS)
        assert "do chú Hoàng Văn Giang hoặc cô Vũ Thị Em chi" in said(v.dao)
        await v.dao.says("giúp người khó khăn")
        for answer in ("hoa", "1"):
            await v.dao.says(answer)
        assert "Ngoài tiền ra" in said(v.dao)
        assert not any("tiền" in each.lower() for each in v.dao.labels)


async def test_a_doing_is_no_name_and_a_sum_is_no_purpose(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 2)
        await slip(v.giang, "Người ngoài", "mua loa")
        assert "ai nhận tiền" in said(v.giang)
        for answer in ("cửa hàng Hải", "văn hóa", "300 nghìn", "hôm nay", "bỏ qua"):
            await v.giang.says(answer)
        assert "mua loa" in said(v.giang)
        assert "cửa hàng Hải" in said(v.giang)
        await slip(v.em, "Người ngoài", "Quán bà Tư", "300 nghìn")
        assert "300.000 đồng" in said(v.em)
        for answer in ("Trà nước họp", "văn hóa", "hôm nay", "bỏ qua"):
            await v.em.says(answer)
        assert "Chi cho: Trà nước họp • 300.000 đồng" in said(v.em)
        await v.em.says("đúng")
        assert entries(v) == ["PC 1/2026"]


async def test_not_more_than_there_is_and_no_nonsense(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await slip(v.giang, *TEA[:4])
        assert "không quỹ nào đủ tiền" in said(v.giang)
        give_fund(v, 1)
        await slip(v.giang, *TEA[:4])
        for nonsense in ("2 triệu", "0", "-50 nghìn", "nhiều lắm", "1 hay 2 trăm"):
            await v.giang.says(nonsense)
            assert "Ngày" not in said(v.giang).splitlines()[0]
        await v.giang.says("120 nghìn")
        await v.giang.says("ngày mai")
        await v.giang.says("đúng")
        assert entries(v) == []


async def test_help_is_counted_and_the_name_is_kept_from_the_members(database_url: str) -> None:
    async with village(database_url) as v:
        give_fund(v, 2)
        await v.giang.says("phiếu chi")
        await v.giang.taps("Giúp thành viên khó khăn")
        for answer in ("hoa", "1", "Tiền", "Nhà tốc mái", "Đào", "không", "500 nghìn"):
            await v.giang.says(answer)
        await v.giang.says("đúng")
        assert entries(v) == ["PC 1/2026"]
        await v.dao.says("giúp người khó khăn")
        for answer in ("lan", "1", "Ngày công", "3 công lợp mái", "Người khác", "có"):
            await v.dao.says(answer)
        assert "Mọi thành viên đọc được tên" in said(v.dao)
        await v.dao.says("đúng")
        assert "vừa ghi việc giúp đỡ bà Đỗ Thị Lan" in said(v.binh)
        await v.manh.says("các khoản chi")
        assert "một thành viên gặp khó khăn – 500.000 đồng" in said(v.manh)
        assert "Hoa" not in said(v.manh)
        assert "tốc mái" not in said(v.manh)
        assert "Đỗ Thị Lan – ngày công, 3 công lợp mái" in said(v.manh)
        with v.store.reading() as db:
            today = v.clock.now().date()
            counted = club_month(db, v.club.club_id, Month.of(today), today)
            assert counted is not None
            assert counted.summary.figures.care.people_helped == 2
            funds = fund_positions(db, v.club.club_id)
            assert sum(each.total.dong for each in funds.values()) == 1_500_000
        holds(v)


async def test_a_standing_amount_is_paid_by_the_cashier_alone(database_url: str) -> None:
    async with village(database_url) as v:
        give_fund(v, 2)
        await v.giang.says("phiếu chi")
        await v.giang.taps("Thăm ốm")
        assert "chưa đặt mức chi" in said(v.giang)
        votes(v, "sick_visit_sum", 200_000)
        votes(v, "expense_limit", 0)
        await v.em.says("phiếu chi")
        assert "1. Ghi phiếu chi" in v.em.labels
        assert not any("Thăm ốm" in each for each in v.em.labels)
        await v.em.says("s:standing_amount:", kind=Kind.PRESS)
        assert "tiền này do chú Hoàng Văn Giang chi" in said(v.em)
        await v.giang.says("phiếu chi")
        await v.giang.taps("Thăm ốm")
        for answer in ("1", "hoa", "1"):
            await v.giang.says(answer)
        await v.giang.says("đúng")
        assert entries(v) == ["PC 1/2026"]
        assert "thăm ốm – 200.000 đồng" in said(v.em)
        await v.manh.says("các khoản chi")
        assert "thăm ốm – 200.000 đồng" in said(v.manh)
        assert "Hoa" not in said(v.manh)
        holds(v)


@pytest.mark.parametrize("name", ["pay_expense", "give_help", "standing_amount"])
async def test_members_volunteers_and_strangers_pay_nothing_out(sqlite_url: str, name: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 2)
        for phone in (v.hoa, v.quan, v.la):
            await phone.says(f"s:{name}:", kind=Kind.PRESS)
            for answer in ("1", "hoa", "1"):
                await phone.says(answer)
            await phone.says("v:paying:", kind=Kind.PRESS)
            assert "Ghi phiếu chi" not in phone.labels
        for phone in (v.quan, v.la):
            await phone.says("v:payments:", kind=Kind.PRESS)
            assert "Thôn Đoài" not in said(phone)
        assert entries(v) == []


async def test_the_receipt_is_seen_before_the_second_yes_and_by_the_board_alone(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 5)
        await slip(v.em, *TEA[:4], "một triệu rưỡi", "hôm qua")
        assert "có hóa đơn hay giấy biên nhận" in said(v.em)
        await v.em.says("", kind=Kind.VOICE)
        assert "cần một tấm ảnh" in said(v.em)
        await v.em.sends_photo()
        assert "có ảnh kèm theo" in said(v.em)
        await v.em.says("đúng")
        await v.binh.taps("Xem và trả lời")
        assert "có ảnh kèm theo" in said(v.binh)
        assert [each.text for each in v.binh.papers] == ["Ảnh hóa đơn"]
        await v.binh.says("gì cơ")
        assert len(v.binh.papers) == 1
        await v.binh.says("đúng")
        await v.dao.says("các khoản chi")
        assert "Quán bà Tư nhận (có ảnh)" in said(v.dao)
        await v.dao.taps("Xem ảnh của PC 1/2026")
        assert [each.text for each in v.dao.papers] == ["Ảnh hóa đơn"]
        await v.hoa.says("các khoản chi")
        assert "ảnh" not in said(v.hoa)
        await v.hoa.says("v:photos:receipt 1", kind=Kind.PRESS)
        assert "không có ảnh nào" in said(v.hoa)
        assert v.hoa.papers == []
        holds(v)
