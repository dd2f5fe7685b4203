"""The cashier hands out an agreed loan; the borrower says whether the cash is in her hand."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from club.ledger import check_cash, loan_paid_out
from club.loans import Instalment, due_meetings, schedule
from club.members import Action
from club.money import NOTHING
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.money.book import lock_club, write_entry
from storage.changes.money.cash_keepers import must_keep_cash_for
from storage.changes.rights import must_be_allowed
from storage.queries.loans.lending import lending
from storage.queries.loans.loans import Loan, LoanState, loan
from storage.queries.money.ledger import cash_by_fund, cash_in, places_of
from storage.tables.loans import instalments, loans


@dataclass(frozen=True, slots=True)
class LoanPaidOut:
    """`loan` as it now stands, with its instalments. `voucher` is the slip's number."""

    loan: Loan
    voucher: str


@dataclass(frozen=True, slots=True)
class PayOutLoan:
    """The money leaves its place, and the instalments get their dates."""

    loan_id: int
    place_id: int

    def carry_out(self, db: Connection, deed: Deed) -> LoanPaidOut:
        """Raises Refused for his own household, a loan not agreed to, and too little money."""
        must_be_allowed(db, deed, Action.PAY_OUT_LOAN)
        agreed = locked_loan(db, deed, self.loan_id)
        if agreed.state is LoanState.RUNNING:
            raise Refused(Code.ALREADY_DONE)
        if agreed.state is not LoanState.AGREED:
            raise Refused(Code.NOT_FOUND)
        must_keep_cash_for(db, deed, agreed.borrower)
        self._check_money(db, agreed)
        entry = loan_paid_out(
            fund=agreed.fund,
            place=self.place_id,
            loan=agreed.id,
            member=agreed.member,
            principal=agreed.terms.principal,
            happened_on=deed.today,
        )
        written = write_entry(db, deed, entry, for_member=agreed.member)
        _write_instalments(db, agreed, deed)
        db.execute(
            update(loans)
            .where(loans.c.id == agreed.id)
            .values(state=LoanState.RUNNING.value, paid_out_on=deed.today)
        )
        return LoanPaidOut(as_it_stands(db, agreed), written.voucher)

    def _check_money(self, db: Connection, agreed: Loan) -> None:
        if self.place_id not in {each.id for each in places_of(db, agreed.club)}:
            raise Refused(Code.NOT_FOUND)
        needed = agreed.terms.principal
        in_fund = cash_by_fund(db, agreed.club).get(agreed.fund, NOTHING)
        if in_fund < needed:
            raise Refused(Code.FUND_TOO_SMALL, free=in_fund)
        check_cash(needed, there=cash_in(db, agreed.club, self.place_id, agreed.fund))


@dataclass(frozen=True, slots=True)
class CashConfirmed:
    """The borrower has the money in her hand."""

    loan: Loan


@dataclass(frozen=True, slots=True)
class CashMissing:
    """The borrower says that she did not get the money; the board has to look into it."""

    loan: Loan


@dataclass(frozen=True, slots=True)
class ConfirmCash:
    """What the borrower says about the money that was to be handed to her (Club rules, C.9)."""

    loan_id: int
    in_hand: bool

    def carry_out(self, db: Connection, deed: Deed) -> CashConfirmed | CashMissing:
        """Raises Refused for anybody but the borrower, and once she has said yes."""
        paid_out = locked_loan(db, deed, self.loan_id)
        if paid_out.borrower != deed.person_id or paid_out.paid_out_on is None:
            raise Refused(Code.NOT_FOUND)
        if paid_out.is_cash_confirmed:
            raise Refused(Code.ALREADY_DONE)
        if not self.in_hand:
            return CashMissing(paid_out)
        db.execute(
            update(loans).where(loans.c.id == paid_out.id).values(cash_confirmed_at=deed.now)
        )
        return CashConfirmed(as_it_stands(db, paid_out))


def locked_loan(db: Connection, deed: Deed, loan_id: int) -> Loan:
    """A loan of the deed's club, with the club's books and the loan's row locked."""
    if deed.club_id is None:
        raise Refused(Code.NOT_FOUND)
    lock_club(db, deed.club_id)
    db.execute(select(loans.c.id).where(loans.c.id == loan_id).with_for_update())
    found = loan(db, deed.club_id, loan_id)
    if found is None:
        raise Refused(Code.NOT_FOUND)
    return found


def as_it_stands(db: Connection, changed: Loan) -> Loan:
    """The loan read once more, after a change."""
    found = loan(db, changed.club, changed.id)
    if found is None:
        raise LookupError("a loan that was just there")
    return found


def _write_instalments(db: Connection, agreed: Loan, deed: Deed) -> None:
    meets = lending(db, agreed.club, deed.today).meets
    plan = schedule(agreed.terms, due_meetings(agreed.terms, deed.today, meets))
    db.execute(insert(instalments), [instalment_row(agreed.id, each) for each in plan])


def instalment_row(loan_id: int, each: Instalment) -> dict[str, object]:
    """An instalment as its table keeps it."""
    return {
        "loan_id": loan_id,
        "number": each.number,
        "due_on": each.due_on,
        "principal": each.principal,
        "interest": each.interest,
        "months": each.months,
        "carried": each.carried or None,
    }
