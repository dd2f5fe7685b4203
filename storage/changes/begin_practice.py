"""Somebody begins to practise: her chat speaks for her in a made-up club until she ends it."""

from dataclasses import dataclass

from sqlalchemy import Connection

from storage import practising
from storage.changes.deed import Deed, Private


@dataclass(frozen=True, slots=True)
class PracticeBegun:
    """`role`: as what she practises."""

    role: str


@dataclass(frozen=True, slots=True)
class BeginPractice(Private):
    """It touches no books and leaves no note: whether she practised is her own affair."""

    role: str

    def carry_out(self, db: Connection, deed: Deed) -> PracticeBegun:
        practising.begin(db, deed.chat_id, self.role, deed.now)
        return PracticeBegun(self.role)
