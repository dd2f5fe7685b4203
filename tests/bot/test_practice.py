"""The practice club is a believable one, its books hold, and it is there at once."""

import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.practice.calendar import is_tet, past_until
from bot.practice.fill import fill
from bot.practice.meetings import TALKS
from bot.practice.minutes import WRITTEN
from bot.practice.money import HELP
from bot.practice.people import villagers
from club.calendar import Month
from club.money import Money
from storage.queries import Connection
from storage.queries.faults.books_faults import books_faults
from storage.queries.loans.loans import loans_of
from storage.queries.meetings.meetings import next_meeting
from storage.queries.money.fees import fee_facts
from storage.queries.money.ledger import entries_of, fund_positions
from storage.queries.practice import Marked, marked_as
from storage.schema import bring_up_to_date
from storage.store import Store
from storage.tables.columns import metadata
from tests.kit.world import START

SECONDS_AT_MOST = 5.0


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    store = Store(database_url)
    yield store
    store.close_now()


def rows_of(db: Connection) -> dict[str, list[tuple[object, ...]]]:
    return {
        name: [tuple(row) for row in db.execute(table.select().order_by(*table.primary_key))]
        for name, table in metadata.tables.items()
    }


def test_the_books_of_the_past_hold_on_both_databases(store: Store) -> None:
    village = store.change(fill, START)
    with store.reading() as db:
        assert books_faults(db, village.club.club_id) == []
        funds = fund_positions(db, village.club.club_id)
    assert funds[village.club.income_fund].total >= Money(50_000_000)
    assert funds[village.club.operating_fund].cash > Money(1_000_000)


def test_the_same_seed_and_hour_give_the_same_village(tmp_path: Path) -> None:
    seen = []
    for number in range(2):
        store = Store(f"sqlite:///{tmp_path}/{number}.db")
        bring_up_to_date(store)
        store.change(fill, START)
        with store.reading() as db:
            seen.append(rows_of(db))
        store.close_now()
    assert sum(map(len, seen[0].values())) > 1000
    assert seen[0] == seen[1]


def test_another_seed_gives_another_village() -> None:
    assert villagers(1) != villagers(2)
    assert villagers(1)[0] == villagers(2)[0], "the cast stays"


@pytest.mark.no_cover  # It is timed.
def test_filling_takes_seconds_only(sqlite_url: str) -> None:
    store = Store(sqlite_url)
    began = time.process_time()
    store.change(fill, START)
    assert time.process_time() - began < SECONDS_AT_MOST
    store.close_now()


@pytest.mark.parametrize("seed", [1, 2, 3, 2026])
def test_the_village_is_like_real_clubs(seed: int) -> None:
    members = villagers(seed)
    women = sum(each.sex == "female" for each in members)
    older = sum(each.age >= 60 for each in members)
    assert len(members) == 57
    assert len({each.name for each in members}) == 57
    assert 0.6 <= women / 57 <= 0.7
    assert 0.65 <= older / 57 <= 0.75
    assert Counter(each.role for each in members if each.role) == {
        "chair": 1, "deputy": 1, "secretary": 1, "bookkeeper": 1, "cashier": 1,
    }  # fmt: skip
    assert sum(not each.phone for each in members) == 9
    assert {each.hardship for each in members} == {"poor", "near_poor", "none", ""}


def test_six_meetings_lie_behind_and_one_near_on_any_day_of_four_years() -> None:
    for days in range(1461):
        past = past_until(datetime(2026, 11, 2, 2, tzinfo=UTC) + timedelta(days=days))
        assert len(set(past.held)) == 6
        assert past.founded_on < past.held[0]
        assert past.held[-1] < past.today < past.coming
        assert {Month.of(day) for day in past.held} == {
            Month.of(past.coming).plus(-back) for back in range(1, 7)
        }
        meetings = (*past.held, past.coming)
        assert not any(is_tet(day) for day in meetings)
        if not any(is_tet(Month.of(day).day(past.coming.day)) for day in past.held):
            assert all(past.meets.falls_on(day) for day in meetings)
        if not is_tet(past.today + timedelta(days=4)):
            assert past.coming == past.today + timedelta(days=4)


def test_at_tet_the_practice_club_rests_until_its_eighth_day() -> None:
    before_tet = past_until(datetime(2027, 2, 1, 23, tzinfo=UTC))
    assert before_tet.coming == before_tet.ahead(3) == date(2027, 2, 13)
    assert before_tet.held[-1] == date(2027, 1, 13)
    in_spring = past_until(datetime(2027, 5, 2, 2, tzinfo=UTC))
    assert date(2027, 2, 13) in in_spring.held
    # Tết ends in February, so the meeting of January was before it.
    assert date(2028, 1, 24) in past_until(datetime(2028, 2, 20, 2, tzinfo=UTC)).held


@pytest.mark.parametrize(
    "now",
    [datetime(2028, 1, 30, 16, 59, tzinfo=UTC), datetime(2028, 2, 25, 17, 1, tzinfo=UTC)],
    ids=str,
)
def test_the_village_can_be_filled_on_any_day(sqlite_url: str, now: datetime) -> None:
    store = Store(sqlite_url)
    village = store.change(fill, now)
    with store.reading() as db:
        assert books_faults(db, village.club.club_id) == []
        coming = next_meeting(db, village.club.club_id, now)
        assert coming is not None
        assert coming.day == village.past.coming
    store.close_now()


def test_who_was_not_old_enough_last_year_paid_the_fee_then(sqlite_url: str) -> None:
    store = Store(sqlite_url)
    village = store.change(fill, datetime(2027, 3, 20, 2, tzinfo=UTC))
    of_eighty = [each for each in village.members if each.age == 80 and each.hardship != "poor"]
    assert of_eighty
    with store.reading() as db:
        for each in of_eighty:
            facts = fee_facts(db, village.club.club_id, village.member(each.name))
            assert {paid.month.year for paid in facts.paid} == {2026}
    store.close_now()


def test_what_it_speaks_of_belongs_to_no_season() -> None:
    told = [*TALKS, *HELP, *(part for each in WRITTEN for part in each.parts)]
    seasons = ("mùa", "ngày đông", "vụ đông", "bão", "Tết", "đại đoàn kết")
    assert [each for each in told if any(season in each for season in seasons)] == []


def test_one_loan_is_repaid_one_due_soon_and_one_overdue(sqlite_url: str) -> None:
    store = Store(sqlite_url)
    village = store.change(fill, START)
    today = village.past.today
    with store.reading() as db:
        states = {
            name: (loan.state.value, [each.days_late(today) for each in loan.instalments])
            for name in village.borrowers
            for loan in loans_of(db, village.member(name))
        }
    store.close_now()
    assert [state for state, _ in states.values()] == ["repaid", "running", "running", "asked"]
    due_soon, overdue = list(states.values())[1:3]
    assert max(due_soon[1]) == 0
    assert max(overdue[1]) > 7


def test_the_past_has_fees_gifts_loans_and_help_in_every_order(sqlite_url: str) -> None:
    store = Store(sqlite_url)
    village = store.change(fill, START)
    with store.reading() as db:
        kinds = Counter(each.kind.value for each in entries_of(db, village.club.club_id))
        days = [each.happened_on for each in entries_of(db, village.club.club_id)]
    store.close_now()
    assert kinds["fee"] > 100
    assert min(kinds[each] for each in ("donation", "help", "loan_paid_out", "repayment")) >= 3
    assert max(days) <= village.past.today
    assert {Month.of(day) for day in days} >= {Month.of(day) for day in village.past.held}


def test_the_database_is_marked_as_practice(sqlite_url: str) -> None:
    store = Store(sqlite_url)
    with store.reading() as db:
        assert marked_as(db) is Marked.EMPTY
    store.change(fill, START)
    with store.reading() as db:
        assert marked_as(db) is Marked.PRACTICE
    store.close_now()


def test_no_member_was_born_in_the_future() -> None:
    assert all(date(2026, 1, 1).year - each.age < 2010 for each in villagers(5))
