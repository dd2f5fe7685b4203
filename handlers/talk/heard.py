"""What came in from a person, free of any messenger."""

from dataclasses import dataclass
from enum import StrEnum

from club.photos import Problem
from storage.conversations import OpenDialogue


class Kind(StrEnum):
    """What sort of thing it was."""

    TEXT = "text"
    PRESS = "press"  # a button
    START = "start"  # the chat was opened, perhaps by a link that carries something
    EDITED = "edited"
    PHOTO = "photo"
    VOICE = "voice"
    OTHER = "other"  # sticker, video, place, contact …
    GROUP = "group"  # written where others read along
    BLOCKED = "blocked"  # the person closed the chat to us: nothing can be sent
    UNBLOCKED = "unblocked"  # and opened it again


@dataclass(frozen=True, slots=True)
class Sent:
    """A picture or recording on its way in, not its bytes.

    `key` is the messenger's own name for it. `cause`: under which it is kept where that happened
    before it was heard; `problem`: why it was not.
    """

    key: str = ""
    size: int = 0  # bytes, as the messenger says; 0 where it does not
    seconds: int = 0
    cause: str = ""
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing heard. `text` is what was typed, pressed (its short id) or carried by the link."""

    kind: Kind
    text: str = ""
    sent: Sent | None = None
    # The number under which it was kept, or why it was not.
    received: int | Problem | None = None


def wanted_of(front: OpenDialogue | None) -> Kind | None:
    """What the dialogue in front waits for instead of words: a picture, a recording, or nothing."""
    wants = "" if front is None else front.state.get("wants", "")
    return Kind(wants) if wants else None
