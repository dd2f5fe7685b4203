"""What leaves a club: no group of one to four, nothing from which one follows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from club.calendar import Month
from club.rollup.indicators import FLOWS, LAST
from club.rollup.published import published
from tests.kit.country import figures_of

OCTOBER = Month(2026, 10)
SMALL = range(1, 5)


def test_every_figure_has_a_rule_over_months() -> None:
    assert sorted(published(figures_of(OCTOBER))) == sorted({*LAST, *FLOWS})


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ({"poor": 3}, {"poor"}),
        ({"poor": 57}, {"poor"}),  # three are not poor
        ({"older": 58, "women": 30, "older_women": 29}, {"older", "older_women"}),
        ({"older": 30, "women": 30, "older_women": 27}, {"older_women"}),  # three women under 60
        ({"new": 2}, {"new", "left"}),
        ({"new": 8, "left": 1}, {"new", "left"}),
        ({"present": 58}, {"present", "expected_to_come"}),
        ({"borrowers": 4, "outstanding": 9_000_000}, {"borrowers", "outstanding"}),
        ({"borrowers": 20, "overdue_loans": 1, "overdue": 700_000}, {"overdue_loans", "overdue"}),
        ({"borrowers": 20, "payouts": 1, "paid_out": 5}, {"payouts", "paid_out", "repaid"}),
        ({"helped": 1, "help_money": 500_000}, {"people_helped", "help_money"}),
        ({"help_money": 500_000}, {"help_money"}),  # to nobody who is counted
        ({"clients": 2, "visits": 9}, {"home_visits"}),
        ({"borrowers": 12, "in_need": 20, "with_loan": 10}, {"in_need_with_loan"}),
    ],
)
def test_small_groups_and_what_tells_of_them_are_hidden(
    counts: dict[str, int], hidden: set[str]
) -> None:
    usual = {"older": 40, "women": 35, "older_women": 25, "poor": 10, "present": 50}
    shown = published(figures_of(OCTOBER, **(usual | counts)))
    assert {code for code in hidden if shown[code] is None} == hidden


def test_of_a_club_of_four_nothing_shows() -> None:
    shown = published(figures_of(OCTOBER, members=4, fees=20_000, fund=60_000_000))
    assert set(shown.values()) == {None}


def test_a_club_of_usual_size_shows_what_it_has() -> None:
    shown = published(figures_of(OCTOBER, members=60, poor=10, fees=300_000, fund=50_000_000))
    assert (shown["members"], shown["poor"], shown["fees_received"]) == (60, 10, 300_000)
    assert shown["fund_of_50_million"] == 1


@given(
    part=st.integers(1, 4),
    other=st.integers(1, 4),
    key=st.sampled_from(["poor", "helped", "borrowers", "overdue_loans", "clients", "new"]),
)
def test_which_small_number_it_is_makes_no_difference(part: int, other: int, key: str) -> None:
    """Whoever sees what is published cannot tell one small group from another."""
    more = {"borrowers": 20} if key == "overdue_loans" else {}
    one = published(figures_of(OCTOBER, **{**more, key: part}))
    two = published(figures_of(OCTOBER, **{**more, key: other}))
    assert one == two


@given(absent=st.integers(1, 4), other=st.integers(1, 4), members=st.integers(5, 80))
def test_how_few_were_missing_makes_no_difference(absent: int, other: int, members: int) -> None:
    one = published(figures_of(OCTOBER, members=members, present=members - absent))
    two = published(figures_of(OCTOBER, members=members, present=members - other))
    assert one == two
