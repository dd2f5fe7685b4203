"""Who may borrow from the club, and how much."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from club.calendar import Month
from club.money import NOTHING, Money
from club.refusals import Code, Refused

LADDER = (Money(5_000_000), Money(10_000_000), Money(20_000_000))
SMALLEST = Money(500_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class LendingRules:
    """The club's settings. No official numbers are known, so each is the club's own to change.

    ladder: the most that may be lent after none, one, two … loans repaid; the last goes on.
    """

    member_months: int = 3
    ladder: Sequence[Money] = LADDER
    one_at_a_time: bool = True
    one_a_household: bool = True
    smallest: Money = SMALLEST
    months: range = range(3, 25)
    step: int = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Borrower:
    """What the rules ask of a member who wants a loan."""

    joined_on: date
    loans_repaid: int = 0
    has_open_loan: bool = False
    is_overdue: bool = False
    has_loan_at_home: bool = False


def check_borrower(borrower: Borrower, rules: LendingRules, today: date) -> None:
    """Refuses who may not borrow now: overdue first, then an open loan, her own or one of her
    household, then too new a member.
    """
    if borrower.is_overdue:
        raise Refused(Code.LOAN_OVERDUE)
    if borrower.has_open_loan and rules.one_at_a_time:
        raise Refused(Code.LOAN_OPEN)
    if borrower.has_loan_at_home and rules.one_a_household:
        raise Refused(Code.LOAN_AT_HOME)
    may_ask_from = first_day_to_ask(borrower.joined_on, rules)
    if today < may_ask_from:
        raise Refused(Code.MEMBER_TOO_NEW, months=rules.member_months, since=may_ask_from)


def first_day_to_ask(joined_on: date, rules: LendingRules) -> date:
    """The same day so many months after joining, or the last of a shorter month."""
    return Month.of(joined_on).plus(rules.member_months).day(joined_on.day)


def loan_limit(borrower: Borrower, rules: LendingRules) -> Money:
    """The most the ladder allows her, whatever the fund holds."""
    return rules.ladder[min(borrower.loans_repaid, len(rules.ladder) - 1)]


def free_money(cash: Money, promised: Money) -> Money:
    """What a fund can still lend: its cash less the loans agreed to and not yet paid out."""
    return max(NOTHING, cash - promised)


def what_can_be_lent(borrower: Borrower, rules: LendingRules, free: Money) -> Money:
    """The most she can be lent today, in whole steps; nothing if that is below the smallest."""
    most = min(loan_limit(borrower, rules), free)
    whole = Money(most.dong // rules.step * rules.step)
    return whole if whole >= rules.smallest else NOTHING


def check_amount(amount: Money, *, borrower: Borrower, rules: LendingRules, free: Money) -> None:
    """Refuses a loan that is too small, above her limit, or more than the fund has free.

    Each refusal carries what could be lent instead.
    """
    possible = what_can_be_lent(borrower, rules, free)
    if amount < rules.smallest:
        raise Refused(Code.SUM_TOO_SMALL, smallest=rules.smallest)
    if amount > loan_limit(borrower, rules):
        raise Refused(Code.SUM_TOO_LARGE, limit=loan_limit(borrower, rules), possible=possible)
    if amount > free:
        raise Refused(Code.FUND_TOO_SMALL, free=free, possible=possible)


def check_term(months: int, rules: LendingRules) -> None:
    """Refuses a term that the club does not offer."""
    if months not in rules.months:
        raise Refused(Code.TERM_NOT_OFFERED, shortest=rules.months[0], longest=rules.months[-1])
