"""An answer that stands in the middle of a longer one: "chủ nhật tuần sau, ở nhà văn hóa thôn"."""

from collections.abc import Sequence
from typing import Any

from handlers.dialogue.question import Hearing, Question
from messages.understand.plain import bare, plain
from messages.understand.readings import Value
from messages.understand.words import listed

_MOST_WORDS = 20
# A single word is too little: "hai" is a number, and "Mai" also a name.
_FEWEST_WORDS = 2
_MORE_TO_IT = frozenset(
    listed(
        "hom bua hon kem thieu tren duoi gan ngoai chua khong nhuan chap gieng thang tuan nam truoc"
        " sau toi nua roi qua ke am duong ta tay ni nay moi nhan x over under nearly past half"
        " month week year ago next last not"
    )
)
"""Beside words that were understood these change what they mean: "tám giờ hơn", "mùng 5 tháng 6
nhuận"; then nothing is guessed of the rest.
"""


def told_in(question: Question[Any], text: str, hearing: Hearing) -> list[Any]:
    """The stored values that the longest understandable stretches of words mean, each once."""
    words = plain(text).replace(",", " ").split()
    if len(words) > _MOST_WORDS:
        return []
    for length in range(len(words), _FEWEST_WORDS - 1, -1):
        places = (at for at in range(len(words) - length + 1) if _is_all(words, at, at + length))
        heard = [question.hear(" ".join(words[at : at + length]), hearing) for at in places]
        if found := dict.fromkeys(each.value for each in heard if isinstance(each, Value)):
            return list(found)
    return []


def _is_all(words: Sequence[str], begin: int, end: int) -> bool:
    """Whether no word beside these says more of the same thing."""
    beside = (*words[max(0, begin - 1) : begin], *words[end : end + 1])
    return not any(bare(each) in _MORE_TO_IT for each in beside)
