"""'This is not right' about an entry of the books, and what came of it (Club rules, D.4)."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, select, update

from club.members import Role
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.found_club import inserted
from storage.changes.second_person import locked_club_of
from storage.queries.entries import EntryLine, entry
from storage.queries.entry_disputes import (
    EntryDispute,
    entry_dispute_for,
    is_disputed,
    who_looks_into_it,
)
from storage.tables.books import disputes


class Outcome(StrEnum):
    """What the one who looked into it found."""

    EXPLAINED = "explained"
    REVERSED = "reversed"  # it was wrong: it is, or is to be, corrected


@dataclass(frozen=True, slots=True)
class EntryDisputed:
    """`handler` looks into it in that office; None where nobody was left."""

    dispute_id: int
    about: EntryLine
    said: str
    handler: int | None
    role: Role | None


@dataclass(frozen=True, slots=True)
class DisputeEntry:
    """By the member whom the entry concerns. One at a time about each."""

    entry_id: int
    said: str

    def carry_out(self, db: Connection, deed: Deed) -> EntryDisputed:
        club_id = locked_club_of(deed, db)
        about = entry(db, club_id, self.entry_id)
        if about is None or about.person_id != deed.person_id:
            raise Refused(Code.NOT_FOUND)
        if is_disputed(db, about.id):
            raise Refused(Code.ALREADY_DONE)
        handler, role = who_looks_into_it(
            db, club_id, deed.person, _had_part_in(db, about), today=deed.today
        )
        number = inserted(
            db,
            disputes,
            club_id=club_id,
            transaction_id=about.id,
            raised_by=deed.person,
            raised_at=deed.now,
            said=self.said,
            handler_id=handler,
            state="open",
            cause=deed.cause,
        )
        return EntryDisputed(number, about, self.said, handler, role)


def _had_part_in(db: Connection, about: EntryLine) -> set[int]:
    """Who wrote it or stood for it; of a correction also who wrote what it corrects."""
    first = None if about.reverses_id is None else entry(db, about.club_id, about.reverses_id)
    lines = [each for each in (about, first) if each is not None]
    people = {person for each in lines for person in (each.recorded_by, each.second_person)}
    return {each for each in people if each is not None}


@dataclass(frozen=True, slots=True)
class EntryDisputeAnswered:
    dispute: EntryDispute
    about: EntryLine
    outcome: Outcome
    answer: str


@dataclass(frozen=True, slots=True)
class AnswerEntryDispute:
    """What came of it, by the one who was asked to look, of the club or the commune's officer."""

    dispute_id: int
    outcome: Outcome
    answer: str

    def carry_out(self, db: Connection, deed: Deed) -> EntryDisputeAnswered:
        db.execute(select(disputes.c.id).where(disputes.c.id == self.dispute_id).with_for_update())
        found = entry_dispute_for(db, deed.person, self.dispute_id)
        if found is None:
            raise Refused(Code.NOT_FOUND)
        if found.state != "open":
            raise Refused(Code.ALREADY_DONE)
        db.execute(
            update(disputes)
            .where(disputes.c.id == found.id)
            .values(
                state="answered",
                outcome=self.outcome.value,
                answer=self.answer,
                answered_by=deed.person_id,
                answered_at=deed.now,
            )
        )
        about = entry(db, found.club_id, found.entry_id)
        if about is None:
            raise LookupError("an entry that somebody disputed")
        return EntryDisputeAnswered(found, about, self.outcome, self.answer)
