"""Whether a member would need a loan: asked, not guessed (Club rules, C.8)."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from club.members import Action
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.loans.ask_for_loan import member_of
from storage.changes.rights import must_be_allowed
from storage.tables.people import needs_asked


@dataclass(frozen=True, slots=True)
class NeedAnswered:
    needs_loan: bool


@dataclass(frozen=True, slots=True)
class AnswerNeed:
    """Her answer of today; a later one of the same day takes its place."""

    needs_loan: bool

    def carry_out(self, db: Connection, deed: Deed) -> NeedAnswered:
        must_be_allowed(db, deed, Action.ASK_LOAN)
        if deed.club_id is None:
            raise Refused(Code.NOT_FOUND)
        member_id = member_of(db, deed.club_id, deed.person)
        of_today = (needs_asked.c.member_id == member_id, needs_asked.c.asked_on == deed.today)
        if db.execute(select(needs_asked.c.id).where(*of_today).with_for_update()).first():
            change = update(needs_asked).where(*of_today).values(needs_loan=self.needs_loan)
            db.execute(change)
        else:
            db.execute(
                insert(needs_asked).values(
                    member_id=member_id, needs_loan=self.needs_loan, asked_on=deed.today
                )
            )
        return NeedAnswered(self.needs_loan)
