"""What the club had before its books began, by fund, place and source."""

from dataclasses import dataclass

from sqlalchemy import Connection

from club.accounts import Source
from club.ledger import opening_balance
from club.members import Action
from club.money import Money
from club.refusals import Code, Refused
from storage.changes.book import lock_club, place_of_kind, write_entry
from storage.changes.deed import Deed
from storage.changes.rights import must_be_allowed
from storage.queries.ledger import Fund, funds_of


@dataclass(frozen=True, slots=True)
class OpeningRecorded:
    club_id: int
    fund: Fund
    place: str
    amount: Money
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordOpening:
    """`place` is tin or bank; the club's account is there from the first time it is named."""

    fund_id: int
    place: str
    amount: Money
    source: Source

    def carry_out(self, db: Connection, deed: Deed) -> OpeningRecorded:
        must_be_allowed(db, deed, Action.OPENING_BALANCE)
        if deed.club_id is None or self.place not in {"tin", "bank"}:
            raise Refused(Code.NOT_FOUND)
        lock_club(db, deed.club_id)
        fund = next((e for e in funds_of(db, deed.club_id) if e.id == self.fund_id), None)
        if fund is None:
            raise Refused(Code.NOT_FOUND)
        entry = opening_balance(
            fund=fund.id,
            place=place_of_kind(db, deed.club_id, self.place),
            amount=self.amount,
            source=self.source,
            happened_on=deed.today,
        )
        write_entry(db, deed, entry)
        return OpeningRecorded(deed.club_id, fund, self.place, self.amount, self.source)
