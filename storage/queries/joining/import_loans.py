"""Loans that ran before the books began: what is still to be paid of them, and when."""

from datetime import date

from sqlalchemy import Connection, select

from club.importing import Column, IncomingLoan, Reason
from club.loans import Terms, check_rate, instalment_months, remaining_schedule
from club.refusals import Refused
from storage.queries.joining.planned_import import Find, Key, Plan, PlannedLoan, cause_of_loan
from storage.queries.loans.lending import lending
from storage.tables.loans import loans


class LoanPlanner:
    """Holds the club's terms, and which loans are there."""

    def __init__(self, db: Connection, club_id: int, today: date) -> None:
        self._club_id = club_id
        self._lending = lending(db, club_id, today)
        causes = select(loans.c.cause).where(loans.c.club_id == club_id)
        self._causes = set(db.execute(causes).scalars())
        self._in_file: dict[tuple[Key, date, int], IncomingLoan] = {}

    def plan(self, loan: IncomingLoan, plan: Plan, find: Find) -> None:
        """Note the loan as new, there or wrong."""
        whose = find(loan.at, loan.whose)
        terms = loan.terms(self._lending.basis, self._lending.rules.step)
        if not _is_right(loan, terms, plan) or whose is None:
            return
        first = self._in_file.setdefault((whose, loan.lent_on, loan.principal.dong), loan)
        if first is not loan:
            values = {"row": first.at.row, "sheet": first.at.sheet}
            plan.wrong(loan.at, Column.LENT_ON, Reason.TWICE, **values)
        elif isinstance(whose, int) and self._is_there(whose, loan):
            plan.loans_there += 1
        else:
            instalments = remaining_schedule(
                terms,
                left=loan.left,
                instalments_left=loan.instalments_left,
                next_due_on=loan.next_due_on,
                meets=self._lending.meets,
            )
            plan.loans.append(PlannedLoan(whose, loan, terms, instalments))

    def _is_there(self, member_id: int, loan: IncomingLoan) -> bool:
        return cause_of_loan(self._club_id, member_id, loan) in self._causes


def _is_right(loan: IncomingLoan, terms: Terms, plan: Plan) -> bool:
    """Whether the row can be at all; what cannot be is noted."""
    before = len(plan.faults)
    most = len(instalment_months(terms))
    if loan.left > loan.principal:
        plan.wrong(loan.at, Column.LEFT, Reason.LEFT_ABOVE_LENT, lent=loan.principal)
    if loan.instalments_left > most:
        values = {"most": most, "said": str(loan.instalments_left)}
        plan.wrong(loan.at, Column.INSTALMENTS_LEFT, Reason.TOO_MANY_INSTALMENTS, **values)
    if loan.next_due_on <= loan.lent_on:
        plan.wrong(loan.at, Column.NEXT_DUE_ON, Reason.DUE_BEFORE_LENT)
    try:
        check_rate(terms)
    except Refused as refused:
        plan.wrong(loan.at, Column.RATE, Reason.RATE_TOO_HIGH, **refused.values)
    return len(plan.faults) == before
