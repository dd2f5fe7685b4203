"""How a repayment is spread over a loan's instalments, also early, late, in part or too much."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

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
    """An instalment and what has been paid of it."""

    instalment: Instalment
    principal_paid: Money = NOTHING
    interest_paid: Money = NOTHING

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

    parts: tuple[Part, ...] = field(default=())
    rest: Money = NOTHING

    @property
    def principal(self) -> Money:
        return total(part.principal for part in self.parts)

    @property
    def interest(self) -> Money:
        return total(part.interest for part in self.parts)


def opened(instalments: Sequence[Instalment]) -> tuple[OpenInstalment, ...]:
    """A schedule of which nothing has been paid."""
    return tuple(OpenInstalment(each) for each in instalments)


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
    taken: dict[int, Part] = {}
    left = amount
    for claim in _claims(loan, on, order):
        part = taken.get(claim.number, Part(claim.number))
        interest = min(left, claim.interest)
        principal = min(left - interest, claim.principal)
        left -= interest + principal
        taken[claim.number] = replace(
            part, interest=part.interest + interest, principal=part.principal + principal
        )
    parts = sorted(taken.values(), key=lambda part: part.number)
    return Spread(tuple(part for part in parts if part.principal or part.interest), left)


def after_repayment(
    loan: Sequence[OpenInstalment], spread: Spread, *, terms: Terms, on: date
) -> tuple[OpenInstalment, ...]:
    """The instalments once a repayment is booked, with the interest that early principal saves.

    On the remaining principal, months not begun cost interest only on what is then still owed; a
    flat loan drops interest only when all principal is paid, and then of every month not begun.
    """
    parts = {part.number: part for part in spread.parts}
    paid = [_with_part(each, parts.get(each.instalment.number)) for each in loan]
    return tuple(
        replace(each, instalment=replace(each.instalment, interest=interest))
        for each, interest in zip(paid, _recounted(loan, paid, terms, on), strict=True)
    )


def months_begun(loan: Sequence[OpenInstalment], index: int, on: date) -> int:
    """How many of an instalment's months of interest have begun by a day.

    An instalment's first month begins the day after the instalment before it was due, the loan's
    first with its payment; each further month begins a month later.
    """
    if index > 0 and on <= loan[index - 1].instalment.due_on:
        return 0
    instalment = loan[index].instalment
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
            yield from (replace(part, interest=owed[part.number]) for part in due)
    ahead = _only(loan, [not due_now for due_now in is_due])
    yield from (Part(_number(each), each.principal_left) for each in ahead)


def _interest_begun(loan: Sequence[OpenInstalment], on: date) -> list[tuple[int, Money]]:
    """Interest of the months begun that is not paid, by instalment number."""
    begun = []
    for index, each in enumerate(loan):
        months = months_begun(loan, index, on)
        if months:
            so_far = each.instalment.interest.part(months, each.instalment.months)
            begun.append((_number(each), max(NOTHING, so_far - each.interest_paid)))
    return begun


def _recounted(
    before: Sequence[OpenInstalment], after: Sequence[OpenInstalment], terms: Terms, on: date
) -> Iterator[Money]:
    """Each instalment's interest after a repayment."""
    for index, each in enumerate(after):
        instalment = each.instalment
        begun = months_begun(after, index, on)
        so_far = max(each.interest_paid, instalment.interest.part(begun, instalment.months))
        still_owed = outstanding(after[index:])
        saved = outstanding(before[index:]) - still_owed
        if begun == instalment.months:
            yield instalment.interest
        elif not still_owed:
            yield so_far
        elif terms.basis is Basis.FLAT or not saved:
            yield instalment.interest
        else:
            unbegun = terms.rate * (instalment.months - begun) * saved.dong
            lower = int((instalment.interest.dong - unbegun) // terms.step) * terms.step
            yield max(so_far, Money(lower))


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
