"""How a club changes its fee, and what one member pays differently: never backwards."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from club.calendar import Month
from club.contributions import FeeRate, rate_in_force
from club.money import NOTHING, Money
from club.settings import DAYS_BEFORE_IT_HOLDS

LARGEST_FEE = Money(1_000_000)


@dataclass(frozen=True, slots=True)
class OwnRate:
    """What holds for one member from a month on; without a rate it is the club's again."""

    valid_from: Month
    rate: FeeRate | None = None


def rates_of_member(club: Sequence[FeeRate], own: Sequence[OwnRate]) -> tuple[FeeRate, ...]:
    """The club's rates with a member's exceptions laid over them, each from its month on."""
    found: list[FeeRate] = []
    months = sorted({each.valid_from for each in club} | {each.valid_from for each in own})
    for month in months:
        exception = _exception_in(own, month)
        rate = rate_in_force(club, month) if exception is None else exception
        if rate is not None:
            found.append(replace(rate, valid_from=month))
    return tuple(found)


def _exception_in(own: Sequence[OwnRate], month: Month) -> FeeRate | None:
    begun = [each for each in own if each.valid_from <= month]
    return max(begun, key=lambda each: each.valid_from).rate if begun else None


def begun_after(new: FeeRate, *, before: FeeRate | None, decided_on: date) -> FeeRate:
    """The new fee from the first month in which it can begin, whatever month it names.

    That is 7 days or more after the decision (Club rules, preamble), and where a period of the
    fee before and one of the new fee both begin, so that no month is paid twice or left out.
    """
    month = first_month_after(decided_on + timedelta(days=DAYS_BEFORE_IT_HOLDS))
    while not (new.falls_in(month) and (before is None or before.falls_in(month))):
        month = month.next()
    return replace(new, valid_from=month)


def first_month_after(day: date) -> Month:
    """The first month that begins on the day or later."""
    month = Month.of(day)
    return month if day.day == 1 else month.next()


def is_another_kind(before: FeeRate, after: FeeRate) -> bool:
    """Whether more than the sum changes: how long a period is, or whom one fee is for."""
    shape = (before.period_months, before.per_household)
    return shape != (after.period_months, after.per_household)


def kept_for_months_paid(
    paid: Iterable[Month], before: FeeRate, after: FeeRate
) -> tuple[OwnRate, ...]:
    """For whoever has paid ahead beyond the change: the old fee until those months are over.

    Nothing for the others, nor where only the sum changes: a raise never touches a month paid.
    """
    ahead = [each for each in paid if each >= after.valid_from]
    if not ahead or not is_another_kind(before, after):
        return ()
    month = max(ahead).plus(before.period_months)
    while not (after.falls_in(month) and before.falls_in(month)):
        month = month.next()
    old = replace(before, valid_from=after.valid_from)
    return (OwnRate(after.valid_from, old), OwnRate(month))


def own_rate_from(club: Sequence[FeeRate], amount: Money, *, today: Month) -> OwnRate:
    """A member's own fee, for the club's own period: none at once, another from the next one.

    An exemption begins with this month. Raises LookupError where the club has no fee.
    """
    now = rate_in_force(club, today)
    if now is None:
        raise LookupError("an exception from no fee")
    month = today if amount == NOTHING else today.next()
    while amount > NOTHING and not now.falls_in(month):
        month = month.next()
    return OwnRate(month, replace(now, valid_from=month, amount=amount))


def club_rate_again(
    club: Sequence[FeeRate], own: FeeRate | None = None, *, today: Month
) -> OwnRate:
    """The club's fee again, where a period of it begins and one of her own has ended."""
    month = today.next()
    while not all(
        rate is None or rate.amount == NOTHING or rate.falls_in(month)
        for rate in (rate_in_force(club, month), own)
    ):
        month = month.next()
    return OwnRate(month)
