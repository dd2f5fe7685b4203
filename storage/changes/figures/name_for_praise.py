"""A club names a member for praise; her name is told only with her own yes (Club rules, G.1)."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from club.calendar import Month
from club.members import Action
from club.refusals import Code, Refused
from club.rollup.praise import PEOPLE_A_MONTH, Merit
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.money.second_person import locked_club_of
from storage.changes.rights import must_be_allowed
from storage.queries.figures.praise import Praise, named_in_month, praise, praise_in_club
from storage.tables.people import consents, members
from storage.tables.rollups import praised_people

CONSENT_WORDING = "praise.may_i_say/1"
PURPOSE = "praise"


@dataclass(frozen=True, slots=True)
class NamedForPraise:
    """`praise.agreed` is None where she is asked herself."""

    praise: Praise


@dataclass(frozen=True, slots=True)
class NameForPraise:
    """`agreed`: what she said to the board's face, where she has no phone; else she is asked.

    Refused: NOT_ALLOWED, OWN_AFFAIR, NOT_FOUND, ALREADY_DONE, DAY_IN_FUTURE for a month to come,
    NAMED_ENOUGH.
    """

    member_id: int
    month: Month
    merit: Merit
    agreed: bool | None = None

    def carry_out(self, db: Connection, deed: Deed) -> NamedForPraise:
        must_be_allowed(db, deed, Action.NAME_FOR_PRAISE)
        club_id = locked_club_of(deed, db)
        person_id = self._person(db, club_id)
        if person_id == deed.person:
            raise Refused(Code.OWN_AFFAIR)
        if self.month > Month.of(deed.today):
            raise Refused(Code.DAY_IN_FUTURE)
        there = praise_in_club(db, club_id, self.month)
        if any(each.member_id == self.member_id for each in there):
            raise Refused(Code.ALREADY_DONE)
        if named_in_month(db, club_id, self.month) >= PEOPLE_A_MONTH:
            raise Refused(Code.NAMED_ENOUGH)
        number = inserted(
            db,
            praised_people,
            club_id=club_id,
            member_id=self.member_id,
            month=self.month,
            merit=self.merit.value,
            named_by=deed.person,
            named_at=deed.now,
            agreed=self.agreed,
            answered_at=None if self.agreed is None else deed.now,
        )
        if self.agreed is not None:
            _note_consent(db, deed, person_id, given=self.agreed, form="witness")
        return NamedForPraise(_there(db, number))

    def _person(self, db: Connection, club_id: int) -> int:
        found = select(members.c.person_id).where(
            members.c.id == self.member_id,
            members.c.club_id == club_id,
            members.c.state == "member",
        )
        person_id = db.execute(found).scalar()
        if person_id is None:
            raise Refused(Code.NOT_FOUND)
        return int(person_id)


@dataclass(frozen=True, slots=True)
class PraiseAnswered:
    praise: Praise


@dataclass(frozen=True, slots=True)
class AnswerPraise:
    """She says herself whether her name may be told; later she may say otherwise any time.

    Refused: NOT_FOUND for what is about somebody else, NOT_FOR_HELPER.
    """

    praise_id: int
    yes: bool

    def carry_out(self, db: Connection, deed: Deed) -> PraiseAnswered:
        if deed.typed_by is not None:
            raise Refused(Code.NOT_FOR_HELPER)
        found = praise(db, self.praise_id)
        if found is None or found.person_id != deed.person_id:
            raise Refused(Code.NOT_FOUND)
        here = praised_people.c.id == found.id
        db.execute(update(praised_people).where(here).values(agreed=self.yes, answered_at=deed.now))
        _note_consent(db, deed, deed.person, given=self.yes, form="chat")
        return PraiseAnswered(_there(db, found.id))


def _there(db: Connection, number: int) -> Praise:
    found = praise(db, number)
    assert found is not None
    return found


def _note_consent(db: Connection, deed: Deed, person_id: int, *, given: bool, form: str) -> None:
    db.execute(
        insert(consents).values(
            person_id=person_id,
            purpose=PURPOSE,
            wording=CONSENT_WORDING,
            given=given,
            form=form,
            at=deed.now,
        )
    )
