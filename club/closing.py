"""Closing a month: which comes next, what is still open before it, who closes it.

Club rules, D.1 and D.2.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from club.calendar import Month
from club.members import Role
from club.money import NOTHING, Money
from club.refusals import Code, Refused

CLOSERS = (Role.CHAIR, Role.BOOKKEEPER)
"""Both, each from the own account."""

DAYS_WITH_COLLECTOR = 7


@dataclass(frozen=True, slots=True)
class CashHeld:
    """Money that lies in a place, and whether it was counted in the month or after."""

    place: int
    amount: Money
    is_counted: bool
    collector_since: date | None = None
    """Since when somebody has it in hand; None for the tin and the bank."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """What is looked at before a month closes. Nothing on it stops the closing; it is carried over
    and listed.

    waiting: contributions without an answer; proposals: what waits for a second yes; unsettled:
    differences under inquiry, `read_out` of them so long that the meeting hears of them.
    """

    month: Month
    today: date
    waiting: int
    proposals: int
    cash: tuple[CashHeld, ...]
    met_on: date | None
    has_minutes: bool
    disputes: int
    unsettled: int
    read_out: int
    tables: int = 0
    """Meeting tables that were left open: what lies on them is in no book yet."""

    @property
    def not_counted(self) -> tuple[CashHeld, ...]:
        return tuple(each for each in self.cash if each.amount and not each.is_counted)

    @property
    def with_collectors(self) -> tuple[CashHeld, ...]:
        """Money in hands for more than seven days."""
        return tuple(
            each
            for each in self.cash
            if each.collector_since is not None
            and each.amount > NOTHING
            and (self.today - each.collector_since).days > DAYS_WITH_COLLECTOR
        )

    @property
    def minutes_missing(self) -> bool:
        """A meeting was held, and its minutes are not there."""
        return self.met_on is not None and not self.has_minutes

    def carried_over(self) -> dict[str, int]:
        """How many of each were open, as it is kept with the closed month."""
        return {
            "waiting": self.waiting,
            "proposals": self.proposals,
            "not_counted": len(self.not_counted),
            "with_collectors": len(self.with_collectors),
            "minutes_missing": int(self.minutes_missing),
            "disputes": self.disputes,
            "unsettled": self.unsettled,
            "tables": self.tables,
        }


def month_to_close(closed: Iterable[Month], first: Month) -> Month:
    """Months close in order: the one after the last closed, or the first of the books."""
    months = sorted(closed)
    return months[-1].next() if months else first


def check_can_close(month: Month, *, next_one: Month, today: date) -> None:
    """Refuses a month that is closed, not the next one, or not over."""
    if month < next_one:
        raise Refused(Code.MONTH_CLOSED, month=month)
    if month > next_one:
        raise Refused(Code.MONTH_OUT_OF_ORDER, month=next_one)
    if Month.of(today) <= month:
        raise Refused(Code.MONTH_NOT_OVER, month=month)


def closer_missing(roles: Sequence[Role]) -> Role | None:
    """Who of the two has not said yes to it."""
    return next((role for role in CLOSERS if role not in roles), None)
