"""The menu and the cards that end a talk."""

import re

from club.second_chat import looks_like_chat_code
from handlers.dialogue.engine import SCRIPTS
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, menu_choices, screen
from handlers.members.condolence import condolence
from messages import everywhere as say
from messages import menu as words_of
from messages import unfinished as about_unfinished
from messages.cards import Card
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress, Step, StepPress
from storage import conversations
from storage.conversations import OpenDialogue
from storage.queries import Connection

ENTRIES_A_PAGE = 5
_CODE = re.compile(r"\b[2-9A-HJ-NP-Za-hj-np-z]{4}[- ]?[2-9A-HJ-NP-Za-hj-np-z]{4}\b")


def menu(me: Visitor, db: Connection, argument: str, *, before: tuple[Moment, ...] = ()) -> Card:
    """What this person can do: five a page, what was left unfinished first."""
    grief = condolence(me, db)
    if grief is not None:
        return grief
    hello = argument == "hello"
    entries = on_page("menu", argument, _unfinished(me, db) + menu_choices(me))
    return Card(body=_headline(me, hello=hello), before=before, choices=choices(entries))


screen("menu")(menu)


def on_page(
    screen_name: str, argument: str, entries: list[tuple[Press, Moment]], *, within: str = ""
) -> list[tuple[Press, Moment]]:
    """The entries of one page of a screen, with the way to the next; after the last the first.

    `within`: what the screen's argument begins with, before the number of the page.
    """
    if len(entries) <= ENTRIES_A_PAGE:
        return entries
    page = int(argument) if argument.isdecimal() else 0
    step = ENTRIES_A_PAGE - 1
    first = page * step % (-(-len(entries) // step) * step)
    following = f"{within} {page + 1}".strip()
    more: tuple[Press, Moment] = (ScreenPress(screen_name, following), say.more())
    return [*entries[first : first + step], more]


def _unfinished(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """One thing left unfinished stands in the menu itself, several behind one entry."""
    waiting = unfinished(me, db)
    if len(waiting) > 1:
        return [(ScreenPress("unfinished"), about_unfinished.count(len(waiting)))]
    return [
        (StepPress(each.id, Step.GO_ON), words_of.go_on_with(SCRIPTS[each.name].title()))
        for each in waiting
    ]


def unfinished(me: Visitor, db: Connection) -> list[OpenDialogue]:
    """The dialogues put aside in this chat, the newest first, as this turn leaves them."""
    kept = {each.id: each for each in conversations.parked(db, me.chat_id)} | dict(me.changed)
    waiting = [
        each
        for each in kept.values()
        if each.place == "parked" and each.name in SCRIPTS and is_theirs(each, me)
    ]
    return sorted(waiting, key=lambda each: (each.touched_at, each.id), reverse=True)


def is_theirs(dialogue: OpenDialogue, me: Visitor) -> bool:
    """Whether it was begun by who speaks now: on a helper's phone several persons speak."""
    return dialogue.person_id is None or dialogue.person_id == me.person_id


def _headline(me: Visitor, *, hello: bool) -> Moment:
    if me.membership is None and me.is_officer:
        return words_of.hello_officer()
    if me.membership is None:
        return words_of.hello_volunteer() if me.is_volunteer else words_of.hello_stranger()
    if me.membership.state == "asked":
        return words_of.hello_waiting(me.membership.club_name)
    if hello:
        return words_of.hello_member(me.membership.club_name)
    return words_of.what_can_i_do()


@screen("help")
def help_(me: Visitor, db: Connection, argument: str) -> Card:
    """How to talk with Liên, in a few lines."""
    return Card(words_of.how_it_works(), choices=choices([(ScreenPress("menu"), say.menu_word())]))


def closing(body: Moment, before: tuple[Moment, ...] = ()) -> Card:
    """The end of a talk, with the way to the menu."""
    return Card(body, before=before, choices=choices([(ScreenPress("menu"), say.menu_word())]))


def nothing_open(me: Visitor, db: Connection) -> Card:
    """To a "thôi" where nothing is asked: short, for whoever says it twice has heard it once."""
    ways = [*_unfinished(me, db), (ScreenPress("menu"), say.menu_word())]
    return Card(say.nothing_to_stop(), choices=choices(ways))


def after_fault(number: int, dialogue_id: int | None) -> Card:
    """An apology with the fault's number, and the ways on."""
    ways: list[tuple[Press, Moment]] = [(ScreenPress("menu"), say.menu_word())]
    if dialogue_id is not None:
        ways.insert(0, (StepPress(dialogue_id, Step.GO_ON), say.go_on()))
    return Card(say.our_fault(number), choices=choices(ways))


def stopped(dialogue_id: int, before: tuple[Moment, ...] = ()) -> Card:
    """After 'stop': go on, throw away, or something else."""
    return Card(
        about_unfinished.stopped(),
        before=before,
        choices=choices(
            [
                (StepPress(dialogue_id, Step.GO_ON), say.go_on()),
                (StepPress(dialogue_id, Step.THROW_AWAY), say.throw_away()),
                (ScreenPress("menu"), say.menu_word()),
            ]
        ),
    )


def opened_by_code(text: str) -> StartPress | None:
    """What a code opens that somebody types whom nobody knows here; None for anything else."""
    if looks_like_chat_code(text):
        return StartPress("second_chat", "".join(text.split()))
    return StartPress("join", join_code(text)) if looks_like_join_code(text) else None


def looks_like_join_code(text: str) -> bool:
    return _CODE.fullmatch(text.strip()) is not None


def code_in(text: str) -> str | None:
    """The join code that is typed, alone or in a sentence, as it is kept; None where there is none.

    In a sentence it is known by its capitals or digits: most words of eight letters are no code.
    """
    if (alone := join_code(text)) and _CODE.fullmatch(alone):
        return alone
    for said in _CODE.findall(text):
        if said.isupper() or any(sign.isdigit() for sign in said):
            return join_code(said)
    return None


def join_code(text: str) -> str:
    """The code as it is kept: capitals, nothing between."""
    return re.sub(r"[- ]", "", text.strip()).upper()


entrance(
    ScreenPress("menu", "hello"),
    label=say.menu_word,
    open_to=lambda me: True,
    command="batdau",
    words=(
        *("xin chào", "chào", "chào cháu", "chào con", "chào em", "chào Liên", "chào cháu Liên"),
        *("alo", "a lô", "bắt đầu", "hello", "hi", "good morning", "chào anh", "chào chị"),
        *("chào bạn", "chào em Liên", "hello Liên", "hello chị", "hello em", "hi Liên", "hi chị"),
    ),
    in_menu=False,
)
