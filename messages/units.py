"""The units of goods in words, in the number that goes with so many of them."""

from messages.sums import quantity
from messages.wording import Words

ONE = 1000


def unit_in_words(words: Words, unit: str, thousandths: int = 2 * ONE) -> str:
    """A unit that is offered, for so many thousandths of it; one that was typed stays as it is."""
    count = 1 if thousandths == ONE else 2
    names = {
        "kg": words.plural("kilogram", "kilograms", count),
        "piece": words.plural("piece", "pieces", count),
        "litre": words.plural("litre", "litres", count),
        "bag": words.plural("bag", "bags", count),
        "head": words.plural("animal", "animals", count),
        "box": words.plural("box", "boxes", count),
        "tin": words.plural("tin", "tins", count),
        "packet": words.plural("packet", "packets", count),
        "bottle": words.plural("bottle", "bottles", count),
        "copy": words.plural("copy", "copies", count),
        "day": words.plural("day", "days", count),
    }
    return names.get(unit, unit)


def goods_in_words(words: Words, item: str, thousandths: int, unit: str) -> str:
    """'gạo nếp: 30 cân', as it stands in the Golden Heart book, in reports and on paper."""
    return words.say(
        "{item}: {count} {unit}",
        item=item,
        count=quantity(thousandths),
        unit=unit_in_words(words, unit, thousandths),
    ).rstrip()


def work_in_words(words: Words, thousandths: int) -> str:
    """Working days of members and donors."""
    count = quantity(thousandths)
    if thousandths == ONE:
        return words.say("{count} working day", count=count)
    return words.say("{count} working days", count=count)
