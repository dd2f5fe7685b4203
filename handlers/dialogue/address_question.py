"""The question how somebody wants to be called: a choice that also hears "bà Hai"."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from club.address import NEUTRAL
from handlers.dialogue.choice_questions import ChoiceQuestion
from handlers.dialogue.name_questions import NameQuestion
from handlers.dialogue.question import Hearing, NoLongerFits
from messages.joining import join as say
from messages.moments import Moment
from messages.understand.address import read_address, without_manners
from messages.understand.plain import bare
from messages.understand.readings import Value
from messages.understand.told import Piece

_AS_YOU_LIKE = frozenset(
    {"gi", "gi cung", "gi cung duoc", "sao", "sao cung", "sao cung duoc", "the nao cung duoc"}
    | {"tuy", "tuy chau", "tuy con", "tuy em", "tuy y", "anything", "as you like"}
)
_LONGEST = 40
# In a sentence about other things these are "ở" and "có" without their marks.
_OTHER_WORDS = frozenset({"o", "co"})


@dataclass(frozen=True, slots=True)
class Called:
    """A form of address, and the name that was said with it, often empty."""

    form: str = NEUTRAL
    name: str = ""


@dataclass(frozen=True, slots=True)
class AddressQuestion(ChoiceQuestion[Any]):
    """`among` are forms, the usual one first; the answer is a Called."""

    def hear(self, text: str, hearing: Hearing) -> Any:
        read = read_address(text)
        if read is not None and read[0] in self.among and len(text) <= _LONGEST:
            return Value(" ".join(read).strip())
        if bare(without_manners(text)) in _AS_YOU_LIKE:
            return Value(self.among[0])
        # Not through an explicit `super()`: a slotted dataclass is made anew.
        return ChoiceQuestion.hear(self, text, hearing)

    def found_in(self, words: Sequence[str], hearing: Hearing) -> Piece | None:
        piece = ChoiceQuestion.found_in(self, words, hearing)
        said = None if piece is None else " ".join(words[piece.begin : piece.end]).lower()
        return None if said in _OTHER_WORDS else piece

    def revive(self, stored: Any) -> Called:
        form, _, name = str(stored).partition(" ")
        if form not in self.among:
            raise NoLongerFits
        return Called(form, name)

    def shown(self, stored: Any) -> Moment:
        return say.address_as(str(stored))


@dataclass(frozen=True, slots=True)
class GoesByQuestion(NameQuestion):
    """What the neighbours call her; the form may stand before it, "bà Hai"."""

    def hear(self, text: str, hearing: Hearing) -> Any:
        read = read_address(text)
        if read is not None and read[1] and len(text) <= _LONGEST:
            return Value(" ".join(read))
        return NameQuestion.hear(self, text, hearing)


def address_question(name: str, prompt: Moment, *, among: list[str]) -> AddressQuestion:
    """How she wants to be called: one of the forms, or a form and the name she goes by."""
    return AddressQuestion(name, prompt, tuple(among), say.address_as, str)
