"""Overdue instalments, money at risk, and the month's repayment rate."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from club.money import NOTHING, Money, total
from club.repayments import OpenInstalment, outstanding


class Age(StrEnum):
    """How long an instalment has been overdue."""

    DAYS_1_30 = "days_1_30"
    DAYS_31_90 = "days_31_90"
    DAYS_OVER_90 = "days_over_90"


@dataclass(frozen=True, slots=True)
class Overdue:
    """What is late, and how many instalments that is."""

    principal: Money = NOTHING
    interest: Money = NOTHING
    instalments: int = 0

    def __add__(self, other: "Overdue") -> "Overdue":
        return Overdue(
            self.principal + other.principal,
            self.interest + other.interest,
            self.instalments + other.instalments,
        )


def age_of(days_late: int) -> Age:
    """1 to 30, 31 to 90, or over 90 days."""
    if days_late <= 30:
        return Age.DAYS_1_30
    return Age.DAYS_31_90 if days_late <= 90 else Age.DAYS_OVER_90


def overdue_by_age(instalments: Iterable[OpenInstalment], today: date) -> dict[Age, Overdue]:
    """Late instalments of any loans by age; every age is there (Club rules, C.6)."""
    found = dict.fromkeys(Age, Overdue())
    for each in late(instalments, today):
        found[age_of(each.days_late(today))] += Overdue(each.principal_left, each.interest_left, 1)
    return found


def late(instalments: Iterable[OpenInstalment], today: date) -> list[OpenInstalment]:
    """The instalments whose day has passed and of which something is left."""
    return [each for each in instalments if each.days_late(today)]


def at_risk(loans: Iterable[Sequence[OpenInstalment]], today: date) -> Money:
    """The whole remaining principal of every loan with a late instalment (Club rules, C.6)."""
    return total(outstanding(loan) for loan in loans if late(loan, today))
