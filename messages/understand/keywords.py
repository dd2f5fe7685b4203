"""Whether words that are looked for stand in a message, in their order, perhaps with others between
them: "vay vốn" in "bác muốn vay ít vốn nuôi gà".
"""

import re
from collections.abc import Sequence

from messages.understand.plain import plain, without_marks
from messages.understand.words import Word, has_marks

# Between the first and the last word of a phrase as many others may stand.
_MOST_BETWEEN = 2
# So few words before it a no belongs to it.
_NEAR = 3
# As they are written; those that without marks are nothing else also so: "cha" is a father.
_NO = frozenset({"không", "chẳng", "chả", "hổng", "khỏi", "đừng", "not", "never", "khong", "chang"})
_SHORT = {
    "ko": "không", "k": "không", "kg": "không", "khg": "không", "hok": "không", "hông": "không",
    "dc": "được", "đc": "được", "đk": "được", "bn": "bao nhiêu", "clb": "câu lạc bộ",
    "zo": "vào", "zô": "vào", "mun": "muốn", "mún": "muốn", "hnay": "hôm nay", "bnhiu": "bao nhiêu",
    "hem": "không", "khum": "không", "j": "gì", "z": "vậy", "zậy": "vậy", "r": "rồi",
    "đt": "điện thoại", "dt": "điện thoại", "sđt": "số điện thoại", "ng": "người", "vô": "vào",
    "coi": "xem", "kiếm": "tìm", "rầu": "rồi", "bik": "biết", "bít": "biết", "nhiu": "nhiêu",
}  # fmt: skip
_THOUSANDS = re.compile(r"(\d) (k|ng)\b")


def written_out(text: str) -> str:
    """The words of a message without what a thumb saves: "ko dc" is "không được"."""
    lower = plain(text).lower().replace("n't", " not")
    # "30 k" is a sum and no "không".
    lower = _THOUSANDS.sub(r"\1\2", lower)
    long = " ".join(_SHORT.get(each, each) for each in lower.split())
    # Whoever writes without marks goes on so.
    return without_marks(long) if lower.isascii() else long


def holds(said: Sequence[Word], phrase: Sequence[Word]) -> bool:
    """Whether the phrase stands in what was said, and nothing denies it.

    A word matches as it is written; without its marks only where the writer uses none, or where
    the phrase itself has two words and none. "Tôi không vay nữa" holds no "vay".
    """
    marked = has_marks(list(said))
    bare_phrase = len(phrase) > 1 and not has_marks(list(phrase))
    return any(
        _stands_at(said, start, phrase, by_marks=marked and not bare_phrase)
        and not denies(said[max(0, start - _NEAR) : start])
        for start in range(len(said))
    )


def denies(said: Sequence[Word]) -> bool:
    """Whether there is a no among these words."""
    return any(each.raw in _NO for each in said)


def _stands_at(said: Sequence[Word], start: int, phrase: Sequence[Word], *, by_marks: bool) -> bool:
    at, last = start, start + len(phrase) + _MOST_BETWEEN
    for place, wanted in enumerate(phrase):
        here = range(at, at + 1 if place == 0 else min(last, len(said)))
        found = next((i for i in here if i < len(said) and _same(said[i], wanted, by_marks)), None)
        if found is None:
            return False
        at = found + 1
    return True


def _same(said: Word, wanted: Word, by_marks: bool) -> bool:
    return said.raw == wanted.raw if by_marks else said.bare == wanted.bare
