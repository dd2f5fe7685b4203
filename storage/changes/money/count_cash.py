"""Counting a place by two: what was counted, what the books say, and the difference under inquiry.

Club rules, A.1 and A.9.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, insert

from club.inquiries import Settlement, difference_entries, settled, sum_of_notes
from club.members import Action
from club.money import NOTHING, Money
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.money.book import Written
from storage.changes.money.second_person import (
    Proposed,
    carried_out,
    locked_club_of,
    propose,
    write_for_two,
)
from storage.changes.rights import must_be_allowed
from storage.queries.loans.interest import cash_by_place_and_fund
from storage.queries.money.entries import Inquiry, open_inquiries
from storage.queries.money.ledger import cash_in, funds_of, places_of
from storage.queries.money.proposals import Proposal, ProposalKind
from storage.tables.books import cash_counts

BEARING = ("operating", "other", "income")
"""The kinds of funds in the order in which they bear a difference: daily cash first."""


@dataclass(frozen=True, slots=True)
class CountCash:
    """What lies in a place, by the first of two; `notes` are how many of each value, if told.

    `expected` is what the books said when she counted; a difference needs a reason.
    """

    place_id: int
    expected: Money
    counted: Money
    notes: Mapping[int, int] = field(default_factory=dict)
    reason: str = ""

    def carry_out(self, db: Connection, deed: Deed) -> Proposed:
        must_be_allowed(db, deed, Action.COUNT_CASH)
        club_id = locked_club_of(deed, db)
        if self.place_id not in {each.id for each in places_of(db, club_id)}:
            raise Refused(Code.NOT_FOUND)
        if self.counted < NOTHING or (self.notes and sum_of_notes(self.notes) != self.counted):
            raise ValueError("the notes do not add up to what was counted")
        _check_unchanged(db, club_id, self.place_id, self.expected)
        if self.counted != self.expected and not self.reason.strip():
            raise Refused(Code.REASON_MISSING)
        content = {
            "expected": self.expected.dong,
            "counted": self.counted.dong,
            "notes": {str(value): count for value, count in self.notes.items()},
        }
        return propose(
            db, deed, ProposalKind.COUNT, content, subject=self.place_id, reason=self.reason
        )


def _check_unchanged(db: Connection, club_id: int, place: int, expected: Money) -> None:
    """What came and went after the counting would be taken for a difference."""
    if cash_in(db, club_id, place) != expected:
        raise Refused(Code.BOOKS_CHANGED)


@carried_out(ProposalKind.COUNT)
def count(db: Connection, deed: Deed, agreed: Proposal) -> tuple[Written, ...]:
    """Two have counted: the count is kept, and the difference goes under inquiry."""
    expected, counted = Money(agreed.content["expected"]), Money(agreed.content["counted"])
    _check_unchanged(db, agreed.club_id, agreed.subject, expected)
    return counted_by_two(db, deed, agreed, place=agreed.subject, counted=counted)


def counted_by_two(
    db: Connection, deed: Deed, agreed: Proposal, *, place: int, counted: Money, first_part: int = 0
) -> tuple[Written, ...]:
    """Keep what proposer and doer have counted in a place; a difference goes under inquiry.

    `first_part`: how many entries the proposal has made before.
    """
    expected = cash_in(db, agreed.club_id, place)
    db.execute(
        insert(cash_counts).values(
            club_id=agreed.club_id,
            place_id=place,
            counted_on=deed.today,
            expected=expected,
            counted=counted,
            counted_by=agreed.proposed_by,
            second_person=deed.person,
            cause=f"proposal:{agreed.id}",
        )
    )
    entries = difference_entries(
        counted - expected,
        _bearing(db, agreed.club_id, place),
        place=place,
        happened_on=deed.today,
    )
    return tuple(
        write_for_two(db, deed, agreed, entry, part=part)
        for part, entry in enumerate(entries, first_part)
    )


def _bearing(db: Connection, club_id: int, place: int) -> dict[int, Money]:
    """What should lie in the place by fund, in the order in which funds bear a difference."""
    cash = cash_by_place_and_fund(db, club_id)
    funds = sorted(funds_of(db, club_id), key=lambda each: BEARING.index(each.kind))
    return {each.id: cash.get((place, each.id), NOTHING) for each in funds}


@dataclass(frozen=True, slots=True)
class SettleDifference:
    """A decision about cash that was missing or too much; `decision` says who decided what.

    `place_id`: where money comes in or goes out, where it does.
    """

    entry_id: int
    how: Settlement
    place_id: int
    decision: str

    def carry_out(self, db: Connection, deed: Deed) -> Proposed:
        must_be_allowed(db, deed, Action.CORRECT_BOOKS)
        club_id = locked_club_of(deed, db)
        if self.place_id not in {each.id for each in places_of(db, club_id)}:
            raise Refused(Code.NOT_FOUND)
        if not self.decision.strip():
            raise Refused(Code.REASON_MISSING)
        _open_inquiry(db, club_id, self.entry_id)
        content = {"how": self.how.value, "place": self.place_id}
        return propose(
            db, deed, ProposalKind.SETTLE, content, subject=self.entry_id, reason=self.decision
        )


@carried_out(ProposalKind.SETTLE)
def settle_difference(db: Connection, deed: Deed, agreed: Proposal) -> tuple[Written, ...]:
    """Two stand for the decision: the inquiry ends."""
    about = _open_inquiry(db, agreed.club_id, agreed.subject)
    entry = settled(
        Settlement(agreed.content["how"]),
        fund=about.fund,
        place=agreed.content["place"],
        amount=about.entry.amount,
        happened_on=deed.today,
    )
    return (write_for_two(db, deed, agreed, entry),)


def _open_inquiry(db: Connection, club_id: int, entry_id: int) -> Inquiry:
    for each in open_inquiries(db, club_id):
        if each.entry.id == entry_id:
            return each
    raise Refused(Code.ALREADY_DONE)
