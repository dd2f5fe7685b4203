"""How an answer was given, and whether it may be a wish instead."""

from collections.abc import Sequence

from handlers.dialogue.listening import Answer, Brought, Listening, Picked, Typed, TypedOrOpen
from handlers.dialogue.state import PLACE, SAID
from messages.understand.plain import bare


def given_as(answer: Answer, shown: Sequence[str]) -> str:
    """How an answer was given: at which place of the choices shown, or in which words."""
    if isinstance(answer, Brought):
        return ""
    if isinstance(answer, Picked):
        return f"{PLACE}{shown.index(answer.option)}" if answer.option in shown else ""
    number = answer.text.strip().removesuffix(".")
    if number.isdecimal():
        return f"{PLACE}{int(number[:3]) - 1}"
    return f"{SAID}{bare(answer.text)[:40]}"


def wish_in(answer: Answer | None, listening: Listening, *, missed: bool) -> str:
    """The words that may be a wish: those that were no answer, or were said to be none."""
    said = answer.text if missed and isinstance(answer, Typed | TypedOrOpen) else ""
    return listening.wish or said
