"""What cash was counted in a month, where and when."""

from club.money import total
from club.summary import MonthlySummary
from handlers.money.books_said import place_line
from messages.figures.summary_lines import counted_on
from messages.moments import Moment
from storage.queries import Connection
from storage.queries.money.cash_counted import last_counts


def counts_said(db: Connection, club_id: int, summary: MonthlySummary) -> list[Moment]:
    """A line for each place that was counted in the month.

    Nothing where the counts do not add up to the month's own figure, as when one of the month was
    agreed to only after it had been closed.
    """
    counts = last_counts(db, club_id, summary.month)
    if total(each.counted for each in counts) != summary.figures.cash_count.counted:
        return []
    return [
        counted_on(
            each.counted_on,
            place_line(each.place),
            counted=each.counted,
            difference=each.counted - each.expected,
        )
        for each in counts
    ]
