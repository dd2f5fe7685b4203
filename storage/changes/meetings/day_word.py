"""The day's word: given by the board, typed by those who are there."""

import secrets
from dataclasses import dataclass

from sqlalchemy import Connection, insert, update

from club.day_word import WORDS
from club.meetings import MOST_WRONG_WORDS, Answer
from club.members import Action
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.meetings.lifts import who_answers
from storage.changes.meetings.planned_meeting import locked_meeting
from storage.changes.meetings.take_roll import note_corrections
from storage.changes.rights import must_be_allowed
from storage.queries.meetings.day_words import Tries, day_word, tries_of
from storage.queries.meetings.meetings import Invited, Meeting, absent_members
from storage.tables.attending import day_words, word_tries
from storage.tables.meetings import attendance


@dataclass(frozen=True, slots=True)
class DayWordGiven:
    meeting: Meeting
    word: str


@dataclass(frozen=True, slots=True)
class GiveDayWord:
    """A word for this day's meeting; asked for again it is the same word."""

    meeting_id: int

    def carry_out(self, db: Connection, deed: Deed) -> DayWordGiven:
        must_be_allowed(db, deed, Action.TAKE_ROLL)
        meeting = locked_meeting(db, self.meeting_id)
        if meeting.club_id != deed.club_id:
            raise Refused(Code.NOT_FOUND)
        if meeting.state == "cancelled":
            raise Refused(Code.MEETING_CANCELLED)
        if meeting.day != deed.today:
            raise Refused(Code.DAY_IN_FUTURE if meeting.day > deed.today else Code.MEETING_BEGUN)
        word = day_word(db, meeting.id)
        if word is None:
            word = secrets.choice(WORDS)
            values = {"word": word, "given_by": deed.person_id, "given_at": deed.now}
            db.execute(insert(day_words).values(meeting_id=meeting.id, **values))
        return DayWordGiven(meeting, word)


@dataclass(frozen=True, slots=True)
class DayWordTyped:
    """`left`: how many tries there are still. `had_said_no`: she comes all the same."""

    meeting: Meeting
    right: bool
    left: int
    had_said_no: bool = False


@dataclass(frozen=True, slots=True)
class TypeDayWord:
    """She is there. Only on the day itself; a wrong word counts, and after some the board helps.

    `is_right` is decided by who understands what was typed, for this word.
    """

    meeting_id: int
    word: str
    is_right: bool

    def carry_out(self, db: Connection, deed: Deed) -> DayWordTyped:
        meeting = locked_meeting(db, self.meeting_id)
        member = who_answers(db, meeting, deed)
        if meeting.day != deed.today or meeting.state == "cancelled":
            raise Refused(Code.NOT_FOUND)
        tried = tries_of(db, meeting.id, member.member_id)
        before = tried or Tries(0, False)
        if before.wrong >= MOST_WRONG_WORDS and not before.right:
            return DayWordTyped(meeting, right=False, left=0)
        right = self.is_right and self.word == day_word(db, meeting.id)
        if not before.right:
            _note_try(db, deed, meeting, member, right=right, tried=tried)
        if right and meeting.state == "held":
            _note_present(db, deed, meeting, member)
        left = MOST_WRONG_WORDS - before.wrong - (not right)
        return DayWordTyped(meeting, right, left, member.answer is Answer.NO)


def _note_try(
    db: Connection,
    deed: Deed,
    meeting: Meeting,
    member: Invited,
    *,
    right: bool,
    tried: Tries | None,
) -> None:
    wrong = (tried.wrong if tried else 0) + (not right)
    values = {"wrong": wrong, "right_at": deed.now if right else None}
    if tried is None:
        row = {"meeting_id": meeting.id, "member_id": member.member_id}
        db.execute(insert(word_tries).values(row | values))
        return
    db.execute(
        update(word_tries)
        .where(word_tries.c.meeting_id == meeting.id, word_tries.c.member_id == member.member_id)
        .values(values)
    )


def _note_present(db: Connection, deed: Deed, meeting: Meeting, member: Invited) -> None:
    """The roll was taken already: she stands on it as present from now on, by her own word."""
    absent = absent_members(db, meeting.id)
    if member.member_id not in absent:
        return
    still = absent - {member.member_id}
    note_corrections(db, deed, meeting.id, gone=absent, absent=still)
    db.execute(
        update(attendance)
        .where(attendance.c.meeting_id == meeting.id, attendance.c.member_id == member.member_id)
        .values(present=True, noted_at=deed.now, noted_by=deed.person_id)
    )
