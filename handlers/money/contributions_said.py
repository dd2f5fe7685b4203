"""A contribution as it is said in one line, the same in question, notice and receipt."""

from messages.moments import Moment
from messages.money import contribute as say
from storage.queries.money.contributions import Contribution, Gift


def line_of(given: Contribution) -> Moment:
    """'fee of June to October: 25.000 đồng', 'rice: 5 kilograms'."""
    if given.amount is not None and given.kind in {"fee", "money"}:
        return say.line(given.kind, [say.sum_read_back(given.amount)], list(given.months))
    return say.line(given.kind, thing_of(given.item, given.quantity_thousandths, given.unit))


def gift_line(given: Gift) -> Moment:
    """A line of the Golden Heart book."""
    if given.amount is not None:
        return say.line("money", [say.plain_sum(given.amount)])
    return say.line(given.kind, thing_of(given.item, given.quantity_thousandths, given.unit))


def thing_of(item: str, thousandths: int, unit: str) -> list[Moment | str]:
    """The values of a line about goods or days of work."""
    return [item, say.quantity_(thousandths), say.unit_of(unit, thousandths)]


def how_of(given: Contribution, name: str) -> Moment | None:
    """How it was handed over; None for goods and days. `name` is of whom it was handed to."""
    if given.paid_how == "given":
        return None
    return say.paid(given.paid_how, name)
