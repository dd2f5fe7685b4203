"""Cash in hand without a phone: a slip with her mark, and a witness (Club rules, C.9)."""

from dataclasses import dataclass

from sqlalchemy import Connection, update

from club.photos import About
from club.refusals import Code, Refused
from storage.changes.attach_photo import attach_photos
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.loans.pay_out_loan import as_it_stands, locked_loan
from storage.changes.money.cash_keepers import must_keep_cash_for
from storage.queries.helping.witnesses import has_phone, possible_witnesses
from storage.queries.loans.loans import Loan
from storage.tables.loans import cash_witnesses, loans

MARKS = ("thumbprint", "signature")


@dataclass(frozen=True, slots=True)
class CashWitnessed:
    """`witness` is the person who was there."""

    loan: Loan
    slip: str
    witness: int


@dataclass(frozen=True, slots=True)
class WitnessCash:
    """Who handed the money out notes the slip, the mark on it, and who was there."""

    loan_id: int
    slip: str
    mark: str
    witness: int
    photo: int | None = None  # of the slip with the mark

    def carry_out(self, db: Connection, deed: Deed) -> CashWitnessed:
        """Raises Refused for a borrower with a phone, and for a witness of board or household."""
        paid_out = locked_loan(db, deed, self.loan_id)
        must_keep_cash_for(db, deed, paid_out.borrower)
        if paid_out.paid_out_on is None or not self.slip.strip() or self.mark not in MARKS:
            raise Refused(Code.NOT_FOUND)
        if paid_out.is_cash_confirmed:
            raise Refused(Code.ALREADY_DONE)
        if has_phone(db, paid_out.borrower):
            raise Refused(Code.NOT_ALLOWED)
        there = possible_witnesses(db, paid_out.club, paid_out.borrower, deed.today)
        if self.witness not in {each.person_id for each in there}:
            raise Refused(Code.NOT_IMPARTIAL)
        inserted(
            db,
            cash_witnesses,
            loan_id=paid_out.id,
            slip=self.slip,
            mark=self.mark,
            witness_id=self.witness,
            noted_by=deed.person,
            noted_at=deed.now,
        )
        attach_photos(db, deed, [self.photo], about=About.WITNESS, subject=paid_out.id)
        db.execute(
            update(loans).where(loans.c.id == paid_out.id).values(cash_confirmed_at=deed.now)
        )
        return CashWitnessed(as_it_stands(db, paid_out), self.slip, self.witness)
