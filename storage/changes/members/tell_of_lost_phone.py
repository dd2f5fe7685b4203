"""A member tells the board that a phone is lost, which is not hers: nothing is frozen by it."""

from dataclasses import dataclass

from sqlalchemy import Connection

from club.address import PersonName
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.rights import roles_of
from storage.queries.members.members import name_of


@dataclass(frozen=True, slots=True)
class LostPhoneTold:
    """`said`: whose it is, in her words; they are kept nowhere but in the letters to the board."""

    club_id: int
    by: PersonName
    said: str


@dataclass(frozen=True, slots=True)
class TellOfLostPhone:
    """By a member of the club, on her own account. What she says is no proof: the board decides."""

    said: str

    def carry_out(self, db: Connection, deed: Deed) -> LostPhoneTold:
        if deed.typed_by is not None:
            raise Refused(Code.NOT_FOR_HELPER)
        if deed.club_id is None or not roles_of(db, deed):
            raise Refused(Code.NOT_ALLOWED)
        return LostPhoneTold(deed.club_id, name_of(db, deed.person), self.said)
