"""What a roll-up says of months that are not closed: counted set-wise, as the summary counts."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from club.calendar import Month
from club.rollup.provisional import STANDING, SUMMABLE, OpenMonth
from club.rollup.published import published
from club.spans import Span
from club.summary import count_month
from messages.figures.rollup import overview
from messages.moments import written
from messages.wording import Words
from storage.changes.figures.publish_month import publish_month
from storage.queries.figures.open_books import books_counts
from storage.queries.figures.open_people import gathered, people_counts
from storage.queries.figures.rollup import roll_up, roll_up_of_club
from storage.queries.figures.summary_rows import club_rows
from storage.queries.members.areas import AreaMap
from storage.schema import bring_up_to_date
from storage.store import Store
from storage.tables.people import members
from tests.kit.country import MadeUpCountry, figures_of
from tests.kit.practice import make_practice_club
from tests.kit.undone import undone

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
TODAY = date(2026, 11, 2)
CLUB = 1


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    made = Store(database_url)
    bring_up_to_date(made)
    yield made
    made.close_now()


def test_every_figure_is_that_of_the_clubs_own_summary(sqlite_url: str) -> None:
    """The practice club has lived through loans, fees, sessions, lessons, visits and help."""
    make_practice_club(sqlite_url)
    store = Store(sqlite_url)
    seen: set[str] = set()
    with store.reading() as db:
        for back in range(6):
            month = Month.of(TODAY).plus(-back)
            until = min(month.last_day, TODAY)
            rows = club_rows(db, CLUB, month, today=TODAY, zone=ZONE)
            own = published(count_month(rows, month, today=TODAY))
            counts = gathered(people_counts(db, [CLUB], month, until)).get(CLUB, Counter())
            for _, more in books_counts(db, [CLUB], month, until):
                counts.update(more)
            found = OpenMonth(month).shown(counts)
            assert found == {code: own[code] for code in SUMMABLE}, month
            seen |= {code for code, value in found.items() if value}
    store.close_now()
    # What never was anything shows nothing: most of it has to have been something.
    assert set(SUMMABLE) - seen <= {
        *("left", "fund_of_50_million", "overdue", "overdue_loans", "poor", "older_women"),
        *("home_visits", "home_care_volunteers", "people_helped", "in_need", "new"),
        *("payouts", "paid_out", "repaid", "interest", "support_minutes", "women", "older"),
        *("borrowers", "outstanding", "help_money"),
    }


def test_flows_of_open_months_and_what_stands_where_nothing_is_closed(store: Store) -> None:
    """A club that has closed August stands in the quarter already; its September flows are open."""
    with store.writing() as db:
        made = MadeUpCountry(db)
        commune = made.commune(made.province("Tỉnh Một"), "Xã Một")
        closed, silent = made.club(commune), made.club(commune)
        for club_id in (closed, silent):
            made.members(club_id, 6)
        for month in (7, 8):
            made.closes(closed, Month(2026, month), members=6)
        found = roll_up(db, commune, Span.parse("2026-Q3"), TODAY)
        assert found.open_months["members"] == 6
        assert found.whole.totals["members"].sum == 6
        assert set(found.open_months) == set(SUMMABLE)
        publish_month(db, closed, Month(2026, 9), figures_of(Month(2026, 9)))
        whole = roll_up_of_club(db, closed, Span.parse("2026-Q3"), TODAY)
        assert whole is not None
        assert whole.open_months == {}


def test_an_open_month_hides_small_groups_of_each_club(store: Store) -> None:
    """Three new members of one club and three of another: neither is told, nor their sum."""
    with store.writing() as db:
        made = MadeUpCountry(db)
        commune = made.commune(made.province("Tỉnh Một"), "Xã Một")
        for _ in range(2):
            club_id = made.club(commune)
            made.members(club_id, 8, joined=date(2026, 1, 2))
            made.members(club_id, 3, joined=date(2026, 10, 5))
        tiny = made.club(commune)
        made.members(tiny, 4)
        found = roll_up(db, commune, Span.parse("2026-10"), TODAY).open_months
        assert (found["members"], found["new"]) == (22, 0)
        assert "older" in STANDING


def test_open_months_of_every_sheet_are_the_same_whatever_a_small_group_is(store: Store) -> None:
    """Two countries that differ in each small group: nobody can tell which of them he sees."""
    seen = []
    for new, women in ((1, 2), (4, 3)):
        with undone(store) as db:
            made = MadeUpCountry(db)
            province = made.province("Tỉnh Một")
            communes = [made.commune(province, f"Xã {number}") for number in range(2)]
            for place in range(3):
                club_id = made.club(communes[place % 2])
                old = made.members(club_id, 20, joined=date(2026, 1, 2), women=9)
                made.members(club_id, new, joined=date(2026, 10, 5))
                gone = update(members).where(members.c.id.in_(old[-new:]))
                db.execute(gone.values(left_on=date(2026, 10, 6)))
                made.members(made.club(communes[0]), 30, women=women)
            lines = AreaMap(db, TODAY)
            seen.append(
                [
                    roll_up(db, area, Span.parse(span), TODAY).open_months
                    for area in lines.all
                    for span in ("2026-09", "2026-10", "2026-11", "2026-Q4", "2026")
                ]
            )
    assert seen[0] == seen[1]
    assert any(each.get("members") for each in seen[0])


def test_too_many_open_months_are_said_and_not_counted_while_others_wait(store: Store) -> None:
    with store.writing() as db:
        made = MadeUpCountry(db)
        commune = made.commune(made.province("Tỉnh Một"), "Xã Một")
        for _ in range(3):
            made.members(made.club(commune), 6)
        october = Span.parse("2026-10")
        found = roll_up(db, commune, october, TODAY, most_open=2)
        assert found.open_months == {}
        assert "3 of the months, too many" in written(overview(found), Words("en"))
        assert roll_up(db, commune, october, TODAY, most_open=3).open_months["members"] == 18
