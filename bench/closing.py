"""Closing a month and checking all books, as a club of 60 grows: `python -m bench.closing 1 3 5`.

Each number is of years: sixty members pay their fee each month, a gift and an expense go through
the books, and chair and bookkeeper close every month. The last closing and one check are measured.
"""

import sys
import tempfile
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.report import markdown_table
from club.calendar import Month
from club.refusals import Refused
from storage.changes.deed import Deed
from storage.changes.joining.found_club import USUAL_FEE
from storage.changes.members.enter_member import NewMember, enter_member
from storage.changes.money.receive_fee import receive_fee
from storage.queries import Connection
from storage.queries.faults.books_faults import books_faults
from storage.queries.money.ledger import entries_of
from storage.schema import bring_up_to_date
from storage.store import Store
from tests.kit.club_books import BOARD, FOUNDED, MEMBERS, ClubBooks

MEMBERS_IN_ALL = 60
FEE = USUAL_FEE


def grown(store: Store, years: int) -> tuple[ClubBooks, float]:
    """A club that has lived so many years; and what its last closing took, in seconds."""
    books = ClubBooks(store)
    own = [each.member_id for each in books.people.values()]
    more = MEMBERS_IN_ALL - len(BOARD) - len(MEMBERS)
    own += store.change(_join, books.club_id, more, books.now)
    took = 0.0
    for _ in range(12 * years):
        store.change(_pay, books, own)
        books.gets(20_000)
        books.spends(15_000)
        month = Month.of(books.today)
        books.today = month.next().first_day + timedelta(days=2)
        began = perf_counter()
        books.closes(month)
        took = perf_counter() - began
    return books, took


def _join(db: Connection, club_id: int, number: int, now: datetime) -> list[int]:
    return [
        enter_member(
            db, club_id, NewMember(f"Người {each}", 1955, "female", FOUNDED), now
        ).member_id
        for each in range(number)
    ]


def _pay(db: Connection, books: ClubBooks, own: list[int]) -> None:
    """Everybody who owes this month's fee pays it."""
    deed: Deed = books.deed("cashier")
    if Month.of(books.today) == Month.of(FOUNDED):
        return
    for member in own:
        # Whoever has turned eighty owes nothing.
        with suppress(Refused):
            receive_fee(
                db,
                deed,
                member_id=member,
                amount=FEE,
                place=books.club.tin,
                happened_on=books.today,
                cause=f"{deed.cause}:{member}",
            )


def measured(years: int) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(f"sqlite:///{folder}/books.db")
        bring_up_to_date(store)
        books, closing = grown(store, years)
        entries = len(books.asked(entries_of))
        checks = []
        for _ in range(3):
            began = perf_counter()
            assert books.asked(books_faults) == []
            checks.append(perf_counter() - began)
        store.close_now()
    return [f"{years} years", str(entries), f"{closing:.2f} s", f"{median(checks):.2f} s"]


def main() -> None:
    lines = [measured(int(years)) for years in sys.argv[1:] or ("1", "3", "5")]
    print(markdown_table(("a club of 60", "entries", "the last closing", "one check"), lines))


if __name__ == "__main__":
    main()
