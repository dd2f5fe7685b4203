"""What a meeting decided is entered with its minutes, corrected until they are signed, and later
done or dropped.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, delete, select, update

from club.members import Action
from club.minutes import LONGEST_DECISION, STATE_AFTER, DecisionState, Outcome
from club.refusals import Code, Refused
from club.rights import may
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.meetings.write_minutes import begun, open_minutes
from storage.changes.rights import must_be_allowed, roles_of
from storage.queries.meetings.decisions import Decision, decision
from storage.queries.members.members import member_persons
from storage.tables.minutes import decision_reviews, decisions


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision stands in the minutes, new or corrected."""

    decision: Decision
    is_new: bool


@dataclass(frozen=True, slots=True)
class DecisionRemoved:
    """It was entered by mistake, and is in the minutes no more."""

    decision: Decision


@dataclass(frozen=True, slots=True)
class DecisionSettled:
    """Somebody said that it is done, or why it is dropped."""

    decision: Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Decide:
    """`responsible` is a person of the club, None for the whole board; `decision_id` corrects."""

    meeting_id: int
    what: str
    responsible: int | None
    until: date
    decision_id: int | None = None

    def carry_out(self, db: Connection, deed: Deed) -> Decided:
        """Raises Refused once the minutes are signed or wait for it."""
        there = open_minutes(db, deed, self.meeting_id)
        club_id = there.meeting.club_id
        if self.until < there.meeting.day:
            raise Refused(Code.DAY_PAST)
        if self.responsible is not None and self.responsible not in member_persons(db, club_id):
            raise Refused(Code.NOT_FOUND)
        values = {
            "what": self.what.strip()[:LONGEST_DECISION],
            "responsible_id": self.responsible,
            "until": self.until,
        }
        if self.decision_id is None:
            number = self._entered(db, deed, begun(db, deed, there), club_id, values)
        else:
            number = _here(db, deed, self.decision_id, self.meeting_id).id
            db.execute(update(decisions).where(decisions.c.id == number).values(values))
        return Decided(_there(db, club_id, number), is_new=self.decision_id is None)

    def _entered(  # noqa: PLR0917 – one row
        self,
        db: Connection,
        deed: Deed,
        minutes_id: int,
        club_id: int,
        values: Mapping[str, object],
    ) -> int:
        return inserted(
            db,
            decisions,
            club_id=club_id,
            minutes_id=minutes_id,
            state=DecisionState.OPEN.value,
            reason="",
            entered_by=deed.person_id,
            entered_at=deed.now,
            cause=deed.cause,
            **values,
        )


@dataclass(frozen=True, slots=True)
class RemoveDecision:
    """Only until the minutes are signed."""

    decision_id: int
    meeting_id: int

    def carry_out(self, db: Connection, deed: Deed) -> DecisionRemoved:
        open_minutes(db, deed, self.meeting_id)
        about = _here(db, deed, self.decision_id, self.meeting_id)
        db.execute(delete(decision_reviews).where(decision_reviews.c.decision_id == about.id))
        db.execute(delete(decisions).where(decisions.c.id == about.id))
        return DecisionRemoved(about)


@dataclass(frozen=True, slots=True)
class SettleDecision:
    """Done, by the responsible person or the board; dropped with a reason, by the board."""

    decision_id: int
    outcome: Outcome
    reason: str = ""

    def carry_out(self, db: Connection, deed: Deed) -> DecisionSettled:
        """Raises Refused for whoever has no part in it, and once it is settled."""
        if deed.club_id is None:
            raise Refused(Code.NOT_FOUND)
        db.execute(
            select(decisions.c.id).where(decisions.c.id == self.decision_id).with_for_update()
        )
        about = decision(db, deed.club_id, self.decision_id)
        if about is None or self.outcome is Outcome.NOT_YET:
            raise Refused(Code.NOT_FOUND)
        self._must_be_allowed(db, deed, about)
        if about.state is not DecisionState.OPEN:
            raise Refused(Code.ALREADY_DONE)
        if self.outcome is Outcome.DROPPED and not self.reason.strip():
            raise Refused(Code.REASON_MISSING)
        db.execute(
            update(decisions)
            .where(decisions.c.id == about.id)
            .values(
                state=STATE_AFTER[self.outcome].value,
                reason=self.reason.strip(),
                settled_on=deed.today,
                settled_by=deed.person_id,
            )
        )
        return DecisionSettled(_there(db, deed.club_id, about.id))

    def _must_be_allowed(self, db: Connection, deed: Deed, about: Decision) -> None:
        if self.outcome is Outcome.DONE and about.responsible == deed.person_id:
            may_settle = may(roles_of(db, deed), Action.ANSWER_MEETING)
            if may_settle:
                return
        must_be_allowed(db, deed, Action.WRITE_MINUTES)


def _here(db: Connection, deed: Deed, number: int, meeting_id: int) -> Decision:
    """A decision of these minutes."""
    found = None if deed.club_id is None else decision(db, deed.club_id, number)
    if found is None or found.meeting != meeting_id:
        raise Refused(Code.NOT_FOUND)
    return found


def _there(db: Connection, club_id: int, number: int) -> Decision:
    found = decision(db, club_id, number)
    if found is None:
        raise LookupError("a decision that was just made")
    return found
