"""The day's word of a meeting, and who has typed it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from storage.queries.meetings.meetings import Meeting, meeting_by_number
from storage.tables.attending import day_words, word_tries
from storage.tables.meetings import meetings


@dataclass(frozen=True, slots=True)
class Tries:
    """How often a member was wrong, and whether she was right at last."""

    wrong: int
    right: bool


def day_word(db: Connection, meeting_id: int) -> str | None:
    """The word of the meeting; None where none was given."""
    return db.execute(
        select(day_words.c.word).where(day_words.c.meeting_id == meeting_id)
    ).scalar_one_or_none()


def meeting_with_word(db: Connection, club_id: int, today: date) -> Meeting | None:
    """The meeting of today for which a word was given."""
    found = db.execute(
        select(meetings.c.id)
        .join(day_words, day_words.c.meeting_id == meetings.c.id)
        .where(
            meetings.c.club_id == club_id,
            meetings.c.held_on == today,
            meetings.c.state != "cancelled",
        )
        .order_by(meetings.c.starts_at.desc())
        .limit(1)
    ).scalar_one_or_none()
    return None if found is None else meeting_by_number(db, found)


def typed_the_word(db: Connection, meeting_id: int) -> set[int] | None:
    """The members who typed it rightly; None where no word was given."""
    if day_word(db, meeting_id) is None:
        return None
    found = db.execute(
        select(word_tries.c.member_id).where(
            word_tries.c.meeting_id == meeting_id, word_tries.c.right_at.is_not(None)
        )
    )
    return set(found.scalars())


def tries_of(db: Connection, meeting_id: int, member_id: int) -> Tries | None:
    """What this member has tried so far."""
    row = db.execute(
        select(word_tries.c.wrong, word_tries.c.right_at).where(
            word_tries.c.meeting_id == meeting_id, word_tries.c.member_id == member_id
        )
    ).first()
    return None if row is None else Tries(row.wrong, row.right_at is not None)
