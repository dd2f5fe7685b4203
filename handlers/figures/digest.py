"""The month's news for the village: a text to read out and a poster, for the board."""

from club.calendar import Month
from club.members import Action
from club.refusals import Code
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.figures.month_typed import UNKNOWN, month_in_a_form
from handlers.figures.no_such_month import no_such_month
from handlers.talk.refusing import shown_no
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.figures import digest as say
from messages.figures import summary as say_summary
from messages.moments import Moment
from messages.papers.poster import poster_of
from messages.presses import Press, ScreenPress
from messages.understand.paper_forms import poster_said
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
        return no_such_month(me, db, "digest")
    month = _month(named, me, db)
    found = digest_of(db, me.club_id, month, today=me.today, now=me.now)
    if found is None:
        return no_such_month(me, db, "digest", month)
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


def _back(month: Month) -> list[tuple[Press, Moment]]:
    return [
        (ScreenPress("summary", str(month)), say_summary.back_to_it()),
        (ScreenPress("menu"), say_everywhere.menu_word()),
    ]


def _read(text: str, me: Visitor) -> Press | None:
    """'bản tin tháng 10', and as a poster where that was said."""
    form = "poster" if poster_said(text) else ""
    return month_in_a_form(text, me, screen="digest", papers="digest", form=form)


entrance(
    ScreenPress("digest"),
    label=say.title,
    open_to=lambda me: me.may(Action.SEE_SUMMARY),
    command="bantin",
    words=("bản tin", "bản tin tháng", "loa thôn", "đọc loa", "village news", "digest"),
    in_menu=False,
    reads=_read,
)
