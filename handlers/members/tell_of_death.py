"""Whoever is not of the board tells of a death: of a member, or of somebody who is none and whose
house the club visits.
"""

from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.members.known_members import shown_known
from handlers.members.members_named import (
    NameTried,
    name_questions,
    one_of_them,
    those_meant,
    which_questions,
)
from handlers.menus import closing
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages.members import deaths as say
from messages.members import member_record as say_record
from messages.moments import Moment
from messages.presses import StartPress
from messages.understand.deaths_told import family_has_died
from storage.changes.life.hardship import TellHardship
from storage.changes.members.deaths import DeathTold, TellOfDeath
from storage.queries import Connection
from storage.queries.members.boards import board
from storage.queries.members.member_record import KnownMember, known_members
from storage.queries.members.members import name_of

LONGEST_WORDS = 160
TELLING = ("báo tin buồn", "tin buồn", "báo người mất", "tell of a death")
_WORDS = "words "
_FAMILY, _AGAIN = "family", "again"


def of_nobody_here(text: str) -> str:
    """The subject with which it begins where no member can be meant."""
    return _WORDS + text[:LONGEST_WORDS]


@dialogue("tell_of_death", title=say.tell_title, about=2)
async def tell_of_death(ask: Ask, me: Visitor) -> TellOfDeath | TellHardship | Said:
    if not me.may(Action.SEE_FUNDS):
        return said_no(Code.NOT_ALLOWED)
    if me.subject.startswith(_WORDS):
        return await _of_nobody_here(ask, me, me.subject.removeprefix(_WORDS))
    who = await _who(ask, me)
    if isinstance(who, str):
        return await _of_nobody_here(ask, me, who)
    return Said(say_record.not_found()) if who is None else await _of_member(ask, me, who)


async def _of_member(ask: Ask, me: Visitor, who: KnownMember) -> TellOfDeath | Said:
    if who.person_id == me.person_id:
        return said_no(Code.OWN_AFFAIR)
    if not await ask.yes_or_no("tell", say.tell_sure(who.name)):
        return Said(say.not_told())
    return TellOfDeath(who.member_id)


async def _who(ask: Ask, me: Visitor) -> KnownMember | str | None:
    """A member; the words for somebody who is none; None after several names nobody has."""
    known = await read(known_members, me.club_id)
    everybody = [each for each in known if each.state in {"member", "died"}]
    prompt = say.who()
    for question, which in zip(name_questions(), which_questions(), strict=True):
        typed = await NameTried(question, prompt, LONGEST_WORDS, False)
        if _is_of_family(typed):
            return typed
        found = those_meant(typed, everybody)
        one = await one_of_them(
            which, say_record.which(len(found)), among=found, shown_as=shown_known, key=_number
        )
        if one is not None:
            return one
        if not found and await _whose(ask, f"{question}_whose", typed) == _FAMILY:
            return typed
        prompt = say.who()
    return None


def _is_of_family(typed: str) -> bool:
    """ "Ông nhà bác", "chồng tôi": nobody to be looked for by name."""
    return family_has_died(f"{typed} mất rồi") or family_has_died(typed)


async def _whose(ask: Ask, name: str, typed: str) -> str:
    return await ask.choice(
        name, say.nobody_here(typed), among=(_FAMILY, _AGAIN), shown_as=_shown_whose
    )


def _shown_whose(each: str) -> Moment:
    return say.of_my_family() if each == _FAMILY else say.name_again()


def _number(each: KnownMember) -> int:
    return each.member_id


async def _of_nobody_here(ask: Ask, me: Visitor, words: str) -> TellHardship | Said:
    if not me.may(Action.TELL_HARDSHIP):
        return said_no(Code.NOT_ALLOWED)
    if not await ask.yes_or_no("tell_words", say.of_family_sure(words)):
        return Said(say.not_told())
    return TellHardship(what=words, member_id=me.member_id, is_death=True)


def the_board(db: Connection, club_id: int, me: Visitor) -> list[int]:
    """All of the board, each once."""
    return sorted({each.person_id for each in board(db, club_id, me.today)})


@after(DeathTold)
def death_told(fact: DeathTold, me: Visitor, db: Connection) -> Told:
    """Everybody of the board, with the way to record it; not the one whom it is about."""
    text = say.somebody_says(name_of(db, fact.by), fact.who.name.unmarked)
    notice = news(text, (StartPress("record_death", str(fact.who.member_id)), say.title()))
    told = [each for each in the_board(db, fact.club_id, me) if each != fact.who.person_id]
    return Told(closing(say.told_board()), tuple((each, notice) for each in told))


entrance(
    StartPress("tell_of_death"),
    label=say.tell_title,
    open_to=lambda me: me.may(Action.SEE_FUNDS) and not me.may(Action.KEEP_MEMBERS),
    command="baotinbuon",
    words=TELLING,
    in_menu=False,
)
