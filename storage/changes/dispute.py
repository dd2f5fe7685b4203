"""'This is not right': said under a receipt, answered by somebody who had no part in it."""

from dataclasses import dataclass

from sqlalchemy import Connection, select, update

from club.members import Role
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.found_club import inserted
from storage.queries.contributions import Contribution, contribution
from storage.queries.disputes import Dispute, dispute_for, disputed
from storage.queries.entry_disputes import who_looks_into_it
from storage.tables.books import declarations, disputes


@dataclass(frozen=True, slots=True)
class DisputeOpened:
    """`handler` looks into it in that office; None where nobody of the board was left."""

    dispute_id: int
    about: Contribution
    handler: int | None
    role: Role | None


@dataclass(frozen=True, slots=True)
class OpenDispute:
    """Of her own contribution that was confirmed or refused. One at a time about each."""

    declaration_id: int
    said: str

    def carry_out(self, db: Connection, deed: Deed) -> DisputeOpened:
        about = self._about(db, deed)
        involved = {each for each in (about.decided_by, about.declared_by) if each is not None}
        handler, role = who_looks_into_it(
            db, about.club_id, about.person_id, involved, today=deed.today
        )
        number = inserted(
            db,
            disputes,
            club_id=about.club_id,
            declaration_id=about.id,
            raised_by=deed.person,
            raised_at=deed.now,
            said=self.said,
            handler_id=handler,
            state="open",
            cause=deed.cause,
        )
        return DisputeOpened(number, about, handler, role)

    def _about(self, db: Connection, deed: Deed) -> Contribution:
        if deed.club_id is None:
            raise Refused(Code.NOT_ALLOWED)
        db.execute(
            select(declarations.c.id)
            .where(declarations.c.id == self.declaration_id)
            .with_for_update()
        )
        about = contribution(db, deed.club_id, self.declaration_id)
        if about is None or about.person_id != deed.person_id:
            raise Refused(Code.NOT_FOUND)
        if about.state not in {"confirmed", "refused"}:
            raise Refused(Code.NOT_FOUND)
        if disputed(db, about.id):
            raise Refused(Code.ALREADY_DONE)
        return about


@dataclass(frozen=True, slots=True)
class DisputeAnswered:
    dispute: Dispute
    about: Contribution
    answer: str


@dataclass(frozen=True, slots=True)
class AnswerDispute:
    """What came of it, by the one who was asked to look."""

    dispute_id: int
    answer: str

    def carry_out(self, db: Connection, deed: Deed) -> DisputeAnswered:
        """The commune's officer, who is in no club, may be the one who was asked."""
        db.execute(select(disputes.c.id).where(disputes.c.id == self.dispute_id).with_for_update())
        found = dispute_for(db, deed.person, self.dispute_id)
        if found is None:
            raise Refused(Code.NOT_FOUND)
        if found.state != "open":
            raise Refused(Code.ALREADY_DONE)
        db.execute(
            update(disputes)
            .where(disputes.c.id == self.dispute_id)
            .values(
                state="answered",
                answer=self.answer,
                answered_by=deed.person_id,
                answered_at=deed.now,
            )
        )
        about = contribution(db, found.club_id, found.declaration_id)
        assert about is not None
        return DisputeAnswered(found, about, self.answer)
