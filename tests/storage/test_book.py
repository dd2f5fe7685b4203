"""Writing entries into the books, and what the books then say."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import DatabaseError

from club.accounts import Entry, Source
from club.calendar import Month
from club.ledger import donation_received, expense_paid, moved, opening_balance
from club.money import Money
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.joining.found_club import ClubFounded, NewClub, found_club
from storage.changes.members.enter_member import NewMember, enter_person
from storage.changes.money.book import Written, write_entry
from storage.queries.faults.books_faults import books_faults
from storage.queries.money import ledger
from storage.store import Store
from storage.tables.books import closed_months, places

NOW = datetime(2026, 11, 2, 2, 0, tzinfo=UTC)
TODAY = date(2026, 11, 2)


class Books:
    """A club's books on the database of the test."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.club: ClubFounded = store.change(found_club, _new_club("HXMK2345"), NOW)
        someone = NewMember("Hoàng Văn Giang", 1958, "male", TODAY)
        self.person = store.change(enter_person, someone, NOW)
        self.causes = 0

    def deed(self, cause: str = "") -> Deed:
        self.causes += 1
        cause = cause or f"test:{self.causes}"
        return Deed(1, "web", self.person, self.club.club_id, NOW, TODAY, cause)

    def gift(self, dong: int, day: date = TODAY) -> Entry:
        return donation_received(
            fund=self.club.operating_fund, place=self.club.tin, amount=Money(dong), happened_on=day
        )

    def spent(self, dong: int, day: date = TODAY) -> Entry:
        return expense_paid(
            fund=self.club.operating_fund, place=self.club.tin, amount=Money(dong), happened_on=day
        )

    def write(self, entry: Entry, cause: str = "", *, second: int | None = None) -> Written:
        return self.store.change(write_entry, self.deed(cause), entry, second_person=second)

    def close(self, month: Month) -> None:
        with self.store.writing() as db:
            db.execute(
                insert(closed_months).values(
                    club_id=self.club.club_id,
                    month=month,
                    figures={},
                    rules_version=1,
                    last_sequence=0,
                    previous_code="",
                    code=str(month),
                    closed_by=self.person,
                    second_person=self.person,
                    closed_at=NOW,
                )
            )

    @property
    def faults(self) -> list[str]:
        with self.store.reading() as db:
            return books_faults(db, self.club.club_id)

    def asked(self, query: Callable[..., Any], *args: object) -> Any:
        with self.store.reading() as db:
            return query(db, self.club.club_id, *args)


def _new_club(code: str) -> NewClub:
    return NewClub("CLB Thôn Đoài", "Thôn Đoài", "Hà Nội", "Xã Mỹ Đức", date(2026, 5, 4), code)


@pytest.fixture
def books(database_url: str) -> Iterator[Books]:
    store = Store(database_url)
    yield Books(store)
    store.close_now()


def test_entries_and_slips_are_numbered_without_gaps(books: Books) -> None:
    written = [
        books.write(each) for each in (books.gift(9000), books.spent(1000), books.gift(5000))
    ]
    assert [each.sequence for each in written] == [1, 2, 3]
    assert [each.voucher for each in written] == ["PT 1/2026", "PC 1/2026", "PT 2/2026"]
    assert books.faults == []


def test_slips_begin_anew_each_year_and_opening_balances_have_none(books: Books) -> None:
    opening = opening_balance(
        fund=books.club.income_fund,
        place=books.club.tin,
        amount=Money(50_000_000),
        source=Source.GRANT,
        happened_on=date(2025, 1, 5),
    )
    assert books.write(opening).voucher == ""
    assert books.write(books.gift(1000)).voucher == "PT 1/2026"
    deed = replace(books.deed(), today=date(2027, 1, 3))
    later = books.store.change(write_entry, deed, books.gift(1000, date(2027, 1, 3)))
    assert later.voucher == "PT 1/2027"
    assert books.faults == []


def test_the_same_cause_writes_once(books: Books) -> None:
    first = books.write(books.gift(5000), "dialogue:7")
    again = books.write(books.gift(9000), "dialogue:7")
    assert again == first
    assert books.asked(ledger.cash_by_place) == {books.club.tin: Money(5000)}


def test_a_closed_month_is_passed_over(books: Books) -> None:
    october = date(2026, 10, 30)
    assert books.write(books.gift(1000, october)).booked_month == Month(2026, 10)
    books.close(Month(2026, 10))
    assert books.write(books.gift(1000, october)).booked_month == Month(2026, 11)
    assert [each.sequence for each in books.asked(ledger.entries_of, Month(2026, 11))] == [2]


@pytest.mark.parametrize(
    ("day", "code"),
    [(date(2026, 11, 3), Code.DAY_IN_FUTURE), (date(2026, 9, 2), Code.DAY_TOO_OLD)],
)
def test_a_day_that_cannot_be_is_refused(books: Books, day: date, code: Code) -> None:
    with pytest.raises(Refused) as no:
        books.write(books.gift(1000, day))
    assert no.value.code is code
    assert books.asked(ledger.entries_of) == []


def test_a_second_person_may_stand_for_an_old_day(books: Books) -> None:
    written = books.write(books.gift(1000, date(2026, 9, 2)), second=books.person)
    assert written.booked_month == Month(2026, 9)


def test_no_place_gives_more_of_a_fund_than_it_has(books: Books) -> None:
    books.write(books.gift(5000))
    with pytest.raises(Refused) as no:
        books.write(books.spent(5001))
    assert no.value.code is Code.CASH_TOO_SMALL
    assert no.value.values == {"needed": Money(5001), "there": Money(5000)}
    books.write(books.spent(5000))
    assert books.faults == []


def test_places_and_funds_agree_after_money_was_carried(books: Books) -> None:
    books.write(books.gift(9000))
    with books.store.writing() as db:
        bank = inserted(db, places, club_id=books.club.club_id, kind="bank")
    tin, fund = books.club.tin, books.club.operating_fund
    carried = moved(fund=fund, from_place=tin, to_place=bank, amount=Money(4000), happened_on=TODAY)
    assert books.write(carried).voucher == ""
    assert books.asked(ledger.cash_by_place) == {tin: Money(5000), bank: Money(4000)}
    assert books.asked(ledger.cash_by_fund) == {fund: Money(9000)}
    assert books.asked(ledger.fund_positions)[fund].total == Money(9000)
    assert books.faults == []


def test_what_was_written_is_read_back_as_it_was(books: Books) -> None:
    entry = books.gift(7000)
    written = books.write(entry)
    (booked,) = books.asked(ledger.entries_of)
    assert booked.postings == entry.postings
    assert (booked.id, booked.voucher) == (written.transaction_id, "PT 1/2026")


def test_many_at_once_leave_no_gap(books: Books) -> None:
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda dong: books.write(books.gift(dong)), range(1000, 1020)))
    assert [each.sequence for each in books.asked(ledger.entries_of)] == list(range(1, 21))
    assert books.faults == []


@pytest.mark.parametrize("change", ["UPDATE postings SET amount = 1", "DELETE FROM transactions"])
def test_nothing_written_can_be_changed(books: Books, change: str) -> None:
    books.write(books.gift(7000))
    with pytest.raises(DatabaseError, match="append-only"), books.store.writing() as db:
        db.execute(text(change))


@pytest.mark.parametrize(
    ("harm", "found"),
    [
        ("UPDATE postings SET amount = 8000 WHERE account = 'cash'", "does not sum to zero"),
        ("UPDATE transactions SET sequence = 5 WHERE sequence = 2", "has a gap"),
        ("UPDATE transactions SET voucher_number = 4, voucher = 'PT 4/2026'", "slips of PT"),
        ("UPDATE postings SET amount = -amount", "less than nothing"),
        ("DELETE FROM postings", "no postings"),
    ],
)
def test_harm_to_the_books_is_found(books: Books, harm: str, found: str) -> None:
    books.write(books.gift(7000))
    if "sequence" in harm:
        books.write(books.gift(3000))
    with books.store.writing() as db:
        for table in ("postings", "transactions"):
            for verb in ("update", "delete"):
                on = f" ON {table}" if db.dialect.name == "postgresql" else ""
                db.execute(text(f"DROP TRIGGER guard_{table}_{verb}{on}"))
        db.execute(text(harm))
    faults = "\n".join(books.faults)
    assert "guards of the books are missing" in faults
    assert found in faults
