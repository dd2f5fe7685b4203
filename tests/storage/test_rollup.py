"""Roll-ups equal the sum of their clubs, whatever the country."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from club.calendar import Month
from club.rollup.published import published
from club.rollup.totals import RollUp
from club.spans import Span
from storage.changes.members.areas import (
    WrongArea,
    merge_communes,
    merge_provinces,
    move_club,
    rename_area,
)
from storage.queries import Connection
from storage.queries.figures.rollup import roll_up, roll_up_of_club
from storage.schema import bring_up_to_date
from storage.store import Store
from tests.kit.country import MadeUpCountry, figures_of
from tests.kit.undone import undone

TODAY = date(2026, 11, 22)
SPANS = [Span.parse(each) for each in ("2026-08", "2026-10", "2026-Q3", "2026-H2", "2026")]
COUNTS = st.fixed_dictionaries(
    {
        "members": st.integers(1, 70),
        "fees": st.integers(0, 900_000),
        "fund": st.integers(0, 90_000_000),
        "helped": st.integers(0, 9),
        "poor": st.integers(0, 9),
        "met": st.integers(0, 1),
    }
)
CLOSED = st.dictionaries(st.integers(7, 10), COUNTS)
COUNTRY = st.lists(st.tuples(st.integers(0, 3), CLOSED), min_size=1, max_size=7)


Months = dict[int, dict[str, int]]
CHANGES = ("", "communes", "provinces", "move")
MERGED_ON = date(2026, 9, 15)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    made = Store(database_url)
    bring_up_to_date(made)
    yield made
    made.close_now()


@settings(
    max_examples=16,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(drawn=COUNTRY, span=st.sampled_from(SPANS), change=st.sampled_from(CHANGES))
def test_a_roll_up_is_the_sum_of_what_its_clubs_publish(
    store: Store, drawn: list[tuple[int, Months]], span: Span, change: str
) -> None:
    """Communes 0 and 1 lie in the first province, 2 and 3 in the second. On 15 September two of
    them, or both provinces, may be merged, or the first club moves to the last commune.
    """
    with undone(store) as db:
        made = MadeUpCountry(db)
        provinces = [made.province("Tỉnh Một"), made.province("Tỉnh Hai")]
        communes = [made.commune(provinces[number // 2], f"Xã {number}") for number in range(4)]
        clubs: dict[int, Months] = {}
        for where, months in drawn:
            number = made.club(communes[where])
            clubs[number] = months
            for month, counts in months.items():
                made.closes(number, Month(2026, month), **counts)
        halves = _halves(db, (provinces, communes, min(clubs)), drawn, span, change)
        whole = roll_up(db, made.country, span, TODAY)
        _equals_the_sum(whole, list(clubs.values()), span)
        for province, within in halves.items():
            _equals_the_sum(roll_up(db, province, span, TODAY), within, span)
        for number, months in clubs.items():
            own = roll_up_of_club(db, number, span, TODAY)
            assert own is not None
            _equals_the_sum(own, [months], span)


def _halves(
    db: Connection,
    made: tuple[list[int], list[int], int],
    drawn: list[tuple[int, Months]],
    span: Span,
    change: str,
) -> dict[int, list[Months]]:
    """The change is made; the months of each province as it is on the last day of the span."""
    provinces, communes, first = made
    changed_by_then = min(span.last.last_day, TODAY) >= MERGED_ON
    halves = {
        province: [months for where, months in drawn if where in half]
        for province, half in zip(provinces, ((0, 1), (2, 3)), strict=True)
    }
    if change == "communes":
        merge_communes(db, communes[:2], "Xã Mới", day=MERGED_ON)
    elif change == "provinces":
        merged = merge_provinces(db, provinces, "Tỉnh Mới", day=MERGED_ON)
        halves = {each: [] for each in provinces} if changed_by_then else halves
        halves[merged.area_id] = [months for _, months in drawn]
    elif change == "move" and drawn[0][0] != 3:
        move_club(db, first, communes[3], day=MERGED_ON)
        if changed_by_then and drawn[0][0] < 2:
            halves[provinces[0]].remove(drawn[0][1])
            halves[provinces[1]].append(drawn[0][1])
    return halves


def _equals_the_sum(found: RollUp, clubs: list[Months], span: Span) -> None:
    """Added up here one by one: flows over all months, the rest of each club's last one."""
    fees = helped = members = closed = 0
    for months in clubs:
        inside = [Month(2026, each) for each in sorted(months) if Month(2026, each) in span.months]
        rows = [published(figures_of(each, **months[each.month])) for each in inside]
        closed += len(rows)
        fees += sum(row["fees_received"] or 0 for row in rows)
        helped += sum(row["people_helped"] or 0 for row in rows)
        members += (rows[-1]["members"] or 0) if rows else 0
    totals = found.whole.totals
    assert found.whole.counted.closed == closed
    if closed:
        sums = [totals[each].sum for each in ("fees_received", "people_helped", "members")]
        assert sums == [fees, helped, members]
    below = [line.totals for line in found.below if line.totals]
    if below:
        assert totals["fees_received"].sum == sum(each["fees_received"].sum for each in below)
        assert totals["members"].hidden == sum(each["members"].hidden for each in below)


def test_an_old_month_has_the_communes_of_then_and_the_new_one_stands_for_them(
    store: Store,
) -> None:
    with undone(store) as db:
        made = MadeUpCountry(db)
        province = made.province("Tỉnh Một")
        old = [made.commune(province, name) for name in ("Xã An", "Xã Bình")]
        for place, commune in enumerate(old):
            club_id = made.club(commune)
            for month in (5, 8, 10):
                made.closes(club_id, Month(2026, month), fees=100_000 * (place + 1))
        merged = merge_communes(db, old, "Xã An Bình", day=date(2026, 7, 1))
        assert merged.clubs == 2

        def names(span: str) -> list[str]:
            return [line.name for line in roll_up(db, province, Span.parse(span), TODAY).below]

        assert names("2026-05") == ["Xã An", "Xã Bình"]
        assert names("2026-10") == ["Xã An Bình"]
        now, then = (
            roll_up(db, merged.area_id, Span.parse(each), TODAY) for each in ("2026-10", "2026-05")
        )
        for found in (now, then):
            assert found.whole.totals["fees_received"].sum == 300_000
        # Beside the third quarter stand the same clubs: the merger makes no jump.
        third = roll_up(db, merged.area_id, Span.parse("2026-Q3"), TODAY)
        assert third.before.totals["fees_received"].sum == 300_000
        with pytest.raises(WrongArea):
            merge_communes(db, [old[0], merged.area_id], "Xã C", day=date(2026, 8, 1))


def test_an_old_month_has_the_names_of_then(store: Store) -> None:
    with undone(store) as db:
        made = MadeUpCountry(db)
        province = made.province("Tỉnh Một")
        commune = made.commune(province, "Xã Cũ")
        made.club(commune)
        rename_area(db, commune, "Phường Mới", day=date(2026, 9, 1))
        for span, name in (("2026-08", "Xã Cũ"), ("2026-10", "Phường Mới")):
            assert roll_up(db, commune, Span.parse(span), TODAY).whole.name == name


def test_completeness_counts_what_is_due_and_quiet_clubs_are_named(store: Store) -> None:
    """One club has closed July to October, one nothing since July, one is of October."""
    with undone(store) as db:
        made = MadeUpCountry(db)
        commune = made.commune(made.province("Tỉnh Một"), "Xã Một")
        good, quiet = made.club(commune, "CLB Tốt"), made.club(commune, "CLB Im")
        made.club(commune, "CLB Mới", founded=date(2026, 10, 3))
        well = {"present": 50, "fund": 60_000_000, "trained": 1}
        for month in range(7, 11):
            made.closes(good, Month(2026, month), **well)
        made.closes(quiet, Month(2026, 7))
        found = roll_up(db, commune, Span.parse("2026-Q4"), TODAY)
        # Due by 22 November: two months of each of the older clubs and two of the new one.
        of = found.whole.counted
        assert (of.clubs, of.complete, of.expected, of.closed) == (3, 0, 6, 1)
        assert [(each.club, each.last) for each in found.quiet] == [("CLB Im", "2026-07")]
        assert [each.club for each in found.stand_out] == ["CLB Tốt"]
        third = roll_up(db, commune, Span.parse("2026-Q3"), TODAY)
        assert third.whole.counted.complete == 1
        assert third.stand_out[0].criteria[:2] == ("books_closed", "met_monthly")


def test_an_area_without_clubs_and_a_club_without_months_have_sheets(store: Store) -> None:
    with undone(store) as db:
        made = MadeUpCountry(db)
        empty = made.commune(made.province("Tỉnh Một"), "Xã Trống")
        found = roll_up(db, empty, Span.parse("2026"), TODAY)
        assert (found.whole.counted.clubs, found.below) == (0, ())
        made.club(empty)
        found = roll_up(db, empty, Span.parse("2026"), TODAY)
        assert [line.counted.closed for line in found.below] == [0]
