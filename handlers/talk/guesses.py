"""What somebody may wish whose words open nothing: offered to her, never begun by itself."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from math import log
from typing import Any, NamedTuple

from handlers.dialogue.engine import SCRIPTS
from handlers.dialogue.story import story_of
from handlers.dialogue.visitor import Visitor
from handlers.entrances import ENTRANCES, Entrance, choices, is_open_to, opened
from handlers.talk.hints import HINTS
from handlers.talk.life_hints import LIFE_HINTS
from handlers.talk.said_at_once import Begun
from messages import misunderstood as say
from messages.cards import Card
from messages.moments import Moment, written
from messages.presses import Press, ScreenPress, StartPress, packed, unpacked
from messages.understand.answers import read_yes_no
from messages.understand.keywords import holds, written_out
from messages.understand.plain import bare
from messages.understand.readings import Value
from messages.understand.wishing import only_wishes
from messages.understand.words import Word, words_of
from messages.understand.worries import tells_of_no_death
from messages.wording import Words

MOST_GUESSES = 3
# A longer sentence is no opening one.
LONGEST_SENTENCE = 300
# A guess this much weaker than the best is none.
_FAR_BEHIND = 0.5
_SOMETHING_ELSE = ScreenPress("menu", "else")

# "Mất" is said of people and of things.
_DEATHS = frozenset({"tell_of_death", "record_death"})
_BARE_YES = {"dung", "dung roi", "dung vay", "dung a"}

Phrase = tuple[Word, ...]


class _Sought(NamedTuple):
    """A phrase, and the words of which none may be missing in a message that holds it."""

    words: Phrase
    bares: frozenset[str]


@dataclass(frozen=True, slots=True)
class Guess:
    """`whole`: the message says nothing else."""

    opens: Press
    label: Moment
    whole: bool


def guesses(text: str, me: Visitor) -> list[Guess]:
    """The likeliest first; none where nothing in the message speaks for anything."""
    said = words_of(written_out(text))
    bares = frozenset(each.bare for each in said)
    found: dict[str, tuple[float, Guess]] = {}
    nobody_died = tells_of_no_death(text)
    for each, name, sought in _sought_by_all(replace(me.words, name="")):
        stand = [one.words for one in sought if one.bares <= bares and holds(said, one.words)]
        if not stand or not is_open_to(me, each) or (name in _DEATHS and nobody_died):
            continue
        weight = _weight(stand)
        if name not in found or found[name][0] < weight:
            whole = _says_nothing_else(said, stand)
            found[name] = (weight, Guess(each.opens, each.label(), whole))
    likeliest = sorted(found.values(), key=lambda pair: -pair[0])[:MOST_GUESSES]
    return [guess for weight, guess in likeliest if weight >= likeliest[0][0] * _FAR_BEHIND]


def meant_alone(found: list[Guess]) -> Press | None:
    """What the message is about and nothing else, if it is one thing."""
    whole = [each.opens for each in found if each.whole]
    return whole[0] if len(whole) == 1 else None


def offered(found: list[Guess]) -> Card:
    """The guesses to choose from, and the menu for whoever wants something else."""
    entries = [(each.opens, each.label) for each in found]
    entries.append((_SOMETHING_ELSE, say.something_else()))
    only = found[0].label if len(found) == 1 else None
    asked = say.is_it_one_of_these() if only is None else say.is_it_this(only)
    return Card(asked, choices=choices(entries))


def with_sentence(shown: list[list[Any]], text: str) -> list[list[Any]]:
    """The choices of an offer, with the sentence that led to it where it may begin one of them."""
    if len(text) > LONGEST_SENTENCE:
        return shown
    return [
        [press, label, text] if isinstance(unpacked(press), StartPress) else [press, label]
        for press, label in shown
    ]


def begun_by_agreeing(press: StartPress, shown: Sequence[Sequence[object]]) -> Press | Begun:
    """What an offer opens that was agreed to: its dialogue hears the sentence that led to it."""
    told = next((row[2] for row in shown if len(row) > 2 and row[0] == packed(press)), None)
    if told is None or press.dialogue not in SCRIPTS:
        return press
    return Begun(press.dialogue, press.subject, story_of(str(told)))


def yes_or_no_to(text: str, shown: Sequence[Sequence[object]]) -> str | None:
    """What "đúng rồi" opens where one thing was offered, and what "không" does; None otherwise."""
    if not shown or shown[-1][0] != packed(_SOMETHING_ELSE):
        return None
    # To open something is no promise: here a bare "dung" is "đúng", not "đừng" or "dừng".
    answer = Value(True) if bare(text) in _BARE_YES else read_yes_no(text)
    if not isinstance(answer, Value) or (answer.value and len(shown) > 2):
        return None
    return str(shown[0 if answer.value else -1][0])


@lru_cache(maxsize=64)
def _sought_by_all(words: Words) -> Sequence[tuple[Entrance, str, tuple[_Sought, ...]]]:
    """Every entrance, what it opens, and what is looked for: the phrases, and the label as it is
    written to somebody of no name.
    """
    # A greeting, which opens the menu, goes before many a wish.
    named = [(each, opened(each)) for each in ENTRANCES if opened(each) != "menu"]
    labels = [_sought(written(each.label(), words)) for each, _ in named]
    return [
        (each, name, (*_phrases(name), label))
        for (each, name), label in zip(named, labels, strict=True)
    ]


def _weight(stand: list[Phrase]) -> float:
    """How much speaks for it: the rarer the words, the more; what is said twice counts a little."""
    rare = [_rarity(each) for each in stand]
    return max(rare) + 0.1 * sum(rare)


def _says_nothing_else(said: list[Word], stand: list[Phrase]) -> bool:
    meant = {word.bare for each in stand for word in each}
    return all(each.bare in meant or only_wishes(each) or not each.bare.isalnum() for each in said)


@cache
def _phrases(name: str) -> tuple[_Sought, ...]:
    """What may be meant by it: its own words where there are two or more, and the hints."""
    own = (words for each in ENTRANCES if opened(each) == name for words in each.words)
    lines = [each for each in own if " " in each] + [
        *HINTS.get(name, ()),
        *LIFE_HINTS.get(name, ()),
    ]
    return tuple(map(_sought, dict.fromkeys(lines)))


def _sought(line: str) -> _Sought:
    words = tuple(words_of(line))
    return _Sought(words, frozenset(each.bare for each in words))


def _rarity(phrase: Phrase) -> float:
    common, all_of_them = _how_common()
    return sum(log(1 + all_of_them / common.get(each.bare, 1)) for each in phrase)


@cache
def _how_common() -> tuple[Counter[str], int]:
    """In how many entrances each word stands, and how many entrances there are."""
    names = {opened(each) for each in ENTRANCES}
    common = Counter(
        word for name in names for word in set[str]().union(*(one.bares for one in _phrases(name)))
    )
    return common, len(names)
