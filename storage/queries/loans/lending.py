"""What the club has settled about lending, who may borrow, and what the fund can lend."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, or_, select

from club.arrears import late
from club.borrowing import Borrower, LendingRules, free_money
from club.calendar import MeetingDay
from club.loans import Basis, RepaymentForm, Terms
from club.money import NOTHING, Money
from club.repayments import Order
from storage.queries.loans.loans import MOVED, OPEN_STATES, LoanState, loans_of
from storage.queries.members.households import person_in, persons_in
from storage.queries.money.ledger import Place, cash_by_fund, cash_in, fund_of_kind, places_of
from storage.queries.settings.settings import setting
from storage.tables.loans import loans
from storage.tables.people import members

WENT_ON_ELSEWHERE = ("merged", "split")
"""Why a membership ended that goes on in another club (Club rules, E.4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lending:
    """The club's own terms of lending on a day; the defaults are those of the club rules, C."""

    rules: LendingRules
    rate_hundredths_percent_a_month: int
    basis: Basis
    forms: tuple[RepaymentForm, ...]
    order: Order
    meets: MeetingDay

    def terms(self, principal: Money, months: int, form: RepaymentForm) -> Terms:
        """A loan by these terms."""
        return Terms(
            principal=principal,
            months=months,
            rate_hundredths_percent_a_month=self.rate_hundredths_percent_a_month,
            form=form,
            basis=self.basis,
            step=self.rules.step,
        )


def lending(db: Connection, club_id: int, day: date) -> Lending:
    """What holds in the club on that day."""

    def settled(name: str) -> Any:
        return setting(db, club_id, name, day)

    shortest, longest = settled("loan_months")
    rules = LendingRules(
        member_months=settled("loan_member_months"),
        ladder=[Money(each) for each in settled("loan_ladder")],
        one_at_a_time=settled("loan_one_at_a_time"),
        one_a_household=settled("loan_one_a_household"),
        smallest=Money(settled("loan_smallest")),
        months=range(shortest, longest + 1),
        step=settled("loan_step"),
    )
    return Lending(
        rules=rules,
        rate_hundredths_percent_a_month=settled("loan_rate"),
        basis=Basis(settled("loan_basis")),
        forms=tuple(RepaymentForm(each) for each in settled("loan_forms")),
        order=Order(settled("repayment_order")),
        meets=MeetingDay.parse(settled("meeting_day")),
    )


def borrower(db: Connection, member_id: int, today: date) -> Borrower:
    """What the rules ask of a member who wants a loan; a request that waits counts as a loan."""
    memberships = _with_clubs_before(db, member_id)
    there = members.c.id.in_(memberships)
    joined = db.execute(select(func.min(members.c.joined_on)).where(there)).scalar_one()
    repaid = select(func.count()).select_from(loans)
    repaid = repaid.where(
        loans.c.member_id.in_(memberships),
        loans.c.state == LoanState.REPAID.value,
        or_(loans.c.reason.is_(None), loans.c.reason != MOVED),
    )
    open_now = loans_of(db, member_id, *OPEN_STATES)
    return Borrower(
        joined_on=joined,
        loans_repaid=int(db.execute(repaid).scalar_one()),
        has_open_loan=bool(open_now),
        is_overdue=any(late(each.instalments, today) for each in open_now),
        has_loan_at_home=_has_loan_at_home(db, member_id, today),
    )


def _with_clubs_before(db: Connection, member_id: int) -> list[int]:
    """This membership and those that went on in it when clubs merged or split."""
    here = select(members.c.person_id).where(members.c.id == member_id).scalar_subquery()
    before = (
        members.c.person_id == here,
        members.c.state == "left",
        members.c.reason.in_(WENT_ON_ELSEWHERE),
    )
    found = db.execute(select(members.c.id).where(*before)).scalars()
    return [member_id, *found]


def _has_loan_at_home(db: Connection, member_id: int, today: date) -> bool:
    """Whether somebody else of her household has a loan, or has asked for one."""
    found = select(members.c.club_id, members.c.person_id).where(members.c.id == member_id)
    club_id, person_id = db.execute(found).one()
    whom = person_in(db, club_id, person_id, today)
    if whom.household is None:
        return False
    wanted = (
        select(members.c.person_id)
        .join(loans, loans.c.member_id == members.c.id)
        .where(
            loans.c.club_id == club_id,
            loans.c.state.in_([each.value for each in OPEN_STATES]),
            members.c.person_id != person_id,
        )
    )
    borrowers = set(db.execute(wanted).scalars())
    others = persons_in(db, club_id, borrowers, today).values()
    return any(each.is_close_to(whom) for each in others)


def lending_fund(db: Connection, club_id: int) -> int:
    """The fund that lends."""
    return fund_of_kind(db, club_id, "income")


def free_to_lend(db: Connection, club_id: int) -> Money:
    """The lending fund's cash less what was agreed to and is not yet paid out."""
    fund = lending_fund(db, club_id)
    promised = db.execute(
        select(func.sum(loans.c.principal)).where(
            loans.c.fund_id == fund, loans.c.state == LoanState.AGREED.value
        )
    ).scalar()
    return free_money(cash_by_fund(db, club_id).get(fund, NOTHING), as_money(promised))


def as_money(amount: object) -> Money:
    """A sum as it comes from either database; nothing where there were no rows."""
    if amount is None:
        return NOTHING
    return amount if isinstance(amount, Money) else Money(int(str(amount)))


@dataclass(frozen=True, slots=True)
class PlaceWithCash:
    """A place, and the cash of one fund that lies there."""

    place: Place
    cash: Money


def places_with_cash(db: Connection, club_id: int, fund: int) -> list[PlaceWithCash]:
    """Every place of the club with what lies there of the fund."""
    return [
        PlaceWithCash(each, cash_in(db, club_id, each.id, fund)) for each in places_of(db, club_id)
    ]
