"""A member in sudden difficulty is helped with goods, working days or paperwork."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from club.address import PersonName
from club.members import Action
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.rights import must_be_allowed
from storage.queries.life.hardship import case_numbered
from storage.queries.members.members import name_of
from storage.queries.money.payments import person_of
from storage.tables.activities import help_given

WITHOUT_MONEY = ("goods", "days", "paperwork")


@dataclass(frozen=True, slots=True)
class HelpRecorded:
    """`person_id` is None for somebody who is no member, named in the case that it answers."""

    club_id: int
    member_id: int | None
    person_id: int | None
    name: PersonName | str
    kind: str
    what: str
    given_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveHelp:
    """What was given; money is paid out by `PayOutMoney`."""

    member_id: int | None
    kind: str
    what: str
    found_by: int | None
    may_be_named: bool
    case_id: int | None = None

    def carry_out(self, db: Connection, deed: Deed) -> HelpRecorded:
        must_be_allowed(db, deed, Action.RECORD_HELP)
        if deed.club_id is None or self.kind not in WITHOUT_MONEY:
            raise Refused(Code.NOT_FOUND)
        person, name = self._receiver(db, deed.club_id)
        if not self.what.strip():
            raise Refused(Code.REASON_MISSING)
        inserted(
            db,
            help_given,
            club_id=deed.club_id,
            member_id=self.member_id,
            case_id=self.case_id,
            given_on=deed.today,
            kind=self.kind,
            what=self.what.strip(),
            found_by=self.found_by,
            may_be_named=self.may_be_named,
            cause=deed.cause,
        )
        return HelpRecorded(
            deed.club_id, self.member_id, person, name, self.kind, self.what.strip(), deed.today
        )

    def _receiver(self, db: Connection, club_id: int) -> tuple[int | None, PersonName | str]:
        """A member; or, where a case is about somebody who is none, that person's name."""
        if self.member_id is not None:
            person = person_of(db, club_id, self.member_id)
            if person is None:
                raise Refused(Code.NOT_FOUND)
            return person, name_of(db, person)
        case = None if self.case_id is None else case_numbered(db, club_id, self.case_id)
        if case is None:
            raise Refused(Code.NOT_FOUND)
        return None, case.name
