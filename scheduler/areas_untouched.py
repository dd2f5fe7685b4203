"""In the middle of the month: which areas nobody has touched yet, and three things to do."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from club.activities import UNTOUCHED_SHOWN_ON
from club.areas import Area
from club.calendar import Month
from club.reminders import Kind
from messages.cards import Card
from messages.figures.summary_steps import area as area_name
from messages.ideas import SHOWN_A_MONTH, Idea, ideas_for
from messages.meetings import plans as say
from scheduler.reminding import Reminding, Span, by_kind, day_of, local, times_of
from storage import reminders
from storage.queries import Connection
from storage.queries.life.areas_touched import areas_touched, community_action_done
from storage.queries.reminding import reminding
from storage.queries.reminding.reminding_money import BOARD_ROLES, board_of
from storage.queries.reminding.reminding_yearly import in_timezone
from storage.reminders import Claimed

LASTS = timedelta(days=10)


def plan(db: Connection, span: Span) -> None:
    """For every board, once a month; whether there is anything to say is asked on the day."""
    for timezone in reminding.timezones(db):
        today = day_of(span, timezone)
        for month in (Month.of(today), Month.of(today).next()):
            _plan_month(db, month, timezone, span)


def _plan_month(db: Connection, month: Month, timezone: str, span: Span) -> None:
    day = month.day(UNTOUCHED_SHOWN_ON)
    kind = Kind.AREAS_UNTOUCHED
    for _, times in times_of(kind, day, timezone, lasts=LASTS, span=span):
        wanted = in_timezone(board_of(BOARD_ROLES, day_of(span, timezone)), timezone)
        reminders.plan(db, kind, wanted, times, now=span.now, period=str(month))


def cards(db: Connection, claimed: Sequence[Claimed], now: datetime) -> dict[int, Card]:
    """Nothing where all eight were worked on and there was work for the whole village."""
    ids = by_kind(claimed, Kind.AREAS_UNTOUCHED)
    board = reminders.still_wanted(db, board_of(BOARD_ROLES, now.date()), ids)
    mine = [each for each in claimed if each.id in board]
    by_club = {
        club: _card(db, club, local(now, zone).date())
        for club, zone in {(each.club_id, each.timezone) for each in mine}
    }
    found = ((each.id, by_club[each.club_id]) for each in mine)
    return {number: card for number, card in found if card is not None}


def _card(db: Connection, club_id: int, today: date) -> Card | None:
    month = Month.of(today)
    touched = areas_touched(db, club_id, month)
    missing = [each for each in Area if each not in touched]
    no_action = not community_action_done(db, club_id, month)
    if not missing and not no_action:
        return None
    wanted = missing or [Area.SELF_HELP]
    ideas = [(each.area.value, each.number) for each in three_of(wanted, month)]
    return say.areas_untouched_card(
        [area_name(each.value) for each in missing], ideas, no_action=no_action
    )


def three_of(areas: Sequence[Area], month: Month) -> list[Idea]:
    """Three ideas for these areas: of one all three, of several as many of each as there is room.

    Which areas come first moves on with the months, so that of eight none is always left out.
    """
    first = (month.year * 12 + month.month) * SHOWN_A_MONTH % len(areas)
    turned = [*areas[first:], *areas[:first]]
    by_area = [ideas_for(each, month) for each in turned]
    rounds = [each[number] for number in range(SHOWN_A_MONTH) for each in by_area]
    return rounds[:SHOWN_A_MONTH]


REMINDING = Reminding((Kind.AREAS_UNTOUCHED,), plan, cards)
