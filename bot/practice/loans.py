"""The practice club's loans: one repaid, one due soon, one overdue, one asked for."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.practice.money import fetch_from_bank
from bot.practice.village import Village
from club.loans import RepaymentForm
from club.money import NOTHING, Money, total
from club.repayments import OpenInstalment
from storage.changes.deed import Deed
from storage.changes.joining.found_club import settle
from storage.changes.loans.ask_for_loan import AskForLoan
from storage.changes.loans.pay_out_loan import ConfirmCash, PayOutLoan
from storage.changes.loans.take_repayment import TakeRepayment
from storage.changes.loans.vote_on_loan import VoteOnLoan
from storage.queries import Connection
from storage.queries.loans.loans import loan

VOTERS = ("chair", "deputy", "bookkeeper")


@dataclass(frozen=True, slots=True)
class Story:
    """A loan, `after_meeting` counted from 0; paid at meetings up to `pays_until`."""

    purpose: str
    amount: Money
    months: int
    form: RepaymentForm
    after_meeting: int
    pays_until: int


STORIES = (
    Story("poultry", Money(3_000_000), 3, RepaymentForm.MONTHLY, 0, 6),
    Story("pigs", Money(5_000_000), 10, RepaymentForm.MONTHLY, 1, 6),
    Story("cattle", Money(4_000_000), 8, RepaymentForm.MONTHLY, 2, 4),
)


@dataclass(slots=True)
class Running:
    """A story under way."""

    story: Story
    loan_id: int


def settle_lending(db: Connection, village: Village) -> None:
    """This club lends from the first month on."""
    day = village.past.founded_on
    settle(db, village.club.club_id, "loan_member_months", 0, day, village.past.at(day))


def lend_after_meeting(db: Connection, village: Village, number: int, day: date) -> list[Running]:
    """The loans that begin two days after this meeting."""
    begins = [story for story in STORIES if story.after_meeting == number]
    return [Running(story, _lend(db, village, story, day)) for story in begins]


def _lend(db: Connection, village: Village, story: Story, day: date) -> int:
    name = village.borrowers[STORIES.index(story)]
    loan_id = _ask(db, village, story, village.deed(name, day, hour=15))
    for role in VOTERS:
        deed = village.board_deed(role, day + timedelta(days=1), hour=19)
        VoteOnLoan(loan_id, yes=True).carry_out(db, deed)
    paid_on = day + timedelta(days=2)
    fetch_from_bank(db, village, paid_on, story.amount)
    cashier = village.board_deed("cashier", paid_on, hour=10)
    PayOutLoan(loan_id, village.club.tin).carry_out(db, cashier)
    ConfirmCash(loan_id, in_hand=True).carry_out(db, village.deed(name, paid_on, hour=10))
    return loan_id


def _ask(db: Connection, village: Village, story: Story, deed: Deed) -> int:
    asking = AskForLoan(
        club_id=village.club.club_id,
        purpose=story.purpose,
        amount=story.amount,
        months=story.months,
        form=story.form,
    )
    return asking.carry_out(db, deed).ballot.loan.id


def still_paying(running: list[Running], number: int) -> list[Running]:
    """Those who bring an instalment to this meeting."""
    return [each for each in running if number <= each.story.pays_until]


def repay_at_meeting(db: Connection, village: Village, day: date, paying: list[Running]) -> None:
    """They bring what is due by this day."""
    for each in paying:
        found = loan(db, village.club.club_id, each.loan_id)
        assert found is not None
        due = _due_by(found.instalments, day)
        if due > NOTHING:
            deed = village.board_deed("cashier", day, hour=10)
            TakeRepayment(each.loan_id, village.club.tin, due).carry_out(db, deed)


def _due_by(instalments: tuple[OpenInstalment, ...], day: date) -> Money:
    return total(each.left for each in instalments if each.instalment.due_on <= day)


def ask_again(db: Connection, village: Village) -> None:
    """A request of yesterday waits for one more yes of the board."""
    story = Story("stall", Money(4_000_000), 8, RepaymentForm.MONTHLY, 0, 0)
    yesterday = village.past.today - timedelta(days=1)
    loan_id = _ask(db, village, story, village.deed(village.borrowers[-1], yesterday, hour=16))
    for role in ("deputy", "secretary"):
        VoteOnLoan(loan_id, yes=True).carry_out(db, village.board_deed(role, yesterday, hour=20))
