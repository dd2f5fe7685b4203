"""Roll-ups: what closed months of many clubs add up to, read set-wise.

A month of a club counts where the club lies on the last day of the span (today, in a span that
still runs), and so does the span before: the same clubs stand beside each other.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, and_, case, func, select

from club.calendar import Month
from club.rollup.indicators import FLOWS, LAST
from club.rollup.totals import Counted, Level, Line, Quiet, RollUp, Total, added
from club.spans import Span
from club.summary.norms import Period
from storage.queries.figures.rollup_clubs import (
    PlacedClub,
    placed,
    placed_clubs,
    quiet_since,
    stand_out,
)
from storage.queries.figures.rollup_open import Closed, open_months
from storage.queries.figures.standing import with_people
from storage.queries.members.areas import AreaMap
from storage.tables.rollups import published_months

MOST_NAMED = 50
"""So many clubs are named on one sheet; how many there are is said."""
FIRST_DAY = date(2025, 8, 1)
"""Decision 1648 is of this day: clubs founded since are new ones."""

Sums = dict[int, dict[str, Total]]


def roll_up(
    db: Connection,
    area_id: int,
    span: Span,
    today: date,
    *,
    named: int = MOST_NAMED,
    most_open: int | None = None,
) -> RollUp:
    """The area over the span, by what lies directly below it.

    most_open: where more months of clubs are not closed, they are not counted.
    """
    seen = _Seen(db, area_id, span, today)
    closed = _closed(db, seen.communes, span, seen.until)
    below = seen.lines(span, closed)
    whole = added(seen.level, area_id, seen.map.all[area_id].name, below)
    out, many = stand_out(db, seen.communes, seen.names, span, today, named)
    return RollUp(
        span=span,
        whole=whole,
        below=tuple(below),
        before=added(seen.level, area_id, whole.name, seen.lines(span.previous())),
        above=seen.above,
        open_months=open_months(db, seen.clubs, closed, span, until=seen.until, most=most_open),
        stand_out=with_people(db, out, span),
        standing_out=many,
        quiet=tuple(seen.quiet[:named]),
        gone_quiet=len(seen.quiet),
        communes=seen.communes_now,
        communes_with_a_club=len(seen.communes_with_a_club),
        new_clubs=seen.new_clubs(),
    )


def roll_up_of_club(db: Connection, club_id: int, span: Span, today: date) -> RollUp | None:
    """One club's published figures; None for a club that lies in no commune on that day."""
    until = min(span.last.last_day, today)
    found = next(placed_clubs(db, None, until, club_id=club_id), None)
    if found is None:
        return None
    commune = AreaMap(db, until).all[found.commune_id].name

    def line(over: Span) -> Line:
        sums = _sums(db, {found.commune_id}, over, until, by_club=True).get(club_id, {})
        counted = _counted(found, over, today, _closed(db, {found.commune_id}, over, until))
        return Line(level=Level.CLUB, id=club_id, name=found.name, counted=counted, totals=sums)

    closed = _closed(db, {found.commune_id}, span, until)
    return RollUp(
        span=span,
        whole=line(span),
        below=(),
        before=line(span.previous()),
        above=commune,
        open_months=open_months(db, [found], closed, span, until=until),
    )


class _Seen:
    """The area's clubs as they lie on the last day of the span."""

    def __init__(self, db: Connection, area_id: int, span: Span, today: date) -> None:
        self.db, self.area_id, self.span, self.today = db, area_id, span, today
        self.until = min(self.span.last.last_day, self.today)
        self.map = AreaMap(self.db, self.until)
        self.level = self.map.all[self.area_id].level
        parent = self.map.parent_of(self.area_id)
        self.above = "" if parent is None else self.map.all[parent].name
        self.communes = self.map.communes_of(self.area_id)
        self.clubs = list(placed_clubs(self.db, self.communes, self.until))
        self.communes_with_a_club = {each.commune_id for each in self.clubs}
        self.names = {each: self.map.all[each].name for each in self.communes_with_a_club}
        # Only those that are there on that day count as communes without a club.
        self.communes_now = len(
            self.communes_with_a_club | {each for each in self.communes if self.map.stands_on(each)}
        )

    def lines(self, over: Span, closed: Closed | None = None) -> list[Line]:
        """One for each area below that has a club, or for each club of a commune."""
        by_club = self.level is Level.COMMUNE
        sums = _sums(self.db, self.communes, over, self.until, by_club=by_club)
        if closed is None:
            closed = _closed(self.db, self.communes, over, self.until)
        counted: dict[int, Counted] = defaultdict(Counted)
        for each in self.clubs:
            key = each.id if by_club else each.commune_id
            counted[key] += _counted(each, over, self.today, closed)

        def line(level: Level, number: int, name: str) -> Line:
            of, totals = counted[number], sums.get(number, {})
            return Line(level=level, id=number, name=name, counted=of, totals=totals)

        if by_club:
            return [line(Level.CLUB, each.id, each.name) for each in self.clubs]
        named = sorted(self.names.items(), key=lambda pair: (pair[1], pair[0]))
        communes = [line(Level.COMMUNE, number, name) for number, name in named]
        return communes if self.level is Level.PROVINCE else self._provinces(communes)

    def _provinces(self, communes: list[Line]) -> list[Line]:
        parts: dict[int, list[Line]] = defaultdict(list)
        for line in communes:
            parts[self.map.parent_of(line.id) or self.area_id].append(line)
        made = [
            added(Level.PROVINCE, number, self.map.all[number].name, lines)
            for number, lines in parts.items()
        ]
        return sorted(made, key=lambda line: line.name)

    @property
    def quiet(self) -> list[Quiet]:
        """Clubs older than two finished months that have closed neither of them."""
        since = quiet_since(self.span, self.today)
        return [
            Quiet(
                club_id=each.id,
                club=each.name,
                commune=self.names[each.commune_id],
                last="" if each.last_closed is None else str(each.last_closed),
            )
            for each in self.clubs
            if each.founded <= since
            and each.ended is None
            and (each.last_closed is None or each.last_closed < since)
        ]

    def new_clubs(self) -> dict[str, int]:
        """Clubs founded since the decision, by its two periods."""
        counted: dict[str, int] = {each.value: 0 for each in Period}
        for club in self.clubs:
            if club.founded_on >= FIRST_DAY:
                counted[Period.of(club.founded).value] += 1
        return counted


def _counted(club: PlacedClub, span: Span, today: date, closed: Closed) -> Counted:
    last = min(span.last, Month.of(today))
    if club.ended is not None:
        last = min(last, club.ended)
    first = max(span.first, club.founded)
    expected = max(0, first.months_until(last) + 1)
    done = closed.get(club.id, 0).bit_count()
    if not expected and not done:
        return Counted()
    complete = done >= expected
    return Counted(clubs=1, complete=int(complete), expected=max(expected, done), closed=done)


def _closed(db: Connection, communes: set[int], span: Span, until: date) -> Closed:
    """Which months of the span each club has closed: the first is bit 0."""
    here = placed(communes, until)
    months = [
        (published_months.c.month == month, 1 << place) for place, month in enumerate(span.months)
    ]
    found = db.execute(
        select(published_months.c.club_id, func.sum(case(*months, else_=0)))
        .join(here, here.c.club_id == published_months.c.club_id)
        .where(published_months.c.month.between(span.first, span.last))
        .group_by(published_months.c.club_id),
        {"communes": list(communes)},
    )
    return {club_id: int(months) for club_id, months in found}


def _sums(db: Connection, communes: set[int], span: Span, until: date, *, by_club: bool) -> Sums:
    """Sums and how much is hidden, by commune or by club: two statements, however many clubs."""
    made: Sums = defaultdict(dict)
    for codes, statement in (
        (FLOWS, _flows(communes, span, until, by_club=by_club)),
        (LAST, _last(communes, span, until, by_club=by_club)),
    ):
        for row in db.execute(statement, {"communes": list(communes)}):
            for place, code in enumerate(codes):
                sum_, shown = row[2 + 2 * place], row[3 + 2 * place]
                made[row[0]][code] = Total(int(sum_ or 0), int(row[1]) - int(shown))
            if codes is LAST:
                made[row[0]]["clubs_with_a_month"] = Total(int(row[1]))
    return made


def _flows(communes: set[int], span: Span, until: date, *, by_club: bool) -> Select[Any]:
    here = placed(communes, until)
    key = here.c.club_id if by_club else here.c.area_id
    return (
        select(key, func.count(), *_both(FLOWS))
        .select_from(published_months)
        .join(here, here.c.club_id == published_months.c.club_id)
        .where(published_months.c.month.between(span.first, span.last))
        .group_by(key)
    )


def _last(communes: set[int], span: Span, until: date, *, by_club: bool) -> Select[Any]:
    """Of each club the newest closed month of the span."""
    newest = (
        select(published_months.c.club_id, func.max(published_months.c.month).label("month"))
        .where(published_months.c.month.between(span.first, span.last))
        .group_by(published_months.c.club_id)
        .subquery()
    )
    here = placed(communes, until)
    key = here.c.club_id if by_club else here.c.area_id
    return (
        select(key, func.count(), *_both(LAST))
        .select_from(published_months)
        .join(
            newest,
            and_(
                newest.c.club_id == published_months.c.club_id,
                newest.c.month == published_months.c.month,
            ),
        )
        .join(here, here.c.club_id == published_months.c.club_id)
        .group_by(key)
    )


def _both(codes: tuple[str, ...]) -> Iterator[Any]:
    for code in codes:
        yield func.sum(published_months.c[code])
        yield func.count(published_months.c[code])
