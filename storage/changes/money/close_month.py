"""Closing a month: chair and bookkeeper agree to the same books, then they are final.

Club rules, D.1 and D.2. The first yes keeps a digest of what was seen; the second has to see the
same, or it becomes the first yes to the new state.
"""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, func, insert, select

from club.accounts import Account
from club.calendar import Month
from club.closing import CLOSERS, closer_missing
from club.interest_split import split_entry
from club.members import Action, Role
from club.money import NOTHING, Money, total
from club.refusals import Code, Refused
from club.summary.frozen import RULES_VERSION, frozen
from storage.changes.deed import Deed
from storage.changes.figures.publish_month import publish_month
from storage.changes.money.book import write_entry
from storage.changes.money.second_person import decide, locked_club_of, propose
from storage.changes.rights import must_be_allowed, roles_of
from storage.clock_watch import must_not_be_held
from storage.queries.clubs import club
from storage.queries.faults.chain import (
    ClosedMonth,
    Sealed,
    closed_month,
    last_digest,
    month_digest,
    seal,
    sealed_entries,
)
from storage.queries.loans.interest import cash_by_place_and_fund, split_due
from storage.queries.money.closing import Draft, checklist, draft, month_figures
from storage.queries.money.proposals import Proposal, ProposalKind, waiting_proposals
from storage.tables.books import closed_months, transactions


@dataclass(frozen=True, slots=True)
class ClosingBegun:
    """One of the two has said yes. `anew`: the books changed after the other one had."""

    month: Month
    waits_for: Role
    anew: bool


@dataclass(frozen=True, slots=True)
class MonthClosed:
    """Nothing in the month changes any more. `to_other_funds`: what they got of the interest."""

    closed: ClosedMonth
    to_other_funds: Money


@dataclass(frozen=True, slots=True)
class CloseMonth:
    """A yes to closing the month as it was seen: `agreed_on` is the digest of the draft."""

    month: Month
    agreed_on: str

    def carry_out(self, db: Connection, deed: Deed) -> ClosingBegun | MonthClosed:
        """Raises Refused for a month that is not the next, and where the books have changed."""
        must_be_allowed(db, deed, Action.CLOSE_MONTH)
        must_not_be_held(db)
        club_id = locked_club_of(deed, db)
        seen = draft(db, club_id, self.month, deed.today)
        if seen.agreed_on != self.agreed_on:
            raise Refused(Code.BOOKS_CHANGED)
        said = _yeses(db, club_id, self.month)
        other = _other_yes(deed, said, self.agreed_on)
        if other is None:
            return self._begin(db, deed, said)
        if other.account == deed.chat_id:
            raise Refused(Code.SAME_ACCOUNT)
        return _close(db, deed, seen, other)

    def _begin(self, db: Connection, deed: Deed, said: list[Proposal]) -> ClosingBegun:
        for each in said:
            decide(db, deed, each, state="outdated")
        content = {"month": str(self.month), "agreed_on": self.agreed_on}
        propose(db, deed, ProposalKind.CLOSE, content)
        own = [role for role in CLOSERS if role in roles_of(db, deed)]
        waits_for = closer_missing(own) or Role.CHAIR
        anew = any(each.proposed_by != deed.person_id for each in said)
        return ClosingBegun(self.month, waits_for, anew)


def _yeses(db: Connection, club_id: int, month: Month) -> list[Proposal]:
    waiting = waiting_proposals(db, club_id, ProposalKind.CLOSE)
    return [each for each in waiting if each.content["month"] == str(month)]


def _other_yes(deed: Deed, said: list[Proposal], agreed_on: str) -> Proposal | None:
    """The other one's yes to the same; raises Refused where it is the doer's own."""
    for each in said:
        if each.content["agreed_on"] == agreed_on:
            if each.proposed_by == deed.person_id:
                raise Refused(Code.WAITS_ALREADY)
            return each
    return None


def _close(db: Connection, deed: Deed, seen: Draft, first: Proposal) -> MonthClosed:
    """Month-end postings, figures, code: all in this transaction."""
    club_id, month = first.club_id, seen.month
    if seen.split is not None:
        write_entry(
            db,
            replace(deed, person_id=first.proposed_by),
            seen.split,
            cause=f"closing:{club_id}:{month}",
            second_person=deed.person,
        )
    entries = sealed_entries(db, club_id, month).get(month, [])
    kept = _kept(db, club_id, seen, entries, deed.today)
    previous = last_digest(db, club_id)
    row = {
        "figures": kept,
        "previous_code": previous,
        "code": month_digest(previous, entries, kept, RULES_VERSION),
        "closed_by": first.proposed_by,
    }
    _write(db, deed, month, row)
    decide(db, deed, first, state="agreed")
    return MonthClosed(_published(db, club_id, month), _moved(seen))


def split_last(db: Connection, deed: Deed, club_id: int, by: tuple[int, int]) -> None:
    """What other funds get of the interest of the month in which the club ends."""
    month = Month.of(deed.today)
    due, cash = split_due(db, club_id, month), cash_by_place_and_fund(db, club_id)
    entry = split_entry(due, cash, deed.today)
    if entry is not None:
        own = replace(deed, club_id=club_id, person_id=by[0])
        write_entry(db, own, entry, cause=f"closing:{club_id}:{month}", second_person=by[1])


def close_last(db: Connection, deed: Deed, club_id: int, closed_by: tuple[int, int]) -> None:
    """The month in which a club ends closes with it, before it is over, by the two who ended it."""
    must_not_be_held(db)
    month = Month.of(deed.today)
    own = replace(deed, club_id=club_id, person_id=closed_by[1])
    figures = month_figures(db, club_id, month, deed.today)
    entries = sealed_entries(db, club_id, month).get(month, [])
    kept = {
        "figures": frozen(figures),
        "entries": {str(each["sequence"]): seal(each) for each in entries},
        "carried_over": checklist(db, club_id, figures, deed.today).carried_over(),
    }
    previous = last_digest(db, club_id)
    code = month_digest(previous, entries, kept, RULES_VERSION)
    first = {"figures": kept, "previous_code": previous, "code": code, "closed_by": closed_by[0]}
    _write(db, own, month, first)
    _published(db, club_id, month)


def _write(db: Connection, deed: Deed, month: Month, row: dict[str, object]) -> None:
    assert deed.club_id is not None
    db.execute(
        insert(closed_months).values(
            club_id=deed.club_id,
            month=month,
            rules_version=RULES_VERSION,
            last_sequence=_last_sequence(db, deed.club_id),
            second_person=deed.person,
            closed_at=deed.now,
            practice=club(db, deed.club_id).practice,
            **row,
        )
    )


def _kept(  # noqa: PLR0917
    db: Connection, club_id: int, seen: Draft, entries: list[Sealed], today: date
) -> dict[str, object]:
    """What the closed row holds beside its code."""
    figures = seen.figures
    if seen.split is not None:
        figures = month_figures(db, club_id, seen.month, today)
    return {
        "figures": frozen(figures),
        "entries": {str(each["sequence"]): seal(each) for each in entries},
        "carried_over": seen.checklist.carried_over(),
    }


def _last_sequence(db: Connection, club_id: int) -> int:
    last = select(func.max(transactions.c.sequence)).where(transactions.c.club_id == club_id)
    return int(db.execute(last).scalar() or 0)


def _moved(seen: Draft) -> Money:
    """What the closing moved between funds, counted once."""
    lines = () if seen.split is None else seen.split.postings
    cash = [each.amount for each in lines if each.account is Account.CASH]
    return total(amount for amount in cash if amount > NOTHING)


def _published(db: Connection, club_id: int, month: Month) -> ClosedMonth:
    """What leaves the club is kept in the same transaction."""
    closed = _there(db, club_id, month)
    publish_month(db, club_id, month, closed.figures)
    return closed


def _there(db: Connection, club_id: int, month: Month) -> ClosedMonth:
    found = closed_month(db, club_id, month)
    if found is None:
        raise LookupError("a month that was just closed")
    return found
