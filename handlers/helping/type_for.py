"""A helper takes up a code, and chooses for whom he types."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from club.helping import typed_code
from club.in_office import InOffice
from club.refusals import Code, Refused
from club.support import require_old_enough
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.question import Heard, Hearing, Later
from handlers.dialogue.questions import TextQuestion
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance
from handlers.menus import join_code
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages import everywhere
from messages.cards import Card
from messages.helping import helping as say
from messages.helping import type_for as say_code
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from messages.understand.plain import bare
from messages.understand.readings import Unclear, Why
from messages.volunteers import volunteering as say_volunteer
from storage.changes.helping.become_helper import BecomeHelper
from storage.changes.helping.helping import (
    HelperBegan,
    NoteWrongHelperCode,
    SpeakFor,
    Speaking,
    WrongHelperCode,
)
from storage.queries import Connection
from storage.queries.clubs import too_many_wrong_codes
from storage.queries.helping.helping import Helping, helped_by, open_code
from storage.queries.members.boards import board
from storage.queries.volunteers.volunteers import known_person, parents_yes, volunteer

SELF, CODE = "self", "code"


@dataclass(frozen=True, slots=True)
class HelperCodeQuestion(TextQuestion):
    """The code of whoever is helped. Words without a figure are no wrong code: whoever has none, or
    says whose daughter she is, hears how one is made.
    """

    hears_anything: ClassVar[bool] = False

    def claims(self, text: str) -> bool:
        words = set(bare(text).split())
        return bool(words & _OF_CODES) and not any(sign.isdigit() for sign in text)

    def hear(self, text: str, hearing: Hearing) -> Heard:
        if any(sign.isdigit() for sign in text):
            return TextQuestion.hear(self, text, hearing)
        if self.claims(text) or set(bare(text).split()) & _OF_RELATIVES:
            return Later({}, say_code.how_to_get_one())
        return Unclear(Why.NOT_A_NUMBER)

    def example(self) -> Moment:
        return everywhere.plain("2345 6789")


_OF_CODES = {"ma", "code"}
_OF_RELATIVES = {"con", "chau", "vo", "chong", "dau", "re", "daughter", "son", "wife", "husband"}


@dialogue("speak_for", title=say_code.speak_title, about=1)
async def speak_for(ask: Ask, me: Visitor) -> SpeakFor | BecomeHelper | NoteWrongHelperCode | Said:
    """For whom is typed here; without anybody yet, or for somebody new, a code is asked."""
    typist = me.person_id if me.helping is None else me.helping.helper_id
    helped = [] if typist is None else await read(helped_by, typist, me.today)
    by_number = {str(each.id): each for each in helped}
    if me.subject in by_number:
        return SpeakFor(int(me.subject))
    if me.subject == SELF and me.person_id is not None:
        return SpeakFor(None)
    chosen = CODE
    if by_number and me.subject != CODE:
        chosen = await ask.choice(
            "for",
            say_code.who_for(),
            among=[*by_number, SELF, CODE],
            shown_as=lambda each: _for_whom(each, by_number),
        )
    if chosen != CODE:
        return SpeakFor(None if chosen == SELF else int(chosen))
    return await _by_code(ask, me, typist)


def _for_whom(each: str, helped: dict[str, Helping]) -> Moment:
    if each in helped:
        return say.type_for(helped[each].name)
    return say_code.for_myself() if each == SELF else say_code.another_code()


async def _by_code(
    ask: Ask, me: Visitor, typist: int | None
) -> BecomeHelper | NoteWrongHelperCode | Said:
    if await read(too_many_wrong_codes, me.chat_id, me.now):
        return said_no(Code.TOO_MANY_TRIES)
    code = typed_code(await HelperCodeQuestion("code", say_code.which_code(), 40, False))
    found = await read(open_code, code, me.now)
    if found is None:
        return NoteWrongHelperCode()
    if typist == found.person_id:
        return said_no(Code.OWN_CODE)
    if not await ask.may_i("consent", say_code.consent(found.name)):
        return Said(say.no_code())
    return await _who_helps(ask, me, typist, code)


async def _who_helps(
    ask: Ask, me: Visitor, typist: int | None, code: str
) -> BecomeHelper | NoteWrongHelperCode | Said:
    known = None if typist is None else await read(known_person, typist)
    name = "" if known else await ask.name("name", say_code.your_name())
    year = known.birth_year if known else None
    if year is None:
        year = await ask.birth_year("year", say_code.your_birth_year())
    helps = None if typist is None else await read(volunteer, typist)
    if helps is not None or _old_enough(year, me.today):
        return BecomeHelper(code, name, year)
    typed = await ask.text("parents_code", say_volunteer.which_code(), longest=40, may_skip=True)
    if not typed:
        return Said(say_code.parent_first())
    if not await read(parents_yes, join_code(typed), year, me.now):
        return NoteWrongHelperCode()
    return BecomeHelper(code, name, year, join_code(typed))


def _old_enough(year: int, today: date) -> bool:
    try:
        require_old_enough(year, today, parent_agreed=False)
    except Refused:
        return False
    return True


@after(WrongHelperCode)
def wrong_code(fact: WrongHelperCode, me: Visitor, db: Connection) -> Told:
    again = (StartPress("speak_for", CODE), say_code.another_code())
    menu = (ScreenPress("menu"), everywhere.menu_word())
    return Told(Card(say_code.try_again(), choices=choices([again, menu])))


@after(HelperBegan)
def helper_began(fact: HelperBegan, me: Visitor, db: Connection) -> Told:
    """She hears who it is on her own phone, else the board does; either can end it at once."""
    about = fact.helping
    if fact.renewed:
        return Told(_typing(say_code.renewed(about.name, about.last_day)), _told(fact, me, db))
    return Told(_typing(say_code.began(about.name, about.last_day)), _told(fact, me, db))


def _told(fact: HelperBegan, me: Visitor, db: Connection) -> tuple[tuple[int, Card], ...]:
    about = fact.helping
    ends = (StartPress("end_helping", str(about.id)), say.end_title())
    if fact.her_phone:
        return ((about.person_id, news(say_code.she_is_told(about.helper, about.last_day), ends)),)
    said = news(say_code.board_is_told(about.helper, about.name, about.last_day), ends)
    people = {each.person_id for each in board(db, about.club_id, me.today)}
    people |= {InOffice(fact.made_by)}
    return tuple((each, said) for each in sorted(people) if each != about.helper_id)


@after(Speaking)
def speaking(fact: Speaking, me: Visitor, db: Connection) -> Told:
    if fact.helping is None:
        again = (StartPress("speak_for"), say_code.speak_title())
        menu = (ScreenPress("menu"), everywhere.menu_word())
        return Told(Card(say_code.speaks_for_self(), choices=choices([menu, again])))
    return Told(_typing(say_code.speaks_for(fact.helping.name)))


def _typing(said: Moment) -> Card:
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("menu"), everywhere.menu_word()),
        (StartPress("speak_for", SELF), say_code.for_myself()),
    ]
    return Card(said, choices=choices(ways))


entrance(
    StartPress("speak_for"),
    label=say_code.speak_title,
    open_to=lambda me: True,
    command="nhanho",
    words=(
        "nhắn hộ",
        "nhắn giúp",
        "tôi nhắn hộ",
        "em nhắn hộ",
        "cháu nhắn hộ",
        "type for somebody",
    ),
    comes_late=lambda me: me.helping is None,
)
entrance(
    StartPress("speak_for", SELF),
    label=say_code.for_myself,
    open_to=lambda me: me.helping is not None,
    command="chominh",
    words=("cho mình", "nhắn cho mình", "for myself"),
    in_menu=False,
    anywhere=("cho mình", "nhắn cho mình", "for myself"),
)
