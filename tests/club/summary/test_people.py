"""Members, meetings, areas, care, support and lessons of a month."""

from datetime import date

import pytest

from club.areas import Area
from club.calendar import Month
from club.summary import count_month
from club.summary.figures import Share
from club.summary.rows import (
    ActivityRow,
    ClubRows,
    HelpedRow,
    HelpRow,
    LessonRow,
    MeetingRow,
    MemberRow,
    VisitRow,
)

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
LONG_AGO = date(2020, 1, 1)
TODAY = date(2026, 11, 5)

MEMBERS = (
    MemberRow(id=1, joined_on=LONG_AGO, birth_year=1950, is_woman=True, is_poor=True),
    MemberRow(id=2, joined_on=LONG_AGO, birth_year=1966, is_woman=True),
    MemberRow(id=3, joined_on=LONG_AGO, birth_year=1967, is_woman=False),
    MemberRow(id=4, joined_on=date(2026, 10, 31), birth_year=2000, is_woman=True),
    MemberRow(id=5, joined_on=date(2026, 11, 1), birth_year=1940, is_woman=True),
    MemberRow(id=6, joined_on=LONG_AGO, left_on=date(2026, 10, 31), birth_year=1940),
    MemberRow(id=7, joined_on=LONG_AGO, left_on=date(2026, 9, 30), birth_year=1940),
    MemberRow(id=8, joined_on=LONG_AGO, left_on=date(2026, 11, 1), is_woman=None),
)


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [(1, 3, 33), (2, 3, 67), (1, 8, 13), (0, 5, 0), (5, 5, 100), (0, 0, None)],
)
def test_a_share_in_percent(part: int, whole: int, percent: int | None) -> None:
    assert Share(part, whole).percent == percent


def test_members_are_those_at_the_end_of_the_month() -> None:
    found = count_month(ClubRows(members=MEMBERS), OCTOBER, today=TODAY).members
    assert found.all == 5  # 1, 2, 3, 4, 8
    assert (found.older, found.older_women, found.younger, found.age_not_known) == (2, 2, 2, 1)
    assert (found.women, found.poor, found.new, found.left) == (3, 1, 1, 1)


def test_from_which_age_a_member_is_older_is_a_setting() -> None:
    rows = ClubRows(members=MEMBERS)
    assert count_month(rows, OCTOBER, today=TODAY, older_from=55).members.older == 3


def test_a_running_month_is_counted_up_to_today() -> None:
    figures = count_month(ClubRows(members=MEMBERS), OCTOBER, today=date(2026, 10, 30))
    assert figures.until == date(2026, 10, 30)
    assert figures.members.all == 5  # 1, 2, 3, 6, 8
    assert (figures.members.new, figures.members.left) == (0, 0)


def test_attendance_stands_beside_the_meetings_before() -> None:
    meetings = tuple(
        MeetingRow(month, month.day(17), present, 50, has_minutes=True)
        for month, present in [
            (OCTOBER.plus(-6), 50),
            (OCTOBER.plus(-5), 10),
            (OCTOBER.plus(-4), 20),
            (OCTOBER.plus(-3), 30),
            (OCTOBER.plus(-2), 40),
            (SEPTEMBER, 25),
            (OCTOBER, 37),
            (OCTOBER.next(), 1),
        ]
    )
    found = count_month(ClubRows(meetings=meetings), OCTOBER, today=TODAY).meeting
    assert found.held_on == date(2026, 10, 17)
    assert found.attendance == Share(37, 50)
    assert [month for month, _ in found.earlier] == [OCTOBER.plus(-back) for back in range(1, 6)]
    assert found.earlier_percent == 50
    assert found.has_minutes


def test_two_lunar_meetings_in_a_month_count_together() -> None:
    meetings = (
        MeetingRow(OCTOBER, date(2026, 10, 1), 30, 50, has_minutes=True),
        MeetingRow(OCTOBER, date(2026, 10, 31), 40, 50),
    )
    found = count_month(ClubRows(meetings=meetings), OCTOBER, today=TODAY).meeting
    assert (found.held_on, found.attendance) == (date(2026, 10, 31), Share(70, 100))
    assert not found.has_minutes


def test_a_month_without_a_meeting_says_so() -> None:
    found = count_month(ClubRows(), OCTOBER, today=TODAY).meeting
    assert (found.held_on, found.attendance.percent, found.has_minutes) == (None, None, False)
    assert found.earlier_percent is None


def test_all_eight_areas_are_listed() -> None:
    activities = (
        ActivityRow(OCTOBER, Area.HEALTH),
        ActivityRow(OCTOBER, Area.HEALTH),
        ActivityRow(OCTOBER, Area.INCOME),
        ActivityRow(SEPTEMBER, Area.CULTURE),
    )
    found = count_month(ClubRows(activities=activities), OCTOBER, today=TODAY).areas
    assert found.worked_on == (Area.INCOME, Area.HEALTH)
    assert len(found.left_out) == 6 and Area.CULTURE in found.left_out
    assert dict(found.activities)[Area.HEALTH] == 2


def test_people_are_counted_once_and_visits_each_time() -> None:
    rows = ClubRows(
        help_given=(HelpRow(OCTOBER, 1), HelpRow(OCTOBER, 1), HelpRow(SEPTEMBER, 2)),
        visits=(VisitRow(OCTOBER, 1), VisitRow(OCTOBER, 1), VisitRow(OCTOBER, 2)),
        helped=(
            HelpedRow(OCTOBER, 1, 1, 120),
            HelpedRow(OCTOBER, 1, 2, 90),
            HelpedRow(OCTOBER, 2, 1, 60),
            HelpedRow(SEPTEMBER, 3, 3, 600),
        ),
        lessons=(
            LessonRow(OCTOBER, 1, is_done=True),
            LessonRow(OCTOBER, 1, is_done=False),
            LessonRow(OCTOBER, 2, is_done=False),
        ),
        home_care_volunteers=6,
    )
    figures = count_month(rows, OCTOBER, today=TODAY)
    assert figures.care.people_helped == 1
    assert (figures.care.visits, figures.care.clients) == (3, 2)
    assert figures.care.home_care_volunteers == 6
    support = figures.support
    assert (support.sessions, support.volunteers, support.minutes) == (2, 2, 270)
    assert (figures.lessons.reached, figures.lessons.done) == (2, 1)
