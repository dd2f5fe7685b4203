"""Writing the minutes: part by part, each on record as soon as it is read back; then the signature.

Whoever else writes continues in the same minutes: a part is only written over by somebody who has
seen what stands there.
"""

from dataclasses import dataclass
from datetime import time

from sqlalchemy import Connection, insert, update

from club.meetings import MinutesPart
from club.members import Action
from club.minutes import LONGEST_PART, STATE_AFTER, Outcome, check_version, kept
from club.photos import About
from club.refusals import Code, Refused
from storage.changes.attach_photo import attach_photos
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.meetings.planned_meeting import locked_meeting
from storage.changes.money.book import Written
from storage.changes.money.second_person import Proposed, carried_out, propose
from storage.changes.rights import must_be_allowed
from storage.queries.meetings.decisions import to_review
from storage.queries.meetings.meeting_known import known_of
from storage.queries.meetings.meeting_minutes import (
    Minutes,
    minutes_numbered,
    minutes_of,
    signature_awaited,
)
from storage.queries.money.proposals import Proposal, ProposalKind
from storage.tables.minutes import (
    decision_reviews,
    decisions,
    minutes,
    minutes_addenda,
    minutes_parts,
)


@dataclass(frozen=True, slots=True)
class Review:
    """What the meeting heard about a decision from before; `reason` where it was dropped."""

    decision_id: int
    outcome: Outcome
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PartWritten:
    """A part is on record; no words: it was passed over."""

    minutes: Minutes
    part: MinutesPart


@dataclass(frozen=True, slots=True)
class MinutesAdded:
    """Something was added below signed minutes."""

    minutes: Minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class WritePart:
    """`version`: what the writer has seen there, 0 for nothing. What was heard about decisions, and
    the hour of the end, stay as they are where they are not given.
    """

    meeting_id: int
    part: MinutesPart
    words: str
    version: int
    ended_at: time | None = None
    reviews: tuple[Review, ...] = ()
    photos: tuple[int, ...] = ()

    def carry_out(self, db: Connection, deed: Deed) -> PartWritten:
        """Raises Refused once they are signed or wait for it, and if somebody wrote meanwhile."""
        there = open_minutes(db, deed, self.meeting_id)
        check_version(seen=self.version, now=there.version_of(self.part))
        number = begun(db, deed, there)
        self._write(db, deed, number)
        self._write_end(db, number)
        meeting = there.meeting.id
        attach_photos(db, deed, self.photos, about=About.MINUTES, subject=meeting)
        self._note_reviews(db, deed, there, number)
        after = minutes_numbered(db, there.meeting.club_id, number)
        assert after is not None
        return PartWritten(after, self.part)

    def _write(self, db: Connection, deed: Deed, number: int) -> None:
        values = {
            "words": self.words.strip()[:LONGEST_PART],
            "version": self.version + 1,
            "written_by": deed.person_id,
            "written_at": deed.now,
        }
        if self.version:
            db.execute(
                update(minutes_parts)
                .where(
                    minutes_parts.c.minutes_id == number, minutes_parts.c.part == self.part.value
                )
                .values(values)
            )
        else:
            key = {"minutes_id": number, "part": self.part.value}
            db.execute(insert(minutes_parts).values(key | values))

    def _write_end(self, db: Connection, number: int) -> None:
        if self.ended_at is not None:
            ended = {"ended_at": self.ended_at.isoformat("minutes")}
            db.execute(update(minutes).where(minutes.c.id == number).values(ended))

    def _note_reviews(self, db: Connection, deed: Deed, there: Minutes, number: int) -> None:
        """What the meeting heard about each decision; said again, the newer word holds."""
        day = there.meeting.day
        about = {each.id for each in to_review(db, there.meeting.club_id, number, day)}
        for each in self.reviews:
            if each.decision_id not in about:
                raise Refused(Code.ALREADY_DONE)
            if each.outcome is Outcome.DROPPED and not each.reason.strip():
                raise Refused(Code.REASON_MISSING)
            _note_review(db, deed, number, each)
            is_open = each.outcome is Outcome.NOT_YET
            db.execute(
                update(decisions)
                .where(decisions.c.id == each.decision_id)
                .values(
                    state=STATE_AFTER[each.outcome].value,
                    reason=each.reason,
                    settled_on=None if is_open else day,
                    settled_by=None if is_open else deed.person_id,
                )
            )


@dataclass(frozen=True, slots=True)
class FinishMinutes:
    """Nothing more to write: the figures are frozen, and the signature is asked for."""

    meeting_id: int

    def carry_out(self, db: Connection, deed: Deed) -> Proposed:
        """Raises Refused while nothing is written, or the roll is not taken."""
        there = open_minutes(db, deed, self.meeting_id)
        if there.number is None or not there.parts:
            raise Refused(Code.NOT_FOUND)
        if there.meeting.state != "held":
            raise Refused(Code.ROLL_NOT_TAKEN)
        db.execute(
            update(minutes)
            .where(minutes.c.id == there.number)
            .values(
                known=kept(known_of(db, there.meeting)),
                finished_by=deed.person_id,
                finished_at=deed.now,
            )
        )
        content = {"meeting": there.meeting.id}
        return propose(db, deed, ProposalKind.MINUTES, content, subject=there.number)


@carried_out(ProposalKind.MINUTES)
def sign_minutes(db: Connection, deed: Deed, agreed: Proposal) -> tuple[Written, ...]:
    """From now on nothing in them changes; nothing is written into the books."""
    db.execute(
        update(minutes)
        .where(minutes.c.id == agreed.subject)
        .values(state="signed", signed_by=deed.person_id, signed_at=deed.now)
    )
    return ()


@dataclass(frozen=True, slots=True)
class AddToMinutes:
    """A correction of signed minutes, with the day it was added."""

    meeting_id: int
    words: str

    def carry_out(self, db: Connection, deed: Deed) -> MinutesAdded:
        """Raises Refused for minutes that can still be written."""
        must_be_allowed(db, deed, Action.WRITE_MINUTES)
        there = _locked(db, deed, self.meeting_id)
        if there.number is None or not there.is_signed:
            raise Refused(Code.NOT_FOUND)
        inserted(
            db,
            minutes_addenda,
            minutes_id=there.number,
            words=self.words.strip(),
            added_on=deed.today,
            added_by=deed.person_id,
            added_at=deed.now,
            cause=deed.cause,
        )
        after = minutes_numbered(db, there.meeting.club_id, there.number)
        assert after is not None
        return MinutesAdded(after)


def open_minutes(db: Connection, deed: Deed, meeting_id: int) -> Minutes:
    """The minutes, begun or not, locked for writing. Raises Refused where nobody may write now."""
    must_be_allowed(db, deed, Action.WRITE_MINUTES)
    there = _locked(db, deed, meeting_id)
    if there.meeting.state == "cancelled":
        raise Refused(Code.MEETING_CANCELLED)
    if there.meeting.day > deed.today:
        raise Refused(Code.DAY_IN_FUTURE)
    if there.is_signed:
        raise Refused(Code.MINUTES_SIGNED)
    if signature_awaited(db, there.meeting.club_id, there.number) is not None:
        raise Refused(Code.MINUTES_WAITING)
    return there


def _locked(db: Connection, deed: Deed, meeting_id: int) -> Minutes:
    locked_meeting(db, meeting_id)
    there = None if deed.club_id is None else minutes_of(db, deed.club_id, meeting_id)
    if there is None:
        raise Refused(Code.NOT_FOUND)
    return there


def begun(db: Connection, deed: Deed, there: Minutes) -> int:
    """The number of the minutes; whoever writes first begins them."""
    if there.number is not None:
        return there.number
    return inserted(
        db,
        minutes,
        club_id=there.meeting.club_id,
        meeting_id=there.meeting.id,
        state="open",
        begun_by=deed.person_id,
        begun_at=deed.now,
    )


def _note_review(db: Connection, deed: Deed, number: int, each: Review) -> None:
    values = {
        "outcome": each.outcome.value,
        "reason": each.reason,
        "noted_by": deed.person_id,
        "noted_at": deed.now,
    }
    changed = db.execute(
        update(decision_reviews)
        .where(
            decision_reviews.c.decision_id == each.decision_id,
            decision_reviews.c.minutes_id == number,
        )
        .values(values)
    )
    if not changed.rowcount:
        key = {"decision_id": each.decision_id, "minutes_id": number}
        db.execute(insert(decision_reviews).values(key | values))
