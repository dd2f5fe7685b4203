"""All lessons to choose from, and what a person has learnt of them."""

from club.learning import Progress, progress
from club.refusals import Code
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.menus import on_page
from handlers.talk.refusing import shown_no
from messages import everywhere
from messages import learnt as say
from messages.cards import Card
from messages.lesson import name
from messages.lessons import lessons
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.queries import Connection
from storage.queries.lessons.lessons import ends_of

MOST_NAMED = 5


def _progress(me: Visitor, db: Connection) -> Progress:
    return progress([each.code for each in lessons()], ends_of(db, me.person))


@screen("lessons")
def list_of_lessons(me: Visitor, db: Connection, argument: str) -> Card:
    """A page of all lessons; those she has learnt are marked. `argument` is the page."""
    if me.person_id is None:
        return shown_no(Code.NOT_ALLOWED)
    learnt = set(_progress(me, db).learnt)
    ways: list[tuple[Press, Moment]] = [
        (StartPress("lesson", each.code), say.line(each.code, each.code in learnt))
        for each in lessons()
    ]
    return Card(say.which(len(ways)), choices=choices(on_page("lessons", argument, ways)))


@screen("learnt")
def what_is_learnt(me: Visitor, db: Connection, argument: str) -> Card:
    """How many lessons she has learnt, which come again, and the way on."""
    if me.person_id is None:
        return shown_no(Code.NOT_ALLOWED)
    hers = _progress(me, db)
    body = say.so_far(len(hers.learnt), hers.of)
    if hers.again:
        again = [name(lesson=each) for each in hers.again[:MOST_NAMED]]
        body = say.together(body, say.again(again))
    ways: list[tuple[Press, Moment]] = [
        (StartPress("lesson"), say.go_on()),
        (ScreenPress("lessons"), say.list_title()),
        (ScreenPress("menu"), everywhere.menu_word()),
    ]
    return Card(body, choices=choices(ways))


def _is_member(me: Visitor) -> bool:
    return me.membership is not None and me.membership.state == "member"


entrance(
    ScreenPress("learnt"),
    label=say.title,
    open_to=_is_member,
    command="dahoc",
    words=("tôi đã học gì", "đã học gì", "bài đã học", "what have I learnt"),
    in_menu=False,
)
entrance(
    ScreenPress("lessons"),
    label=say.list_title,
    open_to=_is_member,
    command="cacbaihoc",
    words=("bài khác", "các bài học", "danh sách bài học", "all lessons", "lessons"),
    in_menu=False,
)
