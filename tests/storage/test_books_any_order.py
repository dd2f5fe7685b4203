"""Whatever a board does with its books, in any order and whoever does it, every invariant holds."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from random import Random
from typing import Any

import pytest

from club.calendar import Month
from club.inquiries import SETTLEMENTS
from club.loans import RepaymentForm
from club.money import Money
from club.refusals import Code
from club.repayments import sum_to_close
from storage.changes.joining.found_club import settle
from storage.changes.loans.ask_for_loan import AskForLoan
from storage.changes.loans.loan_rounds import DecideRound, OpenRound
from storage.changes.loans.pay_out_loan import PayOutLoan
from storage.changes.loans.reschedule_loan import RescheduleLoan
from storage.changes.loans.take_repayment import TakeRepayment
from storage.changes.loans.vote_on_loan import VoteOnLoan
from storage.changes.loans.write_off_loan import RecoverLoan, WriteOffLoan
from storage.changes.money.carry_to_tin import CarryToTin
from storage.changes.money.confirm_contribution import ConfirmContribution, RefuseContribution
from storage.changes.money.count_cash import CountCash, SettleDifference
from storage.changes.money.declare_contribution import DeclareContribution
from storage.changes.money.reverse_entry import ReverseEntry
from storage.changes.money.second_person import AgreeTo, Decline, TakeProposalBack
from storage.changes.money.transfer_between_funds import AddFund, TransferBetweenFunds
from storage.queries.faults.chain import closed_months_of
from storage.queries.loans.loans import LoanState, loans_in
from storage.queries.loans.rounds import open_round, requests_ranked
from storage.queries.loans.written_off import written_off_loans
from storage.queries.money.closing import next_to_close
from storage.queries.money.contributions import waiting_contributions
from storage.queries.money.entries import newest_entries, open_inquiries
from storage.queries.money.ledger import cash_in, entries_of, funds_of, places_of
from storage.queries.money.proposals import waiting_proposals
from storage.store import Store
from tests.kit.club_books import BOARD, FOUNDED, MEMBERS, ClubBooks
from tests.kit.money_acts import MONEY_ACTS

STEPS = 240
# Those who may most act most, or nothing would ever come of it.
PEOPLE = (*BOARD, *MEMBERS, *("cashier", "bookkeeper", "chair") * 4)


class Anybody:
    """Seeded people who do whatever comes to their minds."""

    def __init__(self, books: ClubBooks, seed: int) -> None:
        self.books = books
        self.dice = Random(seed)
        self.came: Counter[str] = Counter()

    def acts(self) -> None:
        act = self.dice.choice(ACTS)
        came = act(self, self.dice.choice(PEOPLE))
        self.came[f"{act.__name__}: {_called(came)}"] += 1

    def one_of(self, found: Any) -> Any:
        """One of what was found; None of nothing."""
        return self.dice.choice(found) if found else None

    def sum(self, most: int) -> Money:
        return Money(self.dice.randint(1, most // 1000) * 1000)

    # What they do

    def passes_time(self, who: str) -> object:
        self.books.passes(self.dice.randint(1, 20))
        return None

    def declares(self, who: str) -> object:
        kind = self.dice.choice(("fee", "money"))
        return self.books.does(
            who,
            DeclareContribution(
                member_id=self.books.people[who].member_id,
                kind=kind,
                amount=Money(5_000 * self.dice.randint(1, 4)),
                months=(Month.of(self.books.today),) if kind == "fee" else (),
                paid_how=self.dice.choice(("meeting", "bank")),
            ),
        )

    def answers_contribution(self, who: str) -> object:
        waiting = self.one_of(self.books.asked(waiting_contributions))
        if waiting is None:
            return None
        if self.dice.random() < 0.2:
            return self.books.does(who, RefuseContribution(waiting.id, "chưa thấy"))
        return self.books.does(who, ConfirmContribution(waiting.id))

    def carries(self, who: str) -> object:
        place = self.one_of(self.books.asked(places_of))
        return self.books.does(who, CarryToTin(place.id, self.books.asked(cash_in, place.id)))

    def asks_for_loan(self, who: str) -> object:
        asking = AskForLoan(
            club_id=self.books.club_id,
            purpose="pigs",
            amount=self.sum(3_000_000),
            months=self.dice.randint(3, 10),
            form=self.dice.choice(list(RepaymentForm)),
        )
        return self.books.does(who, asking)

    def votes(self, who: str) -> object:
        asked = self.one_of(self.books.asked(loans_in, LoanState.ASKED))
        if asked is None:
            return None
        return self.books.does(who, VoteOnLoan(asked.id, yes=self.dice.random() < 0.9, reason="x"))

    def pays_out(self, who: str) -> object:
        due = self.one_of(self.books.asked(loans_in, LoanState.AGREED))
        return due and self.books.does(who, PayOutLoan(due.id, self.books.club.tin))

    def repays(self, who: str) -> object:
        out = self.one_of(self.books.asked(loans_in, LoanState.RUNNING))
        if out is None:
            return None
        sum_ = out.outstanding if self.dice.random() < 0.3 else self.sum(600_000)
        rest = self.sum(20_000) if self.dice.random() < 0.2 else Money(0)
        owed = sum_to_close(out.instalments, self.books.today)
        taking = TakeRepayment(out.id, self.books.club.tin, owed if rest else sum_, donated=rest)
        return self.books.does(who, taking)

    def reschedules(self, who: str) -> object:
        out = self.one_of(self.books.asked(loans_in, LoanState.RUNNING))
        return out and self.books.does(
            who,
            RescheduleLoan(
                loan_id=out.id,
                months=self.dice.randint(1, 12),
                decided_by=self.dice.choice(("board", "meeting")),
                minutes_on=self.books.today,
                reason="mất mùa",
            ),
        )

    def writes_off(self, who: str) -> object:
        out = self.one_of(self.books.asked(loans_in, LoanState.RUNNING))
        return out and self.books.does(
            who, WriteOffLoan(out.id, self.books.today, "mất mùa", "officer")
        )

    def recovers(self, who: str) -> object:
        gone = self.one_of(self.books.asked(written_off_loans))
        return gone and self.books.does(
            who, RecoverLoan(gone.loan.id, self.books.club.tin, self.sum(300_000))
        )

    def lends_in_rounds(self, who: str) -> object:
        found = self.books.asked(open_round)
        if found is None:
            begins = self.dice.random() < 0.1
            return begins and self.books.does(who, OpenRound(self.books.today + timedelta(days=1)))
        with self.books.store.reading() as db:
            waiting = requests_ranked(db, self.books.club_id, found.id, self.books.today)
        chosen = tuple(each.loan.id for each in waiting if self.dice.random() < 0.7)
        return self.books.does(who, DecideRound(found.id, chosen, self.books.today))

    def counts(self, who: str) -> object:
        place = self.one_of(self.books.asked(places_of))
        there = self.books.asked(cash_in, place.id)
        counted = max(Money(0), there + Money(self.dice.choice((0, 0, -5_000, 7_000))))
        return self.books.does(who, CountCash(place.id, there, counted, {}, "chưa rõ"))

    def settles(self, who: str) -> object:
        found = self.one_of(self.books.asked(open_inquiries))
        if found is None:
            return None
        how = self.dice.choice(SETTLEMENTS[found.entry.kind])
        return self.books.does(who, SettleDifference(found.entry.id, how, found.place, "đã bàn"))

    def transfers(self, who: str) -> object:
        giver, getter = self.dice.choices(self.books.asked(funds_of), k=2)
        place = self.one_of(self.books.asked(places_of))
        command = TransferBetweenFunds(giver.id, getter.id, place.id, self.sum(50_000), "đã bàn")
        return self.books.does(who, command)

    def adds_fund(self, who: str) -> object:
        return self.books.does(who, AddFund(self.dice.choice(("Quỹ thăm ốm", "Quỹ khuyến học"))))

    def corrects(self, who: str) -> object:
        wrong = self.one_of(self.books.asked(newest_entries, 8))
        return wrong and self.books.does(
            who, ReverseEntry(wrong.id, self.dice.random() < 0.5, "ghi nhầm")
        )

    def answers(self, who: str) -> object:
        waiting = self.one_of(self.books.asked(waiting_proposals))
        if waiting is None:
            return None
        chance = self.dice.random()
        if chance < 0.1:
            return self.books.does(who, Decline(waiting.id, "không phải"))
        if chance < 0.2:
            return self.books.does(who, TakeProposalBack(waiting.id))
        return self.books.does(who, AgreeTo(waiting.id))

    def closes(self, who: str) -> object:
        month = self.books.asked(next_to_close)
        came = self.books.agrees_to_close(who, month)
        if who in {"chair", "bookkeeper"} and not isinstance(came, Code):
            other = "chair" if who == "bookkeeper" else "bookkeeper"
            return self.books.agrees_to_close(other, month)
        return came


ACTS: tuple[Callable[[Anybody, str], object], ...] = (
    Anybody.passes_time,
    *(Anybody.declares,) * 3,
    *(Anybody.answers_contribution,) * 4,
    Anybody.carries,
    *(Anybody.asks_for_loan,) * 3,
    *(Anybody.votes,) * 4,
    *(Anybody.pays_out,) * 2,
    *(Anybody.repays,) * 2,
    *(Anybody.reschedules,) * 2,
    *(Anybody.writes_off,) * 2,
    *(Anybody.recovers,) * 2,
    Anybody.lends_in_rounds,
    *(Anybody.counts,) * 2,
    Anybody.settles,
    Anybody.transfers,
    Anybody.adds_fund,
    *(Anybody.corrects,) * 2,
    *(Anybody.answers,) * 6,
    *(Anybody.closes,) * 5,
    *MONEY_ACTS,
)


def _called(came: object) -> str:
    return came.value if isinstance(came, Code) else type(came).__name__


@pytest.fixture
def books(database_url: str) -> Iterator[ClubBooks]:
    store = Store(database_url)
    yield ClubBooks(store)
    store.close_now()


def live(books: ClubBooks, seed: int, steps: int) -> Counter[str]:
    """So many steps of seeded people; the books hold after every twentieth and at the end."""
    with books.store.writing() as db:
        rule = [[books.club.operating_fund, 25]]
        settle(db, books.club_id, "interest_split", rule, FOUNDED, books.now)
    books.begins_with(20)
    somebody = Anybody(books, seed)
    for step in range(1, steps + 1):
        somebody.acts()
        if step % 20 == 0 or step == steps:
            assert books.faults == [], f"seed {seed}, step {step}"
    return somebody.came


@pytest.mark.parametrize("seed", [1, 2])
def test_any_order_of_acts_keeps_every_invariant(books: ClubBooks, seed: int) -> None:
    came = live(books, seed, STEPS)
    assert len(came) > 15
    assert len(books.asked(entries_of)) >= 5


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 120))
def test_any_long_order_of_acts_keeps_every_invariant(books: ClubBooks, seed: int) -> None:
    came = live(books, seed, 400)
    assert len(came) > 30
    assert books.asked(closed_months_of)
