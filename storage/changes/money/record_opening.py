"""What the club had before its books began, by fund, place and source."""

from dataclasses import dataclass

from sqlalchemy import Connection

from club.accounts import RETURNABLE, Source
from club.ledger import opening_balance
from club.members import Action
from club.money import Money
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.money.book import Written, lock_club, place_of_kind, write_entry
from storage.changes.rights import must_be_allowed
from storage.queries.money.ledger import Fund, funds_of
from storage.queries.money.payments import person_of
from storage.tables.books import owed_terms


@dataclass(frozen=True, slots=True)
class OpeningRecorded:
    club_id: int
    fund: Fund
    place: str
    amount: Money
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordOpening:
    """`place` is tin or bank; the club's account is there from the first time it is named.

    A share names its member, lent money a member or the lender outside (Club rules, A.6).
    """

    fund_id: int
    place: str
    amount: Money
    source: Source
    member_id: int | None = None
    lender: str = ""

    def carry_out(self, db: Connection, deed: Deed) -> OpeningRecorded:
        must_be_allowed(db, deed, Action.OPENING_BALANCE)
        if deed.club_id is None or self.place not in {"tin", "bank"}:
            raise Refused(Code.NOT_FOUND)
        self._check_owner(db, deed.club_id)
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
            member=self.member_id,
        )
        written = write_entry(db, deed, entry, for_member=self.member_id)
        if self.source in RETURNABLE:
            self._keep_terms(db, deed, written)
        return OpeningRecorded(deed.club_id, fund, self.place, self.amount, self.source)

    def _check_owner(self, db: Connection, club_id: int) -> None:
        has_owner = self.member_id is not None or (self.lender and self.source is Source.LENT)
        if self.source in RETURNABLE and not has_owner:
            raise Refused(Code.NOT_FOUND)
        if self.member_id is not None and person_of(db, club_id, self.member_id) is None:
            raise Refused(Code.NOT_FOUND)

    def _keep_terms(self, db: Connection, deed: Deed, written: Written) -> None:
        """Whose it is, so that it can be given back."""
        inserted(
            db,
            owed_terms,
            club_id=deed.club_id,
            transaction_id=written.transaction_id,
            kind="share" if self.source is Source.SHARE else "lent",
            member_id=self.member_id,
            lender=self.lender.strip(),
            fund_id=self.fund_id,
            cause=deed.cause,
        )
