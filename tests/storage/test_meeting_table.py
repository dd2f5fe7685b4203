"""The meeting table and the books: two phones in any order, once a key, closed iff it agrees."""

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import select, update

from club.calendar import Month
from club.meeting_table import Answer, Sums
from club.money import NOTHING, Money
from club.refusals import Code
from storage.changes.money.close_table import CloseTable
from storage.changes.money.meeting_table import (
    DropTable,
    EntryKept,
    KeepEntry,
    OpenTable,
    TableOpened,
)
from storage.changes.money.second_person import Agreed, AgreeTo, Proposed
from storage.queries.money.closing import next_to_close
from storage.queries.money.ledger import cash_by_kind, cash_in
from storage.queries.money.meeting_table import TableNow, open_table, table_now
from storage.queries.money.table_bookings import booked_lines
from storage.store import Store
from storage.tables.books import transactions
from storage.tables.meeting_tables import meeting_table_entries
from storage.tables.people import members
from tests.kit.club_books import BOARD, MEMBERS, ClubBooks

PEOPLE = (*BOARD, *MEMBERS)


@pytest.fixture
def books(database_url: str) -> Iterator[ClubBooks]:
    store = Store(database_url)
    made = ClubBooks(store)
    made.passes(70)
    yield made
    store.close_now()


def opened(books: ClubBooks, counted: int = 0) -> int:
    fact = books.does("cashier", OpenTable(None, books.club.tin, Money(counted)))
    assert isinstance(fact, TableOpened), fact
    return fact.table.id


def now(books: ClubBooks) -> TableNow:
    with books.store.reading() as db:
        table = open_table(db, books.club_id)
        assert table is not None
        return table_now(db, table)


def keep(books: ClubBooks, table: int, who: str, member: str, **more: Any) -> Any:
    sums = more.pop("sums", Sums(fee=Money(5_000)))
    entry = KeepEntry(table_id=table, member_id=books.people[member].member_id, sums=sums, **more)
    return books.does(who, entry)


def closed(books: ClubBooks, counted: int, reason: str = "") -> Any:
    """What closing comes to: proposed by the cashier, agreed to by the chair."""
    seen = now(books)
    came = books.does("cashier", CloseTable(seen.table.id, Money(counted), seen.seal, reason))
    return books.does("chair", AgreeTo(came.proposal.id)) if isinstance(came, Proposed) else came


def in_tin(books: ClubBooks) -> int:
    with books.store.reading() as db:
        return cash_in(db, books.club_id, books.club.tin).dong


def holds(books: ClubBooks) -> None:
    assert books.faults == []


def some_entries(dice: Random, table: int, books: ClubBooks) -> list[tuple[str, KeepEntry]]:
    """What two phones send: entries, corrections, takings-out, each with a key of its own."""
    sent: list[tuple[str, KeepEntry]] = []
    for number in range(10):
        who, member = dice.choice(("cashier", "bookkeeper")), dice.choice(PEOPLE)
        for version in range(1, dice.randint(1, 3) + 1):
            sums = Sums(
                fee=Money(dice.choice((0, 5_000, 10_000))), gift=Money(dice.choice((1, 3)) * 1000)
            )
            entry = KeepEntry(
                table_id=table,
                entry=f"e{number}",
                key=f"e{number}v{version}",
                number=version,
                member_id=books.people[member].member_id,
                sums=sums,
                answer=Answer.ANOTHER,
                is_removed=version > 1 and dice.random() < 0.3,
            )
            sent.append((who, entry))
    return sent


@pytest.mark.parametrize("seed", range(3))
def test_any_order_of_two_phones_ends_in_the_same_books(
    sqlite_template: Path, tmp_path: Path, seed: int
) -> None:
    ended = []
    for order in range(2):
        file = shutil.copy(sqlite_template, tmp_path / f"{order}.db")
        store = Store(f"sqlite+aiosqlite:///{file}")
        books = ClubBooks(store)
        books.passes(70)
        sent = some_entries(Random(seed), opened(books), books)
        Random(100 * seed + order).shuffle(sent)
        for who, entry in [*sent, *sent[::3]]:
            kept = books.does(who, entry)
            assert isinstance(kept, EntryKept), kept
        seen = now(books)
        assert not seen.reckoned.questions
        counted = seen.cash.expected.dong
        assert closed(books, counted - 1000) is Code.CASH_NOT_AS_BOOKED
        assert isinstance(closed(books, counted), Agreed)
        holds(books)
        with store.reading() as db:
            lines = booked_lines(db, 1)
            months = cash_by_kind(db, books.club_id, Month.of(books.today))
            ended.append(([(each.person_id, each.amount) for each in lines], months, in_tin(books)))
        store.close_now()
    assert ended[0] == ended[1]


def test_one_key_is_kept_once_even_after_the_table_is_closed(books: ClubBooks) -> None:
    table = opened(books)
    first = keep(books, table, "cashier", "hoa", entry="e", key="k")
    again = keep(books, table, "bookkeeper", "hoa", entry="e", key="k")
    assert (first.is_new, again.is_new) == (True, False)
    assert isinstance(closed(books, 5_000), Agreed)
    assert keep(books, table, "cashier", "hoa", entry="e", key="k").is_new is False
    assert keep(books, table, "cashier", "lan", entry="f", key="l") is Code.TABLE_CLOSED
    assert in_tin(books) == 5_000
    holds(books)


def test_the_same_twice_at_once_is_kept_once(books: ClubBooks) -> None:
    table = opened(books)

    async def both() -> list[Any]:
        return list(
            await asyncio.gather(
                *(
                    asyncio.to_thread(keep, books, table, who, "hoa", entry="e", key="k")
                    for who in ("cashier", "bookkeeper")
                )
            )
        )

    kept = asyncio.run(both())
    assert sorted(each.is_new for each in kept) == [False, True]
    assert now(books).cash.taken == Money(5_000)


def test_slips_have_no_gap_and_one_transaction_books_all(books: ClubBooks) -> None:
    table = opened(books)
    for member in ("hoa", "lan", "manh", "chair"):
        keep(books, table, "cashier", member, sums=Sums(fee=Money(5_000), gift=Money(2_000)))
    assert isinstance(closed(books, 28_000), Agreed)
    with books.store.reading() as db:
        rows = db.execute(
            select(transactions.c.voucher_number, transactions.c.recorded_at).order_by(
                transactions.c.sequence
            )
        ).all()
    assert [row.voucher_number for row in rows] == list(range(1, 9))
    assert len({row.recorded_at for row in rows}) == 1
    holds(books)


def test_a_table_that_differs_from_the_books_is_named_with_its_member(books: ClubBooks) -> None:
    table = opened(books)
    keep(books, table, "cashier", "hoa", sums=Sums(fee=Money(5_000), gift=Money(2_000)))
    assert isinstance(closed(books, 7_000), Agreed)
    holds(books)
    with books.store.writing() as db:
        db.execute(update(meeting_table_entries).values(gift=Money(3_000)))
    hoa = books.people["hoa"].member_id
    assert books.faults == [
        f"meeting table {table}: 8000 was taken of member {hoa}, 7000 is in the books"
    ]


def test_what_went_beside_the_table_is_reckoned(books: ClubBooks) -> None:
    books.gets(100_000)
    table = opened(books, 100_000)
    keep(books, table, "cashier", "hoa")
    books.spends(30_000)
    assert now(books).cash.expected == Money(75_000)
    assert closed(books, 105_000) is Code.CASH_NOT_AS_BOOKED
    assert isinstance(closed(books, 75_000), Agreed)
    assert in_tin(books) == 75_000
    holds(books)


@pytest.mark.parametrize("difference", [-4_000, 6_000])
def test_a_difference_goes_under_inquiry_with_a_reason_and_two(
    books: ClubBooks, difference: int
) -> None:
    table = opened(books)
    keep(books, table, "cashier", "hoa")
    assert isinstance(closed(books, 5_000 + difference, "trả nhầm"), Agreed)
    assert in_tin(books) == 5_000 + difference
    holds(books)


def test_two_who_close_at_once_close_it_once(books: ClubBooks) -> None:
    table = opened(books)
    keep(books, table, "cashier", "hoa")
    seal = now(books).seal
    first = books.does("cashier", CloseTable(table, Money(5_000), seal))
    second = books.does("cashier", CloseTable(table, Money(5_000), seal))
    assert books.does("chair", AgreeTo(first.proposal.id)) is Code.ANSWERED
    assert isinstance(books.does("chair", AgreeTo(second.proposal.id)), Agreed)
    assert books.does("bookkeeper", AgreeTo(second.proposal.id)) is Code.ANSWERED
    assert books.does("cashier", CloseTable(table, Money(5_000), seal)) is Code.TABLE_CLOSED
    assert in_tin(books) == 5_000


def test_who_may_not_may_not(books: ClubBooks) -> None:
    assert books.does("hoa", OpenTable(None, books.club.tin, NOTHING)) is Code.NOT_ALLOWED
    assert books.does("secretary", OpenTable(None, books.club.tin, NOTHING)) is Code.NOT_ALLOWED
    table = opened(books)
    assert books.does("cashier", OpenTable(None, books.club.tin, NOTHING)) is Code.TABLE_OPEN
    assert keep(books, table, "hoa", "hoa") is Code.NOT_ALLOWED
    assert keep(books, table, "cashier", "hoa", sums=Sums()) is Code.SUM_TOO_SMALL
    assert keep(books, 99, "cashier", "hoa") is Code.NOT_FOUND
    keep(books, table, "bookkeeper", "hoa")
    seal = now(books).seal
    close = CloseTable(table, Money(5_000), seal)
    assert books.does("bookkeeper", close) is Code.NOT_ALLOWED
    assert books.does("hoa", DropTable(table, "x")) is Code.NOT_ALLOWED
    assert books.does("chair", DropTable(table, " ")) is Code.REASON_MISSING


def test_whoever_has_left_since_is_a_question_and_nothing_is_booked(books: ClubBooks) -> None:
    table = opened(books)
    keep(books, table, "cashier", "hoa")
    seal = now(books).seal
    hoa = books.people["hoa"].member_id
    with books.store.writing() as db:
        left = {"state": "died", "left_on": books.today}
        db.execute(update(members).where(members.c.id == hoa).values(**left))
    assert len(now(books).reckoned.questions) == 1
    assert books.does("cashier", CloseTable(table, Money(5_000), seal)) is Code.TABLE_QUESTIONS
    assert in_tin(books) == 0


def test_of_a_month_closed_meanwhile_it_falls_into_the_open_one(books: ClubBooks) -> None:
    books.today = books.today.replace(day=28)
    table = opened(books)
    keep(books, table, "cashier", "hoa")
    held = Month.of(books.today)
    books.passes(10)
    while (month := books.asked(next_to_close)) <= held:
        books.closes(month)
    assert isinstance(closed(books, 5_000), Agreed)
    with books.store.reading() as db:
        (line,) = booked_lines(db, table)
    assert line.entries[0].booked_month == held.next()
    assert Month.of(line.happened_on) == held
    holds(books)
