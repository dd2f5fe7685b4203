"""On Monday: whom nobody visited as often as agreed last week, to her volunteers, once a week."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from club.home_care import WEEK, monday_of
from club.reminders import Kind
from messages.cards import Card
from messages.life import home_care as say
from scheduler.reminding import Reminding, Span, by_kind, day_of, local, times_of
from storage import reminders
from storage.queries import Connection
from storage.queries.life.home_care import care_given, client, weeks_of
from storage.queries.reminding import reminding
from storage.queries.reminding.reminding_yearly import in_timezone
from storage.reminders import Claimed

LASTS = timedelta(days=3)


def plan(db: Connection, span: Span) -> None:
    """For every volunteer; whether a visit is missing is asked on the day."""
    kind = Kind.VISITS_MISSED
    reminders.withdraw(db, kind, care_given())
    for timezone in reminding.timezones(db):
        this_monday = monday_of(day_of(span, timezone))
        for monday in (this_monday, this_monday + WEEK):
            for _, times in times_of(kind, monday, timezone, lasts=LASTS, span=span):
                wanted = in_timezone(care_given(), timezone)
                reminders.plan(db, kind, wanted, times, now=span.now, period=str(monday))


def cards(db: Connection, claimed: Sequence[Claimed], now: datetime) -> dict[int, Card]:
    """Nothing where there were visits enough, or somebody is away by now."""
    wanted = reminders.still_wanted(db, care_given(), by_kind(claimed, Kind.VISITS_MISSED))
    zones = {each.id: each.timezone for each in claimed}
    found: dict[int, Card] = {}
    for number, row in wanted.items():
        card = _card(db, row.club_id, row.client_id, local(now, zones[number]))
        if card is not None:
            found[number] = card
    return found


def _card(db: Connection, club_id: int, client_id: int, moment: datetime) -> Card | None:
    today = moment.date()
    of = client(db, club_id, client_id, today)
    if of is None:
        return None
    last = weeks_of(db, of, today)[0]
    if not last.is_short:
        return None
    return say.visits_missed_card(of.id, of.name, made=last.made, due=last.due)


REMINDING = Reminding((Kind.VISITS_MISSED,), plan, cards)
