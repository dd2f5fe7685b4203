"""The month's news for the village: a text to read out and a poster, for the board."""

from club.calendar import Month
from club.members import Action
from club.refusals import Code
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.figures.month_typed import UNKNOWN, month_typed
from handlers.menus import closing
from handlers.talk.refusing import shown_no
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.figures import digest as say
from messages.figures import summary as say_summary
from messages.figures import summary_counting as say_counting
from messages.moments import Moment
from messages.papers.poster import poster_of
from messages.presses import Press, ScreenPress
from storage.queries import Connection
from storage.queries.figures.digest import digest_of
from storage.queries.figures.summary import first_month
from storage.queries.money.paper_heading import paper_heading


@screen("digest")
def digest(me: Visitor, db: Connection, argument: str) -> Card:
    """`argument` is a month, last month's if empty, and perhaps "poster": "2026-10 poster"."""
    if not me.may(Action.SEE_SUMMARY):
        return shown_no(Code.NOT_ALLOWED)
    named, _, form = argument.partition(" ")
    if named == UNKNOWN:
        return closing(say_counting.no_month_so_called())
    month = _month(named, me, db)
    found = digest_of(db, me.club_id, month, today=me.today, now=me.now)
    if found is None:
        return closing(_why_not(me, db, month))
    if form == "poster":
        commune = paper_heading(db, me.club_id, me.today).commune
        ways: list[tuple[Press, Moment]] = [(ScreenPress("digest", str(month)), say.as_text())]
        return Card(
            say.poster_comes(month=month),
            choices=choices([*ways, *_back(month)]),
            papers=(poster_of(found, commune),),
        )
    ways = [(ScreenPress("digest", f"{month} poster"), say.as_poster())]
    return Card(
        say.to_read_out(found),
        before=(say.before_reading(month=month),),
        choices=choices([*ways, *_back(month)]),
    )


def _month(named: str, me: Visitor, db: Connection) -> Month:
    """What is read out is mostly the month that is over; in a club's first month, that one."""
    try:
        return Month.parse(named)
    except ValueError:
        return max(Month.of(me.today).previous(), first_month(db, me.club_id))


def _why_not(me: Visitor, db: Connection, month: Month) -> Moment:
    if month > Month.of(me.today):
        return say_counting.month_to_come(month=month)
    return say_counting.month_before_founding(month=month, founded=first_month(db, me.club_id))


def _back(month: Month) -> list[tuple[Press, Moment]]:
    return [
        (ScreenPress("summary", str(month)), say_summary.back_to_it()),
        (ScreenPress("menu"), say_everywhere.menu_word()),
    ]


entrance(
    ScreenPress("digest"),
    label=say.title,
    open_to=lambda me: me.may(Action.SEE_SUMMARY),
    command="bantin",
    words=("bản tin", "bản tin tháng", "loa thôn", "đọc loa", "village news", "digest"),
    in_menu=False,
    reads=lambda text, me: month_typed("digest", text, me),
)
