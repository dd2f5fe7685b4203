"""Proposing something to a second person, and that person's yes or no (Club rules, F.1)."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select, update

from club.accounts import Entry
from club.chain import salted
from club.members import Action
from club.refusals import Code, Refused
from club.second_person import check_second
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.money.book import NOTHING_ATTACHED, Attached, Written, lock_club, write_entry
from storage.changes.rights import must_be_allowed
from storage.queries.members.households import offices_held
from storage.queries.money.proposals import (
    Proposal,
    ProposalKind,
    matter_of,
    proposal,
    waiting_proposals,
)
from storage.tables.proposals import proposals

SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Proposed:
    """It waits for a second person now."""

    proposal: Proposal


@dataclass(frozen=True, slots=True)
class Agreed:
    """Two have said yes, and it is done. `written`: its entries, in order."""

    proposal: Proposal
    written: tuple[Written, ...]


@dataclass(frozen=True, slots=True)
class Declined:
    """The second person said no; nothing was done."""

    proposal: Proposal
    why: str


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Whoever proposed it has thought better of it."""

    proposal: Proposal


def propose(
    db: Connection,
    deed: Deed,
    kind: ProposalKind,
    content: dict[str, Any],
    *,
    subject: int | None = None,
    reason: str = "",
) -> Proposed:
    """Put it before a second person. Raises Refused where one about the same waits already."""
    club_id = locked_club_of(deed, db)
    for each in waiting_proposals(db, club_id, kind):
        if subject is not None and each.subject_id == subject:
            raise Refused(Code.WAITS_ALREADY)
    number = inserted(
        db,
        proposals,
        club_id=club_id,
        kind=kind.value,
        subject_id=subject,
        content=content,
        reason=reason,
        salt=secrets.token_hex(SALT_BYTES) if reason else "",
        proposed_by=deed.person,
        proposed_in=deed.chat_id,
        proposed_at=deed.now,
        state="waiting",
        cause=deed.cause,
    )
    return Proposed(_there(db, club_id, number))


def locked_club_of(deed: Deed, db: Connection) -> int:
    """The club of the deed, its books locked."""
    if deed.club_id is None:
        raise Refused(Code.NOT_ALLOWED)
    lock_club(db, deed.club_id)
    return deed.club_id


Carry = Callable[[Connection, Deed, Proposal], tuple[Written, ...]]

CARRIED_OUT: dict[ProposalKind, Carry] = {}
"""How each kind is done once two have said yes; each stands beside what proposes it."""


def carried_out(kind: ProposalKind) -> Callable[[Carry], Carry]:
    """Declare how a kind is done."""

    def declare(carry: Carry) -> Carry:
        CARRIED_OUT[kind] = carry
        return carry

    return declare


@dataclass(frozen=True, slots=True)
class AgreeTo:
    """The second person's yes: it is done in the same transaction."""

    proposal_id: int

    def carry_out(self, db: Connection, deed: Deed) -> Agreed:
        """Raises Refused for whoever may not, and where the books no longer allow it."""
        waiting = _waiting_for(db, deed, self.proposal_id)
        written = CARRIED_OUT[waiting.kind](db, deed, waiting)
        first = written[0].transaction_id if written else None
        decide(db, deed, waiting, state="agreed", transaction_id=first)
        return Agreed(waiting, written)


@dataclass(frozen=True, slots=True)
class Decline:
    """The second person's no, with a reason."""

    proposal_id: int
    why: str

    def carry_out(self, db: Connection, deed: Deed) -> Declined:
        if not self.why.strip():
            raise Refused(Code.REASON_MISSING)
        waiting = _waiting_for(db, deed, self.proposal_id)
        decide(db, deed, waiting, state="refused", answer=self.why)
        return Declined(waiting, self.why)


@dataclass(frozen=True, slots=True)
class TakeProposalBack:
    """As long as nobody has answered."""

    proposal_id: int

    def carry_out(self, db: Connection, deed: Deed) -> TakenBack:
        club_id = locked_club_of(deed, db)
        found = proposal(db, club_id, self.proposal_id)
        if found is None or found.proposed_by != deed.person_id:
            raise Refused(Code.NOT_FOUND)
        if found.state != "waiting":
            raise Refused(Code.NOTHING_WAITING)
        decide(db, deed, found, state="taken_back")
        return TakenBack(found)


def write_for_two(
    db: Connection,
    deed: Deed,
    agreed: Proposal,
    entry: Entry,
    *,
    attached: Attached = NOTHING_ATTACHED,
    part: int = 0,
    for_member: int | None = None,
    reverses: int | None = None,
) -> Written:
    """An entry of what two agreed on: the proposer's, with the doer of the deed as second."""
    return write_entry(
        db,
        replace(deed, person_id=agreed.proposed_by),
        entry,
        attached=attached,
        cause=f"proposal:{agreed.id}:{part}" if part else f"proposal:{agreed.id}",
        for_member=for_member,
        second_person=deed.person,
        reverses=reverses,
        reason_digest=salted(agreed.reason, agreed.salt) if agreed.reason else None,
    )


def decide(
    db: Connection,
    deed: Deed,
    about: Proposal,
    *,
    state: str,
    answer: str | None = None,
    transaction_id: int | None = None,
) -> None:
    """What became of a proposal, by whom and on which account."""
    db.execute(
        update(proposals)
        .where(proposals.c.id == about.id)
        .values(
            state=state,
            decided_by=deed.person_id,
            decided_in=deed.chat_id,
            decided_at=deed.now,
            answer=answer,
            transaction_id=transaction_id,
        )
    )


def _waiting_for(db: Connection, deed: Deed, number: int) -> Proposal:
    """The proposal, locked, if it waits for this person on this account."""
    must_be_allowed(db, deed, Action.SECOND)
    club_id = locked_club_of(deed, db)
    db.execute(select(proposals.c.id).where(proposals.c.id == number).with_for_update())
    found = proposal(db, club_id, number)
    if found is None or found.kind not in CARRIED_OUT:
        raise Refused(Code.NOT_FOUND)
    if found.state != "waiting":
        raise Refused(Code.ANSWERED)
    check_second(
        matter_of(db, found, deed.today),
        offices_held(db, club_id, deed.today),
        person=deed.person,
        account=deed.chat_id,
    )
    return found


def _there(db: Connection, club_id: int, number: int) -> Proposal:
    found = proposal(db, club_id, number)
    if found is None:
        raise LookupError("a proposal that was just made")
    return found
