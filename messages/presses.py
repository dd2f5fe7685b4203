"""What buttons carry: short ids of at most 64 bytes that mean the same for ever."""

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


def packed(press: Press) -> str:
    """The id that a button carries."""
    match press:
        case AnswerPress(dialogue_id, revision, place):
            text = f"a:{dialogue_id:x}:{revision}:{place}"
        case StepPress(dialogue_id, step):
            text = f"n:{dialogue_id:x}:{step}"
        case StartPress(dialogue, subject):
            text = f"s:{dialogue}:{subject}"
        case ScreenPress(screen, argument):
            text = f"v:{screen}:{argument}"
    if len(text.encode()) > MOST_BYTES:
        raise ValueError(f"a button carries at most {MOST_BYTES} bytes: {text}")
    return text


def unpacked(text: str) -> Press | None:
    """What the button meant; None for anything we never made."""
    parts = text.split(":")
    try:
        match parts:
            case ["a", dialogue_id, revision, place]:
                return AnswerPress(int(dialogue_id, 16), int(revision), int(place))
            case ["n", dialogue_id, step]:
                return StepPress(int(dialogue_id, 16), Step(step))
            case ["s", dialogue, subject]:
                return StartPress(dialogue, subject)
            case ["v", screen, argument]:
                return ScreenPress(screen, argument)
    except ValueError:
        return None
    return None
