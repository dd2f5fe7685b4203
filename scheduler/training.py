"""A year after the board's last training: it is time for the refresher."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from club.reminders import Kind
from club.yearly import falls_on
from messages import reminders_of_year as say
from messages.cards import Card
from scheduler.reminding import Reminding, Span, by_kind, day_of, times_of
from scheduler.yearly_days import days_in_reach
from storage import reminders
from storage.queries import Connection
from storage.queries.reminding import reminding
from storage.queries.reminding import reminding_yearly as about
from storage.reminders import Claimed

LASTS = timedelta(days=30)
ALMOST_A_YEAR = timedelta(days=364)
"""From 29 February to the 28th of the next year it is a day less than a year."""


def plan(db: Connection, span: Span) -> None:
    """On the anniversaries, until a training is entered."""
    timezones = reminding.timezones(db)
    if not timezones:
        return
    days = days_in_reach(span, timezones[0], LASTS)
    anniversaries = {number: day for day in days for number in falls_on(day)}
    for trained in about.trainings_on(db, list(anniversaries)):
        day = anniversaries[trained.number]
        today = day_of(span, trained.timezone)
        wanted = about.board_trained(trained, day - ALMOST_A_YEAR, today)
        for _, times in times_of(Kind.TRAINING, day, trained.timezone, lasts=LASTS, span=span):
            reminders.plan(db, Kind.TRAINING, wanted, times, now=span.now, period=str(day))


def cards(db: Connection, claimed: Sequence[Claimed], now: datetime) -> dict[int, Card]:
    """Nothing if the board was trained meanwhile."""
    today = now.date()
    wanted = reminders.still_wanted(
        db,
        about.board_trained_before(today - ALMOST_A_YEAR, today),
        by_kind(claimed, Kind.TRAINING),
    )
    return dict.fromkeys(wanted, say.training_card())


REMINDING = Reminding((Kind.TRAINING,), plan, cards)
