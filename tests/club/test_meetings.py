"""Answers and rolls of the monthly meeting, and the eight areas."""

from datetime import UTC, datetime, timedelta

import pytest

from club.areas import Area
from club.meetings import (
    Answer,
    Attendance,
    Expected,
    MinutesPart,
    Presence,
    attendance,
    expected,
    require_not_begun,
)
from club.refusals import Code, Refused

BEGINS = datetime(2026, 10, 17, 1, 0, tzinfo=UTC)


def test_an_answer_may_change_until_the_meeting_begins() -> None:
    require_not_begun(BEGINS, BEGINS - timedelta(seconds=1))
    with pytest.raises(Refused) as refused:
        require_not_begun(BEGINS, BEGINS)
    assert refused.value.code is Code.MEETING_BEGUN


def test_whoever_needs_a_lift_is_coming() -> None:
    answers = [Answer.YES, Answer.YES, Answer.NO, Answer.LIFT]
    found = expected(answers, members=10)
    assert found == Expected(yes=2, no=1, lift=1, silent=6)
    assert found.coming == 3


def test_who_is_not_on_the_roll_is_absent() -> None:
    found = attendance([Presence.PRESENT, Presence.PRESENT, Presence.EXCUSED], members=5)
    assert (found.present, found.excused, found.absent) == (2, 1, 2)


def test_a_roll_longer_than_the_club_is_a_fault() -> None:
    with pytest.raises(ValueError):
        Attendance(members=2, present=2, excused=1)


def test_minutes_have_six_parts_and_a_club_eight_areas() -> None:
    assert len(MinutesPart) == 6
    assert [(area.number, area.value) for area in (Area.INCOME, Area.RESOURCES)] == [
        (1, "TTN"),
        (8, "VDNL"),
    ]
    assert len(Area) == 8
