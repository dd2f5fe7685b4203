"""A new schedule for what is left of a loan (Club rules, C.6).

What was paid stays where it was paid; unpaid interest is carried over and never becomes principal.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from club.calendar import MeetingDay, Month
from club.loans import Instalment, Terms, due_meetings, schedule
from club.money import NOTHING
from club.repayments import OpenInstalment, months_begun, outstanding, sum_to_close


def new_terms(loan: Sequence[OpenInstalment], terms: Terms, months: int) -> Terms:
    """The loan's own terms, on what is left of its principal, over so many months more."""
    return replace(terms, principal=outstanding(loan), months=months)


def starts_on(loan: Sequence[OpenInstalment], today: date) -> date:
    """The day after which the new months begin: the end of the month of interest begun, or today.

    A month begun is owed whole and carried over, so none is counted twice.
    """
    return max([today, *(_begun_until(loan, index, today) for index in range(len(loan)))])


def rescheduled(
    loan: Sequence[OpenInstalment], terms: Terms, *, months: int, meets: MeetingDay, today: date
) -> tuple[Instalment, ...]:
    """The whole loan anew: what was paid, closed; then the rest by a schedule of so many months."""
    start = starts_on(loan, today)
    rest = new_terms(loan, terms, months)
    carried = sum_to_close(loan, today) - outstanding(loan)
    closed = [_closed(each, start) for each in loan]
    closed[-1] = replace(closed[-1], due_on=start)
    new = [
        replace(each, number=each.number + closed[-1].number)
        for each in schedule(rest, due_meetings(rest, start, meets))
    ]
    new[0] = replace(new[0], interest=new[0].interest + carried, carried=carried)
    return (*closed, *new)


def _closed(each: OpenInstalment, start: date) -> Instalment:
    return replace(
        each.instalment,
        principal=each.principal_paid,
        interest=each.interest_paid,
        due_on=min(each.instalment.due_on, start),
        months=0,
        carried=NOTHING,
    )


def _begun_until(loan: Sequence[OpenInstalment], index: int, today: date) -> date:
    instalment, begun = loan[index].instalment, months_begun(loan, index, today)
    if not begun or instalment.due_on <= today:
        return today
    end = Month.of(instalment.due_on).plus(begun - instalment.months)
    return end.day(instalment.due_on.day)
