"""A round of lending: who is talked about first (Club rules, C.1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

LONGEST_DAYS = 60
"""So many days at most a round collects requests."""


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who asked for which loan: how often she has borrowed and repaid, and since when a member."""

    loan: int
    loans_repaid: int
    joined_on: date


def ranked(applicants: Iterable[Applicant]) -> list[Applicant]:
    """Whoever has borrowed least comes first; of those the longest a member; then who asked first.

    It is where the meeting's talk begins; the meeting itself decides.
    """
    return sorted(applicants, key=lambda each: (each.loans_repaid, each.joined_on, each.loan))
