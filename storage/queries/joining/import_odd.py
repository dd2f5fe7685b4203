"""What of a file can be, but is so unusual or so pressing that it is said before the yes."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from club.calendar import Month
from club.cash_limits import is_above
from club.importing import At
from club.loans import instalment_months
from club.money import Money, total
from storage.queries.joining.planned_import import Plan, PlannedLoan
from storage.queries.money.cash_limits import PlaceAbove, cash_limit
from storage.queries.money.ledger import cash_by_place, places_of


@dataclass(frozen=True, slots=True)
class LoanTooLong:
    """More instalments are left than fit before the agreed term is over."""

    at: At
    left: int
    fit: int
    ends: Month
    last_due_on: date


def loans_too_long(plan: Plan) -> list[LoanTooLong]:
    """The rows of new loans that would run on behind their term, in the order of the file."""
    return [found for each in plan.loans if (found := _too_long(each)) is not None]


def _too_long(planned: PlannedLoan) -> LoanTooLong | None:
    loan = planned.loan
    lent_in, next_due_in = Month.of(loan.lent_on), Month.of(loan.next_due_on)
    fit = sum(lent_in.plus(each) >= next_due_in for each in instalment_months(planned.terms))
    ends = lent_in.plus(planned.terms.months)
    last = planned.instalments[-1].due_on
    if Month.of(last) <= ends:
        return None
    return LoanTooLong(loan.at, loan.instalments_left, fit, ends, last)


def places_brought_above(db: Connection, club_id: int, plan: Plan, today: date) -> list[PlaceAbove]:
    """The places at home that would hold more than the club wants there (Club rules, A.1)."""
    limit, cash = cash_limit(db, club_id, today), cash_by_place(db, club_id)
    places = {each.kind: each for each in reversed(places_of(db, club_id))}
    found = []
    for kind, place in places.items():
        brought = total(e.balance.amount for e in plan.balances if e.balance.place == kind)
        there = cash.get(place.id, Money(0)) + brought
        if brought and is_above(limit, kind=kind, there=there):
            found.append(PlaceAbove(club_id, place, there, limit))
    return found
