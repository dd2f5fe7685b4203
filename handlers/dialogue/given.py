"""How an answer was given, so that the same once more can be told from a new one."""

from collections.abc import Sequence

from handlers.dialogue.listening import Answer, Brought, Picked
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
