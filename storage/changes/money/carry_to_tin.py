"""The cashier takes over what somebody has in hand for the club, and puts it into the tin."""

from dataclasses import dataclass

from sqlalchemy import Connection

from club.ledger import moved
from club.members import Action
from club.money import NOTHING, Money, total
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.money.book import place_of_kind, write_entry
from storage.changes.money.second_person import locked_club_of
from storage.changes.rights import must_be_allowed
from storage.queries.money.ledger import Place, cash_in, funds_of, places_of


@dataclass(frozen=True, slots=True)
class CashCarried:
    """All that lay in these hands is in the tin now."""

    from_place: Place
    amount: Money


@dataclass(frozen=True, slots=True)
class CarryToTin:
    """'The cash is in my hand', said by the cashier of the sum that was read back.

    Where it has become another sum meanwhile nothing moves: then it is counted anew.
    """

    place_id: int
    amount: Money

    def carry_out(self, db: Connection, deed: Deed) -> CashCarried:
        must_be_allowed(db, deed, Action.CARRY_TO_TIN)
        club_id = locked_club_of(deed, db)
        place = self._place(db, club_id)
        if place.keeper_id == deed.person_id:
            raise Refused(Code.OWN_AFFAIR)
        sums = {fund.id: cash_in(db, club_id, place.id, fund.id) for fund in funds_of(db, club_id)}
        if not total(sums.values()) or total(sums.values()) != self.amount:
            raise Refused(Code.ALREADY_DONE)
        tin = place_of_kind(db, club_id, "tin")
        for fund, amount in sums.items():
            if amount > NOTHING:
                entry = moved(
                    fund=fund,
                    from_place=place.id,
                    to_place=tin,
                    amount=amount,
                    happened_on=deed.today,
                )
                write_entry(db, deed, entry, cause=f"{deed.cause}:{fund}")
        return CashCarried(place, self.amount)

    def _place(self, db: Connection, club_id: int) -> Place:
        for each in places_of(db, club_id):
            if each.id == self.place_id and each.kind == "hands":
                return each
        raise Refused(Code.NOT_FOUND)
