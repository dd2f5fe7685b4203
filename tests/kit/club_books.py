"""A club whose people act on its books by commands, without phones: for many steps in little time.

books = ClubBooks(store)
fact = books.does("cashier", CountCash(...))     # a fact, or the code of a refusal
books.closes(Month(2026, 10))
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from club.accounts import Source
from club.calendar import Month
from club.ledger import donation_received, expense_paid, opening_balance
from club.loans import RepaymentForm
from club.money import Money
from club.refusals import Refused
from storage.changes.deed import Command, Deed
from storage.changes.joining.found_club import ClubFounded, NewClub, found_club, settle
from storage.changes.loans.ask_for_loan import AskForLoan
from storage.changes.loans.pay_out_loan import PayOutLoan
from storage.changes.loans.vote_on_loan import VoteOnLoan
from storage.changes.members.enter_member import MemberEntered, NewMember, enter_member, give_office
from storage.changes.money.book import Written, write_entry
from storage.changes.money.close_month import CloseMonth, MonthClosed
from storage.changes.money.count_cash import CountCash
from storage.changes.money.second_person import Agreed, AgreeTo
from storage.queries import Connection
from storage.queries.faults.books_faults import books_faults
from storage.queries.money.closing import draft
from storage.queries.money.ledger import cash_in
from storage.store import Store

FOUNDED = date(2026, 8, 3)
BOARD = ("chair", "deputy", "secretary", "bookkeeper", "cashier")
MEMBERS = ("hoa", "lan", "manh")


class ClubBooks:
    """A club with a full board and three members; `today` moves by hand."""

    def __init__(
        self, store: Store, *, name: str = "CLB Thôn Đoài", code: str = "HXMK2345"
    ) -> None:
        self.store = store
        self.today = FOUNDED
        self.club: ClubFounded
        self.people: dict[str, MemberEntered] = {}
        self._causes = count(1)
        self._name, self._code = name, code
        store.change(self._found)

    def _found(self, db: Connection) -> None:
        new = NewClub(self._name, "Thôn Đoài", "Hà Nội", "Xã Mỹ Đức", FOUNDED, self._code)
        self.club = found_club(db, new, self.now)
        settle(db, self.club_id, "loan_member_months", 0, FOUNDED, self.now)
        for number, each in enumerate((*BOARD, *MEMBERS)):
            entered = enter_member(
                db,
                self.club_id,
                NewMember(f"Người {each}", 1950 + number, "female", FOUNDED),
                self.now,
            )
            self.people[each] = entered
            if each in BOARD:
                give_office(db, self.club_id, entered.person_id, each, FOUNDED)

    @property
    def club_id(self) -> int:
        return self.club.club_id

    @property
    def now(self) -> datetime:
        """Ten in the morning in Việt Nam."""
        return datetime(self.today.year, self.today.month, self.today.day, 3, tzinfo=UTC)

    def passes(self, days: int) -> None:
        self.today += timedelta(days=days)

    def deed(self, who: str) -> Deed:
        """Somebody acts, each on an account of the own."""
        person = self.people[who].person_id
        cause = f"{self._code}:{next(self._causes)}"
        return Deed(person, "web", person, self.club_id, self.now, self.today, cause)

    def does(self, who: str, command: Command) -> Any:
        """What it came to: a fact, or the code with which it was refused."""
        return self.does_as(self.deed(who), command)

    def does_as(self, deed: Deed, command: Command) -> Any:
        try:
            return self.store.change(command.carry_out, deed)
        except Refused as no:
            return no.code

    def gets(self, dong: int, fund: int | None = None, day: date | None = None) -> Written:
        """A gift into the tin."""
        gift = donation_received(
            fund=fund or self.club.operating_fund,
            place=self.club.tin,
            amount=Money(dong),
            happened_on=day or self.today,
        )
        return self.store.change(write_entry, self.deed("cashier"), gift)

    def spends(self, dong: int) -> Written:
        spent = expense_paid(
            fund=self.club.operating_fund,
            place=self.club.tin,
            amount=Money(dong),
            happened_on=self.today,
        )
        return self.store.change(write_entry, self.deed("cashier"), spent)

    def begins_with(self, millions: int) -> Written:
        """Money for lending lies in the tin."""
        opening = opening_balance(
            fund=self.club.income_fund,
            place=self.club.tin,
            amount=Money(millions * 1_000_000),
            source=Source.GRANT,
            happened_on=self.today,
        )
        return self.store.change(write_entry, self.deed("bookkeeper"), opening)

    def agrees_to_close(self, who: str, month: Month) -> Any:
        """One of the two closes what the books say now."""
        try:
            seen = self.asked(draft, month, self.today)
        except Refused as no:
            return no.code
        return self.does(who, CloseMonth(month, seen.agreed_on))

    def closes(self, month: Month) -> MonthClosed:
        """Both agree, one after the other."""
        self.agrees_to_close("chair", month)
        closed = self.agrees_to_close("bookkeeper", month)
        assert isinstance(closed, MonthClosed), closed
        return closed

    def asked(self, query: Any, *args: object) -> Any:
        """A query about this club."""
        with self.store.reading() as db:
            return query(db, self.club_id, *args)

    @property
    def faults(self) -> list[str]:
        return self.asked(books_faults)  # type: ignore[no-any-return]


def on_one_account(deed: Deed, account: int) -> Deed:
    """The same deed from another account."""
    return replace(deed, chat_id=account)


def agreed(books: ClubBooks, who: str, second: str, command: Command) -> Agreed:
    """Proposed by one, agreed to by another."""
    proposed = books.does(who, command)
    came = books.does(second, AgreeTo(proposed.proposal.id))
    assert isinstance(came, Agreed), came
    return came


def miscount(books: ClubBooks, difference: int) -> CountCash:
    there = books.asked(cash_in, books.club.tin)
    return CountCash(books.club.tin, there, there + Money(difference), {}, "chưa rõ")


def lend(books: ClubBooks) -> int:
    """Three millions for ten months, paid out; the number of the loan."""
    asking = AskForLoan(
        club_id=books.club_id,
        purpose="pigs",
        amount=Money(3_000_000),
        months=10,
        form=RepaymentForm.MONTHLY,
    )
    loan_id: int = books.does("hoa", asking).ballot.loan.id
    for voter in ("chair", "deputy", "bookkeeper"):
        books.does(voter, VoteOnLoan(loan_id, yes=True))
    books.does("cashier", PayOutLoan(loan_id, books.club.tin))
    return loan_id
