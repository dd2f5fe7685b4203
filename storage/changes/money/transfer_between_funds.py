"""Money changes its purpose: from one fund to another; and a fund that the club adds."""

from dataclasses import dataclass

from sqlalchemy import Connection

from club.accounts import Source
from club.ledger import check_cash, transferred
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
from storage.changes.rights import must_be_allowed
from storage.queries.money.ledger import cash_in, funds_of, places_of
from storage.queries.money.proposals import Proposal, ProposalKind
from storage.tables.books import funds


@dataclass(frozen=True, slots=True)
class TransferBetweenFunds:
    """The cash stays where it lies. `reason`: who decided it and what for."""

    from_fund: int
    to_fund: int
    place_id: int
    amount: Money
    reason: str

    def carry_out(self, db: Connection, deed: Deed) -> Proposed:
        must_be_allowed(db, deed, Action.MOVE_BETWEEN_FUNDS)
        club_id = locked_club_of(deed, db)
        there = {each.id for each in funds_of(db, club_id)}
        places = {each.id for each in places_of(db, club_id)}
        if not {self.from_fund, self.to_fund} <= there or self.place_id not in places:
            raise Refused(Code.NOT_FOUND)
        if self.amount <= NOTHING or self.from_fund == self.to_fund:
            raise Refused(Code.SUM_TOO_SMALL, smallest=Money(1))
        if not self.reason.strip():
            raise Refused(Code.REASON_MISSING)
        check_cash(self.amount, there=cash_in(db, club_id, self.place_id, self.from_fund))
        content = {
            "from": self.from_fund,
            "to": self.to_fund,
            "place": self.place_id,
            "amount": self.amount.dong,
        }
        return propose(db, deed, ProposalKind.TRANSFER, content, reason=self.reason)


@carried_out(ProposalKind.TRANSFER)
def transfer(db: Connection, deed: Deed, agreed: Proposal) -> tuple[Written, ...]:
    """A leg in both funds; where the money first came from is not known of cash."""
    entry = transferred(
        from_fund=agreed.content["from"],
        to_fund=agreed.content["to"],
        place=agreed.content["place"],
        amount=Money(agreed.content["amount"]),
        source=Source.ADDED_INTEREST,
        happened_on=deed.today,
    )
    return (write_for_two(db, deed, agreed, entry),)


@dataclass(frozen=True, slots=True)
class AddFund:
    """A fund beside the two that every club has."""

    name: str

    def carry_out(self, db: Connection, deed: Deed) -> Proposed:
        must_be_allowed(db, deed, Action.ADD_FUND)
        club_id = locked_club_of(deed, db)
        _check_new(db, club_id, self.name)
        return propose(db, deed, ProposalKind.ADD_FUND, {"name": self.name.strip()})


@carried_out(ProposalKind.ADD_FUND)
def add_fund(db: Connection, deed: Deed, agreed: Proposal) -> tuple[Written, ...]:
    """The fund is there, with nothing in it."""
    _check_new(db, agreed.club_id, agreed.content["name"])
    inserted(db, funds, club_id=agreed.club_id, kind="other", name=agreed.content["name"])
    return ()


def _check_new(db: Connection, club_id: int, name: str) -> None:
    if not name.strip():
        raise Refused(Code.REASON_MISSING)
    there = {each.name.casefold() for each in funds_of(db, club_id)}
    if name.strip().casefold() in there:
        raise Refused(Code.FUND_THERE_ALREADY)
