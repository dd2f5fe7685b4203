"""Whether two notes are of one person: how a list that comes in again finds whom it found before.

Names are compared with their marks, for Hoa and Hòa are two; but "Thuỷ" and "Thủy" are one, whose
tone stands over another letter.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from club.importing import IncomingMember, Whose

K = TypeVar("K")

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def same_name_as(name: str) -> str:
    """What is alike for names that are one name: small letters, each word's tone at its end."""
    return " ".join(_toned_last(word) for word in name.casefold().split())


def may_be_same_name(one: str, other: str) -> bool:
    """Whether they may be one name: with the same marks, or where one was typed without any."""
    if one.isascii() or other.isascii():
        return without_marks(one) == without_marks(other)
    return same_name_as(one) == same_name_as(other)


def without_marks(name: str) -> str:
    """What is alike for all names that may be one name; and for some that are not."""
    apart = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    return " ".join("".join(each for each in apart if not unicodedata.combining(each)).split())


def _toned_last(word: str) -> str:
    apart = unicodedata.normalize("NFD", word)
    tones = "".join(sign for sign in apart if sign in _TONES)
    return "".join(sign for sign in apart if sign not in _TONES) + tones


@dataclass(frozen=True, slots=True)
class Known(Generic[K]):
    """Somebody as she is known so far. `state` is that of a membership."""

    key: K
    name: str
    birth_year: int | None = None
    phone: str = ""
    group: str = ""
    state: str = "member"

    def is_of(self, other: IncomingMember) -> bool:
        """Whether the row, which has the same name, is of this person."""
        if self.phone and other.phone and self.phone == other.phone:
            return True
        if self.birth_year and other.birth_year:
            apart = self.phone and other.phone
            return self.birth_year == other.birth_year and not apart
        return not (self.group and other.group) or same_name_as(self.group) == same_name_as(
            other.group
        )


class Register(Generic[K]):
    """Everybody who is known, by name."""

    def __init__(self, known: Iterable[Known[K]] = ()) -> None:
        self._by_name: dict[str, list[Known[K]]] = defaultdict(list)
        for each in known:
            self.add(each)

    def add(self, known: Known[K]) -> None:
        self._by_name[same_name_as(known.name)].append(known)

    def of_row(self, row: IncomingMember) -> list[Known[K]]:
        """Whom the row may be."""
        named = self._by_name.get(same_name_as(row.name), ())
        return [each for each in named if each.is_of(row)]

    def called(self, whose: Whose) -> list[Known[K]]:
        """Whom another sheet may mean: by year of birth where it is said and known."""
        named = self._by_name.get(same_name_as(whose.name), [])
        if whose.birth_year is None:
            return list(named)
        exact = [each for each in named if each.birth_year == whose.birth_year]
        return exact or [each for each in named if each.birth_year is None]
