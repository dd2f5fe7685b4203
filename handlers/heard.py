"""What came in from a person, free of any messenger."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of thing it was."""

    TEXT = "text"
    PRESS = "press"  # a button
    START = "start"  # the chat was opened, perhaps by a link that carries something
    EDITED = "edited"
    OTHER = "other"  # picture, voice, sticker, place, contact …
    GROUP = "group"  # written where others read along
    BLOCKED = "blocked"  # the person closed the chat to us: nothing can be sent
    UNBLOCKED = "unblocked"  # and opened it again


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing heard. `text` is what was typed, pressed (its short id) or carried by the link."""

    kind: Kind
    text: str = ""
