"""A cry for help: who cries hears whom to phone, and the whole board hears of it at once."""

from dataclasses import dataclass
from datetime import timedelta

from handlers.dialogue.visitor import Visitor
from handlers.talk.guesses import guesses, offered
from handlers.talk.open_dialogues import Dialogues
from handlers.talk.persons_to_call import person_by_name
from messages import cries as say
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.misunderstood import help_is_called, phone_the_board
from messages.moments import Moment
from messages.presses import StartPress
from messages.understand.distress import is_beaten, wants_to_die
from messages.understand.plain import plain
from messages.understand.swindles import tells_of_a_swindle
from messages.worries import swindler
from storage.queries import Connection
from storage.queries.members.alarms import told_since
from storage.queries.members.boards import board, board_phone
from storage.queries.members.households import persons_in
from storage.queries.members.whereabouts import whereabouts

MOST_LETTERS_TOLD = 200
SAME_WORDS_WITHIN = timedelta(minutes=5)
_HARDSHIP = StartPress("tell_hardship")


@dataclass(frozen=True, slots=True)
class Cry:
    """What is answered, and who else hears what."""

    said: tuple[Moment, ...]
    others: tuple[tuple[int, Card], ...] = ()


def cry_for_help(db: Connection, me: Visitor, text: str) -> Cry:
    """A member's whole board is told at once, whatever she was busy with; a stranger has none.

    They read her words, and the same words within five minutes only once.
    """
    first = _first_words(text)
    if me.membership is None or me.membership.state != "member":
        return Cry((*first, person_by_name(db, me)))
    people = _who_is_told(db, me, text)
    person = _whom_to_phone(db, me, people)
    if not people:
        return Cry((*first, person))
    notice = _notice(db, me, text)
    since = me.now - SAME_WORDS_WITHIN
    known = told_since(db, people, notice.body.as_json(), since)
    others = tuple((each, notice) for each in people if each not in known)
    return Cry((*first, help_is_called(), person), others)


def answer_cry(dialogues: Dialogues, text: str) -> None:
    """The answer, and then where she was; at the menu, to report a hardship if she told of one."""
    cry = cry_for_help(dialogues.db, dialogues.me, text)
    dialogues.turn.others = cry.others
    found = [] if dialogues.front or wants_to_die(text) else guesses(text, dialogues.me)
    hardship = [each for each in found if each.opens == _HARDSHIP]
    if hardship:
        dialogues.show(lambda: offered(hardship), *cry.said)
    else:
        dialogues.once_more(*cry.said)


def _first_words(text: str) -> tuple[Moment, ...]:
    if wants_to_die(text):
        return (say.you_are_not_alone(), say.danger_of_life())
    if tells_of_a_swindle(text):
        # "Cháu bị tai nạn, chuyển tiền gấp" may be true, and is more often a swindler.
        return (say_everywhere.somebody_in_need(), swindler())
    return (say_everywhere.somebody_in_need(),)


def _who_is_told(db: Connection, me: Visitor, text: str) -> list[int]:
    """The board; of violence nobody who lives in her house."""
    told = [each.person_id for each in board(db, me.club_id, me.today)]
    people = [each for each in dict.fromkeys(told) if each != me.person]
    if not is_beaten(text):
        return people
    homes = persons_in(db, me.club_id, [*people, me.person], me.today)
    hers = homes[me.person].household
    return [each for each in people if hers is None or homes[each].household != hers]


def _whom_to_phone(db: Connection, me: Visitor, told: list[int]) -> Moment:
    """By name, unless it is somebody who was not to hear of it."""
    found = board_phone(db, me.club_id, me.today, but_not=me.person)
    if found is not None and found.person_id not in told:
        return phone_the_board()
    return person_by_name(db, me)


def _notice(db: Connection, me: Visitor, text: str) -> Card:
    found, words = whereabouts(db, me.person), _shortened(plain(text))
    tell = say.somebody_despairs if wants_to_die(text) else say.somebody_wrote
    told = tell(found.name, words, hamlet=found.hamlet, phone=found.phone)
    return Card(told, numbered=False)


def _shortened(words: str) -> str:
    if len(words) <= MOST_LETTERS_TOLD:
        return words
    return words[: MOST_LETTERS_TOLD - 1].rstrip() + "…"
