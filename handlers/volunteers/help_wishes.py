"""Who would like help with what, for the board: grouped, and on to opening a session for it."""

from club.members import Action
from club.refusals import Code
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.menus import ENTRIES_A_PAGE, closing, on_page
from handlers.talk.refusing import shown_no
from messages import everywhere
from messages.cards import Card
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from messages.volunteers import help_wishes as say
from messages.volunteers.ask_for_help import asked_for
from storage.queries import Connection
from storage.queries.volunteers.help_requests import HelpRequest, open_requests

MOST_NAMED = 12


@screen("help_wishes")
def help_wishes(me: Visitor, db: Connection, argument: str) -> Card:
    """What is wished for, the most wanted first; `argument` is the page."""
    if not me.may(Action.OPEN_SESSION):
        return shown_no(Code.NOT_ALLOWED)
    groups = _groups(open_requests(db, me.club_id))
    if not groups:
        return closing(say.none())
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("help_wish", key), say.group(_topic(asked), len(asked)))
        for key, asked in groups.items()
    ]
    people = {each.person_id for asked in groups.values() for each in asked}
    if len(ways) < ENTRIES_A_PAGE:
        ways.append((ScreenPress("menu"), everywhere.menu_word()))
    return Card(say.groups(len(people)), choices=choices(on_page("help_wishes", argument, ways)))


@screen("help_wish")
def one_wish(me: Visitor, db: Connection, argument: str) -> Card:
    """Those who wish for one thing; `argument` is the topic, and the lesson behind it."""
    if not me.may(Action.OPEN_SESSION):
        return shown_no(Code.NOT_ALLOWED)
    back: tuple[Press, Moment] = (ScreenPress("help_wishes"), say.all_groups())
    menu: tuple[Press, Moment] = (ScreenPress("menu"), everywhere.menu_word())
    asked = _groups(open_requests(db, me.club_id)).get(argument, [])
    if not asked:
        return Card(say.none_of_this(), choices=choices([back, menu]))
    ways: list[tuple[Press, Moment]] = [
        (StartPress("open_session", str(asked[0].id)), say.open_for())
    ]
    if asked[0].lesson:
        ways.append((ScreenPress("lesson_sheet", asked[0].lesson), say.sheet()))
    people = [say.person(each.name, each.hamlet) for each in asked[:MOST_NAMED]]
    if len(asked) > MOST_NAMED:
        people.append(say.more(len(asked) - MOST_NAMED))
    return Card(say.who(_topic(asked), people), choices=choices([*ways, back, menu]))


def _groups(requests: list[HelpRequest]) -> dict[str, list[HelpRequest]]:
    """By topic and lesson, the most wanted first; within a group the longest waiting first."""
    found: dict[str, list[HelpRequest]] = {}
    for each in requests:
        found.setdefault(f"{each.topic} {each.lesson}".strip(), []).append(each)
    return dict(sorted(found.items(), key=lambda item: -len(item[1])))


def _topic(asked: list[HelpRequest]) -> Moment:
    return asked_for(asked[0].topic, asked[0].lesson)


entrance(
    ScreenPress("help_wishes"),
    label=say.title,
    open_to=lambda me: me.may(Action.OPEN_SESSION),
    command="aicangiup",
    words=("ai cần giúp", "ai cần giúp gì", "ai muốn giúp gì", "who would like help"),
)
