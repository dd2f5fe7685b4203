"""A member asks for help; the board finds somebody, volunteers see the hamlet only."""

from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.news import news
from handlers.notices import Told, after
from handlers.take_back import kept
from handlers.talk.refusing import said_no
from handlers.tasks import waiting
from messages.moments import Moment
from messages.presses import Press, StartPress
from messages.volunteers import ask_for_help as say
from messages.volunteers import open_session as sessions_say
from messages.volunteers import sessions as words_of
from storage.changes.volunteers.ask_for_help import AskForHelp, HelpAsked
from storage.queries import Connection
from storage.queries.members.boards import board
from storage.queries.money.declared import Word
from storage.queries.volunteers.help_requests import open_requests

TOPICS = ("digital", "health", "home_care", "paperwork", "field_work")


@dialogue("ask_for_help", title=say.title, about=2)
async def ask_for_help(ask: Ask, me: Visitor) -> AskForHelp | Said:
    """Its subject is nothing or a topic, and the lesson that hands it over."""
    if not me.may(Action.ASK_FOR_HELP):
        return said_no(Code.NOT_ALLOWED)
    topic, _, lesson = me.subject.partition(" ")
    if topic not in TOPICS:
        topic = await ask.choice("topic", say.with_what(), among=TOPICS, shown_as=words_of.topic)
        lesson = ""
    if not await ask.may_i("sure", say.shall_i_ask(say.asked_for(topic, lesson))):
        return Said(say.not_asked())
    return AskForHelp(topic, lesson)


@after(HelpAsked)
def help_asked(fact: HelpAsked, me: Visitor, db: Connection) -> Told:
    """The board hears who asks, and can open a session out of it."""
    request = fact.request
    hears = news(
        say.board_hears(request.name, request.hamlet, say.asked_for(request.topic, request.lesson)),
        (StartPress("open_session", str(request.id)), sessions_say.title()),
    )
    people = dict.fromkeys(each.person_id for each in board(db, request.club_id, me.today))
    told = tuple((each, hears) for each in people if each != me.person_id)
    return Told(kept(say.asked(), Word.HELP, request.id), told)


@waiting
def requests_for_help(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """Requests that nobody has taken up."""
    if not me.may(Action.OPEN_SESSION):
        return []
    return [
        (
            StartPress("open_session", str(each.id)),
            say.line(each.name, say.asked_for(each.topic, each.lesson)),
        )
        for each in open_requests(db, me.club_id)
    ]


entrance(
    StartPress("ask_for_help"),
    label=say.title,
    open_to=lambda me: me.may(Action.ASK_FOR_HELP),
    command="nhogiup",
    words=("nhờ giúp", "nhờ giúp đỡ", "ask for help"),
)
