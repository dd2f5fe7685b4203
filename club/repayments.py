"""How a repayment is spread over a loan's instalments, also early, late, in part or too much."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from itertools import groupby

from club.calendar import Month
from club.loans import Basis, Instalment, Terms
from club.money import NOTHING, Money, total


class Order(StrEnum):
    """What a repayment pays first (a setting of the club; Club rules, C.5)."""

    INTEREST_FIRST = "interest_first"
    PRINCIPAL_FIRST = "principal_first"
    OLDEST_FIRST = "oldest_first"


@dataclass(frozen=True, slots=True)
class OpenInstalment:
    """An instalment and what has been paid of it.

    Where principal was paid early within its months, `interest_fixed` is what the `months_fixed`
    months until then cost; the months after cost the rest of its interest in equal parts.
    """

    instalment: Instalment
    principal_paid: Money = NOTHING
    interest_paid: Money = NOTHING
    months_fixed: int = 0
    interest_fixed: Money = NOTHING

    @property
    def principal_left(self) -> Money:
        return self.instalment.principal - self.principal_paid

    @property
    def interest_left(self) -> Money:
        return self.instalment.interest - self.interest_paid

    @property
    def left(self) -> Money:
        """Principal and interest that are still to be paid."""
        return self.principal_left + self.interest_left

    def interest_of(self, months: int) -> Money:
        """What its first so many months cost."""
        if months <= self.months_fixed:
            return self.interest_fixed
        later = self.instalment.interest - self.interest_fixed
        open_months = self.instalment.months - self.months_fixed
        return self.interest_fixed + later.part(months - self.months_fixed, open_months)

    def days_late(self, today: date) -> int:
        """How many days it is overdue; 0 when it is paid or not yet past its day."""
        return max(0, (today - self.instalment.due_on).days) if self.left else 0


@dataclass(frozen=True, slots=True)
class Part:
    """What of a repayment goes to one instalment."""

    number: int
    principal: Money = NOTHING
    interest: Money = NOTHING


@dataclass(frozen=True, slots=True)
class Spread:
    """A repayment taken apart. `rest` is more than was owed: handed back or, if she says, given."""

    parts: tuple[Part, ...] = ()
    rest: Money = NOTHING

    @property
    def principal(self) -> Money:
        return total(part.principal for part in self.parts)

    @property
    def interest(self) -> Money:
        return total(part.interest for part in self.parts)


def opened(instalments: Sequence[Instalment]) -> tuple[OpenInstalment, ...]:
    """A schedule of which nothing has been paid."""
    return tuple(OpenInstalment(each, interest_fixed=each.carried) for each in instalments)


def outstanding(loan: Sequence[OpenInstalment]) -> Money:
    """The principal that is still owed."""
    return total(each.principal_left for each in loan)


def sum_to_close(loan: Sequence[OpenInstalment], on: date) -> Money:
    """What ends the loan on that day: all principal, and interest for each month begun."""
    return outstanding(loan) + total(interest for _, interest in _interest_begun(loan, on))


def next_instalment(loan: Sequence[OpenInstalment]) -> OpenInstalment | None:
    """The first instalment of which something is left; None when all is paid."""
    return next((each for each in loan if each.left), None)


def spread_repayment(
    loan: Sequence[OpenInstalment],
    amount: Money,
    on: date,
    order: Order = Order.INTEREST_FIRST,
) -> Spread:
    """Spreads what was paid on a day over a loan's instalments, which stand in their order.

    By default first overdue interest, then interest of the months begun, then principal, oldest
    first and beyond what is due. Interest of a month that has not begun is not taken, so what is
    paid early lessens the principal (Club rules, C.5). No đồng is lost: parts and rest make up the
    amount.
    """
    if amount <= NOTHING:
        raise ValueError(f"a repayment of {amount.dong} đồng")
    taken = []
    left = amount
    for claim in _claims(loan, on, order):
        interest = min(left, claim.interest)
        principal = min(left - interest, claim.principal)
        left -= interest + principal
        taken.append(Part(claim.number, principal, interest))
    parts = sorted(_added_up(taken), key=lambda part: part.number)
    return Spread(tuple(part for part in parts if part.principal or part.interest), left)


def after_repayment(
    loan: Sequence[OpenInstalment], spread: Spread, *, terms: Terms, on: date
) -> tuple[OpenInstalment, ...]:
    """The instalments once a repayment is booked, with the interest that early principal saves.

    On the remaining principal, months not begun cost interest only on what is then still owed; a
    flat loan drops interest only when all principal is paid, and then of every month not begun.
    """
    if not spread.parts:
        return tuple(loan)
    parts = {part.number: part for part in spread.parts}
    paid = [_with_part(each, parts.get(_number(each))) for each in loan]
    return tuple(
        _recounted(
            each,
            begun=months_begun(paid, index, on),
            still_owed=outstanding(paid[index:]),
            saved=_saved(terms, outstanding(loan[index:]) - outstanding(paid[index:])),
            step=terms.step,
        )
        for index, each in enumerate(paid)
    )


def as_repaid(
    instalments: Sequence[Instalment], parts: Iterable[tuple[date, Part]], terms: Terms
) -> tuple[OpenInstalment, ...]:
    """A loan as it stands after the repayments booked so far, each part with its day, in order.

    Parts of one day count as one repayment. What was reversed is left out.
    """
    loan = opened(instalments)
    for day, rows in groupby(parts, key=lambda row: row[0]):
        spread = Spread(_added_up(part for _, part in rows))
        loan = after_repayment(loan, spread, terms=terms, on=day)
    return loan


def months_begun(loan: Sequence[OpenInstalment], index: int, on: date) -> int:
    """How many of an instalment's months of interest have begun by a day.

    An instalment's first month begins the day after the instalment before it was due, the loan's
    first with its payment; each further month begins a month later.
    """
    instalment = loan[index].instalment
    if not instalment.months or on >= instalment.due_on:
        return instalment.months
    if index > 0 and on <= loan[index - 1].instalment.due_on:
        return 0
    due = Month.of(instalment.due_on)
    ends = (due.plus(-back).day(instalment.due_on.day) for back in range(1, instalment.months))
    return 1 + sum(on > end for end in ends)


def _claims(loan: Sequence[OpenInstalment], on: date, order: Order) -> Iterator[Part]:
    """What can be paid on the day, in the order in which it is."""
    interest = _interest_begun(loan, on)
    is_due = [months_begun(loan, index, on) > 0 for index in range(len(loan))]
    due = [Part(_number(each), each.principal_left) for each in _only(loan, is_due)]
    match order:
        case Order.INTEREST_FIRST:
            yield from (Part(number, interest=sum_left) for number, sum_left in interest)
            yield from due
        case Order.PRINCIPAL_FIRST:
            yield from due
            yield from (Part(number, interest=sum_left) for number, sum_left in interest)
        case Order.OLDEST_FIRST:
            owed = dict(interest)
            yield from (replace(part, interest=owed.pop(part.number)) for part in due)
            yield from (Part(number, interest=carried) for number, carried in owed.items())
    ahead = _only(loan, [not due_now for due_now in is_due])
    yield from (Part(_number(each), each.principal_left) for each in ahead)


def _interest_begun(loan: Sequence[OpenInstalment], on: date) -> list[tuple[int, Money]]:
    """Interest of the months begun, and what was carried over, that is not paid, by number."""
    begun = []
    for index, each in enumerate(loan):
        months = months_begun(loan, index, on)
        if months or each.instalment.carried:
            begun.append(
                (_number(each), max(NOTHING, each.interest_of(months) - each.interest_paid))
            )
    return begun


def _saved(terms: Terms, principal: Money) -> Fraction:
    """What a month less of this principal saves in interest, in đồng."""
    return terms.rate * principal.dong if terms.basis is Basis.REMAINING else Fraction(0)


def _recounted(
    each: OpenInstalment, *, begun: int, still_owed: Money, saved: Fraction, step: int
) -> OpenInstalment:
    """The instalment with less interest for its months not begun, in whole steps."""
    instalment, so_far = each.instalment, max(each.interest_paid, each.interest_of(begun))
    unbegun = instalment.months - begun
    if not unbegun or (still_owed and not saved):
        return each
    lower = int((instalment.interest.dong - unbegun * saved) // step) * step
    interest = max(so_far, Money(lower)) if still_owed else so_far
    return replace(
        each,
        instalment=replace(instalment, interest=interest),
        months_fixed=begun,
        interest_fixed=so_far,
    )


def _added_up(parts: Iterable[Part]) -> tuple[Part, ...]:
    """One part an instalment."""
    found: dict[int, Part] = {}
    for part in parts:
        so_far = found.get(part.number, Part(part.number))
        found[part.number] = Part(
            part.number, so_far.principal + part.principal, so_far.interest + part.interest
        )
    return tuple(found.values())


def _with_part(each: OpenInstalment, part: Part | None) -> OpenInstalment:
    if part is None:
        return each
    return replace(
        each,
        principal_paid=each.principal_paid + part.principal,
        interest_paid=each.interest_paid + part.interest,
    )


def _only(loan: Sequence[OpenInstalment], keep: Sequence[bool]) -> Iterator[OpenInstalment]:
    return (each for each, kept in zip(loan, keep, strict=True) if kept)


def _number(each: OpenInstalment) -> int:
    return each.instalment.number
