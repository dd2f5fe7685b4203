"""Whatever becomes of loans, in any order: the entries say what the loans say, to the đồng."""

from collections import Counter
from collections.abc import Iterator
from random import Random

import pytest

from club.accounts import Kind
from club.loans import Basis, RepaymentForm
from club.money import NOTHING, Money
from club.refusals import Code
from club.repayments import sum_to_close
from storage.changes.joining.found_club import settle
from storage.changes.loans.ask_for_loan import AskForLoan
from storage.changes.loans.pay_out_loan import PayOutLoan
from storage.changes.loans.reschedule_loan import RescheduleLoan
from storage.changes.loans.take_repayment import TakeRepayment
from storage.changes.loans.vote_on_loan import VoteOnLoan
from storage.changes.loans.write_off_loan import RecoverLoan, WriteOffLoan
from storage.changes.money.reverse_entry import ReverseEntry
from storage.changes.money.second_person import AgreeTo, Proposed
from storage.queries.loans.loans import Loan, LoanState, loan, loans_in
from storage.queries.loans.written_off import written_off_loans
from storage.queries.money.entries import newest_entries
from storage.queries.money.ledger import cash_in, principal_by_loan
from storage.store import Store
from tests.kit.club_books import FOUNDED, MEMBERS, ClubBooks

BORROWERS = MEMBERS


@pytest.fixture
def books(database_url: str) -> Iterator[ClubBooks]:
    store = Store(database_url)
    yield ClubBooks(store)
    store.close_now()


class Lenders:
    """A board that lends, takes back, gives time, gives up and corrects, as the dice fall."""

    def __init__(self, books: ClubBooks, seed: int) -> None:
        self.books = books
        self.dice = Random(seed)
        self.came: Counter[str] = Counter()

    def acts(self) -> None:
        self.books.passes(self.dice.randint(0, 25))
        act = self.dice.choices(
            (
                self.lends,
                self.repays,
                self.gives_time,
                self.writes_off,
                self.recovers,
                self.corrects,
            ),
            weights=(4, 8, 2, 1, 2, 2),
        )[0]
        came = act()
        if came is not None:
            self.came[came.value if isinstance(came, Code) else type(came).__name__] += 1

    def running(self) -> Loan | None:
        found = self.books.asked(loans_in, LoanState.RUNNING)
        return self.dice.choice(found) if found else None

    def lends(self) -> object:
        for waiting in self.books.asked(loans_in, LoanState.AGREED):
            return self.books.does("cashier", PayOutLoan(waiting.id, self.books.club.tin))
        asking = AskForLoan(
            club_id=self.books.club_id,
            purpose="pigs",
            amount=Money(self.dice.randint(500, 4_000) * 1_000),
            months=self.dice.randint(3, 12),
            form=self.dice.choice(list(RepaymentForm)),
        )
        asked = self.books.does(self.dice.choice(BORROWERS), asking)
        if isinstance(asked, Code):
            return asked
        number = asked.ballot.loan.id
        for voter in ("chair", "deputy", "bookkeeper"):
            self.books.does(voter, VoteOnLoan(number, yes=True))
        return self.books.does("cashier", PayOutLoan(number, self.books.club.tin))

    def repays(self) -> object:
        out = self.running()
        if out is None:
            return None
        owed = sum_to_close(out.instalments, self.books.today)
        part = Money(self.dice.randint(1, max(1, owed.dong // 1_000)) * 1_000)
        amount = self.dice.choice((part, part, part, owed, owed + Money(1_000)))
        gift = Money(self.dice.choice((0, 7_000))) if amount == owed else NOTHING
        return self.books.does(
            "cashier", TakeRepayment(out.id, self.books.club.tin, amount, donated=gift)
        )

    def gives_time(self) -> object:
        out = self.running()
        return out and self.by_two(
            RescheduleLoan(
                loan_id=out.id,
                months=self.dice.randint(1, 18),
                decided_by="meeting",
                minutes_on=self.books.today,
                reason="mất mùa",
            )
        )

    def writes_off(self) -> object:
        out = self.running()
        return out and self.by_two(WriteOffLoan(out.id, self.books.today, "mất mùa", "officer"))

    def recovers(self) -> object:
        gone = [each for each in self.books.asked(written_off_loans) if each.lost]
        if not gone:
            return None
        chosen = self.dice.choice(gone)
        amount = Money(self.dice.randint(1, 300) * 1_000)
        return self.books.does("cashier", RecoverLoan(chosen.loan.id, self.books.club.tin, amount))

    def corrects(self) -> object:
        found = [
            each for each in self.books.asked(newest_entries, 6) if each.kind is not Kind.OPENING
        ]
        if not found:
            return None
        return self.by_two(ReverseEntry(self.dice.choice(found).id, True, "ghi nhầm"))

    def by_two(self, command: RescheduleLoan | WriteOffLoan | ReverseEntry) -> object:
        who = "bookkeeper" if isinstance(command, ReverseEntry) else "secretary"
        proposed = self.books.does(who, command)
        if not isinstance(proposed, Proposed):
            return proposed
        self.books.does("chair", AgreeTo(proposed.proposal.id))
        return command


def check(books: ClubBooks, moment: str) -> None:
    """No fault; each loan's entries, its schedule and what it owes say the same."""
    assert books.faults == [], moment
    booked = books.asked(principal_by_loan)
    for each in books.asked(loans_in, *LoanState):
        expected = each.outstanding if each.state is LoanState.RUNNING else NOTHING
        assert booked.get(each.id, NOTHING) == expected, moment
        assert all(one.principal_left >= NOTHING for one in each.instalments), moment
        assert all(one.interest_left >= NOTHING for one in each.instalments), moment
        if each.state is LoanState.REPAID:
            assert not any(one.left for one in each.instalments), moment
    assert all(each.lost >= NOTHING for each in books.asked(written_off_loans)), moment


def live(books: ClubBooks, seed: int, steps: int) -> Counter[str]:
    with books.store.writing() as db:
        settle(db, books.club_id, "loan_rate", 90 + seed % 3, FOUNDED, books.now)
        basis = Basis.FLAT if seed % 4 == 0 else Basis.REMAINING
        settle(db, books.club_id, "loan_basis", basis.value, FOUNDED, books.now)
    books.begins_with(20)
    lenders = Lenders(books, seed)
    for step in range(1, steps + 1):
        lenders.acts()
        if step % 5 == 0 or step == steps:
            check(books, f"seed {seed}, step {step}")
    return lenders.came


@pytest.mark.parametrize("seed", [1, 4])
def test_any_life_of_loans_is_what_their_entries_say(books: ClubBooks, seed: int) -> None:
    came = live(books, seed, 120)
    for each in ("LoanPaidOut", "RepaymentTaken", "RescheduleLoan", "WriteOffLoan"):
        assert came[each], came
    assert books.asked(cash_in, books.club.tin) >= NOTHING


@pytest.mark.long
@pytest.mark.parametrize("seed", range(200, 230))
def test_any_long_life_of_loans_is_what_their_entries_say(books: ClubBooks, seed: int) -> None:
    came = live(books, seed, 300)
    assert len(came) > 8
    assert books.asked(loan, 1) is not None
