"""'This is not right', about a receipt or an entry, and what came of it (Club rules, D.4)."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, select, update

from club.disputes import Disputed
from club.members import Role
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.money.second_person import locked_club_of
from storage.queries.money.contributions import contribution
from storage.queries.money.disputes import (
    COLUMN_OF,
    Dispute,
    dispute,
    dispute_for,
    is_disputed,
    who_looks_into_it,
)
from storage.queries.money.entries import EntryLine, entry
from storage.tables.books import disputes


class Outcome(StrEnum):
    """What the one who looked into an entry found."""

    EXPLAINED = "explained"
    REVERSED = "reversed"  # it was wrong: it is, or is to be, corrected


@dataclass(frozen=True, slots=True)
class DisputeOpened:
    """`handler` looks into it in that office; None where nobody was left."""

    dispute: Dispute
    handler: int | None
    role: Role | None


@dataclass(frozen=True, slots=True)
class OpenDispute:
    """By the one whom it concerns: her contribution that was answered, or an entry about her.

    One at a time about each.
    """

    kind: Disputed
    subject_id: int
    said: str

    def carry_out(self, db: Connection, deed: Deed) -> DisputeOpened:
        club_id = locked_club_of(deed, db)
        find = _contribution_about if self.kind is Disputed.CONTRIBUTION else _entry_about
        involved = find(db, deed, club_id, self.subject_id)
        if is_disputed(db, self.kind, self.subject_id):
            raise Refused(Code.ALREADY_DONE)
        return _opened(db, deed, self, involved)


def _opened(db: Connection, deed: Deed, about: OpenDispute, involved: set[int]) -> DisputeOpened:
    assert deed.club_id is not None
    handler, role = who_looks_into_it(db, deed.club_id, deed.person, involved, today=deed.today)
    number = inserted(
        db,
        disputes,
        club_id=deed.club_id,
        raised_by=deed.person,
        raised_at=deed.now,
        said=about.said,
        handler_id=handler,
        state="open",
        cause=deed.cause,
        **{COLUMN_OF[about.kind].name: about.subject_id},
    )
    opened = dispute(db, deed.club_id, number)
    assert opened is not None
    return DisputeOpened(opened, handler, role)


def dispute_of_entry(
    db: Connection, deed: Deed, club_id: int, number: int, *, said: str
) -> DisputeOpened:
    """A checker found an entry not to be right; whoever made it does not look into it."""
    about = entry(db, club_id, number)
    if about is None:
        raise Refused(Code.NOT_FOUND)
    involved = _known(about.recorded_by, about.second_person)
    return _opened(db, deed, OpenDispute(Disputed.ENTRY, number, said), involved)


def _contribution_about(db: Connection, deed: Deed, club_id: int, number: int) -> set[int]:
    """Who had a part in it; refused where it is not hers or not answered yet."""
    about = contribution(db, club_id, number)
    if about is None or about.person_id != deed.person_id:
        raise Refused(Code.NOT_FOUND)
    if about.state not in {"confirmed", "refused"}:
        raise Refused(Code.NOT_FOUND)
    return _known(about.decided_by, about.declared_by)


def _entry_about(db: Connection, deed: Deed, club_id: int, number: int) -> set[int]:
    """Who wrote it or stood for it; of a correction also who wrote what it corrects."""
    about = entry(db, club_id, number)
    if about is None or about.person_id != deed.person_id:
        raise Refused(Code.NOT_FOUND)
    first = None if about.reverses_id is None else entry(db, club_id, about.reverses_id)
    lines: list[EntryLine] = [each for each in (about, first) if each is not None]
    return _known(*(who for each in lines for who in (each.recorded_by, each.second_person)))


def _known(*people: int | None) -> set[int]:
    return {each for each in people if each is not None}


@dataclass(frozen=True, slots=True)
class DisputeAnswered:
    dispute: Dispute
    outcome: Outcome
    answer: str


@dataclass(frozen=True, slots=True)
class AnswerDispute:
    """What came of it, by the one who was asked to look, of the club or the commune's officer."""

    dispute_id: int
    answer: str
    outcome: Outcome = Outcome.EXPLAINED

    def carry_out(self, db: Connection, deed: Deed) -> DisputeAnswered:
        db.execute(select(disputes.c.id).where(disputes.c.id == self.dispute_id).with_for_update())
        found = dispute_for(db, deed.person, self.dispute_id)
        if found is None:
            raise Refused(Code.NOT_FOUND)
        if found.state != "open":
            raise Refused(Code.ANSWERED)
        db.execute(
            update(disputes)
            .where(disputes.c.id == found.id)
            .values(
                state="answered",
                outcome=self.outcome.value if found.kind is Disputed.ENTRY else None,
                answer=self.answer,
                answered_by=deed.person_id,
                answered_at=deed.now,
            )
        )
        return DisputeAnswered(found, self.outcome, self.answer)
