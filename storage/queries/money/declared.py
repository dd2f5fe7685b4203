"""What a person has said of herself and may take back: it waits for somebody else's answer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, select

from storage.tables.books import declarations, disputes
from storage.tables.loans import loans
from storage.tables.meetings import meeting_answers, meetings
from storage.tables.people import members
from storage.tables.sessions import help_requests


class Word(StrEnum):
    """The kinds of what can be taken back."""

    CONTRIBUTION = "contribution"
    LOAN = "loan"
    HELP = "help"
    JOINING = "joining"
    DISPUTE = "dispute"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Declared:
    """One word given, by its kind and number. `at` is when; `waits`: nobody has answered yet."""

    word: Word
    id: int
    club_id: int
    at: datetime
    waits: bool


def declared_by(db: Connection, person_id: int, now: datetime) -> list[Declared]:
    """Everything of hers that still waits, the newest first."""
    found = [each for word in Word for each in _found(db, word, person_id, now=now) if each.waits]
    return sorted(found, key=lambda each: (each.at, each.id), reverse=True)


def declared(
    db: Connection, word: Word, number: int, *, person_id: int, now: datetime
) -> Declared | None:
    """One of hers, whatever became of it; None if it is not hers."""
    found = _found(db, word, person_id, now=now, number=number)
    return found[0] if found else None


@dataclass(frozen=True, slots=True)
class _Kept:
    """Where words of a kind are kept: the table, the instant, the state in which they wait."""

    table: Table
    at: ColumnElement[Any]
    person: Callable[[int], ColumnElement[bool]]
    waits: str = ""


def _of_member(table: Table) -> Callable[[int], ColumnElement[bool]]:
    return lambda person_id: table.c.member_id.in_(
        select(members.c.id).where(members.c.person_id == person_id)
    )


_KEPT = {
    Word.CONTRIBUTION: _Kept(
        declarations,
        declarations.c.declared_at,
        lambda person_id: declarations.c.declared_by == person_id,
        "waiting",
    ),
    Word.LOAN: _Kept(
        loans, loans.c.asked_at, lambda person_id: loans.c.asked_by == person_id, "asked"
    ),
    Word.HELP: _Kept(help_requests, help_requests.c.asked_at, _of_member(help_requests), "open"),
    Word.JOINING: _Kept(
        members, members.c.asked_at, lambda person_id: members.c.person_id == person_id, "asked"
    ),
    Word.DISPUTE: _Kept(
        disputes, disputes.c.raised_at, lambda person_id: disputes.c.raised_by == person_id, "open"
    ),
}


def _found(
    db: Connection, word: Word, person_id: int, *, now: datetime, number: int | None = None
) -> list[Declared]:
    if word is Word.ANSWER:
        return _answers(db, person_id, now=now, number=number)
    kept = _KEPT[word]
    query: Select[Any] = select(
        kept.table.c.id, kept.table.c.club_id, kept.at.label("at"), kept.table.c.state
    ).where(kept.person(person_id))
    query = query.where(
        kept.table.c.state == kept.waits if number is None else kept.table.c.id == number
    )
    return [
        Declared(word, row.id, row.club_id, row.at, row.state == kept.waits)
        for row in db.execute(query)
    ]


def _answers(
    db: Connection, person_id: int, *, now: datetime, number: int | None
) -> list[Declared]:
    """Her answers for meetings still to come; the number is the meeting's."""
    query = (
        select(meetings.c.id, meetings.c.club_id, meeting_answers.c.answered_at, meetings.c.state)
        .add_columns(meetings.c.starts_at)
        .join(meeting_answers, meeting_answers.c.meeting_id == meetings.c.id)
        .join(members, members.c.id == meeting_answers.c.member_id)
        .where(members.c.person_id == person_id)
    )
    if number is None:
        query = query.where(and_(meetings.c.state == "planned", meetings.c.starts_at > now))
    else:
        query = query.where(meetings.c.id == number)
    return [
        Declared(
            Word.ANSWER,
            row.id,
            row.club_id,
            row.answered_at,
            row.state == "planned" and row.starts_at > now,
        )
        for row in db.execute(query)
    ]
