"""Phrases, labels and texts that stand in a sentence before they are asked for."""

from collections.abc import Sequence
from functools import lru_cache

from messages.understand.plain import bare
from messages.understand.told import BETWEEN, Piece, is_marked
from messages.understand.words import listed

_ENDS_A_TEXT = frozenset(
    listed("ở tại lúc vào ngày hôm sáng chiều từ hết nói bàn mang at on about with yesterday today")
)
# A cue that is itself of what is said: "mua chè", "xóm Đông".
_DONE = frozenset(listed("mua thuê sửa in buy bought xóm thôn ấp bản tổ khu làng hamlet"))
_NUMBERED = frozenset(listed("thon xom to khu doi so ap ban"))


def phrase_told(words: Sequence[str], phrases: Sequence[Sequence[str]]) -> Piece | None:
    """Which one of some lists of phrases is said, by its place in the sequence."""
    found = [
        Piece(at, at + len(phrase.split()), (place,))
        for place, some in enumerate(phrases)
        for phrase in some
        for at in [place_of(words, phrase)]
        if at is not None
    ]
    said = {each.readings for each in found}
    return max(found, key=lambda each: each.end - each.begin) if len(said) == 1 else None


def segment_told(words: Sequence[str], labels: Sequence[str]) -> Piece | None:
    """Which label is all that stands between two pauses: "Nguyễn Thị Hoa, nữ, 1952"."""
    begin = 0
    for end in range(len(words) + 1):
        if end == len(words) or words[end] == BETWEEN:
            said = " ".join(words[begin:end])
            found = [place for place, label in enumerate(labels) if _same_words(said, label)]
            if said and len(found) == 1:
                return Piece(begin, end, (found[0],))
            begin = end + 1
    return None


def _same_words(said: str, label: str) -> bool:
    return said.lower() == label.lower() or (said.isascii() and bare(said) == bare(label))


def place_of(words: Sequence[str], phrase: str) -> int | None:
    """Where a phrase begins in the sentence; marks count where the sentence has any."""
    said, marked = _as_typed(tuple(words))
    wanted, unmarked = _meant(phrase)
    length = len(wanted)
    # A word alone may be another one without its marks; of two together hardly both are.
    exact = marked and length == 1
    for at, first in enumerate(said):
        if first not in {wanted[0], unmarked[0]}:
            continue
        pairs = zip(said[at : at + length], wanted, unmarked, strict=False)
        if at + length <= len(said) and all(
            typed == meant or (not exact and typed == plain_one)
            for typed, meant, plain_one in pairs
        ):
            return at
    return None


@lru_cache(maxsize=64)
def _as_typed(words: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    """The words in lower case, and whether the writer uses marks."""
    return tuple(each.lower().strip(".,!?") for each in words), is_marked(words)


@lru_cache(maxsize=1024)
def _meant(phrase: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a phrase of ours, with their marks and without."""
    words = tuple(phrase.split())
    return words, tuple(map(bare, words))


def text_told(words: Sequence[str], cues: Sequence[str]) -> Piece | None:
    """What stands behind one of the cues, up to the next thing that is said; with the cue itself
    where it is what was done: "mua chè".
    """
    for cue in cues:
        at = place_of(words, cue)
        if at is None:
            continue
        begin = at + len(cue.split())
        end = begin
        while end < len(words) and not _ends_text(words, end):
            end += 1
        if end > begin:
            said = " ".join(words[at if cue in _DONE else begin : end])
            return Piece(at, end, (said[:1].upper() + said[1:],))
    return None


def _ends_text(words: Sequence[str], at: int) -> bool:
    word = words[at]
    if word == BETWEEN:
        return True
    if word[0].isdigit():
        return bare(words[at - 1]) not in _NUMBERED
    if is_marked(words):
        return word.lower() in _ENDS_A_TEXT
    return bare(word) in _BARE_ENDS


_BARE_ENDS = frozenset(map(bare, _ENDS_A_TEXT)) - {"sang", "noi", "ban", "hom", "tu", "het"}
