"""Which of the choices shown was meant: its number, its word, the start of it, its sum."""

from collections.abc import Sequence

from messages.understand.english import english_number
from messages.understand.money import read_money
from messages.understand.numbers import NUMBER_WORDS, whole_numbers
from messages.understand.plain import plain
from messages.understand.polite import MANNERS, Around
from messages.understand.readings import Reading, Unclear, Value, Why, reading_of
from messages.understand.words import (
    MOST_WORDS,
    Word,
    is_number,
    listed,
    without_separators,
    words_of,
)

_MEANING = NUMBER_WORDS | {"so", "dau", "cuoi", "nhat", "nhi"}
_AROUND = Around(
    [*MANNERS, *listed("cho xin muốn chọn lấy bấm nhấn là lựa the option number choose i'd like")],
    meaning=_MEANING,
)
_BEFORE_NUMBER = {"so", "thu", "cai", "muc", "y", "cau", "chon", "phuong", "an", "dong", "khoan"}
_FIRST = {"dau", "dau tien", "nhat", "thu nhat", "tren cung", "first", "first one", "cai dau"}
_LAST = {"cuoi", "cuoi cung", "duoi cung", "last", "last one", "sau cung", "cai cuoi"}
_ORDINALS = {"nhi": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "tu": 4}
_SHORTEST_START = 2


def read_choice(text: str, labels: Sequence[str], *, numbered: int | None = None) -> Reading[int]:
    """The index, from 0, of the label that was meant; `numbered`: how many, from the first, carry
    numbers (without it, all).

    A label typed in full wins over everything; then what the text is a word of, what it numbers and
    what sum it names are put together; the start of a word counts only if nothing else fits.
    """
    if not plain(text):
        return Unclear(Why.EMPTY)
    words = words_of(text)
    if len(words) > MOST_WORDS:
        return Unclear(Why.TOO_LONG)
    shown = [_Label(words_of(label)) for label in labels]
    core, _ = _AROUND.stripped(words)
    exact = _exact(words, shown) or _exact(core, shown)
    if exact:
        return reading_of(exact, Why.NOT_AN_OPTION)
    if core != words and (begun := _begun(words, shown)) is not None:
        return Value(begun)
    core = core or words
    found = [*_by_words(core, shown), *_by_number(core, len(labels)), *_by_sum(text, labels)]
    return reading_of(found or _by_start(core, shown), Why.NOT_AN_OPTION)


class _Label:
    """A label as its words, without and with their marks."""

    __slots__ = ("bare", "raw")

    def __init__(self, words: list[Word]) -> None:
        self.bare = " ".join(word.bare for word in words)
        self.raw = " ".join(word.raw for word in words)


def _exact(typed: list[Word], labels: list[_Label]) -> list[int]:
    """The labels that are these words; with their marks if marks were typed."""
    line = _Label(typed)
    same = [index for index, label in enumerate(labels) if line.bare and line.bare == label.bare]
    if len(same) > 1 and line.raw != line.bare:
        # Without marks any of them may be meant.
        return [index for index in same if labels[index].raw == line.raw] or same
    return same


def _begun(typed: list[Word], labels: list[_Label]) -> int | None:
    """The one label that begins so, the polite words in front included: "tôi đồng"."""
    line = _Label(typed).bare
    found = [index for index, label in enumerate(labels) if label.bare.startswith(line)]
    return found[0] if len(typed) > 1 and len(found) == 1 else None


def _by_words(core: list[Word], labels: list[_Label]) -> list[int]:
    """The labels in which these words stand one after another: first those that begin so."""
    typed = f" {_Label(core).bare} "
    lines = [f" {label.bare} " for label in labels]
    inside = [index for index, line in enumerate(lines) if typed.strip() and typed in line]
    return sorted(inside, key=lambda index: not lines[index].startswith(typed))


def _by_start(core: list[Word], labels: list[_Label]) -> list[int]:
    """The labels of which the typed letters begin a word: first those that begin so."""
    typed = _Label(core).bare
    if len(typed.replace(" ", "")) < _SHORTEST_START and not typed.isdecimal():
        return []
    lines = [f" {label.bare}" for label in labels]
    inside = [index for index, line in enumerate(lines) if f" {typed}" in line]
    return sorted(inside, key=lambda index: not lines[index].startswith(f" {typed}"))


def _by_number(core: list[Word], count: int) -> list[int]:
    line = " ".join(word.bare for word in core)
    if line in _FIRST:
        return [0] if count else []
    if line in _LAST:
        return [count - 1] if count else []
    words = without_separators(core)
    while len(words) > 1 and words[0].bare in _BEFORE_NUMBER:
        words = words[1:]
    words = [word for word in words if word.bare not in {"#", "hay", "hoac", "or", "one"}] or words
    numbers = _numbers(words)
    return [number - 1 for number in numbers if 1 <= number <= count]


def _numbers(words: list[Word]) -> list[int]:
    if len(words) == 1 and words[0].bare in _ORDINALS:
        return [_ORDINALS[words[0].bare]]
    if words and all(is_number(word) for word in words):
        return [number for word in words for number in _whole(word.bare)]
    english = english_number([word.bare for word in words])
    return [*whole_numbers(words), *([english] if english is not None else [])]


def _whole(text: str) -> list[int]:
    return [int(piece) for piece in text.replace(".", " ").split() if piece.isdecimal()][:5]


def _by_sum(text: str, labels: Sequence[str]) -> list[int]:
    """The labels that are the sum which was typed: "50k" for "50.000 đồng"."""
    typed = read_money(text)
    if not isinstance(typed, Value):
        return []
    return [index for index, label in enumerate(labels) if read_money(label) == typed]
