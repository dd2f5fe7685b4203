"""Typed words for the choices of pushed messages, which carry no numbers: "Không đúng ạ"."""

from collections.abc import Callable

from handlers.dialogue.visitor import Visitor
from messages.moments import moment_of, written
from messages.understand.answers import read_choice, read_yes_no
from messages.understand.plain import bare
from messages.understand.readings import Value
from storage.queries import Connection
from storage.queries.pushed import pushed_choices

Meant = Callable[[str, list[str]], int | None]


def pushed_choice_typed(text: str, me: Visitor, db: Connection) -> str | None:
    """What the words do under the newest pushed message that has them: whole, or their start."""
    return _press(text, me, db, _by_whole_label) or _press(text, me, db, _by_choice)


def pushed_label_typed(text: str, me: Visitor, db: Connection) -> str | None:
    """The same while a question stands: only the whole label, and no mere yes or no."""
    if isinstance(read_yes_no(text), Value) or len(bare(text).split()) < 2:
        return None
    return _press(text, me, db, _by_whole_label)


def _press(text: str, me: Visitor, db: Connection, meant: Meant) -> str | None:
    for card in pushed_choices(db, me.chat_id):
        labels = [written(moment_of(label), me.words) for _, label in card]
        place = meant(text, labels)
        if place is not None:
            return card[place][0]
    return None


def _by_whole_label(text: str, labels: list[str]) -> int | None:
    said = bare(text)
    return next((place for place, each in enumerate(labels) if bare(each) == said), None)


def _by_choice(text: str, labels: list[str]) -> int | None:
    if bare(text).isdecimal():
        return None  # a number belongs to what she is busy with
    chosen = read_choice(text, labels)
    return chosen.value if isinstance(chosen, Value) else None
