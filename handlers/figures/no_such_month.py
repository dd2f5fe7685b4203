"""What is answered where a month has no figures, with months beside it that have."""

from club.calendar import Month
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.figures import digest as say_digest
from messages.figures import summary as say_summary
from messages.figures import summary_counting as say
from messages.moments import Moment
from messages.presses import Press, ScreenPress
from storage.queries import Connection
from storage.queries.figures.summary import first_month


def no_such_month(me: Visitor, db: Connection, screen: str, month: Month | None = None) -> Card:
    """Why there is nothing of `month` (None: it was not understood), and which can be opened."""
    first, running = first_month(db, me.club_id), Month.of(me.today)
    label = say_digest.of_month if screen == "digest" else say_summary.of_month
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress(screen, str(each)), label(month=each))
        for each in _instead(month, first, running)
    ]
    ways.append((ScreenPress("menu"), say_everywhere.menu_word()))
    return Card(_why(month, first, running), choices=choices(ways))


def _why(month: Month | None, first: Month, running: Month) -> Moment:
    if month is None:
        return say.no_month_so_called()
    if month > running:
        return say.month_to_come(month=month)
    return say.month_before_founding(month=month, founded=first)


def _instead(month: Month | None, first: Month, running: Month) -> list[Month]:
    """The running one and the one before; of a month to come the same a year ago; of one too early
    the club's first.
    """
    wanted = [running, running.previous()]
    if month is not None and month > running:
        wanted.insert(0, month.plus(-12))
    if month is not None and month < first:
        wanted.insert(0, first)
    return list(dict.fromkeys(each for each in wanted if first <= each <= running))
