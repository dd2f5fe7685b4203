"""What the typed words of a button do, among the buttons that a screen showed last."""

from collections.abc import Sequence
from typing import Any

from messages.moments import moment_of, written
from messages.understand.answers import read_choice, read_yes_no
from messages.understand.plain import bare
from messages.understand.readings import Value
from messages.wording import Words

# (what the button does, the row of its label)
ShownChoices = Sequence[Sequence[Any]]


def choice_by_whole_label(text: str, shown: ShownChoices, words: Words) -> str | None:
    """By a label's words from first to last, without marks."""
    said = bare(text)
    for press, label in shown:
        if said == bare(written(moment_of(label), words)):
            return str(press)
    return None


def choice_by_label(text: str, shown: ShownChoices, words: Words) -> str | None:
    """By words that belong to one label alone; a yes or no is none: "đúng" is no "dùng"."""
    if isinstance(read_yes_no(text), Value):
        return None
    labels = [written(moment_of(label), words) for _, label in shown]
    chosen = read_choice(text, labels)
    return str(shown[chosen.value][0]) if isinstance(chosen, Value) else None
