"""How somebody wants to be called: a form of address, alone or with the name she goes by."""

import re
from typing import Final

from club.address import FORMS
from messages.understand.introductions import lives_at
from messages.understand.plain import bare, plain

_BEFORE: Final = (
    *("hay goi toi la", "cu goi toi la", "goi toi la", "goi tui la", "goi minh la", "goi la"),
    *("goi toi", "goi tui", "goi", "xung ho la", "la", "thi", "da", "vang", "u"),
)
_AFTER: Final = (
    *("cung duoc", "la duoc", "duoc roi", "thoi nhe", "duoc", "thoi", "nhe", "nha", "nghe", "a"),
    *("di", "chau", "con", "em", "chau a", "con a"),
)
# Words of which no name is made: what stands with them is said, not a name.
_NO_NAMES: Final = frozenset(
    {"gi", "cung", "duoc", "la", "toi", "tui", "thi", "hay", "hoac", "khong", "nao", "day", "roi"}
    | {"cho", "re", "than", "mat", "voi", "nhu", "vay", "the"}
)
_MOST_WORDS: Final = 3
_SIGNS: Final = " .,;:!?"
_LETTERS: Final = re.compile(r"[^\W\d_'’]+(?:['’][^\W\d_]+)?")


def read_address(text: str) -> tuple[str, str] | None:
    """The form and the name, empty where there is none: "gọi bà Hai nhé" is ("bà", "Hai").

    None where it is neither.
    """
    words = without_manners(text).split()
    if not words:
        return None
    form, name = _form(words[0]), words[1:]
    if (
        lives_at(words)
        or form is None
        or len(name) > _MOST_WORDS
        or any(bare(each) in _NO_NAMES for each in name)
    ):
        return None
    if any(each.lower() in FORMS or not _LETTERS.fullmatch(each) for each in name):
        return None
    return form, " ".join(each[:1].upper() + each[1:] for each in name)


def without_manners(text: str) -> str:
    """The text without what politeness puts around a form of address or a name."""
    words = plain(text).strip(_SIGNS).split()
    while (less := _without_one(words)) != words:
        words = less
    return " ".join(words).strip(_SIGNS)


def _without_one(words: list[str]) -> list[str]:
    """Without one such part at an end; the last word always stays."""
    for around, first in [*((each, True) for each in _BEFORE), *((each, False) for each in _AFTER)]:
        length = len(around.split())
        end = words[:length] if first else words[-length:]
        if len(words) > length and bare(" ".join(end)) == around:
            return words[length:] if first else words[:-length]
    return words


def _form(word: str) -> str | None:
    """The form of address, typed with its marks or without any."""
    typed = word.lower()
    if typed in FORMS:
        return typed
    alike = [each for each in FORMS if typed == bare(each)]
    return alike[0] if len(alike) == 1 else None
