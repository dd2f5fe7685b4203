"""A loan goes to another club with its borrower: what is left of it, on the days agreed."""

from dataclasses import dataclass, replace

from sqlalchemy import Connection, delete, insert, select, update

from club.loans import Instalment
from club.repayments import OpenInstalment
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.loans.pay_out_loan import instalment_row
from storage.queries.loans.loans import MOVED, Loan
from storage.tables.loans import instalments, loans


@dataclass(frozen=True, slots=True)
class NewHome:
    """Where a loan goes on: club, fund and the borrower's number there."""

    club_id: int
    fund_id: int
    member_id: int


def loan_there(db: Connection, deed: Deed, old: Loan, home: NewHome) -> int:
    """The number of the loan as it goes on."""
    row = db.execute(select(loans).where(loans.c.id == old.id)).one()._mapping
    open_ones = [each for each in old.instalments if each.left]
    kept = ("purpose", "rate_hundredths_percent_a_month", "form", "basis", "step", "state")
    days = ("asked_at", "asked_on", "asked_by", "decided_on", "minutes_on", "paid_out_on")
    number = inserted(
        db,
        loans,
        club_id=home.club_id,
        member_id=home.member_id,
        fund_id=home.fund_id,
        principal=old.outstanding,
        months=max(1, sum(each.instalment.months for each in open_ones)),
        rescheduled=row["rescheduled"],
        cash_confirmed_at=row["cash_confirmed_at"],
        cause=f"{deed.cause}:loan:{old.id}",
        **{name: row[name] for name in (*kept, *days)},
    )
    if open_ones:
        plan = [_left_of(each, at) for at, each in enumerate(open_ones, start=1)]
        db.execute(insert(instalments), [instalment_row(number, each) for each in plan])
    return number


def _left_of(each: OpenInstalment, number: int) -> Instalment:
    carried = min(each.instalment.carried, each.interest_left)
    return replace(
        each.instalment,
        number=number,
        principal=each.principal_left,
        interest=each.interest_left,
        carried=carried,
    )


def loan_ended_here(db: Connection, deed: Deed, old: Loan) -> None:
    """Here it is over: of its schedule stays what was paid."""
    db.execute(
        update(loans)
        .where(loans.c.id == old.id)
        .values(state="repaid", ended_on=deed.today, reason=MOVED)
    )
    for each in old.instalments:
        row = (instalments.c.loan_id == old.id, instalments.c.number == each.instalment.number)
        if not (each.principal_paid or each.interest_paid):
            db.execute(delete(instalments).where(*row))
        elif each.left:
            paid = {"principal": each.principal_paid, "interest": each.interest_paid}
            db.execute(update(instalments).where(*row).values(**paid))
