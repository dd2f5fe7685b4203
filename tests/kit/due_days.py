"""When the instalments of a loan are due in a club that meets on a day of the month."""

from datetime import date

from club.loans import Terms, due_months


def due_days(terms: Terms, paid_out_on: date) -> tuple[date, ...]:
    """On the day of the month on which it was paid out; 31 is the last day."""
    return tuple(month.day(paid_out_on.day) for month in due_months(terms, paid_out_on))
