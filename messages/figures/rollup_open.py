"""What months that are not closed hold so far, in one line."""

from collections.abc import Iterator

from club.money import Money
from club.rollup.totals import RollUp
from messages.formats import figures
from messages.moments import Moment, moment
from messages.wording import Words


@moment("rollup.still_open")
def still_open(words: Words, months: int, meetings: int, fees: int) -> str:
    return words.say(
        "Not closed, not in any sum above: {months} of the months; so far meetings: {meetings}, "
        "fees: {fees}",
        months=months,
        meetings=meetings,
        fees=Money(fees),
    )


@moment("rollup.open_not_counted")
def open_not_counted(words: Words, months: int) -> str:
    return words.say(
        "Not closed, not in any sum above: {months} of the months, too many to be counted here",
        months=figures(months),
    )


def not_closed(found: RollUp) -> Iterator[Moment]:
    """What is not closed, in one line; none where all is."""
    missing = found.whole.counted.expected - found.whole.counted.closed
    if found.open_months:
        meetings, fees = (found.open_months[each] for each in ("meetings", "fees_received"))
        yield still_open(months=missing, meetings=meetings, fees=fees)
    elif missing > 0:
        yield open_not_counted(months=missing)
