"""What a reader of typed words may answer: a value, several readings to ask back, or a reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeAlias, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Why(StrEnum):
    """Why nothing was understood; each has its own kind sentence and example."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    LINK_OR_CODE = "link_or_code"
    DOES_NOT_KNOW = "does_not_know"
    NOT_A_NUMBER = "not_a_number"
    VAGUE = "vague"
    NEGATIVE = "negative"
    ZERO = "zero"
    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    OTHER_CURRENCY = "other_currency"
    NOT_A_YEAR = "not_a_year"
    IMPOSSIBLE_AGE = "impossible_age"
    NOT_A_DAY = "not_a_day"
    NO_SUCH_DAY = "no_such_day"
    NOT_A_MONTH = "not_a_month"
    NOT_A_TIME = "not_a_time"
    IN_FUTURE = "in_future"
    IN_PAST = "in_past"
    NOT_YES_OR_NO = "not_yes_or_no"
    NOT_AN_OPTION = "not_an_option"
    WORD_WANTED = "word_wanted"
    NOT_A_PHONE = "not_a_phone"
    TOO_FEW_DIGITS = "too_few_digits"
    TOO_MANY_DIGITS = "too_many_digits"
    NOT_A_NAME = "not_a_name"
    ANGRY = "angry"
    TIME_WANTED = "time_wanted"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Value(Generic[T_co]):
    """Understood, and no careful speaker of the language would read it differently."""

    value: T_co


@dataclass(frozen=True, slots=True)
class Either(Generic[T_co]):
    """Two or more readings, the likeliest first: asked back with these as choices."""

    readings: tuple[T_co, ...]

    def __post_init__(self) -> None:
        if len(self.readings) < 2:
            raise ValueError("fewer than two readings leave nothing to ask back")


@dataclass(frozen=True, slots=True)
class Unclear:
    """Not understood, because."""

    why: Why


Reading: TypeAlias = Value[T_co] | Either[T_co] | Unclear

MOST_CHOICES = 5
CANNOT_BE = frozenset({Why.IN_PAST, Why.IN_FUTURE, Why.NO_SUCH_DAY})
"""It was understood and cannot be: no part of it is guessed to be meant."""


def reading_of(found: Iterable[T], otherwise: Why) -> Reading[T]:
    """One thing found is a value, several are asked (at most five), none is unclear."""
    different = tuple(dict.fromkeys(found))
    if not different:
        return Unclear(otherwise)
    return Value(different[0]) if len(different) == 1 else Either(different[:MOST_CHOICES])
