"""English number words: fifty thousand, two hundred and five, half a million."""

from messages.understand.words import listed

_ONES = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
_TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
_SMALL = {word: value for value, word in enumerate(_ONES)} | {
    word: 10 * tens for tens, word in enumerate(_TENS, start=2)
}
_SCALES = {"thousand": 10**3, "grand": 10**3, "million": 10**6, "billion": 10**9}
_ORDINALS = {
    "first": "one", "second": "two", "third": "three", "fifth": "five", "eighth": "eight",
    "ninth": "nine", "twelfth": "twelve", "twentieth": "twenty", "thirtieth": "thirty",
} | {
    f"{word}th": word for word in (*_ONES[4:], *_TENS)
}  # fmt: skip
_PLAIN = frozenset({*_SMALL, "hundred", "thousand"})
ENGLISH_NUMBER_WORDS = frozenset({*_SMALL, *_SCALES, "hundred", "half"})


def english_number(words: list[str]) -> int | None:
    """The whole number that these English words say, or None; "a" is one, "and" is passed over."""
    halves = _with_half(words)
    if halves is not None:
        return halves
    total, group, filled = 0, 0, False
    below = 10**12
    for word in words:
        if word == "and":
            continue
        if word in _SCALES:
            if not filled or _SCALES[word] >= below:
                return None
            total, group, filled, below = total + group * _SCALES[word], 0, False, _SCALES[word]
            continue
        grown = _grown(group, filled, word)
        if grown is None:
            return None
        group, filled = grown, True
    return total + group if filled or below < 10**12 else None


def _grown(group: int, filled: bool, word: str) -> int | None:
    """The number below a thousand with one more word, or None where the word does not fit."""
    if word in {"a", "an"}:
        return None if filled else 1
    if word == "hundred":
        return group * 100 if filled and group < 100 else None
    value = _SMALL.get(word)
    if value is None:
        return None
    room = 1 if not filled else (10 if group % 100 in range(20, 100) and group % 10 == 0 else 100)
    if filled and (value >= room or (room == 100 and group % 100)):
        return None
    return group + value


def _with_half(words: list[str]) -> int | None:
    """half a million; a million and a half; one and a half million."""
    if len(words) >= 2 and words[0] == "half" and words[-1] in _SCALES:
        return _SCALES[words[-1]] // 2 if words[1:-1] in ([], ["a"]) else None
    if words[-3:] == ["and", "a", "half"] and len(words) > 4 and words[-4] in _SCALES:
        whole = english_number(words[:-3])
        return None if whole is None else whole + _SCALES[words[-4]] // 2
    if words[-4:-1] == ["and", "a", "half"] and words[-1] in _SCALES:
        whole = english_number(words[:-4])
        return None if whole is None else whole * _SCALES[words[-1]] + _SCALES[words[-1]] // 2
    return None


def in_figures(line: str) -> str:
    """The line with its English number words as figures: "in 2 weeks", "19 52"; the rest stays."""
    words, read, at = [_ORDINALS.get(word, word) for word in line.split()], list[str](), 0
    while at < len(words):
        end = at
        while end < len(words) and words[end] in _PLAIN:
            end += 1
        number = None
        while end > at and number is None:
            number = english_number(words[at:end])
            end -= number is None
        read.append(words[at] if number is None else str(number))
        at = max(end, at + 1)
    return " ".join(read)
