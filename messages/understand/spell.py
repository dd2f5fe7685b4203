"""Whole numbers and sums in words, said so that they can only be read back as the same number."""

from club.money import Money
from messages.understand.words import listed

_DIGITS = listed("không một hai ba bốn năm sáu bảy tám chín")
_SCALES = ("", " nghìn", " triệu")
_BILLION = 10**9

_ENGLISH = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
_ENGLISH_TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
_ENGLISH_SCALES = ((_BILLION, "billion"), (10**6, "million"), (1000, "thousand"))


def in_words(number: Money | int) -> str:
    """Vietnamese words, without "đồng": 1.005.000 is "một triệu không trăm linh năm nghìn".

    An empty thousand before a smaller number is said ("một triệu không nghìn hai trăm"), because
    "một triệu hai trăm" means 1.200.000 in daily speech.
    """
    number = _whole(number)
    if number < 0:
        return f"âm {in_words(-number)}"
    return _words(number) if number else "không"


def in_words_en(number: Money | int) -> str:
    """English words: 1,005,000 is "one million five thousand"."""
    number = _whole(number)
    if number < 0:
        return f"minus {in_words_en(-number)}"
    for scale, name in _ENGLISH_SCALES:
        if number >= scale:
            rest = number % scale
            joint = " and " if 0 < rest < 100 else " "
            whole = f"{in_words_en(number // scale)} {name}"
            return f"{whole}{joint}{in_words_en(rest)}" if rest else whole
    return _english_below_thousand(number)


def _whole(number: Money | int) -> int:
    return number.dong if isinstance(number, Money) else number


def _words(number: int) -> str:
    billions, rest = divmod(number, _BILLION)
    if not billions:
        return _below_billion(rest, padded=False)
    spoken = f"{_words(billions)} tỷ"
    return f"{spoken} {_below_billion(rest, padded=True)}" if rest else spoken


def _below_billion(number: int, *, padded: bool) -> str:
    """padded: a greater number was said before, so empty places are said too."""
    groups = (number // 10**6, number // 1000 % 1000, number % 1000)
    spoken: list[str] = []
    for place, group in zip((2, 1, 0), groups, strict=True):
        if group:
            spoken.append(_below_thousand(group, padded=padded) + _SCALES[place])
        elif padded and number % 1000**place:
            spoken.append(f"không{_SCALES[place]}")
        padded = padded or bool(group)
    return " ".join(spoken)


def _below_thousand(number: int, *, padded: bool) -> str:
    hundreds, rest = divmod(number, 100)
    if not (hundreds or padded):
        return _below_hundred(rest)
    spoken = f"{_DIGITS[hundreds]} trăm"
    if rest == 0:
        return spoken
    return f"{spoken} linh {_DIGITS[rest]}" if rest < 10 else f"{spoken} {_below_hundred(rest)}"


def _below_hundred(number: int) -> str:
    tens, last = divmod(number, 10)
    if not tens:
        return _DIGITS[last]
    spoken = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    if not last:
        return spoken
    if last == 5:
        return f"{spoken} lăm"
    return f"{spoken} {'mốt' if last == 1 and tens > 1 else _DIGITS[last]}"


def _english_below_thousand(number: int) -> str:
    if number < 20:
        return _ENGLISH[number]
    if number < 100:
        tens, last = divmod(number, 10)
        return _ENGLISH_TENS[tens - 2] + (f"-{_ENGLISH[last]}" if last else "")
    hundreds, rest = divmod(number, 100)
    spoken = f"{_ENGLISH[hundreds]} hundred"
    return f"{spoken} and {_english_below_thousand(rest)}" if rest else spoken
