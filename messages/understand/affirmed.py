"""A yes that says once more what is meant: "đúng là bà Nga", "vâng, bà Lan sinh 1948 đấy"."""

import re
from collections.abc import Sequence

from messages.understand.polite import BARE_KIN, MANNERS, Around
from messages.understand.words import Word, is_number, without_separators, words_of

_YES = re.compile(r"(?:(?:vang|da|u|uh|um|dung|chinh|phai|roi|vay|thi|a|yes|right)\b ?)*")
_SAYS_YES = re.compile(r"\b(?:vang|dung|chinh|phai|u|uh|um|yes|right)\b")
_LA = re.compile(r"(?:la|it is|that is)\b ?")
# With these marks the bare "dung" is no yes.
_NO_YES = frozenset({"đừng", "dừng", "dùng", "đựng", "đụng", "dụng"})
_MANNERS = Around(MANNERS)
_YEAR = re.compile(r"(?:19|20)\d\d")
_PASSED_OVER = BARE_KIN | {"sinh", "nam", "thon", "o", "la"}


def without_yes(text: str) -> str:
    """What follows a yes in front: "bà Nga" of "đúng là bà Nga"; '' where no yes is in front, or
    nothing behind it.
    """
    words = without_separators(words_of(text))
    if any(each.raw in _NO_YES for each in words):
        return ""
    line = " ".join(each.bare for each in words)
    yes = _YES.match(line)
    if yes is None or not _SAYS_YES.search(yes[0]):
        return ""
    rest = _LA.sub("", line[yes.end() :], count=1)
    return " ".join(each.raw for each in words[len(words) - len(rest.split()) :]) if rest else ""


def repeats(text: str, said: str) -> bool:
    """Whether all of the text, forms of address aside, stands in what was said."""
    core, _ = _MANNERS.stripped(words_of(text))
    words = [each.bare for each in core if each.bare not in _PASSED_OVER]
    there = {each.bare for each in words_of(said)}
    return bool(words) and all(each in there for each in words)


def named_with_year(text: str, labels: Sequence[str]) -> int | None:
    """The one label that holds the name and the year of birth that were typed, in this order."""
    core, _ = _MANNERS.stripped(without_separators(words_of(text)))
    years = [each for each in core if is_number(each) and _YEAR.fullmatch(each.bare)]
    named = [each for each in core if each.bare not in _PASSED_OVER]
    if len(years) != 1 or len(named) < 2:
        return None
    found = [at for at, label in enumerate(labels) if _in_order(named, words_of(label))]
    return found[0] if len(found) == 1 else None


def _in_order(named: Sequence[Word], label: Sequence[Word]) -> bool:
    left = iter([each.bare for each in label])
    return all(each.bare in left for each in named)
