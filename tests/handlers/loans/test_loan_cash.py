"""Handing out and taking back: never twice, never for one's own, never without the money."""

import asyncio

from club.money import Money
from handlers.talk.heard import Kind
from storage.queries.loans.loans import LoanState
from tests.kit.lending import check_books, give_fund, loans_of_phone, one_household
from tests.kit.village import Phone, Village, village


async def agreed(v: Village, phone: Phone, amount: str = "5 triệu") -> int:
    """A loan the board has agreed to; returns its number."""
    for answer in ("vay vốn", "Nuôi bò, trâu", amount, "6", "Trả cả một lần cuối kỳ"):
        await phone.says(answer)
    await phone.taps("Đúng hết rồi")
    for voter in (v.binh, v.cuc, v.dao):
        await voter.taps("Xem và biểu quyết")
        await voter.taps("Tôi đồng ý cho vay")
    loan = loans_of_phone(v, phone)[-1]
    assert loan.state is LoanState.AGREED
    return loan.id


async def hand_out(v: Village) -> None:
    await v.giang.taps("Trao tiền")
    await v.giang.taps("Hộp tiền")
    await v.giang.taps("Đúng hết rồi")


async def test_a_loan_is_paid_out_once(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 30)
        await agreed(v, v.hoa)
        await hand_out(v)
        await v.giang.taps("Trao tiền")
        assert "không có khoản vay nào chờ chú trao tiền" in v.giang.heard
        check_books(v)


async def test_the_same_yes_delivered_twice_pays_once(database_url: str) -> None:
    async with village(database_url) as v:
        give_fund(v, 30)
        await agreed(v, v.hoa)
        await v.giang.taps("Trao tiền")
        await v.giang.taps("Hộp tiền")
        for _ in range(2):
            await v.giang.says("đúng rồi", key="the same update")
        check_books(v)
        (loan,) = loans_of_phone(v, v.hoa)
        assert loan.outstanding == Money(5_000_000)


async def test_money_that_has_gone_is_not_paid_out(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 6)
        await agreed(v, v.lan, "1 triệu")
        for answer in ("vay vốn", "Nuôi cá", "5 triệu", "6", "Trả cả một lần cuối kỳ"):
            await v.hoa.says(answer)
        # Until she agrees another loan takes what she was shown.
        await agreed(v, v.manh, "2 triệu")
        await v.hoa.taps("Đúng hết rồi")
        assert "3.000.000 đồng" in v.hoa.everything
        assert loans_of_phone(v, v.hoa) == []


async def test_the_chair_does_not_pay_out_where_the_cashier_can(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 30)
        loan_id = await agreed(v, v.hoa)
        await v.binh.says(f"s:pay_out_loan:{loan_id}", kind=Kind.PRESS)
        assert "không có khoản vay nào" in v.binh.heard
        await v.em.says(f"s:pay_out_loan:{loan_id}", kind=Kind.PRESS)
        assert "chỉ người phụ trách" in v.em.heard


async def test_the_cashiers_household_is_paid_by_the_chair(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 30)
        one_household(v, v.hoa, v.giang)
        await agreed(v, v.hoa)
        assert not any("Trao tiền" in label for label in v.giang.labels)
        await v.binh.taps("Trao tiền")
        await v.binh.taps("Hộp tiền")
        await v.binh.taps("Đúng hết rồi")
        check_books(v)
        await v.giang.says("thu nợ")
        assert "không có khoản vay nào" in v.giang.heard
        await v.binh.says("thu nợ")
        await v.binh.taps("Nguyễn Thị Hoa")
        await v.binh.says("1 triệu")
        await v.binh.taps("Đúng hết rồi")
        (loan,) = loans_of_phone(v, v.hoa)
        assert loan.outstanding == Money(4_035_000)
        check_books(v)


async def test_only_the_borrower_confirms_and_only_once(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 30)
        loan_id = await agreed(v, v.hoa)
        await hand_out(v)
        await v.lan.says(f"s:confirm_cash:{loan_id}", kind=Kind.PRESS)
        assert "không có khoản vay nào" in v.lan.heard
        await v.hoa.taps("Trả lời")
        await v.hoa.says("dạ rồi")
        await v.hoa.taps("Trả lời")
        assert "việc này làm rồi" in v.hoa.heard


async def test_a_repaid_loan_takes_nothing_more(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 30)
        await agreed(v, v.hoa)
        await hand_out(v)
        loan_id = loans_of_phone(v, v.hoa)[0].id
        for _ in range(2):
            await v.giang.says(f"s:repayment:{loan_id}", kind=Kind.PRESS)
            await v.giang.says("5035000")
            await v.giang.says("đúng rồi")
        check_books(v)
        (loan,) = loans_of_phone(v, v.hoa)
        assert loan.state is LoanState.REPAID
        assert "không có khoản vay nào" in v.giang.everything


async def test_two_votes_at_once_both_count(database_url: str) -> None:
    async with village(database_url) as v:
        give_fund(v, 30)
        for answer in ("vay vốn", "Nuôi cá", "2 triệu", "6", "Trả cả một lần cuối kỳ"):
            await v.hoa.says(answer)
        await v.hoa.taps("Đúng hết rồi")
        voters = (v.binh, v.cuc, v.dao, v.em, v.giang)
        for voter in voters:
            await voter.taps("Xem và biểu quyết")
        await asyncio.gather(*(voter.says("đồng ý") for voter in voters))
        (loan,) = loans_of_phone(v, v.hoa)
        assert loan.state is LoanState.AGREED
        assert v.hoa.everything.count("tin vui") == 1
        counted = [voter for voter in voters if "đã ghi ý kiến" in voter.everything]
        assert len(counted) == 2
