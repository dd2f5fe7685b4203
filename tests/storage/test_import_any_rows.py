"""Made-up paper books: either every wrong row is named, or the books hold and say the same."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings

from club.accounts import RETURNABLE
from club.importing import At, Incoming, IncomingLoan, IncomingMember, RowsWrong, Whose
from club.money import total
from storage.queries.faults.books_faults import books_faults
from storage.queries.money.ledger import fund_positions
from storage.store import Store
from tests.kit.club_books import ClubBooks
from tests.kit.paper_books import asked, counts, imports
from tests.kit.paper_rows import FILES

CODES = count(1000)


@pytest.fixture
def books(database_url: str) -> Iterator[ClubBooks]:
    store = Store(database_url)
    yield ClubBooks(store)
    store.close_now()


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(file=FILES)
def test_any_rows_are_named_or_the_books_hold(books: ClubBooks, file: Incoming) -> None:
    numbered = _numbered(file.as_consented())
    before, had = counts(books), _worth(books)
    try:
        plan = imports(books, numbered).plan
    except RowsWrong as wrong:
        assert wrong.faults
        assert counts(books) == before
        return
    assert asked(books, books_faults, books.club_id) == []
    assert _worth(books) - had == (plan.cash + plan.principal_left).dong
    again = imports(books, numbered).plan
    assert again.is_empty


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(file=FILES)
def test_what_a_careful_board_writes_comes_in(books: ClubBooks, file: Incoming) -> None:
    careful = _careful(_numbered(file))
    club = ClubBooks(books.store, code=f"HXMK{next(CODES)}")
    plan = imports(club, careful).plan
    assert len(plan.loans) == len(careful.loans)
    assert len(plan.balances) == len(careful.balances)
    assert asked(club, books_faults, club.club_id) == []
    assert _worth(club) == (plan.cash + plan.principal_left).dong


def _careful(file: Incoming) -> Incoming:
    """One row for each thing, and nothing that cannot be."""
    names = {each.whose.name for each in file.loans}
    listed = {each.name: IncomingMember(at=each.at, name=each.name) for each in file.members}
    for number, name in enumerate(sorted(names - listed.keys())):
        listed[name] = IncomingMember(at=At("B", number), name=name)
    loans = {(each.whose.name, each.lent_on, each.principal): each for each in file.loans}
    balances = {(each.place, each.source): each for each in file.balances}
    return Incoming(
        members=tuple(listed.values()),
        loans=tuple(_possible(each) for each in loans.values()),
        balances=tuple(
            replace(each, fund="income", whose=None)
            for each in balances.values()
            if each.source not in RETURNABLE
        ),
    )


def _possible(loan: IncomingLoan) -> IncomingLoan:
    return replace(
        loan,
        whose=Whose(loan.whose.name),
        rate_hundredths_percent_a_month=min(loan.rate_hundredths_percent_a_month, 80),
        left=min(loan.left, loan.principal),
        instalments_left=1,
        next_due_on=max(loan.next_due_on, loan.lent_on + timedelta(days=30)),
    )


def _numbered(file: Incoming) -> Incoming:
    """Each row in a place of its own, as in a file."""
    rows = count(2)
    return Incoming(
        members=tuple(replace(each, at=At("A", next(rows))) for each in file.members),
        fees=tuple(replace(each, at=At("A", next(rows))) for each in file.fees),
        loans=tuple(replace(each, at=At("A", next(rows))) for each in file.loans),
        balances=tuple(replace(each, at=At("A", next(rows))) for each in file.balances),
    )


def _worth(books: ClubBooks) -> int:
    """Cash and principal of all funds, in đồng."""
    funds = asked(books, fund_positions, books.club_id).values()
    return total(each.total for each in funds).dong
