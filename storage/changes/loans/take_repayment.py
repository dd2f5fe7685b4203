"""The cashier takes a repayment: an instalment, a part, or more, but never more than is owed.

What is given beyond the debt goes back into her hand, or is a gift where she wants it so.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, update

from club.accounts import Entry
from club.calendar import Month
from club.ledger import donation_received, repayment_received
from club.members import Action
from club.money import NOTHING, Money
from club.refusals import Code, Refused
from club.repayments import Spread, spread_repayment, sum_to_close
from storage.changes.deed import AsBooksStand, Deed
from storage.changes.inserting import inserted
from storage.changes.loans.pay_out_loan import as_it_stands, locked_loan
from storage.changes.money.book import Attached, Written, write_entry
from storage.changes.money.cash_keepers import must_keep_cash_for
from storage.changes.rights import must_be_allowed
from storage.queries.loans.lending import lending
from storage.queries.loans.loans import Loan, LoanState
from storage.queries.money.ledger import fund_of_kind, places_of
from storage.tables.loans import loans, repayments_brought


@dataclass(frozen=True, slots=True)
class RepaymentTaken:
    """How it was spread; `loan` as it stands now, `handed_back` what she got back.

    `donated` is what she gave to the club beyond the debt, `brought_by` who came for her.
    """

    loan: Loan
    spread: Spread
    handed_back: Money
    voucher: str
    transaction_id: int
    donated: Money = NOTHING
    brought_by: str = ""

    @property
    def is_all_repaid(self) -> bool:
        return self.loan.state is LoanState.REPAID


@dataclass(frozen=True, slots=True)
class TakeRepayment(AsBooksStand):
    """`amount` pays the loan; `handed_back` and `donated` go beyond it (Club rules, C.5)."""

    loan_id: int
    place_id: int
    amount: Money
    handed_back: Money = NOTHING
    donated: Money = NOTHING
    brought_by: str = ""

    def carry_out(self, db: Connection, deed: Deed) -> RepaymentTaken:
        """Raises Refused for his own household, a loan not running, and more than is owed."""
        must_be_allowed(db, deed, Action.TAKE_REPAYMENT)
        running = self._running(db, deed)
        must_keep_cash_for(db, deed, running.borrower)
        return self.booked(db, deed)

    def _running(self, db: Connection, deed: Deed) -> Loan:
        running = locked_loan(db, deed, self.loan_id)
        if running.state is LoanState.REPAID:
            raise Refused(Code.ALREADY_DONE)
        if running.state is not LoanState.RUNNING:
            raise Refused(Code.NOT_FOUND)
        return running

    def booked(
        self, db: Connection, deed: Deed, *, second_person: int | None = None
    ) -> RepaymentTaken:
        """The same where it was found already who takes the money; `second_person` beside him."""
        running = self._running(db, deed)
        self._check_sum_and_place(db, deed, running)
        order = lending(db, running.club, deed.today).order
        spread = spread_repayment(running.instalments, self.amount, deed.today, order)
        written = self._write(db, deed, running, spread, second_person=second_person)
        after = as_it_stands(db, running)
        if not any(each.left for each in after.instalments):
            repaid = {"state": LoanState.REPAID.value, "ended_on": deed.today}
            db.execute(update(loans).where(loans.c.id == running.id).values(**repaid))
            after = as_it_stands(db, running)
        self._keep_the_rest(db, deed, running, written)
        return RepaymentTaken(
            after,
            spread,
            self.handed_back,
            written.voucher,
            written.transaction_id,
            donated=self.donated,
            brought_by=self.brought_by,
        )

    def _keep_the_rest(self, db: Connection, deed: Deed, running: Loan, written: Written) -> None:
        """The gift beyond the debt, in an entry of its own; and who brought the money."""
        if self.donated:
            gift = donation_received(
                fund=fund_of_kind(db, running.club, "operating"),
                place=self.place_id,
                amount=self.donated,
                member=running.member,
                happened_on=deed.today,
            )
            write_entry(db, deed, gift, cause=f"{deed.cause}:gift", for_member=running.member)
        if self.brought_by:
            inserted(
                db,
                repayments_brought,
                transaction_id=written.transaction_id,
                brought_by=self.brought_by,
            )

    def _check_sum_and_place(self, db: Connection, deed: Deed, running: Loan) -> None:
        if self.place_id not in {each.id for each in places_of(db, running.club)}:
            raise Refused(Code.NOT_FOUND)
        if self.amount <= NOTHING or self.donated < NOTHING:
            raise Refused(Code.SUM_TOO_SMALL, smallest=Money(1))
        owed = sum_to_close(running.instalments, deed.today)
        if self.amount > owed or (self.donated and self.amount < owed):
            raise Refused(Code.MORE_THAN_OWED, owed=owed)

    def _entry(self, running: Loan, spread: Spread, today: date) -> Entry:
        return repayment_received(
            fund=running.fund,
            place=self.place_id,
            loan=running.id,
            member=running.member,
            principal=spread.principal,
            interest=spread.interest,
            happened_on=today,
            means=_month_meant(running, spread),
        )

    def _write(
        self,
        db: Connection,
        deed: Deed,
        running: Loan,
        spread: Spread,
        *,
        second_person: int | None,
    ) -> Written:
        entry = self._entry(running, spread, deed.today)
        paid = [
            {
                "loan_id": running.id,
                "instalment_number": part.number,
                "principal": part.principal,
                "interest": part.interest,
                "paid_on": deed.today,
            }
            for part in spread.parts
        ]
        return write_entry(
            db,
            deed,
            entry,
            attached=Attached(repayments=paid),
            for_member=running.member,
            second_person=second_person,
        )


def _month_meant(running: Loan, spread: Spread) -> Month | None:
    """The month of the instalment it pays; None where it pays several."""
    if len(spread.parts) != 1:
        return None
    number = spread.parts[0].number
    return next(
        Month.of(each.instalment.due_on)
        for each in running.instalments
        if each.instalment.number == number
    )
