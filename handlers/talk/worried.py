"""What is answered to who tells of an ache, a swindler's call or another worry: a kind word, whom
to phone, and what may help. Nothing is recorded by it.
"""

from handlers.entrances import ENTRANCES, choices, is_open_to, opened
from handlers.talk.open_dialogues import Dialogues
from handlers.talk.persons_to_call import person_by_name
from messages import worries as say
from messages.cards import Card
from messages.moments import Moment
from messages.presses import Press
from messages.understand.swindles import tells_of_a_swindle
from messages.understand.worries import Worry, worry_told

_KIND_WORDS = {
    Worry.SWINDLER: say.swindler,
    Worry.ILL: say.ill,
    Worry.LOW: say.low,
    Worry.LEAVING: say.leaving,
    Worry.SAVINGS: say.savings,
    Worry.SEEN_BY: say.seen_by,
    Worry.BROKEN: say.broken,
}
_HELPS = {
    Worry.SWINDLER: ("lesson", "genuine"),
    Worry.ILL: ("ask_for_help", "own_health"),
    Worry.LOW: ("ask_for_help", "meeting"),
    Worry.LEAVING: ("my_account", "my_data"),
    Worry.SAVINGS: ("my_account",),
    Worry.SOMEBODY: (),
    Worry.SEEN_BY: ("my_data",),
    Worry.BROKEN: ("ask_for_help", "lesson"),
}


def answered_worry(dialogues: Dialogues, text: str) -> bool:
    """Whether it was a worry; a question that stands is asked again behind the kind word."""
    worry = worry_told(text)
    if worry is None or dialogues.me.membership is None:
        return False
    said = _said(dialogues, worry)
    if dialogues.front is not None:
        dialogues.once_more(*said)
    else:
        ways = _ways(dialogues, worry)
        dialogues.show(lambda: Card(said[-1], before=said[:-1], choices=choices(ways)))
    return True


def answered_swindle(dialogues: Dialogues, text: str) -> bool:
    """Whether it told of a swindler's call: answered before its sum begins a payment."""
    return tells_of_a_swindle(text) and answered_worry(dialogues, text)


def _said(dialogues: Dialogues, worry: Worry) -> tuple[Moment, ...]:
    person = person_by_name(dialogues.db, dialogues.me)
    kind = _KIND_WORDS.get(worry)
    return (person,) if kind is None else (kind(), person)


def _ways(dialogues: Dialogues, worry: Worry) -> list[tuple[Press, Moment]]:
    """What may help, as far as it is open to her, and the menu."""
    wanted = (*_HELPS[worry], "menu")
    found = {opened(each): each for each in ENTRANCES if is_open_to(dialogues.me, each)}
    ways = [found[name] for name in wanted if name in found]
    return [(each.opens, each.label()) for each in ways]
