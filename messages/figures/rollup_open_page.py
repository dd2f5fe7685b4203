"""What months that are not closed hold so far, figure by figure."""

from club.rollup.totals import RollUp
from messages.figures.rollup import heading, rows_under, value_line
from messages.moments import Moment, Spoken, moment
from messages.wording import Words


@moment("rollup.open_head")
def open_head(words: Words, head: Spoken, months: int) -> str:
    said = words.plural(
        "One month of a club is not closed; its figures may change and are in no sum:",
        "{count} months of clubs are not closed; their figures may change and are in no sum:",
        months,
    )
    return f"{head}\n\n{said}"


def open_page(found: RollUp) -> Moment:
    """What months that are not closed hold so far, as far as there is anything."""
    months = found.whole.counted.expected - found.whole.counted.closed
    lines = [
        value_line(code=code, value=value, hidden=0)
        for code, value in found.open_months.items()
        if value
    ]
    return rows_under(lines=[open_head(head=heading(found), months=months), *lines])
