"""What a loan costs and when it is due: terms, schedule, yearly rate, and the legal limit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from club.calendar import MeetingDay, Month
from club.money import NOTHING, Money, total
from club.refusals import Code, Refused

RATE_LIMIT_HUNDREDTHS_PERCENT_A_YEAR = 2_000
"""20 % a year (Civil Code 2015, article 468)."""

DEFAULT_RATE_HUNDREDTHS_PERCENT_A_MONTH = 70


class RepaymentForm(StrEnum):
    """How a loan is paid back."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    INTEREST_MONTHLY = "interest_monthly"
    ALL_AT_END = "all_at_end"


class Basis(StrEnum):
    """What interest is counted on: the remaining principal, or always the whole of it."""

    REMAINING = "remaining"
    FLAT = "flat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What borrower and club agree on. A rate of 70 is 0.7 % a month; `step` is in đồng."""

    principal: Money
    months: int
    rate_hundredths_percent_a_month: int = DEFAULT_RATE_HUNDREDTHS_PERCENT_A_MONTH
    form: RepaymentForm = RepaymentForm.MONTHLY
    basis: Basis = Basis.REMAINING
    step: int = 1_000

    def __post_init__(self) -> None:
        if self.principal <= NOTHING or self.months < 1 or self.step < 1:
            raise ValueError(f"no loan: {self}")
        if self.rate_hundredths_percent_a_month < 0:
            raise ValueError(f"no rate: {self.rate_hundredths_percent_a_month}")

    @property
    def rate(self) -> Fraction:
        """Interest of one month as a part of the principal it is counted on."""
        return Fraction(self.rate_hundredths_percent_a_month, 10_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Instalment:
    """One payment of a schedule; `months` is how many months of interest it holds.

    `carried` is interest of an earlier schedule that was unpaid when the loan was rescheduled; an
    instalment that a new schedule has replaced holds what was paid of it, and no months.
    """

    number: int
    due_on: date
    principal: Money
    interest: Money
    months: int = 1
    carried: Money = NOTHING

    @property
    def amount(self) -> Money:
        """Principal and interest together."""
        return self.principal + self.interest


def instalment_months(terms: Terms) -> tuple[int, ...]:
    """After how many months of the loan each instalment is due; the last is the whole term."""
    match terms.form:
        case RepaymentForm.ALL_AT_END:
            return (terms.months,)
        case RepaymentForm.QUARTERLY:
            return (*range(3, terms.months, 3), terms.months)
    return tuple(range(1, terms.months + 1))


def instalment_lengths(terms: Terms) -> tuple[int, ...]:
    """How many months of interest each instalment holds."""
    ends = instalment_months(terms)
    return tuple(end - start for start, end in pairwise((0, *ends)))


def due_months(terms: Terms, paid_out_on: date) -> tuple[Month, ...]:
    """The calendar months the instalments are due in; the club's meeting day in each is the day."""
    start = Month.of(paid_out_on)
    return tuple(start.plus(months) for months in instalment_months(terms))


def due_meetings(terms: Terms, paid_out_on: date, meets: MeetingDay) -> tuple[date, ...]:
    """Due dates on the club's meeting days (Club rules, C.4).

    Where a month has two (lunar days), the later one; where it has none, its last day.
    """
    return tuple(
        max(meets.in_month(month), default=month.last_day)
        for month in due_months(terms, paid_out_on)
    )


def schedule(terms: Terms, due_on: Sequence[date]) -> tuple[Instalment, ...]:
    """Spreads principal and interest over the due dates, one for each of `instalment_months`.

    Principal and interest of every instalment but the last are multiples of the step, rounded down;
    the last takes what is left, so that the sums are exact: the principal to the đồng, the interest
    to the đồng that is nearest to the exact interest on the scheduled balances (Club rules, C.4).
    """
    ends = instalment_months(terms)
    if len(due_on) != len(ends) or list(due_on) != sorted(set(due_on)):
        raise ValueError(f"{len(ends)} rising due dates are needed, not {list(due_on)}")
    months = instalment_lengths(terms)
    principals = _principals(terms, len(ends))
    interests = _interests(terms, months, principals)
    rows = zip(due_on, months, principals, interests, strict=True)
    return tuple(
        Instalment(number=number, due_on=due, principal=principal, interest=interest, months=count)
        for number, (due, count, principal, interest) in enumerate(rows, start=1)
    )


def remaining_schedule(
    terms: Terms, *, left: Money, instalments_left: int, next_due_on: date, meets: MeetingDay
) -> tuple[Instalment, ...]:
    """What is still to be paid of a loan that has run for a while: its last so many instalments.

    They keep their numbers. What is left of the principal is spread over them as a new loan's
    would be; the first is due on the given day, the others on the club's meeting days. On the
    whole principal, interest goes on as it was agreed.
    """
    lengths = instalment_lengths(terms)[-instalments_left:]
    principals = _principals(replace(terms, principal=left), len(lengths))
    counted_on = left if terms.basis is Basis.REMAINING else terms.principal
    interests = _interests(replace(terms, principal=counted_on), lengths, principals)
    month, due_on = Month.of(next_due_on), [next_due_on]
    for length in lengths[1:]:
        month = month.plus(length)
        due_on.append(max(meets.in_month(month), default=month.last_day))
    first = len(instalment_lengths(terms)) - len(lengths) + 1
    rows = zip(due_on, lengths, principals, interests, strict=True)
    return tuple(
        Instalment(number=number, due_on=due, principal=principal, interest=interest, months=count)
        for number, (due, count, principal, interest) in enumerate(rows, start=first)
    )


def total_interest(instalments: Sequence[Instalment]) -> Money:
    """The interest of a whole schedule."""
    return total(each.interest for each in instalments)


def yearly_rate_hundredths_percent(terms: Terms) -> int:
    """What the loan costs a year, in hundredths of a percent, rounded; 2146 is 21.46 %.

    Twelve times the monthly internal rate of return of the whole cash flow as it is scheduled:
    the rate i at which principal = sum of instalment / (1 + i) ** month. Found by halving, in whole
    numbers, so it is exact.
    """
    low, high = 0, 2
    while _costs_more_than(terms, high):
        high *= 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _costs_more_than(terms, middle) else (low, middle)
    return (low + 1) // 2


def check_rate(terms: Terms, limit: int = RATE_LIMIT_HUNDREDTHS_PERCENT_A_YEAR) -> None:
    """Refuses a loan that costs more than the law allows (Club rules, C.3); 20 % itself is allowed.

    Source: Civil Code 2015 (91/2015/QH13), article 468, counted on the remaining principal.
    """
    if _costs_more_than(terms, 2 * limit):
        raise Refused(Code.RATE_TOO_HIGH, yearly=yearly_rate_hundredths_percent(terms), limit=limit)


def _principals(terms: Terms, count: int) -> list[Money]:
    if terms.form is RepaymentForm.INTEREST_MONTHLY:
        return [NOTHING] * (count - 1) + [terms.principal]
    return terms.principal.split(count, step=terms.step)


def _interests(terms: Terms, months: Sequence[int], principals: Sequence[Money]) -> list[Money]:
    exact = [
        terms.rate * count * balance.dong
        for count, balance in zip(months, _balances(terms, principals), strict=True)
    ]
    rounded = [Money(int(each // terms.step) * terms.step) for each in exact[:-1]]
    everything = _nearest(sum(exact, Fraction(0)))
    return [*rounded, everything - total(rounded)]


def _nearest(dong: Fraction) -> Money:
    return Money((2 * dong.numerator + dong.denominator) // (2 * dong.denominator))


def _balances(terms: Terms, principals: Sequence[Money]) -> Iterator[Money]:
    """The principal that interest is counted on, before each instalment."""
    left = terms.principal
    for principal in principals:
        yield left if terms.basis is Basis.REMAINING else terms.principal
        left -= principal


def _costs_more_than(terms: Terms, half_hundredths: int) -> bool:
    """Whether the internal rate of return, a year, is above so many 200ths of a percent.

    The test "sum of c / (1 + i) ** m > principal" is multiplied out to whole numbers.
    """
    denominator = 240_000
    grown = denominator + half_hundredths
    months, principals = instalment_months(terms), _principals(terms, len(instalment_months(terms)))
    interests = _interests(terms, instalment_lengths(terms), principals)
    worth: int = sum(
        (principal + interest).dong * denominator**month * grown ** (terms.months - month)
        for month, principal, interest in zip(months, principals, interests, strict=True)
    )
    owed: int = terms.principal.dong * grown**terms.months
    return worth > owed
