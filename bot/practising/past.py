"""The little past of the made-up club, and what waits in it for whoever practises."""

from datetime import date, time, timedelta

from bot.practice.calendar import after_tet
from bot.practising.people import FEE, HAMLET, MadeUp
from club.accounts import Source
from club.ledger import opening_balance
from club.loans import RepaymentForm
from club.members import BOARD, Role
from club.money import Money
from club.support import SupportKind
from storage.changes.deed import Deed
from storage.changes.joining.ask_to_join import AskToJoin
from storage.changes.loans.ask_for_loan import AskForLoan
from storage.changes.loans.pay_out_loan import ConfirmCash, PayOutLoan
from storage.changes.loans.vote_on_loan import VoteOnLoan
from storage.changes.meetings.plan_meeting import PlanMeeting
from storage.changes.meetings.take_roll import TakeRoll
from storage.changes.money.book import write_entry
from storage.changes.money.declare_contribution import DeclareContribution
from storage.changes.money.receive_fee import receive_fee
from storage.changes.volunteers.ask_for_help import AskForHelp
from storage.changes.volunteers.open_session import OpenSession
from storage.queries.practice import open_stranger
from storage.queries.web import web_phone


def live(made: MadeUp) -> None:
    """Money to begin with, a meeting held with its fees, a loan running."""
    for fund, amount, source in (
        (made.club.income_fund, Money(20_000_000), Source.GRANT),
        (made.club.operating_fund, Money(1_000_000), Source.BUDGET),
    ):
        entry = opening_balance(
            fund=fund,
            place=made.club.tin,
            amount=amount,
            source=source,
            happened_on=made.founded_on,
        )
        write_entry(made.db, made.deed("bookkeeper", made.founded_on), entry)
    _hold_meeting(made)
    _plan(made, made.next_meeting, made.today)
    _lend(made, "sen", Money(3_000_000), made.last_meeting)


def _plan(made: MadeUp, day: date, planned_on: date) -> int:
    plan = PlanMeeting(day, time(8), "Nhà văn hóa Thôn Tập", "Ăn nhạt phòng tăng huyết áp")
    return plan.carry_out(made.db, made.deed("secretary", planned_on)).meeting_id


def _hold_meeting(made: MadeUp) -> None:
    day = made.last_meeting
    meeting_id = _plan(made, day, day - timedelta(days=5))
    absent = (made.people["truc"].member_id,)
    TakeRoll(meeting_id, absent).carry_out(made.db, made.deed("secretary", day))
    for key in ("lan", "sen", "cuc"):
        receive_fee(
            made.db,
            made.deed("cashier", day),
            member_id=made.people[key].member_id,
            amount=FEE * 2,
            place=made.club.tin,
            happened_on=day,
        )


def _lend(made: MadeUp, key: str, amount: Money, day: date, *, agreed_only: bool = False) -> None:
    loan_id = _ask_loan(made, key, amount, day)
    for office in (Role.CHAIR, Role.DEPUTY, Role.BOOKKEEPER):
        VoteOnLoan(loan_id, yes=True).carry_out(made.db, made.deed(office.value, day))
    if not agreed_only:
        paid = PayOutLoan(loan_id, made.club.tin)
        paid.carry_out(made.db, made.deed("cashier", day))
        ConfirmCash(loan_id, in_hand=True).carry_out(made.db, made.deed(key, day))


def _ask_loan(made: MadeUp, key: str, amount: Money, day: date) -> int:
    asking = AskForLoan(
        club_id=made.club.club_id,
        purpose="poultry",
        amount=amount,
        months=6,
        form=RepaymentForm.MONTHLY,
    )
    return asking.carry_out(made.db, made.deed(key, day)).ballot.loan.id


def leave_waiting(made: MadeUp) -> None:
    """Something to decide, to confirm and to pay out for a board; help to give for others."""
    if made.role in BOARD:
        _ask_loan(made, "truc", Money(2_000_000), made.today)
        _somebody_asks_to_join(made)
    if made.role is Role.CASHIER:
        _lend(made, "cuc", Money(1_000_000), made.today, agreed_only=True)
        _give(made, "lan")
    AskForHelp("digital").carry_out(made.db, made.deed("sen", made.today))
    opening = OpenSession(
        topic=SupportKind.DIGITAL,
        title="Gọi video cho con cháu",
        day=after_tet(made.today + timedelta(days=2)),
        at=time(15),
        minutes=90,
        hamlet=HAMLET,
        place="Nhà văn hóa Thôn Tập",
        capacity=2,
    )
    opening.carry_out(made.db, made.deed("secretary", made.today))


def _give(made: MadeUp, key: str) -> None:
    given = DeclareContribution(
        member_id=made.people[key].member_id,
        kind="money",
        amount=Money(50_000),
        paid_how="hands",
        handed_to=made.person("cashier"),
    )
    given.carry_out(made.db, made.deed(key, made.today))


def _somebody_asks_to_join(made: MadeUp) -> None:
    open_stranger(made.db, "web", "na", made.at(made.today))
    chat = web_phone(made.db, "na")
    assert chat is not None
    asking = AskToJoin(
        club_id=made.club.club_id,
        name="Nguyễn Thị Na",
        birth_year=made.today.year - 63,
        sex="female",
        hamlet=HAMLET,
        phone="",
        hardship="unsaid",
        address="cô",
    )
    by_na = made.deed("lan", made.today)
    deed = Deed(chat.chat_id, "web", None, None, by_na.now, by_na.today, by_na.cause)
    asking.carry_out(made.db, deed)
