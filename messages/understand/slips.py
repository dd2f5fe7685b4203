"""Slips of a keyboard: Telex letters left standing ("trieeuj"), o for 0, a letter too few.

They are mended only where a message was not understood as it was typed, so that no reading of a
well-typed message ever changes.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import TypeVar

from messages.understand.plain import plain
from messages.understand.readings import Reading, Unclear, Why

T = TypeVar("T")

_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_SHAPES = (
    *(("uow", "ươ"), ("uwow", "ươ"), ("uwo", "ươ"), ("dd", "đ"), ("aa", "â"), ("aw", "ă")),
    *(("ee", "ê"), ("oo", "ô"), ("ow", "ơ"), ("uw", "ư")),
)
# "trieue", "ramw", "truowc": the second key came only after the vowels or at the end.
_APART = (
    *(
        (re.compile(rf"{key}([^\W\d_]{{1,2}}){key}$"), rf"{letter}\1")
        for key, letter in ("aâ", "eê", "oô")
    ),
    (re.compile(r"uo([cmnpt]|ng)?w$"), r"ươ\1"),
    *(
        (re.compile(rf"{key}([^\W\d_]{{1,2}})w$"), rf"{letter}\1")
        for key, letter in ("aă", "oơ", "uư")
    ),
    (re.compile(r"^d([^\W\d_]+)d$"), r"đ\1"),
)
_VOWELS = "aăâeêioôơuưy"
_SYLLABLE = re.compile(rf"[bcdđghklmnpqrstvx]{{0,3}}[{_VOWELS}]{{1,3}}(?:ch|ng|nh|[cmnpt])?")
_WORD = re.compile(r"[^\W\d_]+")
_OH_FOR_NOUGHT = re.compile(r"(?<=[0-9])(?P<oh>(?:[.,]?[oO])+)(?![^\W\d_])")
_EL_FOR_ONE = re.compile(r"\b[lI|](?=[0-9]{3}\b)")
_MISTYPED = {
    **dict.fromkeys(
        ("ngin", "ngìn", "nghi", "nghì", "nghinn", "nghìnn", "nghing", "nghìng", "nhgin", "nghn"),
        "nghìn",
    ),
    **dict.fromkeys(("ngàng", "ngang", "ngann", "ngàn.", "gnàn", "ngà"), "ngàn"),
    **dict.fromkeys(
        ("trieuu", "triệuu", "triu", "trịu", "treu", "trệu", "tirệu", "tireu", "trieeu", "triêu"),
        "triệu",
    ),
    **dict.fromkeys(("triệ", "trie", "triê"), "triệu"),
    **dict.fromkeys(("muoif", "mưoi", "mừoi", "mừơi"), "mười"),
    **dict.fromkeys(("dong`", "đồg", "đòng", "đôn"), "đồng"),
}  # fmt: skip


def mended(text: str) -> str | None:
    """The text as it was most likely meant, or None where no slip of a keyboard is seen."""
    line = plain(text)[:400]
    fixed = _EL_FOR_ONE.sub("1", line)
    fixed = _OH_FOR_NOUGHT.sub(lambda found: re.sub("[oO]", "0", found["oh"]), fixed)
    fixed = _WORD.sub(lambda found: _mended_word(found[0].lower()), fixed)
    return fixed if fixed.lower() != line.lower() else None


def read_mended(reader: Callable[[str], Reading[T]], text: str) -> Reading[T]:
    """What the reader reads; where it is nothing it knows, what it reads without the slips."""
    reading = reader(text)
    if not isinstance(reading, Unclear) or reading.why in _SURELY_NOT:
        return reading
    fixed = mended(text)
    if fixed is None:
        return reading
    again = reader(fixed)
    told_more = not isinstance(again, Unclear) or again.why in {Why.IN_PAST, Why.IN_FUTURE}
    return again if told_more else reading


_SURELY_NOT = {Why.EMPTY, Why.TOO_LONG, Why.LINK_OR_CODE, Why.DOES_NOT_KNOW, Why.OTHER_CURRENCY}


def _mended_word(word: str) -> str:
    known = _MISTYPED.get(word)
    if known is not None:
        return known
    read = _from_telex(word)
    return word if read is None else _MISTYPED.get(read, read)


def _from_telex(word: str) -> str | None:
    """The syllable that these Telex keys make; None if they make none or change nothing."""
    shaped, tone = word, ""
    for place in range(len(word) - 1, 0, -1):
        if word[place] in _TONES and _ends_a_syllable(word, place):
            shaped, tone = word[:place] + word[place + 1 :], _TONES[word[place]]
            break
    for keys, letter in _SHAPES:
        shaped = shaped.replace(keys, letter)
    if not _SYLLABLE.fullmatch(_untoned(shaped)):
        for pattern, letters in _APART:
            shaped = pattern.sub(letters, shaped)
    if shaped == word or not _SYLLABLE.fullmatch(_untoned(shaped)):
        return None
    return _toned(shaped, tone) if tone else shaped


def _ends_a_syllable(word: str, place: int) -> bool:
    """Whether a tone key there stands behind a vowel or at the end."""
    after = word[place + 1 :]
    vowel_before = any(_untoned(sign) in _VOWELS + "w" for sign in word[:place])
    return vowel_before and (not after or not any(sign in "sfrxj" for sign in after))


def _untoned(text: str) -> str:
    apart = unicodedata.normalize("NFD", text)
    kept = "".join(sign for sign in apart if sign not in _TONES.values())
    return unicodedata.normalize("NFC", kept)


def _toned(syllable: str, tone: str) -> str:
    """With the tone on the vowel that carries it."""
    places = [at for at, sign in enumerate(syllable) if sign in _VOWELS]
    if not places:
        return syllable
    shaped = [at for at in places if syllable[at] in "ăâêôơư"]
    closed = syllable[places[-1] + 1 :] != ""
    at = shaped[-1] if shaped else places[-1] if closed or len(places) < 2 else places[-2]
    return unicodedata.normalize("NFC", syllable[: at + 1] + tone + syllable[at + 1 :])
