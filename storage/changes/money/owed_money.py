"""Members' shares and money lent to the club: taken and given back by two people's yes.

Club rules, A.6: liabilities with owner, terms and due day.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, update

from club import ledger
from club.accounts import Entry
from club.ledger import check_cash
from club.members import Action
from club.money import NOTHING, Money
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.money.book import Written
from storage.changes.money.second_person import (
    Proposed,
    carried_out,
    locked_club_of,
    propose,
    write_for_two,
)
from storage.changes.rights import must_be_allowed, must_not_be_new
from storage.queries.members.households import person_in
from storage.queries.money.ledger import cash_in, funds_of, places_of
from storage.queries.money.owed import Owed, owed_item
from storage.queries.money.payments import person_of
from storage.queries.money.proposals import Proposal, ProposalKind
from storage.tables.books import owed_terms


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveOwed:
    """`kind` is share (a member's) or lent (a member's, or of a lender outside by name)."""

    kind: str
    fund: int
    place: int
    amount: Money
    member_id: int | None = None
    lender: str = ""
    terms: str = ""
    due_on: date | None = None

    def carry_out(self, db: Connection, deed: Deed) -> Proposed:
        must_be_allowed(db, deed, Action.RECORD_OWED)
        club_id = locked_club_of(deed, db)
        if self.amount <= NOTHING:
            raise Refused(Code.SUM_TOO_SMALL, smallest=Money(1))
        if self.member_id is None and (self.kind == "share" or not self.lender.strip()):
            raise Refused(Code.NOT_FOUND)
        if self.due_on is not None and self.due_on <= deed.today:
            raise Refused(Code.DAY_PAST)
        check_there(db, club_id, fund=self.fund, place=self.place)
        check_not_own(db, deed, club_id, self.member_id)
        number = keep_terms(db, deed, self, club_id)
        content = {
            "member": self.member_id,
            "place": self.place,
            "amount": self.amount.dong,
        }
        return propose(
            db, deed, ProposalKind.RECEIVE_OWED, content, subject=number, reason=self.terms
        )


def keep_terms(db: Connection, deed: Deed, asked: ReceiveOwed, club_id: int) -> int:
    """The terms, with no entry yet."""
    return inserted(
        db,
        owed_terms,
        club_id=club_id,
        kind=asked.kind,
        member_id=asked.member_id,
        lender=asked.lender.strip(),
        fund_id=asked.fund,
        terms=asked.terms.strip(),
        due_on=asked.due_on,
        cause=deed.cause,
    )


@dataclass(frozen=True, slots=True)
class GiveBack:
    """A share or lent money, or a part of it, goes back to its owner."""

    owed_id: int
    place: int
    amount: Money

    def carry_out(self, db: Connection, deed: Deed) -> Proposed:
        must_be_allowed(db, deed, Action.RECORD_OWED)
        club_id = locked_club_of(deed, db)
        must_not_be_new(db, deed)
        about = _owed(db, club_id, self.owed_id, self.amount)
        check_there(db, club_id, fund=about.fund, place=self.place)
        check_not_own(db, deed, club_id, about.member_id)
        check_cash(self.amount, there=cash_in(db, club_id, self.place, about.fund))
        content = {
            "member": about.member_id,
            "place": self.place,
            "amount": self.amount.dong,
        }
        return propose(db, deed, ProposalKind.GIVE_BACK, content, subject=about.id)


def check_there(db: Connection, club_id: int, *, fund: int, place: int) -> None:
    """Refuses funds and places of other clubs."""
    funds = {each.id for each in funds_of(db, club_id)}
    if fund not in funds or place not in {each.id for each in places_of(db, club_id)}:
        raise Refused(Code.NOT_FOUND)


def check_not_own(db: Connection, deed: Deed, club_id: int, member_id: int | None) -> None:
    """Refuses what is the doer's own or his household's (Club rules, B.4)."""
    if member_id is None:
        return
    owner = person_of(db, club_id, member_id)
    if owner is None:
        raise Refused(Code.NOT_FOUND)
    doer = person_in(db, club_id, deed.person, deed.today)
    if doer.is_close_to(person_in(db, club_id, owner, deed.today)):
        raise Refused(Code.OWN_AFFAIR)


def _owed(db: Connection, club_id: int, number: int, amount: Money) -> Owed:
    about = owed_item(db, club_id, number)
    if about is None:
        raise Refused(Code.NOT_FOUND)
    if amount <= NOTHING:
        raise Refused(Code.SUM_TOO_SMALL, smallest=Money(1))
    if amount > about.left:
        raise Refused(Code.MORE_THAN_OWED, owed=about.left)
    return about


@carried_out(ProposalKind.RECEIVE_OWED)
def receive(db: Connection, deed: Deed, agreed: Proposal) -> tuple[Written, ...]:
    about = owed_item(db, agreed.club_id, agreed.subject)
    if about is None:
        raise Refused(Code.NOT_FOUND)
    entry = _received(about, agreed, deed.today)
    written = write_for_two(db, deed, agreed, entry, for_member=about.member_id)
    db.execute(
        update(owed_terms)
        .where(owed_terms.c.id == about.id)
        .values(transaction_id=written.transaction_id)
    )
    return (written,)


def _received(about: Owed, agreed: Proposal, day: date) -> Entry:
    place, amount = agreed.content["place"], Money(agreed.content["amount"])
    if about.kind == "share" and about.member_id is not None:
        return ledger.share_received(
            fund=about.fund, place=place, amount=amount, member=about.member_id, happened_on=day
        )
    return ledger.lent_to_club(
        fund=about.fund, place=place, amount=amount, member=about.member_id, happened_on=day
    )


@carried_out(ProposalKind.GIVE_BACK)
def give_back(db: Connection, deed: Deed, agreed: Proposal) -> tuple[Written, ...]:
    place, amount = agreed.content["place"], Money(agreed.content["amount"])
    about = _owed(db, agreed.club_id, agreed.subject, amount)
    if about.kind == "share" and about.member_id is not None:
        entry = ledger.share_returned(
            fund=about.fund,
            place=place,
            amount=amount,
            member=about.member_id,
            happened_on=deed.today,
        )
    else:
        entry = ledger.lender_repaid(
            fund=about.fund,
            place=place,
            amount=amount,
            member=about.member_id,
            happened_on=deed.today,
        )
    return (write_for_two(db, deed, agreed, entry, for_member=about.member_id),)
