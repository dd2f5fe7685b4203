"""A parent's own yes before somebody under 16 helps: from the own account, or on paper (F.7)."""

import secrets
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection

from club.members import Action
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.joining.found_club import CODE_LETTERS
from storage.changes.rights import must_be_allowed
from storage.tables.volunteering import parent_consents

CODE_LENGTH = 8
HOLDS = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class ParentsYesNoted:
    """`code` is what the young person types; it holds for two weeks, once."""

    code: str
    days: int


@dataclass(frozen=True, slots=True)
class NoteParentsYes:
    """`form`: 'account' for a member's own child, 'paper' where the board holds a signed paper."""

    parent: str
    birth_year: int
    form: str

    def carry_out(self, db: Connection, deed: Deed) -> ParentsYesNoted:
        needed = Action.OPEN_SESSION if self.form == "paper" else Action.ASK_FOR_HELP
        must_be_allowed(db, deed, needed)
        code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
        inserted(
            db,
            parent_consents,
            club_id=deed.club_id,
            parent=self.parent,
            birth_year=self.birth_year,
            form=self.form,
            noted_by=deed.person,
            noted_at=deed.now,
            ends_at=deed.now + HOLDS,
            code=code,
        )
        return ParentsYesNoted(code, HOLDS.days)
