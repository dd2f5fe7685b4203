"""Support sessions: places, the line, ages, hours."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from club.refusals import Code, Refused
from club.support import (
    Place,
    SupportKind,
    SupportSession,
    may_see_address,
    needs_companion,
    require_no_overlap,
    require_old_enough,
    sign_up,
    who_moves_up,
)

BEGINS = datetime(2026, 11, 15, 7, 0, tzinfo=UTC)
BEFORE = BEGINS - timedelta(hours=1)
TODAY = date(2026, 11, 21)


def session(after_minutes: int = 0, length_minutes: int = 120) -> SupportSession:
    """Two places, two in line; by default from BEGINS for two hours."""
    begins = BEGINS + timedelta(minutes=after_minutes)
    ends = begins + timedelta(minutes=length_minutes)
    return SupportSession(SupportKind.DIGITAL, begins, ends, capacity=2, waiting_capacity=2)


@pytest.mark.parametrize(
    ("taken", "waiting", "place"),
    [
        (0, 0, Place.TAKING),
        (1, 0, Place.TAKING),
        (2, 0, Place.WAITING),
        (2, 1, Place.WAITING),
        (1, 1, Place.WAITING),
    ],
)
def test_a_place_or_the_line(taken: int, waiting: int, place: Place) -> None:
    assert sign_up(session(), taken=taken, waiting=waiting, now=BEFORE) is place


def test_a_full_line_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        sign_up(session(), taken=2, waiting=2, now=BEFORE)
    assert refused.value.code is Code.SESSION_FULL


def test_nobody_signs_up_once_it_has_begun() -> None:
    with pytest.raises(Refused) as refused:
        sign_up(session(), taken=0, waiting=0, now=BEGINS)
    assert refused.value.code is Code.SESSION_BEGUN


def test_the_first_in_line_moves_up() -> None:
    assert who_moves_up(session(), taken=1, waiting=["Mai", "Nam"]) == ["Mai"]
    assert who_moves_up(session(), taken=2, waiting=["Mai"]) == []
    assert who_moves_up(session(), taken=3, waiting=["Mai"]) == []
    assert who_moves_up(session(), taken=0, waiting=["Mai"]) == ["Mai"]


@given(st.integers(0, 4), st.lists(st.integers(), max_size=5, unique=True))
def test_moving_up_never_fills_more_than_the_places(taken: int, waiting: list[int]) -> None:
    moved = who_moves_up(session(), taken=taken, waiting=waiting)
    assert taken + len(moved) <= max(2, taken)
    assert moved == waiting[: len(moved)]


@pytest.mark.parametrize(
    ("after", "length", "clashes"),
    [(0, 120, True), (60, 120, True), (-60, 90, True), (30, 30, True), (120, 60, False),
     (-60, 60, False)],
)  # fmt: skip
def test_two_sessions_at_one_time_are_refused(after: int, length: int, clashes: bool) -> None:
    other = session(after, length)
    assert session().overlaps(other) is other.overlaps(session()) is clashes
    if not clashes:
        require_no_overlap(session(), [other])
        return
    with pytest.raises(Refused) as refused:
        require_no_overlap(session(), [session(600), other])
    assert refused.value.code is Code.SESSION_OVERLAPS
    assert refused.value.values == {"begins": other.begins}


@pytest.mark.parametrize(
    ("birth_year", "parent_agreed", "refused"),
    [(2009, False, False), (2010, False, True), (2010, True, False), (2013, False, True)],
)
def test_under_sixteen_a_parent_says_yes_first(
    birth_year: int, parent_agreed: bool, refused: bool
) -> None:
    if not refused:
        require_old_enough(birth_year, TODAY, parent_agreed=parent_agreed)
        return
    with pytest.raises(Refused) as caught:
        require_old_enough(birth_year, TODAY, parent_agreed=parent_agreed)
    assert caught.value.code is Code.TOO_YOUNG


@pytest.mark.parametrize(
    ("birth_year", "first_visit", "needed"),
    [(1990, False, False), (1990, True, True), (2007, False, False), (2008, False, True)],
)
def test_who_needs_a_companion(birth_year: int, first_visit: bool, needed: bool) -> None:
    assert needs_companion(birth_year, TODAY, first_visit=first_visit) is needed


def test_an_address_needs_both_a_voucher_and_acceptance() -> None:
    assert may_see_address(vouched=True, accepted=True)
    assert not may_see_address(vouched=False, accepted=True)
    assert not may_see_address(vouched=True, accepted=False)


def test_a_session_that_ends_before_it_begins_is_a_fault() -> None:
    with pytest.raises(ValueError):
        session(length_minutes=0)
