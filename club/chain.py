"""The chain of closed months: one code for a month's entries, its figures and the code before.

The bytes that are hashed are canonical: composed letters, sorted keys, nothing between; the same
on every database.
"""

import hashlib
import json
import unicodedata
from typing import Any

FIRST = ""
"""What stands before the code of a club's first closed month."""

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Thirty-two that are not mistaken for one another: no 0, 1, I, O."""

_GROUPS, _GROUP, _BITS = 3, 4, 60


def canonical(value: Any) -> bytes:
    """JSON in its one form. Raises TypeError for a float or anything JSON does not know."""
    return json.dumps(
        _plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    ).encode()


def digest(*values: Any) -> str:
    """SHA-256 of the canonical values, in hexadecimal figures."""
    return hashlib.sha256(canonical(list(values))).hexdigest()


def salted(text: str, salt: str) -> str:
    """A digest of words that are erased with their salt (Club rules, G.3)."""
    return digest(salt, text)


def closing_code(whole: str) -> str:
    """The first 60 bits of a digest in three groups, for people: XXXX-XXXX-XXXX."""
    number = int(whole[: _BITS // 4], 16)
    letters = [LETTERS[number >> shift & 31] for shift in range(_BITS - 5, -1, -5)]
    parts = [letters[at : at + _GROUP] for at in range(0, _GROUPS * _GROUP, _GROUP)]
    return "-".join("".join(part) for part in parts)


def beginning_of(code: str) -> str | None:
    """How the digest behind a typed code begins; None if it cannot be a closing code.

    Small letters, missing lines and spaces between are all right.
    """
    typed = [letter for letter in code.upper() if letter not in "-–— ."]
    if len(typed) != _GROUPS * _GROUP or any(letter not in LETTERS for letter in typed):
        return None
    number = 0
    for letter in typed:
        number = number << 5 | LETTERS.index(letter)
    return f"{number:0{_BITS // 4}x}"


def written_code(typed: str) -> str | None:
    """A typed code as it stands on paper; None if it cannot be one."""
    if beginning_of(typed) is None:
        return None
    letters = "".join(each for each in typed.upper() if each in LETTERS)
    return "-".join(letters[at : at + _GROUP] for at in range(0, _GROUPS * _GROUP, _GROUP))


def _plain(value: Any) -> Any:
    match value:
        case None | bool() | int():
            return value
        case str():
            return unicodedata.normalize("NFC", value)
        case list() | tuple():
            return [_plain(each) for each in value]
        case dict():
            return {_plain(str(key)): _plain(each) for key, each in value.items()}
    raise TypeError(f"no canonical form for a {type(value).__name__}")
