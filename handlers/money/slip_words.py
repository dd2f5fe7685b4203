"""What a slip asks in words, where people answer another of its questions first."""

from dataclasses import dataclass

from club.money import Money
from handlers.dialogue.question import Heard, Hearing, Later
from handlers.dialogue.questions import TextQuestion, is_a_sum
from messages.money import payments as say
from messages.understand.empty_words import hides_a_name
from messages.understand.money import read_money
from messages.understand.plain import bare, plain
from messages.understand.readings import Value

LONGEST_WHAT = 120
LONGEST_RECEIVER = 80
_WHAT_CUES = ("mua", "thuê", "sửa", "in", "tiền", "về việc", "cho việc", "để", "bought", "for")
# With their marks: "Sủa" and "Thu" may be names.
_DOINGS = frozenset({"mua", "sửa", "thuê", "trả", "đóng", "nộp", "buy", "bought", "repair", "rent"})


@dataclass(frozen=True, slots=True)
class WhatForQuestion(TextQuestion):
    """What it is paid for; a sum alone is no purpose, and is kept as the sum."""

    def hear(self, text: str, hearing: Hearing) -> Heard:
        tidy = plain(text).strip()
        return Value(tidy) if tidy and is_a_sum(tidy) else TextQuestion.hear(self, text, hearing)


@dataclass(frozen=True, slots=True)
class ReceiverQuestion(TextQuestion):
    """Who receives it: a slip without a receiver is none, so "không biết tên" is no answer."""

    def hear(self, text: str, hearing: Hearing) -> Heard:
        if hides_a_name(text):
            return Later({}, say.somebody_receives())
        return TextQuestion.hear(self, text, hearing)


async def receiver_and_what(*, outside: bool) -> tuple[str, str, Money | None]:
    """Who outside receives it, what for, and the sum if it was said here.

    "Mua loa" is no name but what it is for; then the name is asked again.
    """
    receiver = what = ""
    if outside:
        receiver = await ReceiverQuestion("receiver", say.which_receiver(), LONGEST_RECEIVER, False)
        if _is_a_doing(receiver):
            what = receiver
            prompt = say.receiver_of(what)
            receiver = await ReceiverQuestion("receiver_name", prompt, LONGEST_RECEIVER, False)
    if what:
        return receiver, what, None
    what = await _what_for("what", None)
    heard = read_money(what) if is_a_sum(what) else None
    if isinstance(heard, Value):
        return receiver, await _what_for("what_for", heard.value), heard.value
    return receiver, what, None


def _what_for(name: str, amount: Money | None) -> TextQuestion:
    if amount is None:
        return WhatForQuestion(name, say.what_for(), LONGEST_WHAT, False, cues=_WHAT_CUES)
    return TextQuestion(name, say.what_for_sum(amount), LONGEST_WHAT, False, cues=_WHAT_CUES)


def _is_a_doing(text: str) -> bool:
    """ "Mua loa", not "Mua" alone."""
    words = plain(text).lower().split()
    return len(words) > 1 and bool(bare(text)) and words[0] in _DOINGS
