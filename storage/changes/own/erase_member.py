"""A member without a phone wants to be erased: the board writes it down, two of them (G.1, G.4)."""

from dataclasses import dataclass

from sqlalchemy import Connection

from club.consents import ConsentForm
from club.personal_data.standing_in import WAITS
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.members.change_member import member_locked
from storage.changes.money.book import Written
from storage.changes.money.second_person import Proposed, carried_out, propose
from storage.changes.own.ask_erasing import ErasingWithdrawn, waiting_for, withdraw
from storage.queries.helping.witnesses import has_phone
from storage.queries.members.member_record import KnownMember, known_member
from storage.queries.members.members import name_of
from storage.queries.money.proposals import Proposal, ProposalKind
from storage.tables.erasing import erasures_asked


@dataclass(frozen=True, slots=True)
class EraseMember:
    """Refused for oneself, and for whoever has an account and asks there."""

    member_id: int
    form: ConsentForm

    def carry_out(self, db: Connection, deed: Deed) -> Proposed:
        _, who = member_locked(db, deed, self.member_id)
        _check(db, deed, who)
        content = {"member": who.member_id, "person": who.person_id, "form": self.form.value}
        return propose(db, deed, ProposalKind.ERASE, content, subject=who.member_id)


def _check(db: Connection, deed: Deed, who: KnownMember) -> None:
    if who.person_id == deed.person_id:
        raise Refused(Code.OWN_AFFAIR)
    if has_phone(db, who.person_id):
        raise Refused(Code.NOT_ALLOWED)
    if waiting_for(db, who.person_id) is not None:
        raise Refused(Code.ALREADY_DONE)


@carried_out(ProposalKind.ERASE)
def erase_member(db: Connection, deed: Deed, agreed: Proposal) -> tuple[Written, ...]:
    """Both have seen her sign; from now on the days count."""
    who = known_member(db, agreed.club_id, agreed.content["member"])
    if who is None:
        raise Refused(Code.NOT_FOUND)
    _check(db, deed, who)
    inserted(
        db,
        erasures_asked,
        club_id=agreed.club_id,
        person_id=who.person_id,
        asked_by=agreed.proposed_by,
        second_person=deed.person,
        form=agreed.content["form"],
        asked_at=deed.now,
        due_at=deed.now + WAITS,
        state="waiting",
    )
    return ()


@dataclass(frozen=True, slots=True)
class KeepMember:
    """She has thought better of it; one of the board is enough to write that down."""

    member_id: int

    def carry_out(self, db: Connection, deed: Deed) -> ErasingWithdrawn:
        club_id, who = member_locked(db, deed, self.member_id)
        withdraw(db, who.person_id, deed.now)
        return ErasingWithdrawn(who.person_id, club_id, name_of(db, who.person_id))
