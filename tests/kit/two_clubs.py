"""Two clubs of one commune by commands, without phones: one that goes and one that stays."""

from typing import Any

from sqlalchemy import func, insert, select

from club.calendar import Month
from club.money import Money
from club.refusals import Code
from storage.changes.loans.take_repayment import TakeRepayment
from storage.changes.members.end_club import MergeInto
from storage.changes.members.officer_matters import AnswerAsOfficer
from storage.changes.money.owed_money import ReceiveOwed
from storage.changes.money.second_person import Agreed, AgreeTo
from storage.queries import Connection
from storage.queries.money.ledger import cash_in
from storage.queries.money.proposals import ProposalKind, waiting_proposals
from storage.store import Store
from storage.tables.areas import club_communes
from storage.tables.board_life import officer_matters
from storage.tables.books import cash_counts
from storage.tables.people import officers
from tests.kit.club_books import FOUNDED, ClubBooks, agreed, lend

DOAI, TRUNG = "HXMK2345", "KMNP6789"


class Two:
    """A club that goes and one that stays, with an officer who is in neither's affairs."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.goes = ClubBooks(store, name="CLB Thôn Đoài", code=DOAI)
        self.stays = ClubBooks(store, name="CLB Thôn Trung", code=TRUNG)
        store.change(self._officer)

    def _officer(self, db: Connection) -> None:
        area = db.execute(select(club_communes.c.area_id).limit(1)).scalar_one()
        row = {"area_id": area, "person_id": self.officer, "from_day": FOUNDED}
        db.execute(insert(officers).values(row))

    @property
    def officer(self) -> int:
        return self.stays.people["manh"].person_id

    def counted(self) -> None:
        self.store.change(_counted, self.goes)

    def asked(self) -> int:
        """All have agreed but the officer; the number of the matter."""
        merge = MergeInto(self.stays.club_id)
        assert isinstance(agreed(self.goes, "chair", "bookkeeper", merge), Agreed)
        waiting = self.stays.asked(waiting_proposals, ProposalKind.TAKE_IN)
        said = self.stays.does("chair", AgreeTo(waiting[0].id))
        assert isinstance(said, Agreed), said
        with self.store.reading() as db:
            return int(db.execute(select(func.max(officer_matters.c.id))).scalar_one())

    def officer_says(self, matter: int, *, yes: bool = True) -> Any:
        return self.stays.does("manh", AnswerAsOfficer(matter, yes=yes, why="" if yes else "chưa"))


def _counted(db: Connection, books: ClubBooks) -> None:
    there = cash_in(db, books.club_id, books.club.tin)
    row = {
        "club_id": books.club_id,
        "place_id": books.club.tin,
        "counted_on": books.today,
        "expected": there,
        "counted": there,
        "counted_by": books.people["cashier"].person_id,
        "second_person": books.people["deputy"].person_id,
        "cause": f"counted:{books.club_id}:{books.today}:{there.dong}",
    }
    db.execute(insert(cash_counts).values(row))


def lives(two: Two) -> int:
    """A loan with a repayment, a share, lent money, fees paid ahead, gifts and expenses."""
    goes = two.goes
    goes.begins_with(20)
    goes.gets(500_000)
    goes.spends(120_000)
    loan = lend(goes)
    goes.passes(40)
    goes.closes(Month(2026, 8))
    paid = TakeRepayment(loan, goes.club.tin, Money(321_000))
    assert not isinstance(goes.does("cashier", paid), Code)
    share = ReceiveOwed(
        kind="share",
        fund=goes.club.income_fund,
        place=goes.club.tin,
        amount=Money(200_000),
        member_id=goes.people["hoa"].member_id,
    )
    agreed(goes, "cashier", "bookkeeper", share)
    lent = ReceiveOwed(
        kind="lent",
        fund=goes.club.income_fund,
        place=goes.club.tin,
        amount=Money(1_000_000),
        lender="ông Sáu",
        terms="trả cuối năm",
    )
    agreed(goes, "cashier", "bookkeeper", lent)
    two.stays.today = goes.today
    return loan
