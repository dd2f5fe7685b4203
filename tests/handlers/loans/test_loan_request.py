"""Who cannot borrow, how much is possible, and the vote of the board."""

from datetime import timedelta

import pytest

from club.money import Money
from storage.changes.loans.vote_on_loan import expire_votes
from storage.queries.loans.loans import LoanState
from tests.kit.lending import (
    check_books,
    give_fund,
    loans_of_phone,
    one_household,
    settle_in,
)
from tests.kit.village import Phone, Village, village


async def ask(phone: Phone, amount: str = "5 triệu") -> None:
    for answer in ("vay vốn", "Nuôi gà, vịt", amount, "12", "Trả dần mỗi tháng"):
        await phone.says(answer)
    await phone.taps("Đúng hết rồi")


def state_of(v: Village, phone: Phone) -> LoanState:
    return loans_of_phone(v, phone)[-1].state


async def test_a_new_member_hears_from_when_on(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 30)
        settle_in(v, "loan_member_months", 9)
        await v.hoa.says("vay vốn")
        assert "đủ 9 tháng" in v.hoa.heard
        assert "thứ năm 04/02/2027" in v.hoa.heard


async def test_an_empty_fund_says_so_before_anything_is_asked(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("vay vốn")
        assert "quỹ lúc này chỉ còn 0 đồng" in v.hoa.heard
        assert "500.000 đồng" in v.hoa.heard


async def test_more_than_is_possible_is_answered_with_what_is(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 3)
        await v.hoa.says("vay vốn")
        await v.hoa.says("Nuôi cá")
        assert "đến 3.000.000 đồng" in v.hoa.heard
        await v.hoa.says("4 triệu")
        assert "từ 500.000 đồng đến 3.000.000 đồng" in v.hoa.heard
        await v.hoa.says("100 nghìn")
        assert "từ 500.000 đồng đến 3.000.000 đồng" in v.hoa.heard
        await v.hoa.says("3 triệu")
        assert "mấy tháng" in v.hoa.heard


async def test_one_loan_at_a_time(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 30)
        await ask(v.hoa)
        await v.hoa.says("vay vốn")
        assert "Ban chủ nhiệm chưa trả lời" in v.hoa.heard
        await v.hoa.says("khoản vay")
        assert "Ban chủ nhiệm chưa trả lời" in v.hoa.heard


async def test_what_is_agreed_but_not_paid_out_is_not_lent_twice(database_url: str) -> None:
    async with village(database_url) as v:
        give_fund(v, 6)
        await ask(v.hoa)
        for voter in (v.binh, v.cuc, v.dao):
            await voter.taps("Xem và biểu quyết")
            await voter.taps("Tôi đồng ý cho vay")
        await v.lan.says("vay vốn")
        await v.lan.says("Nuôi lợn")
        assert "đến 1.000.000 đồng" in v.lan.heard


async def test_a_choice_that_is_against_the_law_is_not_offered(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 30)
        settle_in(v, "loan_rate", 100)
        settle_in(v, "loan_basis", "flat")
        for answer in ("vay vốn", "Nuôi lợn", "5 triệu", "12"):
            await v.hoa.says(answer)
        assert not any("Trả dần mỗi tháng" in label for label in v.hoa.labels)
        assert any("Trả cả một lần cuối kỳ" in label for label in v.hoa.labels)


async def test_a_no_needs_a_reason_and_the_borrower_hears_it(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 30)
        await ask(v.hoa)
        for voter, reason in ((v.binh, "quỹ để dành mùa rét"), (v.cuc, "nên vay ít hơn")):
            await voter.taps("Xem và biểu quyết")
            await voter.taps("Tôi chưa đồng ý")
            assert "vì sao" in voter.heard
            await voter.says(reason)
            assert f"Lý do người vay sẽ đọc: “{reason}”" in voter.heard
            await voter.taps("Đúng hết rồi")
            assert "đã ghi ý kiến" in voter.heard
        await v.dao.taps("Xem và biểu quyết")
        await v.dao.taps("Tôi chưa đồng ý")
        await v.dao.says("chưa có chuồn")
        await v.dao.taps("Chưa đúng")
        await v.dao.says("chưa có chuồng")
        await v.dao.taps("Đúng hết rồi")
        assert "chưa cho bác Nguyễn Thị Hoa vay" in v.dao.heard
        assert "chưa cho bác Nguyễn Thị Hoa vay" in v.giang.heard
        assert "• quỹ để dành mùa rét\n• nên vay ít hơn\n• chưa có chuồng" in v.hoa.heard
        assert state_of(v, v.hoa) is LoanState.REFUSED


async def test_nobody_votes_twice_or_after_the_decision(database_url: str) -> None:
    async with village(database_url) as v:
        give_fund(v, 30)
        await ask(v.hoa)
        await v.binh.taps("Xem và biểu quyết")
        await v.binh.taps("Tôi đồng ý cho vay")
        await v.binh.taps("Xem và biểu quyết")
        assert "đã biểu quyết rồi" in v.binh.heard
        await v.em.taps("Xem và biểu quyết")
        for voter in (v.cuc, v.dao):
            await voter.taps("Xem và biểu quyết")
            await voter.taps("Tôi đồng ý cho vay")
        # Her question was still open when the others decided.
        await v.em.says("có")
        assert "đã có trả lời rồi" in v.em.heard
        await v.giang.taps("Xem và biểu quyết")
        assert "đã có trả lời rồi" in v.giang.heard


async def test_who_is_not_of_the_board_does_not_vote(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 30)
        await ask(v.hoa)
        (loan,) = loans_of_phone(v, v.hoa)
        for phone in (v.manh, v.hoa):
            await presses(phone, f"s:vote_on_loan:{loan.id}")
            assert "chỉ người phụ trách" in phone.heard
        await presses(v.la, f"s:vote_on_loan:{loan.id}")
        assert "Hoa" not in v.la.heard
        assert state_of(v, v.hoa) is LoanState.ASKED


async def presses(phone: Phone, press: str) -> None:
    from handlers.talk.heard import Kind

    await phone.says(press, kind=Kind.PRESS)


async def test_the_borrowers_household_is_not_asked_and_may_not_vote(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 30)
        one_household(v, v.hoa, v.dao)
        await ask(v.hoa)
        assert v.dao.messages == []
        (loan,) = loans_of_phone(v, v.hoa)
        await presses(v.dao, f"s:vote_on_loan:{loan.id}")
        assert "liên quan đến chính cô hoặc người nhà" in v.dao.heard
        await v.binh.taps("Xem và biểu quyết")
        assert "Đã có 0 trên 4 người" in v.binh.heard


async def test_a_board_members_own_loan_is_voted_by_the_others(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 30)
        await ask(v.giang)
        for voter in (v.binh, v.cuc, v.em):
            await voter.taps("Xem và biểu quyết")
            await voter.taps("Tôi đồng ý cho vay")
        assert "tin vui" in v.giang.heard
        assert not any("Trao tiền" in label for label in v.giang.labels)
        # The chair stands in for the cashier where it is the cashier's own loan.
        await v.binh.taps("Trao tiền")
        await v.binh.taps("Hộp tiền")
        await v.binh.taps("Đúng hết rồi")
        assert state_of(v, v.giang) is LoanState.RUNNING
        await v.giang.says("/thuno")
        assert "không có khoản vay nào chú cần thu" in v.giang.heard
        check_books(v)


@pytest.mark.parametrize("yes", [True, False])
async def test_with_too_few_voters_the_meeting_decides(database_url: str, yes: bool) -> None:
    async with village(database_url) as v:
        give_fund(v, 30)
        one_household(v, v.hoa, v.dao, v.em, v.giang)
        await ask(v.hoa)
        assert "bà con sẽ quyết định" in v.hoa.heard
        assert "buổi sinh hoạt sẽ quyết định" in v.binh.heard
        await v.binh.says("việc cần làm")
        await v.binh.taps("Đơn vay")
        await v.binh.taps("Có" if yes else "Không")
        await v.binh.says("hôm nay")
        if not yes:
            await v.binh.says("quỹ để dành mùa rét")
        assert "5.000.000 đồng (năm triệu đồng)" in v.binh.heard
        await v.binh.taps("Đúng hết rồi")
        assert "Có người thứ hai đồng ý thì mới tính" in v.binh.heard
        assert state_of(v, v.hoa) is LoanState.ASKED
        await v.cuc.taps("Xem và trả lời")
        assert "5.000.000 đồng" in v.cuc.heard
        await v.cuc.taps("Đúng hết rồi")
        assert "đã ghi quyết định" in v.cuc.heard
        assert "đã ghi quyết định" in v.binh.everything
        assert ("tin vui" if yes else "quỹ để dành mùa rét") in v.hoa.heard
        assert state_of(v, v.hoa) is (LoanState.AGREED if yes else LoanState.REFUSED)


async def test_a_meetings_decision_cannot_go_past_a_board_that_votes(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 30)
        await ask(v.hoa)
        (loan,) = loans_of_phone(v, v.hoa)
        await presses(v.binh, f"s:meeting_on_loan:{loan.id}")
        assert "chỉ người phụ trách" in v.binh.heard


async def test_a_vote_ends_after_seven_days(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 30)
        await ask(v.hoa)
        await v.binh.taps("Xem và biểu quyết")
        await v.binh.taps("Tôi đồng ý cho vay")
        v.clock.move(timedelta(days=7))
        assert v.store.change(expire_votes, v.clock.now()) == []
        v.clock.move(timedelta(days=1))
        await v.cuc.taps("Xem và biểu quyết")
        assert "biểu quyết xong rồi" in v.cuc.heard
        (over,) = v.store.change(expire_votes, v.clock.now())
        assert (over.borrower, over.club_id) == (v.hoa.person_id, v.club.club_id)
        assert state_of(v, v.hoa) is LoanState.EXPIRED
        assert v.store.change(expire_votes, v.clock.now()) == []
        await ask(v.hoa)
        assert state_of(v, v.hoa) is LoanState.ASKED


async def test_requests_wait_in_the_boards_list(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 30)
        await ask(v.hoa, amount="2 triệu")
        await v.dao.says("việc cần làm")
        await v.dao.taps("Đơn vay: bác Nguyễn Thị Hoa – 2.000.000 đồng")
        await v.dao.taps("Tôi đồng ý cho vay")
        await v.dao.says("việc cần làm")
        assert not any("Đơn vay" in label for label in v.dao.labels)


async def test_the_terms_of_the_club_are_kept_with_the_loan(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 30)
        settle_in(v, "loan_rate", 55)
        settle_in(v, "loan_ladder", [2_000_000])
        await v.hoa.says("vay vốn")
        await v.hoa.says("Nuôi cá")
        assert "đến 2.000.000 đồng" in v.hoa.heard
        await v.hoa.says("2 triệu")
        await v.hoa.says("10 tháng")
        assert "0,55 %" in v.hoa.heard
        await v.hoa.taps("Ba tháng trả một lần")
        await v.hoa.taps("Đúng hết rồi")
        v.clock.move(timedelta(days=1))
        settle_in(v, "loan_rate", 90)
        (loan,) = loans_of_phone(v, v.hoa)
        assert loan.terms.rate_hundredths_percent_a_month == 55
        assert loan.terms.principal == Money(2_000_000)
