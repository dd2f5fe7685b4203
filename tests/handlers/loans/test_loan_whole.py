"""A whole loan in Vietnamese, from the request to the last instalment."""

from datetime import date

from club.calendar import Month
from club.money import Money
from storage.queries.loans.loans import LoanState
from tests.kit.lending import check_books, give_fund, loans_of_phone
from tests.kit.village import Phone, Village, village


async def ask(phone: Phone, amount: str = "5 triệu", months: str = "6") -> None:
    for answer in ("vay vốn", "lợn", amount, months, "Trả dần mỗi tháng"):
        await phone.says(answer)


async def agree(v: Village) -> None:
    for voter in (v.binh, v.cuc, v.dao):
        await voter.taps("Xem và biểu quyết")
        await voter.taps("Tôi đồng ý cho vay")


async def hand_out(v: Village) -> None:
    await v.giang.taps("Trao tiền")
    await v.giang.taps("Hộp tiền – ")
    await v.giang.taps("Đúng hết rồi")


async def repay(v: Village, amount: str) -> str:
    await v.giang.says("thu nợ")
    await v.giang.taps("Nguyễn Thị Hoa")
    await v.giang.says(amount)
    return await v.giang.taps("Đúng hết rồi")


async def three_agree(v: Village) -> None:
    """Three of five vote for the loan, and she hears of it."""
    assert "Nguyễn Thị Hoa xin vay 5.000.000 đồng, để: nuôi lợn" in v.binh.heard
    await v.binh.taps("Xem và biểu quyết")
    assert "Chưa vay lần nào" in v.binh.heard
    assert "Đã có 0 trên 5 người" in v.binh.heard
    await v.binh.taps("Tôi đồng ý cho vay")
    assert "Đã có 1 trên 5 người" in v.binh.heard
    for voter in (v.cuc, v.dao):
        await voter.taps("Xem và biểu quyết")
        await voter.taps("Tôi đồng ý cho vay")
    assert "đồng ý cho bác Nguyễn Thị Hoa vay" in v.dao.heard
    assert "đồng ý cho bác Nguyễn Thị Hoa vay" in v.em.heard
    assert "tin vui" in v.hoa.heard
    check_books(v)


async def cash_is_handed_over(v: Village) -> None:
    """The cashier pays out, she has it in her hands."""
    await v.giang.taps("Trao tiền")
    await v.giang.taps("Hộp tiền – 30.000.000 đồng")
    assert "năm triệu đồng" in v.giang.heard
    assert "24/12/2026" in v.giang.heard
    await v.giang.taps("Đúng hết rồi")
    assert "phiếu PC 1/2026" in v.giang.heard
    check_books(v)

    assert "đã cầm đủ tiền trong tay chưa" in v.hoa.heard
    await v.hoa.taps("Trả lời")
    await v.hoa.taps("Tôi đã cầm đủ tiền")
    assert "Kỳ trả đầu tiên: 24/12/2026: 868.000 đồng" in v.hoa.heard
    assert "xác nhận đã nhận đủ" in v.giang.heard


async def test_a_loan_from_the_request_to_the_last_instalment(database_url: str) -> None:
    async with village(database_url) as v:
        give_fund(v, 30)
        await v.hoa.says("vay vốn")
        assert "vay để làm gì" in v.hoa.heard
        await v.hoa.taps("Nuôi lợn")
        assert "từ 500.000 đồng đến 5.000.000 đồng" in v.hoa.heard
        assert "cho vay được 30.000.000 đồng" in v.hoa.heard
        await v.hoa.says("5 triệu")
        assert "mấy tháng" in v.hoa.heard
        await v.hoa.says("6")
        assert "Lãi 0,7 % một tháng" in v.hoa.heard
        assert "mỗi tháng chỉ trả lãi, hết hạn mới trả gốc" in v.hoa.heard
        await v.hoa.taps("Trả dần mỗi tháng")
        assert "5.000.000 đồng (năm triệu đồng)" in v.hoa.heard
        assert "1. 24/12/2026: 868.000 đồng" in v.hoa.heard
        assert "6. 24/05/2027:" in v.hoa.heard
        await v.hoa.taps("Đúng hết rồi")
        assert "thứ hai 09/11/2026" in v.hoa.heard

        await three_agree(v)
        await cash_is_handed_over(v)
        await repay_to_the_end(v)
        assert "trả hết khoản vay" in v.hoa.heard
        (loan,) = loans_of_phone(v, v.hoa)
        assert loan.state is LoanState.REPAID
        assert loan.outstanding == Money(0)
        await v.hoa.says("khoản vay")
        assert "đã trả xong 1 khoản vay" in v.hoa.heard


async def repay_to_the_end(v: Village) -> None:
    """On each meeting day what is due is paid, as the offer says."""
    for number in range(1, 7):
        due_on = Month(2026, 11).plus(number).day(24)
        v.clock.move(due_on - v.clock.now().date())
        await v.giang.says("thu nợ")
        await v.giang.taps("Nguyễn Thị Hoa")
        await v.giang.says("1")
        await v.giang.taps("Đúng hết rồi")
        assert f"phiếu PT {number if due_on.year == 2026 else number - 1}/" in v.giang.heard
        check_books(v)
        (loan,) = loans_of_phone(v, v.hoa)
        assert [bool(each.left) for each in loan.instalments] == [False] * number + [True] * (
            6 - number
        )
        if number < 6:
            following = Month(2026, 11).plus(number + 1).day(24)
            assert f"Kỳ tới: {following:%d/%m/%Y}" in v.hoa.heard


async def test_a_part_and_more_than_an_instalment(database_url: str) -> None:
    async with village(database_url) as v:
        give_fund(v, 30)
        await ask(v.hoa)
        await v.hoa.taps("Đúng hết rồi")
        await agree(v)
        await hand_out(v)
        v.clock.move(date(2026, 12, 24) - v.clock.now().date())

        assert "nhận của bác Nguyễn Thị Hoa 300.000 đồng" in await repay(v, "300k")
        assert "Lãi: 35.000 đồng" in v.hoa.heard
        assert "Kỳ tới: 24/12/2026: 568.000 đồng" in v.hoa.heard
        check_books(v)

        await v.hoa.says("/khoanvay")
        assert "1. 24/12/2026: 868.000 đồng – còn 568.000 đồng" in v.hoa.heard

        await repay(v, "2 triệu")
        assert "Gốc: 2.000.000 đồng" in v.hoa.heard
        check_books(v)
        (loan,) = loans_of_phone(v, v.hoa)
        assert loan.outstanding == Money(2_735_000)


async def test_what_is_given_beyond_the_debt_is_handed_back(database_url: str) -> None:
    async with village(database_url) as v:
        give_fund(v, 30)
        await ask(v.hoa)
        await v.hoa.taps("Đúng hết rồi")
        await agree(v)
        await hand_out(v)

        await v.giang.says("/thuno")
        await v.giang.taps("Nguyễn Thị Hoa")
        assert "Trả hết hôm nay: 5.035.000 đồng" in v.giang.heard
        await v.giang.says("6 triệu")
        assert "nhiều hơn số bác Nguyễn Thị Hoa còn nợ 965.000 đồng" in v.giang.heard
        await v.giang.taps("Lấy lại ngay")
        assert "965.000 đồng (chín trăm sáu mươi lăm nghìn đồng)" in v.giang.heard
        await v.giang.taps("Đúng hết rồi")
        assert "Trả lại bác: 965.000 đồng" in v.hoa.heard
        assert "trả hết khoản vay" in v.hoa.heard
        check_books(v)
        (loan,) = loans_of_phone(v, v.hoa)
        assert loan.state is LoanState.REPAID


async def test_a_borrower_who_did_not_get_the_money_alarms_the_board(database_url: str) -> None:
    async with village(database_url) as v:
        give_fund(v, 30)
        await ask(v.hoa)
        await v.hoa.taps("Đúng hết rồi")
        await agree(v)
        await hand_out(v)
        await v.hoa.taps("Trả lời")
        await v.hoa.taps("Tôi chưa cầm đủ")
        assert "đã báo ngay ban chủ nhiệm" in v.hoa.heard
        for each in (v.binh, v.cuc, v.dao, v.em, v.giang):
            assert "báo chưa nhận đủ" in each.heard


async def test_the_same_in_english(database_url: str) -> None:
    async with village(database_url, language="en") as v:
        give_fund(v, 8)
        what = ("something else", "a sewing machine")
        for answer in ("borrow", *what, "2 million", "3", "All at the end"):
            await v.lan.says(answer)
        assert "2.000.000 đồng (two million đồng)" in v.lan.heard
        assert "• For: a sewing machine" in v.lan.heard
        assert "1. 24/02/2027: 2.042.000 đồng" in v.lan.heard
        await v.lan.taps("Not correct")
        await v.lan.taps("How to pay back")
        await v.lan.taps("Every three months")
        await v.lan.taps("All correct")
        assert "asked the board to lend you 2.000.000 đồng" in v.lan.heard
        for voter in (v.binh, v.em, v.giang):
            await voter.taps("Look and vote")
            await voter.taps("I agree")
        await v.giang.taps("Hand out the money")
        await v.giang.taps("The tin")
        await v.giang.taps("All correct")
        await v.lan.taps("Answer this")
        await v.lan.taps("I have all of it")
        assert "May it bring you good business" in v.lan.heard
        await v.lan.says("my loans")
        assert "Next to pay: 24/02/2027: 2.042.000 đồng" in v.lan.heard
        check_books(v)
