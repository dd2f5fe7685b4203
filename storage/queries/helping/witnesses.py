"""Borrowers without a phone, and who may witness that they got the money (Club rules, C.9)."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, select

from storage.queries.members.households import offices_held, person_in, persons_in
from storage.queries.members.offices import Candidate, candidates
from storage.tables.chats import chats


def has_phone(db: Connection, person_id: int) -> bool:
    """Whether she has a chat of her own."""
    hers = (chats.c.person_id == person_id) & chats.c.frozen_at.is_(None)
    return db.execute(select(chats.c.id).where(hers).limit(1)).first() is not None


def without_phone(db: Connection, club_id: int) -> list[Candidate]:
    """The members who have no chat of their own, by name."""
    open_ones = select(chats.c.person_id).where(chats.c.frozen_at.is_(None))
    reached = set(db.execute(open_ones).scalars())
    return [each for each in candidates(db, club_id) if each.person_id not in reached]


def possible_witnesses(
    db: Connection, club_id: int, borrower: int, today: date
) -> Sequence[Candidate]:
    """Members outside the board and outside the borrower's household, by name."""
    whom = person_in(db, club_id, borrower, today)
    board = {each.holder.id for each in offices_held(db, club_id, today)}
    everybody = candidates(db, club_id)
    persons = persons_in(db, club_id, {each.person_id for each in everybody}, today)
    return [
        each
        for each in everybody
        if each.person_id not in board and not persons[each.person_id].is_close_to(whom)
    ]
