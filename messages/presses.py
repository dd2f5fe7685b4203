"""What buttons carry: short ids of at most 64 bytes that mean the same for ever."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Step(StrEnum):
    """Navigation by button inside a dialogue."""

    BACK = "back"
    REPEAT = "repeat"
    STOP = "stop"
    PERSON = "person"
    GO_ON = "go"
    THROW_AWAY = "throw"


@dataclass(frozen=True, slots=True)
class AnswerPress:
    """The option at `place` of a question as it was shown at `revision`."""

    dialogue_id: int
    revision: int
    place: int


@dataclass(frozen=True, slots=True)
class StepPress:
    dialogue_id: int
    step: Step


@dataclass(frozen=True, slots=True)
class StartPress:
    """Begin a dialogue about a subject."""

    dialogue: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class ScreenPress:
    """Show a screen."""

    screen: str
    argument: str = ""


Press = AnswerPress | StepPress | StartPress | ScreenPress

MOST_BYTES = 64

# In front of what a button of the practice club carries, so that it never means anything real;
# and in front of what is to be done for real although she is practising.
OF_PRACTICE = "p:"
FOR_REAL = "r:"
LARGEST_NUMBER = (1 << 63) - 1
# Not the figures within a digest.
_NUMBER = re.compile(r"(?<![0-9a-f])\d+(?![0-9a-f])")


def packed(press: Press) -> str:
    """The id that a button carries."""
    text = _written(press)
    if len(text.encode()) > MOST_BYTES:
        raise ValueError(f"a button carries at most {MOST_BYTES} bytes: {text}")
    return text


def _written(press: Press) -> str:
    match press:
        case AnswerPress(dialogue_id, revision, place):
            return f"a:{dialogue_id:x}:{revision}:{place}"
        case StepPress(dialogue_id, step):
            return f"n:{dialogue_id:x}:{step}"
        case StartPress(dialogue, subject):
            return f"s:{dialogue}:{subject}"
        case ScreenPress(screen, argument):
            return f"v:{screen}:{argument}"


def unpacked(text: str) -> Press | None:
    """What the button meant; None for anything we never made."""
    parts = text.split(":") if _may_be_ours(text) else []
    try:
        match parts:
            case ["a", dialogue_id, revision, place]:
                return AnswerPress(_id(dialogue_id), int(revision), int(place))
            case ["n", dialogue_id, step]:
                return StepPress(_id(dialogue_id), Step(step))
            case ["s", dialogue, subject]:
                return _start(dialogue, subject)
            case ["v", screen, argument]:
                return ScreenPress(screen, argument)
    except ValueError:
        return None
    return None


_RENAMED = {
    "dispute_entry": ("dispute", "entry "),
    "answer_entry_dispute": ("answer_dispute", ""),
}
"""Dialogues of before: how they are called now, and what stands before their subject."""


def _start(dialogue: str, subject: str) -> StartPress:
    name, before = _RENAMED.get(dialogue, (dialogue, ""))
    return StartPress(name, before + subject)


def _may_be_ours(text: str) -> bool:
    """Whether it could be a button of ours: not too long, and no number that no database gives."""
    if len(text) > MOST_BYTES or not text.isprintable():
        return False
    return all(int(each) <= LARGEST_NUMBER for each in _NUMBER.findall(text))


def _id(text: str) -> int:
    """A number that a database can hold. Raises ValueError."""
    number = int(text, 16)
    if not 0 <= number <= LARGEST_NUMBER:
        raise ValueError("no number of ours")
    return number
