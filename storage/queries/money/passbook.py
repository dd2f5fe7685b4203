"""One member's passbook, read out of the books."""

from collections import defaultdict
from datetime import date

from sqlalchemy import Connection, and_, select

from club.calendar import Month
from club.contributions import FeeFacts, fee_months_owed, total_owed
from club.money import NOTHING, Money
from club.passbook import FeeYear, GiftLine, LoanPage, MeetingLine, Passbook, RepaymentLine
from storage.queries.loans.loans import Loan, loans_of
from storage.queries.members.naming import NAMED
from storage.queries.money.contributions import gifts_of
from storage.queries.money.fees import fee_facts
from storage.queries.money.paper_heading import paper_heading
from storage.tables.books import reversals, transactions
from storage.tables.loans import repayments
from storage.tables.meetings import attendance, meetings
from storage.tables.people import members, persons

MOST_GIFTS = 1000


def passbook(db: Connection, club_id: int, member_id: int, today: date) -> Passbook:
    """All that stands in the club's books about this member. Raises LookupError if she is none."""
    who = db.execute(
        select(NAMED, members.c.joined_on)
        .join(members, members.c.person_id == persons.c.id)
        .where(
            members.c.id == member_id,
            members.c.club_id == club_id,
            members.c.joined_on.is_not(None),
        )
    ).first()
    if who is None:
        raise LookupError("not a member of this club")
    facts = fee_facts(db, club_id, member_id)
    owed = fee_months_owed(facts, Month.of(today))
    heading = paper_heading(db, club_id, today)
    return Passbook(
        club_name=heading.club_name,
        commune=heading.commune,
        name=str(who.name),
        joined_on=who.joined_on,
        fee_years=_fee_years(facts),
        owed=total_owed(owed),
        owed_months=tuple(each.month for each in owed),
        gifts=_gifts(db, member_id),
        loans=_loans(db, member_id),
        meetings=_meetings(db, club_id, member_id, who.joined_on),
    )


def _fee_years(facts: FeeFacts) -> tuple[FeeYear, ...]:
    by_month: dict[Month, Money] = defaultdict(lambda: NOTHING)
    for each in facts.paid:
        by_month[each.month] += each.amount
    years = sorted({month.year for month, amount in by_month.items() if amount})
    return tuple(
        FeeYear(year, tuple(by_month[Month(year, number)] for number in range(1, 13)))
        for year in years
    )


def _gifts(db: Connection, member_id: int) -> tuple[GiftLine, ...]:
    newest_first = gifts_of(db, member_id, MOST_GIFTS)
    return tuple(
        GiftLine(
            each.given_on,
            each.kind,
            each.amount,
            each.item,
            each.unit,
            each.quantity_thousandths,
        )
        for each in reversed(newest_first)
    )


def _loans(db: Connection, member_id: int) -> tuple[LoanPage, ...]:
    paid_out = [each for each in loans_of(db, member_id) if each.paid_out_on is not None]
    return tuple(_loan(db, each) for each in paid_out)


def _loan(db: Connection, of: Loan) -> LoanPage:
    assert of.paid_out_on is not None
    return LoanPage(
        purpose=of.purpose,
        principal=of.terms.principal,
        rate_hundredths_percent_a_month=of.terms.rate_hundredths_percent_a_month,
        paid_out_on=of.paid_out_on,
        left=of.outstanding,
        instalments=of.instalments,
        repayments=_repayments(db, of.id),
    )


def _repayments(db: Connection, loan_id: int) -> tuple[RepaymentLine, ...]:
    """What was paid back, a line for each slip; what was booked by mistake is left out."""
    found = db.execute(
        select(repayments, transactions.c.voucher)
        .join(transactions, transactions.c.id == repayments.c.transaction_id)
        .outerjoin(reversals, reversals.c.reverses_id == transactions.c.id)
        .where(repayments.c.loan_id == loan_id, reversals.c.id.is_(None))
        .order_by(repayments.c.id)
    )
    lines: dict[int, RepaymentLine] = {}
    for row in found:
        before = lines.get(row.transaction_id)
        principal, interest = (NOTHING, NOTHING)
        if before is not None:
            principal, interest = before.principal, before.interest
        lines[row.transaction_id] = RepaymentLine(
            row.paid_on, row.voucher or "", principal + row.principal, interest + row.interest
        )
    return tuple(lines.values())


def _meetings(
    db: Connection, club_id: int, member_id: int, joined_on: date
) -> tuple[MeetingLine, ...]:
    """The meetings held since she joined."""
    came = and_(attendance.c.meeting_id == meetings.c.id, attendance.c.member_id == member_id)
    found = db.execute(
        select(meetings.c.held_on, attendance.c.present)
        .outerjoin(attendance, came)
        .where(
            meetings.c.club_id == club_id,
            meetings.c.state == "held",
            meetings.c.held_on >= joined_on,
        )
        .order_by(meetings.c.held_on)
    )
    return tuple(MeetingLine(row.held_on, row.present) for row in found)
