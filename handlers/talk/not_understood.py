"""What is answered at the menu to words that open nothing."""

from club.members import Action
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices
from handlers.talk.guesses import Guess, guesses, meant_alone, offered, with_sentence
from handlers.talk.open_dialogues import Dialogues
from handlers.talk.passing import answered_question
from handlers.talk.persons_to_call import person_by_name
from handlers.talk.worried import answered_worry
from messages import courtesies, everywhere, misunderstood, worries
from messages.cards import Card
from messages.moments import Moment
from messages.money import contribute
from messages.presses import Press, ScreenPress, StartPress
from messages.understand.bank_messages import is_from_a_bank
from messages.understand.courtesy import Courtesy, read_courtesy
from messages.understand.slips import mended
from messages.understand.temper import is_angry
from messages.understand.worries import is_thankful, scolds
from storage.queries.said_before import times_running

TRIES_ALONE = 2

_KIND_WORDS = {
    Courtesy.THANKS: courtesies.thanks,
    Courtesy.YES: courtesies.all_right,
    Courtesy.WHO: courtesies.who_i_am,
    Courtesy.HOW: courtesies.how_i_am,
    Courtesy.GOODBYE: courtesies.goodbye,
    Courtesy.SWINDLED: courtesies.swindled,
}


def answer_kindly(dialogues: Dialogues, text: str) -> Press | None:
    """A kind word for a kind or an angry one, a guess at what was wished, or the menu.

    What was said of one thing alone is to be opened at once.
    """
    courtesy = read_courtesy(text)
    if is_from_a_bank(text):
        _message_of_a_bank(dialogues)
    elif courtesy is Courtesy.SWINDLED:
        dialogues.menu(courtesies.swindled(), person_by_name(dialogues.db, dialogues.me))
    elif is_angry(text):
        dialogues.menu(misunderstood.kind_word(), person_by_name(dialogues.db, dialogues.me))
    elif answered_worry(dialogues, text) or answered_question(dialogues, text):
        pass
    elif courtesy is not None:
        dialogues.menu(_KIND_WORDS[courtesy]())
    elif found := guesses(text, dialogues.me) or _guesses_mended(text, dialogues.me):
        if opens := meant_alone(found):
            return opens
        dialogues.show(lambda: offered(found))
        dialogues.turn.shown = with_sentence(dialogues.turn.shown, text)
    else:
        dialogues.menu(*_not_understood(dialogues, text))
    return None


def _guesses_mended(text: str, me: Visitor) -> list[Guess]:
    """What Telex keys that were left standing may mean: "tieefn quyx"."""
    fixed = mended(text)
    return [] if fixed is None else guesses(fixed, me)


def _not_understood(dialogues: Dialogues, text: str) -> tuple[Moment, ...]:
    """In other words the second time running; at the third somebody to ring, not at the fourth."""
    if is_thankful(text):
        return (courtesies.thanks(),)
    if scolds(text):
        return (misunderstood.kind_word(), person_by_name(dialogues.db, dialogues.me))
    at_home = dialogues.me.membership is not None
    again = worries.a_few_words if at_home else worries.shorter_words
    missed = (everywhere.do_not_know, again)
    names = [each().name for each in missed]
    before = times_running(dialogues.db, dialogues.me.chat_id, names, TRIES_ALONE + 1)
    person = (person_by_name(dialogues.db, dialogues.me),) if before == TRIES_ALONE else ()
    return (missed[before % len(missed)](), *person)


def _message_of_a_bank(dialogues: Dialogues) -> None:
    """Nothing is noted by it: whoever has sent money to the club tells of it (Club rules, B.4)."""
    ways: list[tuple[Press, Moment]] = [(ScreenPress("menu"), everywhere.menu_word())]
    if dialogues.me.may(Action.DECLARE_CONTRIBUTION):
        ways.insert(0, (StartPress("contribute"), contribute.title()))
    dialogues.show(lambda: Card(courtesies.from_a_bank(), choices=choices(ways)))
