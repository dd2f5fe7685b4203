"""In the eleventh lunar month the board gets the list of those to be wished a long life at Tết."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from club.calendar import lunar_of
from club.reminders import Kind
from club.yearly import ages_reached, list_day, year_wished
from messages import reminders_of_year as say
from messages.cards import Card
from messages.moments import Moment
from scheduler.reminding import Reminding, Span, by_kind, local
from scheduler.yearly_days import plan_days
from storage import reminders
from storage.queries import Connection
from storage.queries.reminding.reminding_money import BOARD_ROLES, board_of
from storage.queries.reminding.reminding_yearly import members_born
from storage.reminders import Claimed

LASTS = timedelta(days=25)


def plan(db: Connection, span: Span) -> None:
    """On the first day of the eleventh lunar month."""
    today = span.now.date()
    days = [list_day(lunar_of(today).year + ahead) for ahead in (0, 1)]
    plan_days(db, Kind.LONGEVITY, board_of(BOARD_ROLES, today), days, span=span, lasts=LASTS)


def cards(db: Connection, claimed: Sequence[Claimed], now: datetime) -> dict[int, Card]:
    """By age and by both counts; nothing where nobody reaches such an age."""
    board = board_of(BOARD_ROLES, now.date())
    wanted = reminders.still_wanted(db, board, by_kind(claimed, Kind.LONGEVITY))
    lists: dict[tuple[int, int], list[Moment]] = {}
    found = {}
    for each in claimed:
        if each.id not in wanted:
            continue
        year = year_wished(local(each.due_at, each.timezone).date())
        key = (each.club_id, year)
        if key not in lists:
            lists[key] = _lines(db, each.club_id, year)
        if lists[key]:
            found[each.id] = say.longevity_card(year, lists[key])
    return found


def _lines(db: Connection, club_id: int, year: int) -> list[Moment]:
    wished = [
        (wish, born) for born in members_born(db, club_id) for wish in ages_reached(born.year, year)
    ]
    ordered = sorted(wished, key=lambda each: each[0])
    return [
        say.wished(born.name, born.year, wish.age, as_tuoi_mu=wish.as_tuoi_mu)
        for wish, born in ordered
    ]


REMINDING = Reminding((Kind.LONGEVITY,), plan, cards)
