"""What months that are not closed hold so far: provisional, in a column of its own.

Everything that can be added up is in it, hidden by the same rules as in a closed month. Of what
stands at a month's end only clubs are in it that have closed no month of the span: the others are
in the roll-up itself.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import Connection

from club.calendar import Month
from club.rollup.provisional import STANDING, SUMMABLE, OpenMonth
from club.spans import Span
from storage.queries.figures.open_books import books_counts
from storage.queries.figures.open_people import gathered, people_counts
from storage.queries.figures.rollup_clubs import PlacedClub

AT_ONCE = 1_000
"""So many clubs are counted by one statement: so memory does not grow with the country."""


Closed = Mapping[int, int]
"""Of each club the closed months of a span, the first as bit 0."""


def open_months(
    db: Connection,
    clubs: Iterable[PlacedClub],
    closed: Closed,
    span: Span,
    *,
    until: date,
    most: int | None = None,
) -> dict[str, int]:
    """The sums by their codes; nothing where every month that is due is closed, or where more than
    `most` months of clubs are not: each takes about a millisecond.
    """
    last = min(span.last, Month.of(until))
    waiting: dict[Month, list[int]] = defaultdict(list)
    for club in clubs:
        for month in _due(club, span, last):
            if not closed.get(club.id, 0) >> span.months.index(month) & 1:
                waiting[month].append(club.id)
    many = sum(len(numbers) for numbers in waiting.values())
    if not many or (most is not None and many > most):
        return {}
    sums: Counter[str] = Counter(dict.fromkeys(SUMMABLE, 0))
    for month, numbers in waiting.items():
        for begin in range(0, len(numbers), AT_ONCE):
            some = numbers[begin : begin + AT_ONCE]
            stand = {each for each in some if month == last and not closed.get(each)}
            _add(db, sums, month, some, stand=stand, until=min(month.last_day, until))
    return dict(sums)


def _due(club: PlacedClub, span: Span, last: Month) -> list[Month]:
    """The months of the span that the club has to close, up to today's."""
    ended = last if club.ended is None else min(last, club.ended)
    return [each for each in span.months if club.founded <= each <= ended]


def _add(
    db: Connection,
    sums: Counter[str],
    month: Month,
    clubs: list[int],
    *,
    stand: set[int],
    until: date,
) -> None:
    found = gathered(people_counts(db, clubs, month, until))
    for club_id, counts in books_counts(db, clubs, month, until):
        found.setdefault(club_id, Counter()).update(counts)
    of_month = OpenMonth(month)
    for club_id, counted in found.items():
        for code, value in of_month.shown(counted).items():
            if code not in STANDING or club_id in stand:
                sums[code] += value or 0
