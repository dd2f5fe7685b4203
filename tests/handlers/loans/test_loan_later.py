"""A loan that cannot be paid as agreed: more time, written off, and what comes back later."""

from datetime import date

from club.money import Money
from handlers.talk.heard import Kind
from storage.queries.loans.loans import Loan, LoanState
from storage.queries.loans.written_off import written_off_loans
from tests.kit.board import said
from tests.kit.lending import check_books, give_fund, loans_of_phone
from tests.kit.minutes import met, signs, writes
from tests.kit.village import Phone, Village, village


async def running(v: Village, phone: Phone, form: str = "Trả dần mỗi tháng") -> Loan:
    """Six months, five million, in her hand."""
    give_fund(v, 30)
    for answer in ("vay vốn", "lợn", "5 triệu", "6", form):
        await phone.says(answer)
    await phone.taps("Đúng hết rồi")
    for voter in (v.binh, v.cuc, v.dao):
        await voter.taps("Xem và biểu quyết")
        await voter.taps("Tôi đồng ý cho vay")
    for label in ("Trao tiền", "Hộp tiền – ", "Đúng hết rồi"):
        await v.giang.taps(label)
    await phone.taps("Trả lời")
    await phone.taps("Tôi đã cầm đủ tiền")
    return loans_of_phone(v, phone)[-1]


def to(v: Village, day: date) -> None:
    v.clock.move(day - v.clock.now().date())


async def gives_time(v: Village, months: str = "6") -> None:
    await v.dao.says("sổ vay")
    await v.dao.taps("Nguyễn Thị Hoa – 5.000.000 đồng")
    await v.dao.taps("Gia hạn khoản vay")
    await v.dao.taps("Buổi họp thành viên")
    await v.dao.says("hôm nay")
    await v.dao.says(months)
    await v.dao.says("lụt mất chuồng lợn")


async def test_a_loan_gets_more_time_by_two_and_stays_marked(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await running(v, v.hoa)
        to(v, date(2027, 2, 10))
        await v.dao.says("sổ vay")
        assert "gốc chưa thu về 5.000.000 đồng" in said(v.dao)
        assert "Trong đó 1 khoản có kỳ quá hạn" in said(v.dao)
        assert "Quá hạn từ 1 đến 30 ngày, cả lãi: 862.000 đồng" in said(v.dao)
        assert "Quá hạn từ 31 đến 90 ngày, cả lãi: 868.000 đồng" in said(v.dao)
        await v.dao.taps("Nguyễn Thị Hoa – 5.000.000 đồng, quá hạn 48 ngày")
        assert "Đã quá hạn, cả lãi: 1.730.000 đồng" in said(v.dao)
        await gives_time_from_page(v)
        assert "được trả số còn lại trong 10 tháng" in v.dao.heard
        # Interest begun, 35 + 29 + 23 thousand, is carried over: 500 + 35 + 87 thousand.
        assert "1. 24/03/2027: 622.000 đồng" in v.dao.heard
        await v.dao.taps("Đúng hết rồi")
        assert loans_of_phone(v, v.hoa)[0].is_rescheduled is False
        await v.em.taps("Xem và trả lời")
        assert "Lý do: lụt mất chuồng lợn" in said(v.em)
        assert "1. 24/03/2027: 622.000 đồng" in said(v.em)
        await v.em.taps("Đúng hết rồi")
        assert "đã có lịch trả mới" in said(v.em)
        assert "thêm thời gian trả khoản vay" in said(v.hoa)
        (loan,) = loans_of_phone(v, v.hoa)
        assert loan.is_rescheduled
        assert loan.outstanding == Money(5_000_000)
        check_books(v)
        await v.dao.says("nợ quá hạn")
        assert "Không có khoản nào quá hạn" in said(v.dao)
        await pays_to_the_end(v)


async def gives_time_from_page(v: Village) -> None:
    await v.dao.taps("Gia hạn khoản vay")
    await v.dao.taps("Buổi họp thành viên")
    await v.dao.says("hôm nay")
    await v.dao.says("10")
    await v.dao.says("lụt mất chuồng lợn")


async def pays_to_the_end(v: Village) -> None:
    """The first new instalment, and then all the rest at once."""
    to(v, date(2027, 3, 24))
    await v.giang.says("thu nợ")
    await v.giang.taps("Nguyễn Thị Hoa")
    await v.giang.says("622 nghìn")
    await v.giang.taps("Đúng hết rồi")
    check_books(v)
    (loan,) = loans_of_phone(v, v.hoa)
    assert loan.outstanding == Money(4_500_000)
    await v.giang.says("thu nợ")
    await v.giang.taps("Nguyễn Thị Hoa")
    await v.giang.says("4 triệu rưỡi")
    await v.giang.taps("Đúng hết rồi")
    check_books(v)
    (loan,) = loans_of_phone(v, v.hoa)
    assert loan.state is LoanState.REPAID


async def test_what_was_paid_before_the_new_schedule_is_not_corrected(database_url: str) -> None:
    async with village(database_url) as v:
        await running(v, v.hoa)
        to(v, date(2026, 12, 24))
        await v.giang.says("thu nợ")
        await v.giang.taps("Nguyễn Thị Hoa")
        await v.giang.says("35 nghìn")
        await v.giang.taps("Đúng hết rồi")
        await gives_time(v)
        await v.dao.taps("Đúng hết rồi")
        await v.em.taps("Xem và trả lời")
        await v.em.taps("Đúng hết rồi")
        await v.em.says("ghi nhầm")
        await v.em.taps("Theo số phiếu")
        await v.em.says("PT 1")
        assert "đã được gia hạn sau lần ghi này" in said(v.em)
        check_books(v)


async def something_comes_back(v: Village) -> None:
    await v.giang.says("sổ vay")
    await v.giang.taps("Nguyễn Thị Hoa – đã xóa nợ")
    assert "còn 5.000.000 đồng chưa thu lại" in said(v.giang)
    await v.giang.taps("Thu lại nợ đã xóa")
    await v.giang.says("6 triệu")
    assert "nhận của" not in said(v.giang)
    await v.giang.says("400 nghìn")
    await v.giang.taps("Đúng hết rồi")
    assert "Còn chưa thu lại: 4.600.000 đồng" in said(v.giang)
    assert "400.000 đồng" in said(v.hoa)
    check_books(v)


async def test_the_meeting_writes_a_loan_off_and_something_comes_back(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        loan = await running(v, v.hoa)
        to(v, date(2027, 9, 1))
        await v.dao.says(f"s:write_off_loan:{loan.id}", kind=Kind.PRESS)
        await v.dao.says("bác ốm nặng, nhà không còn ai")
        await v.dao.says("1")
        await v.dao.says("hôm nay")
        assert "Chưa có biên bản" in said(v.dao)
        await v.dao.says("đúng")
        assert "ghi biên bản trước" in said(v.dao)
        assert loans_of_phone(v, v.hoa)[0].state is LoanState.RUNNING
        await v.dao.says(f"s:write_off_loan:{loan.id}", kind=Kind.PRESS)
        await v.dao.says("bác ốm nặng, nhà không còn ai")
        await v.dao.taps("Ban chủ nhiệm cùng cán bộ xã")
        await v.dao.says("hôm nay")
        assert "cán bộ xã" in said(v.dao)
        assert "5.000.000 đồng (năm triệu đồng)" in said(v.dao)
        await v.dao.taps("Đúng hết rồi")
        await v.em.taps("Xem và trả lời")
        await v.em.taps("Đúng hết rồi")
        assert "đã được xóa nợ" in said(v.em)
        assert "không thu 5.000.000 đồng khoản vay của bác nữa" in said(v.hoa)
        check_books(v)
        assert loans_of_phone(v, v.hoa)[0].state is LoanState.WRITTEN_OFF
        await something_comes_back(v)
        with v.store.reading() as db:
            (gone,) = written_off_loans(db, v.club.club_id)
        assert gone.lost == Money(4_600_000)


async def test_what_was_repaid_meanwhile_stops_the_write_off(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        loan = await running(v, v.hoa)
        to(v, date(2026, 12, 24))
        await v.dao.says(f"s:write_off_loan:{loan.id}", kind=Kind.PRESS)
        await v.dao.says("không trả được")
        await v.dao.says("2")
        await v.dao.says("hôm nay")
        await v.dao.taps("Đúng hết rồi")
        await v.giang.says("thu nợ")
        await v.giang.taps("Nguyễn Thị Hoa")
        await v.giang.says("1 triệu")
        await v.giang.taps("Đúng hết rồi")
        await v.em.taps("Xem và trả lời")
        await v.em.taps("Đúng hết rồi")
        assert loans_of_phone(v, v.hoa)[0].state is LoanState.RUNNING
        check_books(v)


async def test_nobody_else_gives_time_or_writes_off(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        loan = await running(v, v.hoa)
        for phone in (v.hoa, v.lan, v.giang, v.em, v.quan, v.la):
            for what in ("reschedule_loan", "write_off_loan", "recover_loan"):
                await phone.says(f"s:{what}:{loan.id}", kind=Kind.PRESS)
                assert "lý do" not in said(phone).lower(), said(phone)
        await v.lan.says("sổ vay")
        assert "chưa thu về" not in said(v.lan)


async def test_more_than_is_owed_can_be_a_gift_and_somebody_else_can_bring_it(
    database_url: str,
) -> None:
    async with village(database_url) as v:
        await running(v, v.hoa)
        await v.giang.says("thu nợ")
        await v.giang.taps("Nguyễn Thị Hoa")
        await v.giang.says("5 triệu 100")
        await v.giang.taps("Ủng hộ câu lạc bộ")
        assert "kèm ủng hộ câu lạc bộ: 65.000 đồng" in said(v.giang)
        await v.giang.taps("Chưa đúng")
        await v.giang.taps("Người khác trả giúp")
        await v.giang.says("cháu Tuấn, con bác Hoa")
        assert "người mang tiền đến: cháu Tuấn" in said(v.giang)
        await v.giang.taps("Đúng hết rồi")
        assert "Ủng hộ thêm câu lạc bộ: 65.000 đồng" in said(v.hoa)
        assert "Người mang tiền đến: cháu Tuấn, con bác Hoa" in said(v.hoa)
        assert "Không đúng ạ" in v.hoa.labels
        check_books(v)
        assert loans_of_phone(v, v.hoa)[0].state is LoanState.REPAID


async def test_due_days_follow_the_meeting(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await running(v, v.hoa)
        await v.dao.says("lịch họp")
        for answer in ("26/12", "8 giờ sáng", "Nhà văn hóa", "bỏ qua", "bỏ qua"):
            await v.dao.says(answer)
        await v.dao.taps("Đúng hết rồi")
        first = loans_of_phone(v, v.hoa)[0].instalments[0].instalment
        assert first.due_on == date(2026, 12, 26)


async def test_a_write_off_leans_on_the_minutes_of_the_last_meeting(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        loan = await running(v, v.hoa)
        meeting = met(v, v.clock.now().date())
        await writes(v.binh, meeting, "talk", "Nói về khoản vay của bác Hoa")
        held = v.clock.now().date()
        to(v, date(2026, 12, 24))
        await v.dao.says(f"s:write_off_loan:{loan.id}", kind=Kind.PRESS)
        await v.dao.says("mất mùa")
        await v.dao.says("1")
        # The day of the last meeting with minutes comes before today.
        assert f"{held:%d/%m}" in v.dao.labels[0]
        await v.dao.says("1")
        assert "chưa ký" in said(v.dao)
        await v.dao.says("đúng")
        await v.em.taps("Xem và trả lời")
        assert "chưa ký" in said(v.em)
        await signs(v.binh, v.cuc, meeting)
        await v.em.says("s:second:1", kind=Kind.PRESS)
        assert f"Biên bản {held:%d/%m/%Y} đã ký" in said(v.em)
        await v.em.says("đúng")
        assert loans_of_phone(v, v.hoa)[0].state is LoanState.WRITTEN_OFF
