"""What the chat texts of a month say about loans."""

from collections.abc import Iterator

from club.summary.figures import Figures, LoanFigures
from messages.figures import summary_loan_lines as say
from messages.figures.summary_lines import blank
from messages.moments import Moment

Lines = Iterator[Moment]


def shortly(figures: Figures) -> Lines:
    """For the overview: who borrows, what is late, who needs a loan."""
    loans = figures.loans
    if not loans.borrowers and not loans.outstanding:
        yield say.nobody_borrows()
    else:
        yield from _standing(loans)
    if loans.borrowers_in_need.whole:
        yield need(figures)


def page(figures: Figures) -> Lines:
    """The month's page about loans."""
    loans = figures.loans
    if not _has_anything(loans):
        yield say.nobody_borrows()
        if loans.borrowers_in_need.whole:
            yield need(figures)
        return
    yield from _moved(loans)
    yield blank()
    yield from _standing(loans)
    if loans.overdue.loans:
        late = loans.overdue
        yield say.overdue_by_age(
            to_30=late.to_30_days,
            to_90=late.to_90_days,
            over_90=late.over_90_days,
            at_risk=late.at_risk,
        )
    yield need(figures)


def _has_anything(loans: LoanFigures) -> bool:
    flows = loans.requests, loans.agreements, loans.payouts, loans.repaid, loans.interest
    return any((*flows, loans.outstanding, loans.written_off, loans.recovered))


def _moved(loans: LoanFigures) -> Lines:
    yield say.loans_asked(count=loans.requests, asked=loans.asked)
    yield say.loans_agreed(count=loans.agreements, agreed=loans.agreed)
    yield say.loans_paid_out(count=loans.payouts, paid_out=loans.paid_out)
    yield say.repaid(principal=loans.repaid, interest=loans.interest)
    if loans.repayment.percent is not None:
        yield say.repayment_rate(percent=loans.repayment.percent)
    if loans.written_off or loans.recovered:
        yield say.written_off(lost=loans.written_off, back=loans.recovered)


def _standing(loans: LoanFigures) -> Lines:
    yield say.borrowers(borrowers=loans.borrowers, outstanding=loans.outstanding)
    if loans.overdue.loans:
        yield say.overdue(loans=loans.overdue.loans, overdue=loans.overdue.all)
    else:
        yield say.nothing_overdue()


def need(figures: Figures) -> Moment:
    of = figures.loans.borrowers_in_need
    return say.need(with_loan=of.part, in_need=of.whole)
