"""When visits are missing: by whole weeks, without the days on which she was away."""

from datetime import date

from club.home_care import Agreed, Pause, concerns_board, last_weeks, monday_of, week_of

MONDAY = date(2026, 11, 2)
LONG_AGO = date(2026, 5, 4)


def test_a_week_is_short_when_fewer_visits_were_made_than_agreed() -> None:
    twice = Agreed(visits_a_week=2, since=LONG_AGO)
    one, two = [date(2026, 11, 4)], [date(2026, 11, 4), date(2026, 11, 8)]
    assert week_of(twice, one, MONDAY).is_short
    assert not week_of(twice, two, MONDAY).is_short
    assert week_of(twice, [date(2026, 11, 9), date(2026, 11, 1)], MONDAY).made == 0


def test_days_away_and_before_the_beginning_are_not_due() -> None:
    in_hospital = (Pause(date(2026, 11, 3), date(2026, 11, 8)),)
    twice = Agreed(visits_a_week=2, since=LONG_AGO, pauses=in_hospital)
    assert week_of(twice, [], MONDAY).due == 0
    still_there = Agreed(visits_a_week=7, since=LONG_AGO, pauses=(Pause(date(2026, 11, 6)),))
    assert week_of(still_there, [], MONDAY).due == 4
    assert week_of(Agreed(visits_a_week=7, since=date(2026, 11, 8)), [], MONDAY).due == 1


def test_the_board_hears_after_two_short_weeks_in_a_row() -> None:
    once = Agreed(visits_a_week=1, since=LONG_AGO)
    today = date(2026, 11, 18)
    assert monday_of(today) == date(2026, 11, 16)
    assert concerns_board(last_weeks(once, [], today))
    assert not concerns_board(last_weeks(once, [date(2026, 11, 3)], today))
    assert not concerns_board(last_weeks(once, [date(2026, 11, 15)], today))
    assert concerns_board(last_weeks(once, [today], today))
