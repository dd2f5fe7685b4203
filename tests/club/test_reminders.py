"""Quiet times, and when each kind of reminder is due."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from club.calendar import Month, lunar_of, tet
from club.reminders import (
    TIMINGS,
    Kind,
    Quiet,
    WhenQuiet,
    allowed_at,
    due_at,
    greeting_days,
    lesson_day,
    may_go_out,
    session_due_at,
)

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")

moments = st.datetimes(
    datetime.fromisoformat("2024-01-01"),
    datetime.fromisoformat("2040-01-01"),
    timezones=st.just(VIETNAM),
)
around_tet = st.builds(
    lambda year, minutes: datetime.combine(
        tet(year) - timedelta(days=5), time(), tzinfo=VIETNAM
    ) + timedelta(minutes=minutes),
    st.integers(2020, 2040),
    st.integers(0, 16 * 24 * 60),
)  # fmt: skip
kinds = st.sampled_from(Kind)


def local(text: str) -> datetime:
    """A moment in Vietnam, from "2026-11-21 08:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def told(kind: Kind, wanted: str) -> str | None:
    """When a reminder wanted for that local moment goes out."""
    allowed = allowed_at(kind, local(wanted))
    return None if allowed is None else f"{allowed:%Y-%m-%d %H:%M}"


def test_every_kind_has_its_timing() -> None:
    assert set(TIMINGS) == set(Kind)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize(
    ("at", "allowed"), [("06:59", False), ("07:00", True), ("20:29", True), ("20:30", False)]
)
def test_the_night_is_from_half_past_eight_to_seven(kind: Kind, at: str, allowed: bool) -> None:
    assert may_go_out(kind, local(f"2026-11-21 {at}")) is allowed


@pytest.mark.parametrize(
    ("day", "other", "money"),
    [
        ("2026-02-15", True, True),  # 28 Chạp
        ("2026-02-16", True, False),  # 29 Chạp, the last day of the year
        ("2026-02-17", False, False),  # mùng 1
        ("2026-02-19", False, False),  # mùng 3
        ("2026-02-20", True, False),  # mùng 4
        ("2026-02-23", True, False),  # mùng 7
        ("2026-02-24", True, True),  # mùng 8
        ("2025-01-27", True, True),  # 28 Chạp of a year whose Chạp has 29 days
        ("2024-02-08", True, False),  # 29 Chạp of a year whose Chạp has 30 days
        ("2024-02-09", True, False),  # 30 Chạp
    ],
)
def test_around_tet(day: str, other: bool, money: bool) -> None:
    assert may_go_out(Kind.LESSON, local(f"{day} 09:00")) is other
    assert may_go_out(Kind.INSTALMENT, local(f"{day} 09:00")) is money


@pytest.mark.parametrize(
    ("kind", "wanted", "goes_out"),
    [
        (Kind.LESSON, "2026-11-15 09:00", "2026-11-15 09:00"),
        (Kind.LESSON, "2026-11-15 21:00", "2026-11-16 07:00"),
        (Kind.LESSON, "2026-11-15 00:10", "2026-11-15 07:00"),
        (Kind.LESSON, "2026-02-17 09:00", "2026-02-20 07:00"),
        (Kind.LESSON, "2026-02-16 20:45", "2026-02-20 07:00"),
        (Kind.FEE_NOT_PAID, "2026-02-16 08:00", "2026-02-24 07:00"),
        (Kind.INSTALMENT, "2026-02-19 08:00", "2026-02-24 07:00"),
        (Kind.SESSION_SOON, "2026-11-15 05:30", "2026-11-14 19:00"),
        (Kind.SESSION_SOON, "2026-11-15 20:30", "2026-11-15 19:00"),
        (Kind.SESSION_SOON, "2026-02-20 06:00", None),
        (Kind.MEETING_TODAY, "2026-02-17 07:00", "2026-02-16 19:00"),
        (Kind.MEETING_TODAY, "2026-02-18 07:00", None),
        (Kind.GREETING, "2026-02-18 08:00", None),
    ],
)
def test_what_a_quiet_time_does(kind: Kind, wanted: str, goes_out: str | None) -> None:
    assert told(kind, wanted) == goes_out


@given(kinds, st.one_of(moments, around_tet))
def test_nothing_goes_out_in_a_quiet_time(kind: Kind, wanted: datetime) -> None:
    allowed = allowed_at(kind, wanted)
    if allowed is None:
        return
    lunar = lunar_of(allowed.date())
    assert time(7) <= allowed.time() < time(20, 30)
    assert not (lunar.month == 1 and lunar.day <= 3)
    if TIMINGS[kind].about_money:
        assert not (lunar.month == 1 and lunar.day <= 7)
        assert not (lunar.month == 12 and lunar.day >= 29)


@given(kinds, st.one_of(moments, around_tet))
def test_an_allowed_moment_stays_and_a_moved_one_moves_the_right_way(
    kind: Kind, wanted: datetime
) -> None:
    allowed = allowed_at(kind, wanted)
    if may_go_out(kind, wanted):
        assert allowed == wanted
    elif TIMINGS[kind].when_quiet is WhenQuiet.LATER:
        assert allowed is not None and wanted < allowed <= wanted + timedelta(days=11)
    elif allowed is not None:
        assert wanted - timedelta(days=2) < allowed < wanted


@given(st.one_of(moments, around_tet))
def test_what_waits_goes_out_in_the_first_allowed_minute(wanted: datetime) -> None:
    allowed = allowed_at(Kind.INSTALMENT, wanted)
    assert allowed is not None
    if allowed != wanted:
        assert not may_go_out(Kind.INSTALMENT, allowed - timedelta(minutes=1))


def test_quiet_times_are_a_setting() -> None:
    early = Quiet(night_until=time(5), tet_until=0, money_from=31, money_until=0)
    assert may_go_out(Kind.INSTALMENT, local("2026-02-17 05:00"), early)
    assert not may_go_out(Kind.INSTALMENT, local("2026-02-17 04:59"), early)


@pytest.mark.parametrize(
    ("kind", "day", "days_and_instants"),
    [
        (Kind.MEETING_SOON, "2026-10-17", [(-3, "2026-10-14 01:00")]),
        (Kind.MEETING_TODAY, "2026-10-17", [(0, "2026-10-17 00:00")]),
        (Kind.LESSON, "2026-10-15", [(0, "2026-10-15 02:00")]),
        (Kind.FEE_NOT_PAID, "2026-10-17", [(3, "2026-10-20 01:00")]),
        (
            Kind.INSTALMENT,
            "2026-10-17",
            [
                (-3, "2026-10-14 01:00"),
                (0, "2026-10-17 01:00"),
                (7, "2026-10-24 01:00"),
                (30, "2026-11-16 01:00"),
            ],
        ),
        (
            Kind.MONTH_NOT_CLOSED,
            "2026-11-01",
            [(4, "2026-11-05 01:00"), (9, "2026-11-10 01:00")],
        ),
        (Kind.MEETING_TODAY, "2026-02-18", []),
    ],
)
def test_when_reminders_are_due(
    kind: Kind, day: str, days_and_instants: list[tuple[int, str]]
) -> None:
    found = due_at(kind, date.fromisoformat(day), VIETNAM)
    assert [(due.days, f"{due.at:%Y-%m-%d %H:%M}") for due in found] == days_and_instants
    assert all(due.kind is kind and due.at.tzinfo is UTC for due in found)


def test_a_session_is_told_the_day_before_and_two_hours_before() -> None:
    afternoon = local("2026-11-15 14:00").astimezone(UTC)
    assert [(due.kind, due.at) for due in session_due_at(afternoon, VIETNAM)] == [
        (Kind.SESSION_TOMORROW, local("2026-11-14 08:00")),
        (Kind.SESSION_SOON, local("2026-11-15 12:00")),
    ]
    early = session_due_at(local("2026-11-15 08:30"), VIETNAM)
    assert early[-1].at == local("2026-11-14 19:00")


def test_the_lesson_day_is_the_fifteenth_unless_the_club_chose_another() -> None:
    assert lesson_day(Month(2026, 10)) == date(2026, 10, 15)
    assert lesson_day(Month(2027, 2), 31) == date(2027, 2, 28)


def test_greetings_go_out_on_three_days_of_the_year() -> None:
    assert greeting_days(2026) == [date(2026, 2, 15), date(2026, 6, 6), date(2026, 10, 1)]
