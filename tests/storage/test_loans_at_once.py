"""Two people at the same loan in the same second: each waits for the other at the loan's row."""

import asyncio
from collections.abc import Sequence
from typing import Any

from club.loans import RepaymentForm
from club.money import Money
from club.refusals import Code, Refused
from storage.changes.deed import Command, Deed
from storage.changes.loans.ask_for_loan import AskForLoan
from storage.changes.loans.pay_out_loan import PayOutLoan
from storage.changes.loans.take_repayment import TakeRepayment
from storage.changes.loans.vote_on_loan import VoteOnLoan
from storage.queries.loans.loans import LoanState
from tests.kit.lending import check_books, give_fund, loans_of_phone
from tests.kit.village import Phone, Village, village

Doing = tuple[Phone, Command]


def carried_out(v: Village, phone: Phone, command: Command, cause: str) -> Any:
    """What the command came to: its fact, or the code with which it was refused."""
    deed = Deed(
        chat_id=1,
        channel="web",
        person_id=phone.person_id,
        club_id=v.club.club_id,
        now=v.clock.now(),
        today=v.clock.now().date(),
        cause=cause,
    )
    try:
        return v.store.change(command.carry_out, deed)
    except Refused as no:
        return no.code


async def at_once(v: Village, doings: Sequence[Doing]) -> list[Any]:
    """All of it from threads that run at the same time."""
    return await asyncio.gather(
        *(
            asyncio.to_thread(carried_out, v, phone, command, f"at once {type(command)} {number}")
            for number, (phone, command) in enumerate(doings)
        )
    )


def ask(v: Village, phone: Phone, millions: int) -> Any:
    command = AskForLoan(
        club_id=v.club.club_id,
        purpose="pigs",
        amount=Money(millions * 1_000_000),
        months=6,
        form=RepaymentForm.ALL_AT_END,
    )
    return carried_out(v, phone, command, f"ask {phone.key}")


async def test_votes_at_once_are_all_counted_and_decide_once(database_url: str) -> None:
    async with village(database_url) as v:
        give_fund(v, 30)
        loan_id = ask(v, v.hoa, 5).ballot.loan.id
        board = (v.binh, v.cuc, v.dao, v.em, v.giang)
        came = await at_once(v, [(each, VoteOnLoan(loan_id, yes=True)) for each in board])
        outcomes = sorted(
            each.value if isinstance(each, Code) else each.outcome.value for each in came
        )
        assert outcomes == ["agreed", "pending", "pending", "voting_over", "voting_over"]
        assert loans_of_phone(v, v.hoa)[0].state is LoanState.AGREED


async def test_one_person_at_two_phones_votes_once(database_url: str) -> None:
    async with village(database_url) as v:
        give_fund(v, 30)
        loan_id = ask(v, v.hoa, 5).ballot.loan.id
        came = await at_once(v, [(v.binh, VoteOnLoan(loan_id, yes=True))] * 3)
        assert came.count(Code.ALREADY_DONE) == 2


async def test_a_loan_is_paid_out_and_ended_once(database_url: str) -> None:
    async with village(database_url) as v:
        give_fund(v, 30)
        loan_id = ask(v, v.hoa, 5).ballot.loan.id
        for voter in (v.binh, v.cuc, v.dao):
            carried_out(v, voter, VoteOnLoan(loan_id, yes=True), f"vote {voter.key}")
        came = await at_once(v, [(v.giang, PayOutLoan(loan_id, v.club.tin))] * 3)
        assert came.count(Code.ALREADY_DONE) == 2
        check_books(v)
        everything = TakeRepayment(loan_id, v.club.tin, Money(5_035_000))
        came = await at_once(v, [(v.giang, everything)] * 3)
        assert came.count(Code.ALREADY_DONE) == 2
        check_books(v)
        assert loans_of_phone(v, v.hoa)[0].state is LoanState.REPAID


async def test_repayments_at_once_never_take_more_than_is_owed(database_url: str) -> None:
    async with village(database_url) as v:
        give_fund(v, 30)
        loan_id = ask(v, v.hoa, 5).ballot.loan.id
        for voter in (v.binh, v.cuc, v.dao):
            carried_out(v, voter, VoteOnLoan(loan_id, yes=True), f"vote {voter.key}")
        carried_out(v, v.giang, PayOutLoan(loan_id, v.club.tin), "pay out")
        part = TakeRepayment(loan_id, v.club.tin, Money(2_000_000))
        came = await at_once(v, [(v.giang, part)] * 4)
        assert came.count(Code.MORE_THAN_OWED) == 2
        check_books(v)
        assert loans_of_phone(v, v.hoa)[0].outstanding == Money(1_035_000)


async def test_two_requests_at_once_of_one_person_are_one(database_url: str) -> None:
    async with village(database_url) as v:
        give_fund(v, 30)
        command = AskForLoan(
            club_id=v.club.club_id,
            purpose="pigs",
            amount=Money(5_000_000),
            months=6,
            form=RepaymentForm.MONTHLY,
        )
        came = await at_once(v, [(v.hoa, command)] * 3)
        assert came.count(Code.LOAN_OPEN) == 2
        assert len(loans_of_phone(v, v.hoa)) == 1


async def test_what_was_not_shown_is_refused_all_the_same(database_url: str) -> None:
    async with village(database_url) as v:
        give_fund(v, 4)
        assert ask(v, v.hoa, 5) is Code.FUND_TOO_SMALL
        assert ask(v, v.hoa, 6) is Code.SUM_TOO_LARGE
        assert ask(v, v.quan, 2) is Code.NOT_ALLOWED
        loan_id = ask(v, v.lan, 4).ballot.loan.id
        assert carried_out(v, v.giang, PayOutLoan(loan_id, v.club.tin), "early") is Code.NOT_FOUND
        for voter in (v.binh, v.cuc, v.dao):
            carried_out(v, voter, VoteOnLoan(loan_id, yes=True), f"vote {voter.key}")
        assert ask(v, v.manh, 2) is Code.FUND_TOO_SMALL
        elsewhere = PayOutLoan(loan_id, v.club.tin + 100)
        assert carried_out(v, v.giang, elsewhere, "nowhere") is Code.NOT_FOUND
        assert carried_out(v, v.binh, PayOutLoan(loan_id, v.club.tin), "chair") is Code.NOT_ALLOWED
        late = VoteOnLoan(loan_id, yes=True)
        assert carried_out(v, v.em, late, "late") is Code.VOTING_OVER
