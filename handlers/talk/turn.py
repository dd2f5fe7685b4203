"""What one thing heard comes to."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from handlers.dialogue.question import Question
from handlers.dialogue.state import State
from messages.cards import Card
from messages.understand.readings import Why
from storage.conversations import OpenDialogue

UNCHANGED = object()
# Whether words that did not answer the question were something else, which was done.
Otherwise = Callable[[str, Question[Any], State], bool]


@dataclass(slots=True)
class Turn:
    """One answer, and what is to be kept.

    `gone`: nothing can be sent to this chat any more. `listens`: whether from now on she wants all
    messages read aloud; None for no word about it. `changed`: dialogues by number as they now
    stand, of which those in `begun` have no row yet. `then`: the question that stood before the
    command, to be shown after what it came to.
    """

    card: Card | None = None
    gone: bool = False
    listens: bool | None = None
    changed: dict[int, OpenDialogue] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)
    shown: Any = UNCHANGED
    command: Any = None
    command_of: OpenDialogue | None = None
    then: Card | None = None
    troubles: list[tuple[str, str, Why]] = field(default_factory=list)
    # (dialogue, question, what became of it), without a word of what was typed
    counted: list[tuple[str, str, str]] = field(default_factory=list)
    others: tuple[tuple[int, Card], ...] = ()
    # Further cards for certain chats, by their numbers: other chats of whoever speaks here.
    in_chats: list[tuple[int, Card]] = field(default_factory=list)
