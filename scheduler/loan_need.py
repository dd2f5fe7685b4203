"""Twice a year: would you need a loan? It is asked, not guessed (Club rules, C.8)."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from club.reminders import Kind
from club.yearly import need_days
from messages import reminders_of_year as say
from messages.cards import Card
from scheduler.reminding import Reminding, Span, by_kind
from scheduler.yearly_days import plan_days
from storage import reminders
from storage.queries import Connection
from storage.queries.reminding.reminding_yearly import need_not_known, not_had
from storage.reminders import Claimed

LASTS = timedelta(days=21)


def plan(db: Connection, span: Span) -> None:
    """Every member who has not said so of late, in the name of her first club."""
    today = span.now.date()
    for day in need_days(today.year):
        wanted = not_had(need_not_known(today), Kind.LOAN_NEED, str(day))
        plan_days(db, Kind.LOAN_NEED, wanted, [day], span=span, lasts=LASTS)


def cards(db: Connection, claimed: Sequence[Claimed], now: datetime) -> dict[int, Card]:
    """The question with a way to answer it."""
    ids = by_kind(claimed, Kind.LOAN_NEED)
    wanted = reminders.still_wanted(db, need_not_known(now.date()), ids)
    return dict.fromkeys(wanted, say.loan_need_card())


REMINDING = Reminding((Kind.LOAN_NEED,), plan, cards)
