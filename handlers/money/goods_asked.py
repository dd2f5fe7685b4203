"""Goods that somebody gives: the thing, the unit it is counted in, how many."""

from handlers.dialogue.asking import Ask
from handlers.money.contribute_questions import HowManyQuestion, ThingQuestion
from messages.moments import Moment
from messages.money import contribute as say

UNITS = (
    *("kg", "piece", "litre", "bag", "head", "box"),
    *("tin", "packet", "bottle", "copy"),
)
LONGEST_THING = 80
LARGEST_COUNT = 10_000


async def goods_asked(ask: Ask, what_thing: Moment) -> tuple[str, str, int]:
    """Which thing, its unit and how many of it."""
    item = await ThingQuestion("thing", what_thing, LONGEST_THING, False)
    unit = await ask.choice("unit", say.which_unit(item), among=UNITS, shown_as=say.unit)
    how_many = say.how_many(say.unit(unit))
    return item, unit, await HowManyQuestion("count", how_many, 1, LARGEST_COUNT, (), unit=unit)
