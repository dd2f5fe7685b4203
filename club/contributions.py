"""Fees: what is owed for which month, and which months a sum covers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from club.calendar import Month
from club.money import NOTHING, Money, total

MONTHS_AHEAD = 12
PERIODS = (1, 3, 6, 12)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeRate:
    """The fee from a month on: `amount` for each period of 1, 3, 6 or 12 calendar months.

    `per_household`: one fee for all who live together, whichever of them pays it.
    """

    valid_from: Month
    amount: Money
    period_months: int = 1
    per_household: bool = False

    def __post_init__(self) -> None:
        if self.period_months not in PERIODS:
            raise ValueError(f"a fee is for {PERIODS} months, not {self.period_months}")
        if self.amount < NOTHING:
            raise ValueError(f"a fee of {self.amount.dong} đồng")

    def falls_in(self, month: Month) -> bool:
        """Whether a period of this fee begins in the month; quarters begin in January."""
        return (month.month - 1) % self.period_months == 0


@dataclass(frozen=True, slots=True)
class Span:
    """Months from the first to the last, both included; without a last one it goes on."""

    first: Month
    last: Month | None = None

    def __contains__(self, month: Month) -> bool:
        return self.first <= month and (self.last is None or month <= self.last)


@dataclass(frozen=True, slots=True)
class FeePaid:
    """Money received for a fee month, and the month it was received in; negative when reversed."""

    month: Month
    amount: Money
    paid_in: Month


@dataclass(frozen=True, slots=True)
class FeeOwed:
    """What is still owed for a fee month; a longer period goes by its first month."""

    month: Month
    amount: Money


@dataclass(frozen=True, slots=True)
class FeeCovered:
    """What of a sum goes to a fee month, and whether that month is then paid in full."""

    month: Month
    amount: Money
    in_full: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Belonging:
    """One person's time in the club, as far as fees go."""

    joined: Month
    left: Month | None = None
    exempt: Sequence[Span] = ()

    def owes_in(self, month: Month) -> bool:
        """From the month after joining to that of leaving, unless exempt (Club rules, B.1)."""
        if month <= self.joined or (self.left is not None and month > self.left):
            return False
        return not any(month in span for span in self.exempt)


@dataclass(frozen=True, kw_only=True)
class FeeFacts:
    """All that decides what a member owes.

    `household`, `household_paid`: the others she lives with and what they paid; they count only in
    months in which the fee is for a household. That owes one fee for each month in which any of
    its people would. `answers_for_household`: the debt stands with her and not with the others.
    """

    people: Sequence[Belonging]
    rates: Sequence[FeeRate]
    paid: Sequence[FeePaid] = ()
    household: Sequence[Belonging] = ()
    household_paid: Sequence[FeePaid] = ()
    answers_for_household: bool = True

    @property
    def first_month(self) -> Month:
        """The first month a fee may be owed for."""
        return min(each.joined for each in (*self.people, *self.household)).next()

    # Every month of years is asked for: looking through all payments each time would take longer
    # with each year twice over.
    @cached_property
    def _paid(self) -> Mapping[Month, list[FeePaid]]:
        return _by_month(self.paid)

    @cached_property
    def _household_paid(self) -> Mapping[Month, list[FeePaid]]:
        return _by_month(self.household_paid)

    def paid_for(self, month: Month) -> Money:
        """All that was received from her for the month, reversals taken off."""
        return total(each.amount for each in self._paid.get(month, ()))

    def payments_for(self, month: Month) -> list[FeePaid]:
        """What counts for the month: her own, and the household's where the fee is for it."""
        rate = rate_in_force(self.rates, month)
        shared = rate is not None and rate.per_household
        others = self._household_paid.get(month, ()) if shared else ()
        return [*self._paid.get(month, ()), *others]

    def owes_in(self, rate: FeeRate, month: Month) -> bool:
        """Whether a fee of this rate is owed in the month, and by her."""
        if not rate.per_household:
            return any(each.owes_in(month) for each in self.people)
        return self.answers_for_household and any(
            each.owes_in(month) for each in (*self.people, *self.household)
        )


class Ground(StrEnum):
    """Why somebody does not owe the fee."""

    AGE = "age"
    POOR = "poor"
    NEAR_POOR = "near_poor"
    SICK = "sick"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemptRule:
    """The club's setting: from which age, and on which other grounds, no fee is owed."""

    from_age: int | None = 80
    grounds: frozenset[Ground] = frozenset({Ground.POOR, Ground.SICK})


def exempt_spans(
    rule: ExemptRule, birth_year: int | None, spans: Mapping[Ground, Sequence[Span]]
) -> tuple[Span, ...]:
    """The months in which a member owes no fee (Club rules, B.1).

    Age counts from January of the year in which it is reached: only years of birth are known.
    """
    found = [span for ground in rule.grounds for span in spans.get(ground, ())]
    if rule.from_age is not None and birth_year is not None:
        found.append(Span(Month(birth_year + rule.from_age, 1)))
    return tuple(sorted(found, key=lambda span: span.first))


def ground_in(
    rule: ExemptRule,
    birth_year: int | None,
    spans: Mapping[Ground, Sequence[Span]],
    month: Month,
) -> tuple[Ground, Month] | None:
    """On which ground no fee is owed for the month, and since when; the oldest, None for none."""
    known = {each: list(spans.get(each, ())) for each in rule.grounds}
    if rule.from_age is not None and birth_year is not None:
        known[Ground.AGE] = [Span(Month(birth_year + rule.from_age, 1))]
    held = [
        (span.first, ground) for ground, found in known.items() for span in found if month in span
    ]
    if not held:
        return None
    since, ground = min(held)
    return ground, since


def _by_month(paid: Iterable[FeePaid]) -> dict[Month, list[FeePaid]]:
    found: dict[Month, list[FeePaid]] = {}
    for each in paid:
        found.setdefault(each.month, []).append(each)
    return found


def fee_of(facts: FeeFacts, month: Month, *, paid_in: Month) -> Money:
    """The fee of a month if it is paid in `paid_in`, whatever was paid already; nothing if none.

    A month paid ahead costs what it costs on the day of paying, or less if the fee falls.
    """
    rate = rate_in_force(facts.rates, month)
    if rate is None or not rate.falls_in(month) or not facts.owes_in(rate, month):
        return NOTHING
    earlier = rate_in_force(facts.rates, min(paid_in, month))
    if earlier is None or earlier.period_months != rate.period_months:
        return rate.amount
    return min(rate.amount, earlier.amount)


def fee_left(facts: FeeFacts, month: Month, today: Month) -> Money:
    """What is still owed for a month. A raise never touches a month that was paid before it."""
    paid = total(each.amount for each in facts.payments_for(month))
    if paid > NOTHING and paid >= _lowest_fee_when_paid(facts, month):
        return NOTHING
    return max(NOTHING, fee_of(facts, month, paid_in=today) - paid)


def fee_months_owed(facts: FeeFacts, today: Month) -> tuple[FeeOwed, ...]:
    """What is owed up to and with this month, oldest first."""
    return tuple(_owed_from(facts, facts.first_month, today=today, last=today))


def fee_months_ahead(
    facts: FeeFacts, today: Month, limit: int = MONTHS_AHEAD
) -> tuple[FeeOwed, ...]:
    """What can be paid in advance: the fees of the months after this one, soonest first."""
    first = max(today.next(), facts.first_month)
    return tuple(_owed_from(facts, first, today=today, last=today.plus(limit)))


def months_covered(
    amount: Money, months: Iterable[FeeOwed]
) -> tuple[tuple[FeeCovered, ...], Money]:
    """Spreads a sum over months in their order, the last one perhaps in part; and what is left."""
    covered = []
    left = amount
    for owed in months:
        if left <= NOTHING:
            break
        part = min(left, owed.amount)
        covered.append(FeeCovered(owed.month, part, in_full=part == owed.amount))
        left -= part
    return tuple(covered), left


def months_payable(facts: FeeFacts, today: Month, limit: int = MONTHS_AHEAD) -> tuple[FeeOwed, ...]:
    """What is owed and then what can be paid ahead: the order in which a payment is used."""
    return fee_months_owed(facts, today) + fee_months_ahead(facts, today, limit)


def total_owed(months: Iterable[FeeOwed]) -> Money:
    """The sum over months."""
    return total(owed.amount for owed in months)


def long_in_arrears(months: Iterable[FeeOwed], today: Month, limit: int = 12) -> bool:
    """Whether the oldest month owed is more than a year back; then the board is told instead.

    Club rules, B.2.
    """
    return any(owed.month.months_until(today) > limit for owed in months)


def rate_in_force(rates: Sequence[FeeRate], month: Month) -> FeeRate | None:
    """The fee of a month; None before the club's first."""
    in_force = [rate for rate in rates if rate.valid_from <= month]
    return max(in_force, key=lambda each: each.valid_from, default=None)


def _lowest_fee_when_paid(facts: FeeFacts, month: Month) -> Money:
    """The lowest fee the month had when something was paid for it."""
    return min(
        fee_of(facts, month, paid_in=each.paid_in)
        for each in facts.payments_for(month)
        if each.amount > NOTHING
    )


def _owed_from(facts: FeeFacts, first: Month, *, today: Month, last: Month) -> Iterator[FeeOwed]:
    month = first
    while month <= last:
        left = fee_left(facts, month, today)
        if left:
            yield FeeOwed(month, left)
        month = month.next()
