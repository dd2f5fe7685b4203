"""What two of the board agreed on and the officer of the commune has to agree to as well."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select, update

from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.money.book import lock_club
from storage.queries.members.office_times import OfficerMatter, officer_matter
from storage.queries.members.officers import commune_officers
from storage.queries.money.proposals import Proposal
from storage.tables.board_life import officer_matters


def officers_of(db: Connection, club_id: int, today: date) -> list[int]:
    """The officers of the club's commune. Raises Refused(NO_OFFICER) where none is entered."""
    found = commune_officers(db, club_id, today)
    if not found:
        raise Refused(Code.NO_OFFICER)
    return found


def ask_officer(db: Connection, deed: Deed, agreed: Proposal, kind: str) -> int:
    """It waits for the officer now; returns its number."""
    officers_of(db, agreed.club_id, deed.today)
    return inserted(
        db,
        officer_matters,
        club_id=agreed.club_id,
        kind=kind,
        content={key: value for key, value in agreed.content.items() if key != "only"},
        proposed_by=agreed.proposed_by,
        seconded_by=deed.person,
        asked_at=deed.now,
        state="waiting",
    )


@dataclass(frozen=True, slots=True)
class OfficerAnswered:
    """`matter` as it stands now; `why` is empty where the officer agreed."""

    matter: OfficerMatter
    yes: bool
    why: str


@dataclass(frozen=True, slots=True)
class AnswerAsOfficer:
    """By an officer of the club's commune, who holds no part in the matter."""

    matter_id: int
    yes: bool
    why: str = ""

    def carry_out(self, db: Connection, deed: Deed) -> OfficerAnswered:
        found = officer_matter(db, self.matter_id)
        if found is None or deed.person not in commune_officers(db, found.club_id, deed.today):
            raise Refused(Code.NOT_ALLOWED)
        lock_club(db, found.club_id)
        there = select(officer_matters.c.state).where(officer_matters.c.id == found.id)
        if db.execute(there.with_for_update()).scalar_one() != "waiting":
            raise Refused(Code.ANSWERED)
        if deed.person in {found.proposed_by, found.seconded_by}:
            raise Refused(Code.OWN_AFFAIR)
        if not self.yes and not self.why.strip():
            raise Refused(Code.REASON_MISSING)
        if self.yes:
            DONE_BY_OFFICER[found.kind](db, deed, found)
        db.execute(
            update(officer_matters)
            .where(officer_matters.c.id == found.id)
            .values(
                state="agreed" if self.yes else "refused",
                decided_by=deed.person,
                decided_at=deed.now,
                answer=self.why or None,
            )
        )
        settled = officer_matter(db, found.id)
        assert settled is not None
        return OfficerAnswered(settled, self.yes, self.why)


DONE_BY_OFFICER: dict[str, Callable[[Connection, Deed, OfficerMatter], None]] = {}
"""How each kind is done once the officer has agreed; filled beside what proposes it."""
