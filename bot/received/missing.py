"""Files without which a step cannot be taken, and why some cannot be had."""

from collections import OrderedDict
from dataclasses import dataclass

from club.photos import Problem
from handlers.talk.heard import Kind, Sent

MOST_PROBLEMS_KNOWN = 1000


@dataclass(frozen=True, slots=True)
class Missing:
    """What a step needs before it can be taken: the file of the update whose turn it is."""

    update_id: int
    chat_id: int
    is_known: bool  # a person, no stranger
    channel: str
    kind: Kind
    sent: Sent

    @property
    def cause(self) -> str:
        return cause_of(self.update_id, self.sent)


def cause_of(update_id: int, sent: Sent) -> str:
    """Under which a file is kept, once, however often its update is seen."""
    return sent.cause or f"inbox:{update_id}"


class Problems(OrderedDict[int, Problem]):
    """Why files of these updates cannot be had; the steps look here. Not kept over a restart:
    then the file is asked for again.
    """

    def note(self, update_id: int, why: Problem) -> None:
        self[update_id] = why
        while len(self) > MOST_PROBLEMS_KNOWN:
            self.popitem(last=False)
