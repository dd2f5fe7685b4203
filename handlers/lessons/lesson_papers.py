"""A lesson on one page in large letters, for the meeting and for whoever has no phone."""

from club.members import Action
from club.refusals import Code
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.menus import on_page
from handlers.talk.refusing import shown_no
from messages import everywhere
from messages.cards import Card
from messages.lesson import name
from messages.lessons import lesson_called, lessons
from messages.moments import Moment
from messages.papers.lesson_sheet import lesson_sheet
from messages.presses import Press, ScreenPress
from messages.volunteers import help_wishes as say
from storage.queries import Connection
from storage.queries.money.paper_heading import paper_heading


@screen("lesson_sheets")
def which_sheet(me: Visitor, db: Connection, argument: str) -> Card:
    """All lessons to print one of; `argument` is the page."""
    if not me.may(Action.OPEN_SESSION):
        return shown_no(Code.NOT_ALLOWED)
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("lesson_sheet", each.code), name(lesson=each.code)) for each in lessons()
    ]
    return Card(say.which_sheet(), choices=choices(on_page("lesson_sheets", argument, ways)))


@screen("lesson_sheet")
def sheet(me: Visitor, db: Connection, argument: str) -> Card:
    """`argument` is the lesson's code."""
    if not me.may(Action.OPEN_SESSION):
        return shown_no(Code.NOT_ALLOWED)
    try:
        lesson_called(argument)
    except KeyError:
        return shown_no(Code.NOT_FOUND)
    heading = paper_heading(db, me.club_id, me.today)
    paper = lesson_sheet(club=heading.club_name, lesson=argument)
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("lesson_sheets"), say.other_sheets()),
        (ScreenPress("menu"), everywhere.menu_word()),
    ]
    body = say.here_is_the_sheet(name(lesson=argument))
    return Card(body, choices=choices(ways), papers=(paper,))


entrance(
    ScreenPress("lesson_sheets"),
    label=say.sheet,
    open_to=lambda me: me.may(Action.OPEN_SESSION),
    command="inbaihoc",
    words=("in bài học", "bài học để in", "print a lesson"),
    in_menu=False,
)
