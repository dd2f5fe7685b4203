"""Closing a month by two, checking its code, handing over an office."""

import re
from datetime import timedelta

from club.calendar import Month
from club.ledger import donation_received
from club.money import Money
from handlers.talk.heard import Kind
from storage.changes.deed import Deed
from storage.changes.money.book import write_entry
from storage.queries import Connection
from storage.queries.faults.chain import closed_month
from storage.queries.money.ledger import entries_of, last_closed_month
from storage.queries.web import web_file
from tests.kit import printed
from tests.kit.board import fee_confirmed, holds, said
from tests.kit.giving import tell_fee
from tests.kit.lending import give_fund
from tests.kit.village import Phone, Village, village

NOVEMBER = Month(2026, 11)

CODE = r"[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){2}"


async def to_december(v: Village) -> None:
    v.clock.move(timedelta(days=30))


async def closes(phone: Phone) -> None:
    await phone.says("khóa sổ")
    await phone.taps("Khóa sổ tháng 11/2026")
    await phone.taps("Đồng ý khóa sổ")


async def anybody_checks(v: Village, code: str) -> None:
    for typed in (code.lower(), code.replace("-", " ")):
        await v.hoa.says(f"kiểm tra mã {typed}")
        assert "sổ vẫn còn nguyên" in said(v.hoa)
        assert "CLB Thôn Đoài, tháng 11/2026" in said(v.hoa)
    for nonsense in ("2222-2222-2222", "gì đó", "OOOO 1111", "<b>"):
        await v.la.says(f"kiểm tra mã {nonsense}")
        assert "không có tháng nào" in said(v.la)


async def chair_agrees(v: Village) -> str:
    """Answers what both compare."""
    await v.binh.says("/congviec")
    await v.binh.taps("Khóa sổ tháng 11/2026")
    assert "Chưa kiểm: Hộp tiền (30.000 đồng)" in said(v.binh)
    await v.binh.taps("Khóa sổ tháng 11/2026")
    assert "Quỹ hoạt động: 30.000 đồng" in said(v.binh)
    assert "Chuyển sang tháng sau 1 việc chưa xong" in said(v.binh)
    [mark] = re.findall(r"so với nhau: (\w{4})", said(v.binh))
    await v.binh.taps("Đồng ý khóa sổ")
    assert "Còn chờ kế toán khóa" in said(v.binh)
    assert "đã đồng ý khóa sổ tháng 11/2026" in said(v.em)
    return str(mark)


async def test_chair_and_bookkeeper_close_the_month_with_the_checklist(database_url: str) -> None:
    async with village(database_url) as v:
        await fee_confirmed(v)
        await v.binh.says("khóa sổ")
        assert "Hết tháng 11/2026 thì khóa được" in said(v.binh)
        await to_december(v)
        mark = await chair_agrees(v)
        await v.em.taps("Khóa sổ tháng 11/2026")
        await v.em.taps("Khóa sổ tháng 11/2026")
        assert f"so với nhau: {mark}" in said(v.em)
        await v.em.taps("Đồng ý khóa sổ")
        [code] = re.findall(
            r"Mã khóa sổ: ((?:[2-9A-HJ-NP-Z]{4}-){2}[2-9A-HJ-NP-Z]{4})\b", said(v.em)
        )
        for phone in (v.binh, v.giang):
            assert code in phone.heard
        assert code not in v.hoa.everything + v.cuc.everything
        holds(v)
        await anybody_checks(v, code)
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
            page = on_paper(phone)
            assert "BIÊN BẢN BÀN GIAO SỔ SÁCH" in page
            assert "Chức vụ bàn giao: thủ quỹ" in page
            assert "Hộp tiền 30.000" in page
            assert "Quỹ hoạt động 30.000 0 30.000" in page
            assert "Đã ghi đến bút toán số 1" in page
            # Two lines to sign, with the names of both.
            assert re.search(r"Bên giao.*Hoàng Văn Giang.*Bên nhận.*Đỗ Thị Lan", page)
        assert not v.hoa.papers or "ban-giao" not in str(v.hoa.papers[-1].file_name)


async def test_the_state_of_the_books_is_printed_for_whoever_asks_of_the_board(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        await fee_confirmed(v)
        await v.cuc.says("v:state_of_books:print", kind=Kind.PRESS)
        assert "Tổng cộng 30.000 0 30.000" in on_paper(v.cuc)
        await v.hoa.says("v:state_of_books:print", kind=Kind.PRESS)
        assert not any("ban-giao" in str(each.file_name) for each in v.hoa.papers)


def on_paper(phone: Phone) -> str:
    with phone.village.store.reading() as db:
        found = web_file(db, phone.key, phone.papers[-1].id)
    assert found is not None
    return printed.text(found.content)
