"""The month as a picture, to print and sign, and as a workbook with all books."""

from club.calendar import Month
from club.members import Action
from club.refusals import Code
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, screen
from handlers.talk.refusing import shown_no
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.figures import digest as say_digest
from messages.figures import summary as say_summary
from messages.figures import summary_counting as say
from messages.moments import Moment
from messages.papers.summaries import PAPERS_OF_A_MONTH, MonthForPaper
from messages.papers.summary_workbook import kept_books
from messages.presses import Press, ScreenPress
from storage.queries import Connection
from storage.queries.figures.summary_papers import month_on_paper
from storage.queries.money.books_listed import books_listed

_LABELS = {"png": say.as_picture, "pdf": say.as_pdf, "xlsx": say.as_workbook}
_FOR_EVERYBODY = ("png",)


@screen("summary_papers")
def summary_papers(me: Visitor, db: Connection, argument: str) -> Card:
    """`argument` is a month and perhaps a form: "2026-10", "2026-10 pdf"."""
    if me.membership is None or me.membership.state != "member":
        return shown_no(Code.NOT_ALLOWED)
    named, _, form = argument.partition(" ")
    try:
        month = Month.parse(named)
    except ValueError:
        month = Month.of(me.today)
    if form not in _forms(me):
        return _offered(me, month)
    made_of = _made_of(me, db, month)
    if made_of is None:
        return Card(say.no_such_month(), choices=choices(_back(month)))
    paper = PAPERS_OF_A_MONTH[form](made_of)
    return Card(say.paper_comes(month=month), choices=choices(_back(month)), papers=(paper,))


def _forms(me: Visitor) -> tuple[str, ...]:
    """Names and loans stand in the others, so they are for the board."""
    return tuple(_LABELS) if me.may(Action.SEE_SUMMARY) else _FOR_EVERYBODY


def _offered(me: Visitor, month: Month) -> Card:
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("summary_papers", f"{month} {form}"), _LABELS[form]()) for form in _forms(me)
    ]
    if me.may(Action.SEE_SUMMARY):
        ways.append((ScreenPress("digest", str(month)), say_digest.title()))
    return Card(say.papers_offered(month=month), choices=choices([*ways, *_back(month)]))


def _back(month: Month) -> list[tuple[Press, Moment]]:
    return [
        (ScreenPress("summary", str(month)), say_summary.back_to_it()),
        (ScreenPress("menu"), say_everywhere.menu_word()),
    ]


def _made_of(me: Visitor, db: Connection, month: Month) -> MonthForPaper | None:
    on_paper = month_on_paper(db, me.club_id, month, me.today)
    if on_paper is None:
        return None
    return MonthForPaper(
        club=on_paper.found.club_name,
        commune=on_paper.commune,
        chair=on_paper.chair,
        bookkeeper=on_paper.bookkeeper,
        day=me.today,
        summary=on_paper.found.summary,
        for_board=me.may(Action.SEE_SUMMARY),
        books=lambda: kept_books(books_listed(db, me.club_id, month)),
    )
