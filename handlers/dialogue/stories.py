"""An answer that stands in the middle of a longer one: "chủ nhật tuần sau, ở nhà văn hóa thôn"."""

from typing import Any

from handlers.dialogue.question import Hearing, Question
from messages.understand.plain import plain
from messages.understand.readings import Value

_MOST_WORDS = 20
# A single word is too little: "hai" is a number, and "Mai" also a name.
_FEWEST_WORDS = 2


def told_in(question: Question[Any], text: str, hearing: Hearing) -> list[Any]:
    """The stored values that the longest understandable stretches of words mean, each once."""
    words = plain(text).replace(",", " ").split()
    if len(words) > _MOST_WORDS:
        return []
    for length in range(len(words), _FEWEST_WORDS - 1, -1):
        stretches = (words[at : at + length] for at in range(len(words) - length + 1))
        heard = [question.hear(" ".join(each), hearing) for each in stretches]
        if found := dict.fromkeys(each.value for each in heard if isinstance(each, Value)):
            return list(found)
    return []
