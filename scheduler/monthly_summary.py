"""On the 1st the chair gets the summary of the month that is over, and what is open before closing.

Its figures take many questions to the books, so only a few clubs come at a time
(`Reminding.at_most`), and a letter that waited is asked only whether its reader still is chair.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from club.calendar import Month
from club.closing import CashHeld
from club.reminders import Kind
from messages.cards import Card, Choice
from messages.figures import summary as say
from messages.figures import summary_lines as say_lines
from messages.figures.summary_counting import comes_by_itself, papers_title
from messages.moments import Moment
from messages.money import before_closing as say_before
from messages.money.closing import close
from messages.money.entry_kinds import place_called
from messages.open_items import open_before_closing
from messages.presses import ScreenPress, packed
from scheduler.reminding import Reminding, Span, by_kind, day_of, local, times_of
from storage import reminders
from storage.queries import Connection
from storage.queries.figures.summary import ClubMonth, club_month
from storage.queries.money.closing import checklist, next_to_close
from storage.queries.money.ledger import places_of
from storage.queries.reminding import reminding
from storage.queries.reminding import reminding_money as about
from storage.queries.reminding.reminding_yearly import in_timezone
from storage.reminders import Claimed

LASTS = timedelta(days=4)
"""On the 5th the chair hears that the month is not closed; by then this has lost its sense."""
AT_MOST = 3
"""So many clubs' months are counted in one transaction."""


def plan(db: Connection, span: Span) -> None:
    """The chairs' summary of the month that is over or about to be."""
    for timezone in reminding.timezones(db):
        this_month = Month.of(day_of(span, timezone))
        for month in (this_month.previous(), this_month):
            first = month.next().first_day
            for _, times in times_of(Kind.SUMMARY, first, timezone, lasts=LASTS, span=span):
                here = in_timezone(about.board_of(("chair",), span.now.date()), timezone)
                reminders.plan(db, Kind.SUMMARY, here, times, now=span.now, period=str(month))


def cards(db: Connection, claimed: Sequence[Claimed], now: datetime) -> dict[int, Card]:
    """The month on one screen, with the ways to more; none for a club founded later."""
    chairs = still(db, claimed, now)
    found = {}
    for each in claimed:
        if each.id in chairs:
            today = local(now, each.timezone).date()
            month = club_month(db, each.club_id, Month.parse(each.period), today)
            if month is not None:
                found[each.id] = _card(db, each.club_id, month, today)
    return found


def still(db: Connection, claimed: Sequence[Claimed], now: datetime) -> set[int]:
    """Those whose reader is chair today."""
    chairs = about.board_of(("chair",), now.date())
    return set(reminders.still_wanted(db, chairs, by_kind(claimed, Kind.SUMMARY)))


def _card(db: Connection, club_id: int, found: ClubMonth, today: date) -> Card:
    month = found.summary.month
    ways = [
        (ScreenPress("summary", str(month)), say.title()),
        (ScreenPress("summary_papers", str(month)), papers_title()),
    ]
    lines = [say.overview(found.club_name, found.summary, for_board=True)]
    if not found.summary.is_closed and next_to_close(db, club_id) == month:
        lines += [say_lines.blank(), _still_open(db, club_id, found, today)]
        ways.append((ScreenPress("closing"), close(month)))
    body = comes_by_itself(summary=say_lines.lines(lines=lines))
    shown = tuple(Choice(packed(press), label) for press, label in ways)
    return Card(body, choices=shown, numbered=False)


def _still_open(db: Connection, club_id: int, found: ClubMonth, today: date) -> Moment:
    """What is missing before the month can be closed."""
    month, figures = found.summary.month, found.summary.figures
    places = {each.id: each for each in places_of(db, club_id)}

    def place(held: CashHeld) -> Moment:
        it = places[held.place]
        return place_called(it.kind, it.name, it.keeper)

    items = open_before_closing(checklist(db, club_id, figures, today), place)
    return say_before.checklist(month, [each.line for each in items])


REMINDING = Reminding((Kind.SUMMARY,), plan, cards, at_most=AT_MOST, still=still)
