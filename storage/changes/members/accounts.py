"""A lost phone is frozen at once; two open it again or cut it off; a new account is confirmed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from club.lost_accounts import LOOKED_BACK, Ending
from club.members import Action
from club.refusals import Code, Refused
from club.rights import may_concern
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.money.book import Written
from storage.changes.money.second_person import Proposed, carried_out, propose
from storage.changes.rights import must_be_allowed
from storage.queries.loans.loans import LoanState
from storage.queries.members.accounts import (
    Freeze,
    freeze,
    open_accounts,
)
from storage.queries.members.households import person_in
from storage.queries.money.proposals import Proposal, ProposalKind
from storage.tables.accounts import account_freezes
from storage.tables.channels import chat_codes
from storage.tables.chats import LETTER_WAITS, chats, dialogues, invitations, outbox
from storage.tables.helping import helper_codes
from storage.tables.loans import loan_votes, loans
from storage.tables.pages import page_links, page_sessions
from storage.tables.people import members
from storage.tables.proposals import proposals

FROZEN = "frozen"


@dataclass(frozen=True, slots=True)
class AccountFrozen:
    """`own`: she said it herself, on another account."""

    freeze: Freeze
    own: bool


@dataclass(frozen=True, slots=True)
class FreezeAccount:
    """Somebody's phone is lost: her accounts, links, codes and votes are frozen at once.

    Said for her by any one of the board, or by herself on another account, which goes on.
    Raises Refused(NOT_FOUND) for whoever is not of the club, Refused(NO_ACCOUNT) where she has no
    account that could be frozen.
    """

    person_id: int

    def carry_out(self, db: Connection, deed: Deed) -> AccountFrozen:
        own = deed.person_id == self.person_id
        if not own:
            must_be_allowed(db, deed, Action.FREEZE_ACCOUNT)
            _must_be_member(db, deed, self.person_id)
        elif deed.typed_by is not None:
            raise Refused(Code.NOT_FOR_HELPER)
        lost = [each for each in open_accounts(db, self.person_id) if each != deed.chat_id]
        if not lost:
            raise Refused(Code.NO_ACCOUNT)
        number = inserted(
            db,
            account_freezes,
            person_id=self.person_id,
            club_id=deed.club_id,
            frozen_by=deed.person,
            chats=lost,
            frozen_at=deed.now,
        )
        _hold(db, lost, deed.now)
        _end_links(db, self.person_id, lost, deed.now)
        _drop_votes(db, self.person_id, lost, deed.now)
        return AccountFrozen(_there(db, number), own)


def _must_be_member(db: Connection, deed: Deed, person_id: int) -> None:
    hers = (members.c.club_id == deed.club_id) & (members.c.person_id == person_id)
    found = db.execute(select(members.c.id).where(hers, members.c.state == "member")).first()
    if found is None:
        raise Refused(Code.NOT_FOUND)


def _there(db: Connection, number: int) -> Freeze:
    found = freeze(db, number)
    if found is None:
        raise LookupError("accounts that were just frozen")
    return found


def _hold(db: Connection, lost: Sequence[int], now: datetime) -> None:
    """The accounts open nothing, and nothing more is sent there."""
    db.execute(
        update(chats)
        .where(chats.c.id.in_(lost))
        .values(frozen_at=now, unreachable=FROZEN, helping_id=None, shown=None, practice_at=None)
    )
    db.execute(
        update(dialogues)
        .where(dialogues.c.chat_id.in_(lost), dialogues.c.place.in_(("front", "parked")))
        .values(place="stopped")
    )
    db.execute(
        update(outbox)
        .where(outbox.c.chat_id.in_(lost), LETTER_WAITS)
        .values(state="dropped", why=FROZEN)
    )


def _end_links(db: Connection, person_id: int, lost: Sequence[int], now: datetime) -> None:
    """Whatever opens a door in her name: links, codes, pages."""
    db.execute(
        update(page_sessions)
        .where(page_sessions.c.chat_id.in_(lost), page_sessions.c.ended_at.is_(None))
        .values(ended_at=now)
    )
    for table, hers in (
        (page_links, page_links.c.person_id == person_id),
        (
            invitations,
            (invitations.c.made_by == person_id) | (invitations.c.person_id == person_id),
        ),
        (helper_codes, helper_codes.c.made_by == person_id),
        (chat_codes, chat_codes.c.person_id == person_id),
    ):
        db.execute(
            update(table)
            .where(hers, table.c.used_at.is_(None), table.c.ends_at > now)
            .values(ends_at=now)
        )


def _drop_votes(db: Connection, person_id: int, lost: Sequence[int], now: datetime) -> None:
    """Votes of the last days on what is still open fall; so does what she has put before others."""
    still_open = select(loans.c.id).where(loans.c.state == LoanState.ASKED.value)
    db.execute(
        delete(loan_votes).where(
            loan_votes.c.person_id == person_id,
            loan_votes.c.voted_at >= now - LOOKED_BACK,
            loan_votes.c.loan_id.in_(still_open),
        )
    )
    db.execute(
        update(proposals)
        .where(
            proposals.c.proposed_in.in_(lost),
            proposals.c.proposed_at >= now - LOOKED_BACK,
            proposals.c.state == "waiting",
        )
        .values(state="outdated")
    )


@dataclass(frozen=True, slots=True)
class EndFreeze:
    """Put before a second person: the phone is hers again, or it is cut off for good."""

    freeze_id: int
    ending: Ending

    def carry_out(self, db: Connection, deed: Deed) -> Proposed:
        must_be_allowed(db, deed, Action.CONFIRM_ACCOUNT)
        found = freeze(db, self.freeze_id)
        if found is None or deed.club_id is None:
            raise Refused(Code.NOT_FOUND)
        _must_be_member(db, deed, found.person_id)
        if not found.is_open:
            raise Refused(Code.ALREADY_DONE)
        must_be_apart(db, deed, found.person_id)
        hers = (members.c.club_id == deed.club_id) & (members.c.person_id == found.person_id)
        member = db.execute(select(members.c.id).where(hers)).scalar_one()
        content = {"member": member, "ending": self.ending.value}
        return propose(db, deed, ProposalKind.END_FREEZE, content, subject=found.id)


def must_be_apart(db: Connection, deed: Deed, person_id: int) -> None:
    """Nobody says of himself or of his own household whose phone it is."""
    assert deed.club_id is not None
    doer = person_in(db, deed.club_id, deed.person, deed.today)
    whom = person_in(db, deed.club_id, person_id, deed.today)
    if not may_concern(Action.CONFIRM_ACCOUNT, doer, whom):
        raise Refused(Code.OWN_AFFAIR)


@carried_out(ProposalKind.END_FREEZE)
def _ended(db: Connection, deed: Deed, agreed: Proposal) -> tuple[Written, ...]:
    """The same accounts speak for her again, or for nobody; then they are a stranger's."""
    found = freeze(db, agreed.subject)
    if found is None or not found.is_open:
        raise Refused(Code.ALREADY_DONE)
    ending = Ending(agreed.content["ending"])
    held = chats.c.id.in_(found.chats) & (chats.c.person_id == found.person_id)
    values: dict[str, object] = {"frozen_at": None, "unreachable": None}
    if ending is Ending.CUT_OFF:
        values |= {"person_id": None, "club_id": None, "offices_wait": None, "pays_from": None}
    db.execute(update(chats).where(held).values(**values))
    db.execute(
        update(account_freezes)
        .where(account_freezes.c.id == found.id)
        .values(ended_at=deed.now, outcome=ending.value)
    )
    return ()
