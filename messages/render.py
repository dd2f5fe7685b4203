"""From a card to what a messenger shows, by what the messenger can do, never by its name."""

from dataclasses import dataclass, replace
from enum import Enum

from messages import everywhere as say
from messages import listening, photos
from messages.about_money import is_about_money
from messages.cards import Card, Choice
from messages.lines import broken
from messages.moments import Moment, written
from messages.money import on_paper
from messages.own.our_word import opens
from messages.wording import Words, capital


class ReadsAloud(Enum):
    """How a message is heard: as a voice message after it, by the page itself, or not at all."""

    BY_MESSAGE = "message"
    ON_PAGE = "page"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Abilities:
    """What a channel can do."""

    buttons: bool = True
    longest_text: int = 4096
    reads_aloud: ReadsAloud = ReadsAloud.NOT
    files: bool = False


@dataclass(frozen=True, slots=True)
class Button:
    """`small` ones belong to the row of navigation."""

    label: str
    press: str
    small: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as it is shown: text, and rows of buttons. `photo`: the label of a button that
    takes or chooses a picture, where one is asked for; messengers that have their own show none.
    """

    text: str
    rows: tuple[tuple[Button, ...], ...] = ()
    photo: str = ""


def render(
    card: Card, words: Words, abilities: Abilities, *, again: bool = False, our_word: str = ""
) -> Shown:
    """The card in words. `again` marks a message that may have arrived already; `our_word`, which
    the hearer has chosen, opens what is about money.
    """
    if card.said_to is not None:
        words = card.said_to.words(words.language)
    if not abilities.buttons:
        words = replace(words, buttons=False)
    parts = [written(each, words) for each in (*card.before, card.body)]
    if card.aloud and abilities.reads_aloud is not ReadsAloud.BY_MESSAGE:
        parts.insert(0, written(_HOW_TO_HEAR[abilities.reads_aloud](), words))
    if card.papers and not abilities.files:
        parts.append(written(on_paper.not_here(), words))
    if our_word and is_about_money(card):
        parts.insert(0, written(opens(our_word), words))
    if again:
        parts.insert(0, written(say.sent_again(), words))
    labels = [_label(card, place, words) for place in range(len(card.choices))]
    if not abilities.buttons:
        return Shown(_fitting("\n\n".join([*parts, *_typed(card, labels, words)]), abilities))
    big = tuple(
        (Button(label, choice.press),) for label, choice in zip(labels, card.choices, strict=True)
    )
    small = tuple(Button(written(each.label, words), each.press, small=True) for each in card.small)
    photo = written(photos.take(), words) if card.wants == "photo" else ""
    text = _fitting("\n\n".join(parts), abilities)
    return Shown(text, (*big, small) if small else big, photo)


_HOW_TO_HEAR = {ReadsAloud.ON_PAGE: listening.on_page, ReadsAloud.NOT: listening.not_here}


def _label(card: Card, place: int, words: Words) -> str:
    # "bác Hoa – 2.000.000 đồng" and "earning more" stand here by themselves.
    label = capital(written(card.choices[place].label, words))
    return f"{place + 1}. {label}" if card.numbered else label


def _typed(card: Card, labels: list[str], words: Words) -> list[str]:
    """What a channel without buttons says instead of showing them."""
    lines = []
    if labels:
        lines.append("\n".join(labels))
        lines.append(written(_how_to_choose(card, labels), words))
    if card.small:
        lines.append(written(say.or_type(_words_of(card.small, words)), words))
    return lines


def _how_to_choose(card: Card, labels: list[str]) -> Moment:
    if card.numbered:
        return say.type_a_number()
    # "6, 12, 18" are numbers themselves, of which another may be typed as well.
    numbers = all(each.replace(".", "").isdecimal() for each in labels)
    return say.type_one_of_these() if numbers else say.type_the_words()


def _words_of(choices: tuple[Choice, ...], words: Words) -> str:
    return ", ".join(written(each.label, words).lower() for each in choices)


def _fitting(text: str, abilities: Abilities) -> str:
    """In short lines. A text that is too long is refused as a whole; a shortened one is read."""
    text = broken(text)
    if len(text) <= abilities.longest_text:
        return text
    return text[: abilities.longest_text - 1] + "…"
