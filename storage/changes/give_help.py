"""A member in sudden difficulty is helped with goods, working days or paperwork."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from club.members import Action
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.found_club import inserted
from storage.changes.rights import must_be_allowed
from storage.queries.payments import person_of
from storage.tables.activities import help_given

WITHOUT_MONEY = ("goods", "days", "paperwork")


@dataclass(frozen=True, slots=True)
class HelpRecorded:
    club_id: int
    member_id: int
    person_id: int
    kind: str
    what: str
    given_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveHelp:
    """What was given; money is paid out by `PayOutMoney`."""

    member_id: int
    kind: str
    what: str
    found_by: int | None
    may_be_named: bool

    def carry_out(self, db: Connection, deed: Deed) -> HelpRecorded:
        must_be_allowed(db, deed, Action.RECORD_HELP)
        if deed.club_id is None or self.kind not in WITHOUT_MONEY:
            raise Refused(Code.NOT_FOUND)
        person = person_of(db, deed.club_id, self.member_id)
        if person is None:
            raise Refused(Code.NOT_FOUND)
        if not self.what.strip():
            raise Refused(Code.REASON_MISSING)
        inserted(
            db,
            help_given,
            club_id=deed.club_id,
            member_id=self.member_id,
            given_on=deed.today,
            kind=self.kind,
            what=self.what.strip(),
            found_by=self.found_by,
            may_be_named=self.may_be_named,
            cause=deed.cause,
        )
        return HelpRecorded(
            deed.club_id, self.member_id, person, self.kind, self.what.strip(), deed.today
        )
