"""A mistake in the books is answered by the opposite entry, with a reason and a second person.

Club rules, D.3: newest first, itself final; months of a fee become free, a loan goes back to what
it was, and what other funds got of the interest comes back in the open month.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, select, update

from club.accounts import Account, Entry, Kind
from club.interest_split import InterestReceived, Way, shares, split_entry
from club.ledger import reversal_of
from club.members import Action
from club.money import Money
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.money.book import Attached, Written
from storage.changes.money.second_person import (
    Proposed,
    carried_out,
    locked_club_of,
    propose,
    write_for_two,
)
from storage.changes.rights import must_be_allowed
from storage.queries.loans.interest import cash_by_place_and_fund, split_rules
from storage.queries.money.entries import (
    EntryLine,
    depends_on,
    entry,
    owed_less_than_nothing,
    rescheduled_since,
)
from storage.queries.money.ledger import BookedEntry, entries_of, last_closed_month
from storage.queries.money.proposals import Proposal, ProposalKind
from storage.tables.books import fee_months
from storage.tables.loans import instalments, loans


@dataclass(frozen=True, slots=True)
class ReverseEntry:
    """`cash_moved`: whether the money itself went back, or only the books were wrong."""

    entry_id: int
    cash_moved: bool
    reason: str

    def carry_out(self, db: Connection, deed: Deed) -> Proposed:
        must_be_allowed(db, deed, Action.CORRECT_BOOKS)
        club_id = locked_club_of(deed, db)
        if not self.reason.strip():
            raise Refused(Code.REASON_MISSING)
        about = _correctable(db, club_id, self.entry_id)
        content = {"cash_moved": self.cash_moved, "member": about.member_id}
        return propose(
            db, deed, ProposalKind.REVERSE, content, subject=about.id, reason=self.reason
        )


def check_can_reverse(db: Connection, about: EntryLine) -> None:
    """Refuses what is final, reversed, made by a closing, or what later entries depend on."""
    if about.kind is Kind.REVERSAL:
        raise Refused(Code.REVERSAL_FINAL)
    if about.kind is Kind.INTEREST_SPLIT:
        raise Refused(Code.MADE_BY_CLOSING)
    if about.kind in {Kind.HANDED_OVER, Kind.TAKEN_OVER}:
        raise Refused(Code.MADE_BY_ENDING)
    if about.is_reversed:
        raise Refused(Code.ALREADY_DONE)
    later = depends_on(db, about)
    if later is not None:
        raise Refused(Code.LATER_DEPENDS, entry=later.called)
    if rescheduled_since(db, about):
        raise Refused(Code.RESCHEDULED_SINCE)
    if owed_less_than_nothing(db, about):
        raise Refused(Code.LATER_DEPENDS, entry="")


def _correctable(db: Connection, club_id: int, number: int) -> EntryLine:
    about = entry(db, club_id, number)
    if about is None:
        raise Refused(Code.NOT_FOUND)
    check_can_reverse(db, about)
    return about


@carried_out(ProposalKind.REVERSE)
def reverse(db: Connection, deed: Deed, agreed: Proposal) -> tuple[Written, ...]:
    """The opposite entry, and all that hung on the first one."""
    about = _correctable(db, agreed.club_id, agreed.subject)
    wrong = _booked(db, about)
    back = reversal_of(
        Entry(
            kind=wrong.kind,
            happened_on=wrong.happened_on,
            means=wrong.means,
            postings=wrong.postings,
        ),
        deed.today,
    )
    written = write_for_two(
        db,
        deed,
        agreed,
        back,
        attached=_freed_fee_months(db, about.id),
        for_member=about.member_id,
        reverses=about.id,
    )
    _put_loans_back(db, wrong)
    split = _interest_back(db, about, wrong, deed)
    if split is None:
        return (written,)
    return written, write_for_two(db, deed, agreed, split, part=1)


def _booked(db: Connection, about: EntryLine) -> BookedEntry:
    for each in entries_of(db, about.club_id, about.booked_month):
        if each.id == about.id:
            return each
    raise LookupError("an entry that was just there")


def _freed_fee_months(db: Connection, wrong: int) -> Attached:
    """What was paid for months is taken away again by a negative amount."""
    covered = db.execute(
        select(fee_months.c.member_id, fee_months.c.month, fee_months.c.amount)
        .where(fee_months.c.transaction_id == wrong)
        .order_by(fee_months.c.id)
    )
    return Attached(
        fee_months=[
            {"member_id": row.member_id, "month": row.month, "amount": -row.amount}
            for row in covered
        ]
    )


_BACK_TO = {
    Kind.LOAN_PAID_OUT: {"state": "agreed", "paid_out_on": None, "cash_confirmed_at": None},
    Kind.REPAYMENT: {"state": "running", "ended_on": None},
    Kind.WRITTEN_OFF: {"state": "running", "ended_on": None},
    Kind.OPENING: {"state": "withdrawn", "ended_on": None},
}


def _put_loans_back(db: Connection, wrong: BookedEntry) -> None:
    """The loan is again what it was before the entry."""
    touched = {each.loan for each in wrong.postings if each.loan is not None}
    if not touched or wrong.kind not in _BACK_TO:
        return
    if wrong.kind in {Kind.LOAN_PAID_OUT, Kind.OPENING}:
        db.execute(delete(instalments).where(instalments.c.loan_id.in_(touched)))
    db.execute(update(loans).where(loans.c.id.in_(touched)).values(_BACK_TO[wrong.kind]))


def _interest_back(
    db: Connection, about: EntryLine, wrong: BookedEntry, deed: Deed
) -> Entry | None:
    """What other funds got of its interest when its month closed; in an open month nobody did."""
    closed = last_closed_month(db, about.club_id)
    if closed is None or about.booked_month > closed:
        return None
    rules = split_rules(db, about.club_id)
    due: dict[Way, Money] = {}
    for each in wrong.postings:
        if each.account is Account.INTEREST_INCOME:
            received = InterestReceived(each.fund, wrong.happened_on, each.amount)
            due |= shares(received, rules)
    return split_entry(due, cash_by_place_and_fund(db, about.club_id), deed.today)
