"""The loans of a month: asked, agreed, paid out, repaid, late."""

from collections.abc import Iterator
from datetime import date

from club.accounts import Account, Kind
from club.calendar import Month
from club.loans import Instalment
from club.money import NOTHING, Money, total
from club.summary.books import of_account
from club.summary.figures import LoanFigures, Overdue, Share
from club.summary.people import present_members
from club.summary.rows import ClubRows, LoanRow


def count_loans(rows: ClubRows, month: Month, *, until: date) -> LoanFigures:
    """Sums come from the books; what is late, and by how many days, from the schedules."""
    booked = [posting for posting in rows.postings if posting.month == month]
    so_far = [posting for posting in rows.postings if posting.month <= month]
    asked = [request for request in rows.loan_requests if request.month == month]
    agreed = [request for request in rows.loan_requests if request.agreed_month == month]
    running = [loan for loan in rows.loans if remaining(loan, month)]
    borrowers = {loan.borrower for loan in running}
    back = (each for each in booked if each.kind is Kind.RECOVERY)

    def principal(kind: Kind) -> Money:
        return of_account((each for each in booked if each.kind is kind), Account.PRINCIPAL)

    return LoanFigures(
        requests=len(asked),
        asked=total(request.asked for request in asked),
        agreements=len(agreed),
        agreed=total(request.agreed or request.asked for request in agreed),
        payouts=sum(loan.paid_out_month == month for loan in rows.loans),
        paid_out=principal(Kind.LOAN_PAID_OUT),
        repaid=-principal(Kind.REPAYMENT),
        interest=-of_account(booked, Account.INTEREST_INCOME),
        written_off=-principal(Kind.WRITTEN_OFF),
        outstanding=of_account(so_far, Account.PRINCIPAL),
        overdue=count_overdue(running, month, until=until),
        repayment=_repayment(rows, month),
        borrowers=len(borrowers),
        borrowers_in_need=_borrowers_in_need(rows, borrowers, until),
        rescheduled=sum(loan.is_rescheduled for loan in running),
        recovered=-of_account(back, Account.LOSS),
    )


def paid_by(loan: LoanRow, month: Month) -> Money:
    """Principal that has come back up to the end of the month."""
    return total(paid.amount for paid in loan.principal_paid if paid.month <= month)


def remaining(loan: LoanRow, month: Month) -> Money:
    """Principal still with the borrower at the end of the month; nothing once it is written off."""
    gone = loan.written_off_month is not None and loan.written_off_month <= month
    if gone or loan.paid_out_month > month:
        return NOTHING
    return total(each.principal for each in loan.instalments) - paid_by(loan, month)


def unpaid_parts(loan: LoanRow, month: Month) -> Iterator[tuple[Instalment, Money]]:
    """Each instalment with the principal of it not yet paid; payments fill the oldest first."""
    paid = paid_by(loan, month)
    for instalment in sorted(loan.instalments, key=lambda each: each.due_on):
        covered = min(paid, instalment.principal)
        paid -= covered
        yield instalment, instalment.principal - covered


def count_overdue(loans: list[LoanRow], month: Month, *, until: date) -> Overdue:
    """Instalments due before `until` and not paid, by age; on its due day nothing is late yet."""
    ages: list[tuple[int, Money]] = []
    at_risk, late_loans = NOTHING, 0
    for loan in loans:
        parts = [((until - each.due_on).days, left) for each, left in unpaid_parts(loan, month)]
        late = [(days, left) for days, left in parts if days > 0 and left]
        if late:
            ages += late
            at_risk += remaining(loan, month)
            late_loans += 1
    return Overdue(
        to_30_days=total(left for days, left in ages if days <= 30),
        to_90_days=total(left for days, left in ages if 30 < days <= 90),
        over_90_days=total(left for days, left in ages if days > 90),
        at_risk=at_risk,
        loans=late_loans,
    )


def _repayment(rows: ClubRows, month: Month) -> Share:
    """Of the principal that fell due in the month, what was paid by its end (club rules, C.6)."""
    due, left = NOTHING, NOTHING
    for loan in rows.loans:
        if loan.paid_out_month <= month:
            for instalment, unpaid in unpaid_parts(loan, month):
                if Month.of(instalment.due_on) == month:
                    due, left = due + instalment.principal, left + unpaid
    return Share((due - left).dong, due.dong)


def _borrowers_in_need(rows: ClubRows, borrowers: set[int], until: date) -> Share:
    """Who said she needs a loan, and who has one, are in need (club rules, C.8)."""
    members = present_members(rows, until)
    in_need = [each.id for each in members if each.needs_loan or each.id in borrowers]
    return Share(sum(member in borrowers for member in in_need), len(in_need))
