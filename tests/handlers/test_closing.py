"""Counting, correcting and closing, as the board of a village does it by phone."""

import re
from datetime import timedelta

from club.calendar import Month
from club.ledger import donation_received
from club.money import Money
from handlers.heard import Kind
from storage.changes.book import write_entry
from storage.changes.deed import Deed
from storage.queries import Connection
from storage.queries.books_faults import books_faults
from storage.queries.chain import closed_month
from storage.queries.fees import fee_facts
from storage.queries.ledger import cash_in, entries_of, fund_positions, last_closed_month
from tests.kit.giving import tell_fee
from tests.kit.lending import give_fund
from tests.kit.village import Phone, Village, village

NOVEMBER = Month(2026, 11)


def holds(v: Village) -> None:
    with v.store.reading() as db:
        assert books_faults(db, v.club.club_id) == []


def said(phone: Phone) -> str:
    """The newest message, wherever its lines are broken."""
    return " ".join(phone.heard.split())


def in_tin(v: Village) -> Money:
    with v.store.reading() as db:
        return cash_in(db, v.club.club_id, v.club.tin)


async def fee_confirmed(v: Village) -> None:
    await tell_fee(v)
    await v.giang.taps("Xem và xác nhận")
    await v.giang.taps("Tiền đã ở trong tay")


async def counts(phone: Phone, sum_: str) -> None:
    await phone.says("kiểm quỹ")
    await phone.taps("Hộp tiền")
    await phone.taps("Tổng số tiền")
    await phone.says(sum_)


# Counting


async def test_a_count_that_fits_needs_a_second_person_only(database_url: str) -> None:
    async with village(database_url) as v:
        await fee_confirmed(v)
        await counts(v.giang, "30 nghìn")
        assert "Khớp với sổ" in said(v.giang)
        await v.giang.taps("Đúng hết rồi")
        assert "Có người thứ hai đồng ý thì mới tính" in said(v.giang)
        assert "đếm được 30.000 đồng (ba mươi nghìn đồng)" in said(v.em)
        await v.em.taps("Xem và trả lời")
        assert "cùng đếm rồi, có đúng không" in said(v.em)
        await v.em.taps("Đúng hết rồi")
        assert "30.000 đồng, khớp với sổ" in said(v.em)
        assert "đã đồng ý" in said(v.giang)
        assert in_tin(v) == Money(30_000)
        holds(v)


async def test_what_is_missing_goes_under_inquiry_and_is_settled_by_a_decision(
    database_url: str,
) -> None:
    async with village(database_url) as v:
        give_fund(v, 1)
        await counts(v.giang, "950 nghìn")
        assert "Sổ ghi 1.000.000 đồng: thiếu 50.000 đồng" in said(v.giang)
        await v.giang.says("chưa rõ")
        assert "Lý do: chưa rõ" in said(v.giang)
        await v.giang.taps("Đúng hết rồi")
        await v.em.taps("Xem và trả lời")
        await v.em.taps("Đúng hết rồi")
        assert "không phải nợ của ai" in said(v.em)
        assert in_tin(v) == Money(950_000)
        with v.store.reading() as db:
            fund = fund_positions(db, v.club.club_id)[v.club.income_fund]
        assert (fund.shortage, fund.own_capital) == (Money(50_000), Money(1_000_000))
        await v.em.says("/congviec")
        await v.em.taps("Giải quyết: thiếu 50.000 đồng")
        await v.em.taps("Quỹ chịu")
        await v.em.says("Buổi sinh hoạt ngày 2/11 quyết định")
        await v.em.taps("Đúng hết rồi")
        assert "Quỹ chịu" in said(v.binh)
        await v.binh.taps("Xem và trả lời")
        await v.binh.taps("Đúng hết rồi")
        assert "đã giải quyết khoản thiếu 50.000 đồng" in said(v.em)
        holds(v)
        await v.em.says("/congviec")
        assert "Giải quyết" not in v.em.last


async def test_too_much_is_given_back_note_by_note(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await fee_confirmed(v)
        await v.giang.says("kiểm quỹ")
        await v.giang.taps("Hộp tiền")
        await v.giang.taps("Từng loại tờ")
        for count in ("0", "0", "0", "1", "0", "0", "0", "0", "0", "0"):
            await v.giang.says(count)
        assert "Sổ ghi 30.000 đồng: thừa 20.000 đồng" in said(v.giang)
        await v.giang.says("chưa rõ của ai")
        await v.giang.taps("Đúng hết rồi")
        await v.em.taps("Xem và trả lời")
        await v.em.taps("Đúng hết rồi")
        assert in_tin(v) == Money(50_000)
        await v.binh.says("/congviec")
        await v.binh.taps("thừa 20.000 đồng")
        await v.binh.taps("Trả lại người có tiền")
        await v.binh.taps("Hộp tiền")
        await v.binh.says("Bà Lan đưa nhầm, ban chủ nhiệm thống nhất trả")
        await v.binh.taps("Đúng hết rồi")
        await v.em.taps("Xem và trả lời")
        await v.em.taps("Đúng hết rồi")
        assert in_tin(v) == Money(30_000)
        holds(v)


async def test_a_no_of_the_second_person_records_nothing(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 1)
        await counts(v.giang, "900 nghìn")
        await v.giang.says("chưa rõ")
        await v.giang.taps("Đúng hết rồi")
        await v.em.taps("Xem và trả lời")
        await v.em.taps("Chưa đúng")
        await v.em.says("Tôi đếm được một triệu")
        assert "Tôi đếm được một triệu" in said(v.giang)
        assert in_tin(v) == Money(1_000_000)
        await v.em.says("/congviec")
        assert "kiểm quỹ" not in v.em.last.lower()


async def test_nobody_is_his_own_second_person_and_members_are_none(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 1)
        await counts(v.giang, "1 triệu")
        await v.giang.taps("Đúng hết rồi")
        for phone in (v.giang, v.hoa, v.la, v.quan):
            await phone.says("s:second:1", kind=Kind.PRESS)
            assert "cùng đếm rồi" not in phone.heard
        await v.hoa.says("kiểm quỹ")
        assert "đếm tiền ở đâu" not in said(v.hoa)


async def test_books_that_changed_after_the_count_are_counted_anew(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 1)
        await tell_fee(v)
        await counts(v.dao, "1 triệu")
        await v.dao.taps("Đúng hết rồi")
        await v.giang.taps("Xem và xác nhận")
        await v.giang.taps("Tiền đã ở trong tay")
        await v.em.taps("Xem và trả lời")
        await v.em.taps("Đúng hết rồi")
        assert "trong lúc đó sổ đã có thay đổi" in said(v.em)
        assert in_tin(v) == Money(1_030_000)
        holds(v)


async def test_whoever_counted_takes_it_back(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 1)
        await counts(v.giang, "1 triệu")
        await v.giang.taps("Đúng hết rồi")
        await v.giang.says("/congviec")
        await v.giang.taps("Đang chờ người thứ hai")
        await v.giang.says("có")
        assert "đã bỏ" in said(v.giang)
        await v.em.taps("Xem và trả lời")
        assert "đã được rút lại" in said(v.em)


# Correcting


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
        assert "Còn tiền mặt thì sao" in said(v.giang)
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


async def test_money_changes_its_fund_by_two_and_a_fund_is_added(database_url: str) -> None:
    async with village(database_url) as v:
        give_fund(v, 1)
        await v.em.says("sổ sách")
        await v.em.taps("Việc khác về sổ sách")
        await v.em.taps("Mở quỹ mới")
        await v.em.says("Quỹ thăm ốm")
        await v.em.taps("Đúng hết rồi")
        await v.binh.taps("Xem và trả lời")
        await v.binh.taps("Đúng hết rồi")
        assert "quỹ mới: Quỹ thăm ốm" in said(v.em)
        await v.em.says("sổ sách")
        await v.em.taps("Việc khác")
        await v.em.taps("Chuyển tiền giữa các quỹ")
        await v.em.taps("Quỹ tăng thu nhập")
        await v.em.taps("Quỹ thăm ốm")
        await v.em.taps("Hộp tiền")
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


# Closing


async def to_december(v: Village) -> None:
    v.clock.move(timedelta(days=30))


async def closes(phone: Phone) -> None:
    await phone.says("khóa sổ")
    await phone.taps("Khóa sổ tháng 11/2026")
    await phone.taps("Đúng hết rồi")


async def test_chair_and_bookkeeper_close_the_month_with_the_checklist(database_url: str) -> None:
    async with village(database_url) as v:
        await fee_confirmed(v)
        await v.binh.says("khóa sổ")
        assert "Hết tháng 11/2026 thì khóa được" in said(v.binh)
        await to_december(v)
        await v.binh.says("/congviec")
        await v.binh.taps("Khóa sổ tháng 11/2026")
        assert "Chưa kiểm: Hộp tiền (30.000 đồng)" in said(v.binh)
        await v.binh.taps("Khóa sổ tháng 11/2026")
        assert "Quỹ hoạt động: 30.000 đồng" in said(v.binh)
        assert "Chuyển sang tháng sau 1 việc chưa xong" in said(v.binh)
        [mark] = re.findall(r"so với nhau: (\w{4})", said(v.binh))
        await v.binh.taps("Đúng hết rồi")
        assert "Còn chờ kế toán khóa" in said(v.binh)
        assert "đã đồng ý khóa sổ tháng 11/2026" in said(v.em)
        await v.em.taps("Khóa sổ tháng 11/2026")
        await v.em.taps("Khóa sổ tháng 11/2026")
        assert f"so với nhau: {mark}" in said(v.em)
        await v.em.taps("Đúng hết rồi")
        [code] = re.findall(r"Mã khóa sổ: (\S+)", said(v.em))
        assert re.fullmatch(r"[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}", code)
        for phone in (v.binh, v.giang):
            assert code in phone.heard
        assert code not in v.hoa.everything + v.cuc.everything
        holds(v)
        await v.hoa.says(f"kiểm tra mã {code.lower()}")
        assert "sổ vẫn còn nguyên" in said(v.hoa)
        assert "CLB Thôn Đoài, tháng 11/2026" in said(v.hoa)
        await v.hoa.says(f"kiểm tra mã {code.replace('-', ' ')}")
        assert "sổ vẫn còn nguyên" in said(v.hoa)
        await v.la.says("kiểm tra mã 2222-2222-2222")
        assert "không có tháng nào" in said(v.la)
        await v.la.says("kiểm tra mã gì đó")
        assert "không có tháng nào" in said(v.la)
        await v.binh.says("báo cáo tháng 11")
        assert f"Mã khóa sổ: {code}" in said(v.binh)
        await v.binh.says("khóa sổ")
        assert "Hết tháng 12/2026" in said(v.binh)


async def test_books_that_change_between_the_two_are_looked_at_again(database_url: str) -> None:
    async with village(database_url) as v:
        await fee_confirmed(v)
        await to_december(v)
        await closes(v.em)
        assert "Còn chờ chủ nhiệm" in said(v.em)
        v.store.change(_backdated_gift, v)
        await closes(v.binh)
        assert "Còn chờ kế toán" in said(v.binh)
        assert "từ lúc" in said(v.em)
        assert "sổ có thay đổi" in said(v.em)
        with v.store.reading() as db:
            assert last_closed_month(db, v.club.club_id) is None
        await closes(v.em)
        assert "Mã khóa sổ" in said(v.em)
        with v.store.reading() as db:
            closed = closed_month(db, v.club.club_id, NOVEMBER)
        assert closed is not None
        assert closed.closed_by == v.binh.person_id
        holds(v)


def _backdated_gift(db: Connection, v: Village) -> None:
    gift = donation_received(
        fund=v.club.operating_fund,
        place=v.club.tin,
        amount=Money(5_000),
        happened_on=NOVEMBER.last_day,
    )
    now = v.clock.now()
    deed = Deed(1, "web", v.giang.person_id, v.club.club_id, now, now.date(), "late gift")
    write_entry(db, deed, gift)


async def test_the_same_person_does_not_close_alone(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await fee_confirmed(v)
        await to_december(v)
        await closes(v.binh)
        await closes(v.binh)
        assert "đang chờ người thứ hai rồi" in said(v.binh)
        for phone in (v.giang, v.cuc, v.hoa, v.la):
            await phone.says("khóa sổ")
            await phone.says("s:close_month:", kind=Kind.PRESS)
            assert "đồng ý khóa sổ không" not in phone.heard
        with v.store.reading() as db:
            assert last_closed_month(db, v.club.club_id) is None


async def test_a_payment_of_the_old_month_belongs_to_it_until_it_is_closed(
    database_url: str,
) -> None:
    async with village(database_url) as v:
        await tell_fee(v)
        await to_december(v)
        await v.giang.taps("Xem và xác nhận")
        await v.giang.taps("Tiền đã ở trong tay")
        with v.store.reading() as db:
            [fee] = entries_of(db, v.club.club_id)
        assert (fee.booked_month, fee.happened_on.month) == (NOVEMBER, 11)
        await closes(v.binh)
        await closes(v.em)
        assert "Mã khóa sổ" in said(v.em)


async def test_what_is_confirmed_after_closing_falls_into_the_open_month_and_says_so(
    database_url: str,
) -> None:
    async with village(database_url) as v:
        give_fund(v, 1)
        await tell_fee(v)
        await to_december(v)
        await v.binh.says("khóa sổ")
        assert "1 khoản đóng góp chưa xác nhận" in said(v.binh)
        await closes(v.binh)
        await closes(v.em)
        await v.giang.taps("Xem và xác nhận")
        await v.giang.taps("Tiền đã ở trong tay")
        assert "Sổ tháng 11/2026 đã khóa, nên khoản này ghi vào sổ tháng 12/2026" in said(v.giang)
        with v.store.reading() as db:
            fee = entries_of(db, v.club.club_id)[-1]
        assert (fee.booked_month, fee.happened_on.month) == (NOVEMBER.next(), 11)
        holds(v)


async def test_the_office_is_handed_over_with_the_state_of_the_books(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await fee_confirmed(v)
        await v.binh.says("ban chủ nhiệm")
        await v.binh.taps("Cử người giữ chức")
        await v.binh.says("thủ quỹ")
        await v.binh.says("lan")
        await v.binh.taps("Đỗ Thị Lan")
        await v.binh.taps("Đúng hết rồi")
        for phone in (v.giang, v.lan):
            seen = " ".join(phone.everything.split())
            assert "cùng đếm tiền, so với bảng này, rồi cùng ký" in seen
            assert "Hộp tiền: 30.000 đồng" in seen


async def test_in_english_too(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        give_fund(v, 1)
        await v.giang.says("count the cash")
        await v.giang.taps("The tin")
        await v.giang.taps("The whole sum")
        await v.giang.says("one million and something")
        assert v.giang.heard
        await v.giang.says("900000")
        await v.giang.says("not known")
        assert "100.000 đồng are missing" in said(v.giang)
        await v.giang.taps("All correct")
        await v.em.taps("Look and answer")
        await v.em.taps("All correct")
        assert "nobody's debt" in said(v.em)
        holds(v)
