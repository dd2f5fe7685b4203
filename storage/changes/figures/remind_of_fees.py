"""The board reminds those whose fee is owed, at once and once a week at most (Club rules, B.2)."""

from dataclasses import dataclass

from sqlalchemy import Connection

from club.calendar import Month
from club.members import Action
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.money.second_person import locked_club_of
from storage.changes.rights import must_be_allowed
from storage.queries.figures.fees_to_remind import FeesToRemind, fees_to_remind, reminded_last


@dataclass(frozen=True, slots=True)
class FeesReminded:
    """Nothing of it is in the books; each of `people.by_chat` hears it."""

    month: Month
    people: FeesToRemind


@dataclass(frozen=True, slots=True)
class RemindOfFees:
    """Everybody who owes for a month or before it and is to hear of it."""

    month: Month

    def carry_out(self, db: Connection, deed: Deed) -> FeesReminded:
        """Raises Refused where they were reminded within a week, and where nobody is reached."""
        must_be_allowed(db, deed, Action.HEAR_OF_DEBTS)
        club_id = locked_club_of(deed, db)
        if reminded_last(db, club_id, type(self).__name__, deed.now) is not None:
            raise Refused(Code.ALREADY_DONE)
        people = fees_to_remind(db, club_id, self.month, today=deed.today, but_not=deed.person_id)
        if not people.by_chat:
            raise Refused(Code.NOT_FOUND)
        return FeesReminded(self.month, people)
