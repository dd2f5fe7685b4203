"""A card as it is read aloud: what is said, then what can be answered, with its numbers."""

from messages.cards import Card
from messages.moments import written
from messages.speech.text import shortened, spoken
from messages.wording import Words


def aloud(card: Card, words: Words) -> str:
    """The words to be said; the row of navigation is left out, since it is always the same."""
    parts = [written(each, words) for each in (*card.before, card.body)]
    said = spoken("\n".join([*parts, *_choices(card, words)]), words.language)
    short = shortened(said)
    if short == said:
        return said
    rest = words.say("It is long; you can read the rest in the message above.")
    return f"{short} {spoken(rest, words.language)}"


def _choices(card: Card, words: Words) -> list[str]:
    labels = [written(each.label, words) for each in card.choices]
    if not labels:
        return []
    if not card.numbered:
        return [words.say("You can press:"), *labels]
    numbered = [f"{place}. {label}" for place, label in enumerate(labels, 1)]
    return [words.say("You can answer:"), *numbered]
