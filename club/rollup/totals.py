"""The roll-up of an area over a span: one value that feeds texts, pictures and papers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from club.rollup.indicators import CLUB_MONTHS, INDICATORS, Over, RollUpIndicator
from club.spans import Span
from club.summary.figures import Share


class Level(StrEnum):
    """What stands above what since the reform of July 2025; a club is the lowest."""

    COUNTRY = "country"
    PROVINCE = "province"
    COMMUNE = "commune"
    CLUB = "club"


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of what may be shown, and of how many months of clubs it was hidden (under five)."""

    sum: int = 0
    hidden: int = 0

    def __add__(self, other: "Total") -> "Total":
        return Total(self.sum + other.sum, self.hidden + other.hidden)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many clubs there are and how much of their months is closed: said on every sheet.

    expected: months of clubs in the span up to today; closed: those of them that are closed.
    complete: clubs of which every expected month is closed.
    """

    clubs: int = 0
    complete: int = 0
    expected: int = 0
    closed: int = 0

    def __add__(self, other: "Counted") -> "Counted":
        return Counted(
            clubs=self.clubs + other.clubs,
            complete=self.complete + other.complete,
            expected=self.expected + other.expected,
            closed=self.closed + other.closed,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An area or a club with its sums; of closed months only."""

    level: Level
    id: int
    name: str
    counted: Counted
    totals: Mapping[str, Total] = field(default_factory=dict)

    def value(self, indicator: RollUpIndicator) -> int | None:
        """In the indicator's unit, a mean in hundredths; None where there is nothing to show."""
        of = self.totals.get(indicator.of)
        # Where nothing of it may be shown there is no sum: a nought would say that nothing was.
        if of is None or not self.counted.closed or self._hidden_all(indicator):
            return None
        match indicator.over:
            case Over.SHARE:
                whole = self._whole(indicator)
                return Share(of.sum, whole).percent
            case Over.MEAN:
                months = self.counted.closed - of.hidden
                return None if months <= 0 else (200 * of.sum + months) // (2 * months)
        return of.sum

    def hidden(self, indicator: RollUpIndicator) -> int:
        """In how many months of clubs fewer than five people were left out of the value."""
        of = self.totals.get(indicator.of)
        return 0 if of is None else of.hidden

    def _whole(self, indicator: RollUpIndicator) -> int:
        if indicator.by == CLUB_MONTHS:
            return self.counted.closed - self.totals[indicator.of].hidden
        return self.totals.get(indicator.by, Total()).sum

    def _hidden_all(self, indicator: RollUpIndicator) -> bool:
        of = self.totals[indicator.of]
        clubs = self.totals.get("clubs_with_a_month", Total()).sum
        rows = clubs if indicator.over is Over.LAST else self.counted.closed
        nothing_else = of.hidden > 0 and of.sum == 0
        return nothing_else or (rows > 0 and of.hidden >= rows)


def added(level: Level, number: int, name: str, lines: Iterable[Line]) -> Line:
    """The line above these lines."""
    counted, totals = Counted(), dict[str, Total]()
    for line in lines:
        counted = counted + line.counted
        for code, total in line.totals.items():
            totals[code] = totals.get(code, Total()) + total
    return Line(level=level, id=number, name=name, counted=counted, totals=totals)


@dataclass(frozen=True, slots=True)
class PraisedPerson:
    """Somebody whom her club named; `name` and `form` of address are empty without her consent."""

    merit: str
    name: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A club that stands out, by the stated criteria that it meets, with whom it named.

    is_congratulated: for this very span.
    """

    club_id: int
    club: str
    commune: str
    criteria: tuple[str, ...]
    people: tuple[PraisedPerson, ...] = ()
    is_congratulated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """A club that has closed neither of the last two months; `last` as "2026-08", or ""."""

    club_id: int
    club: str
    commune: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RollUp:
    """An area over a span, by the areas (or clubs) below it, the span before beside it.

    before: the same clubs in the span before, so that a merger makes no jump.
    open_months: what months that are not closed hold so far; never part of a sum.
    """

    span: Span
    whole: Line
    below: tuple[Line, ...]
    before: Line
    above: str = ""
    open_months: Mapping[str, int] = field(default_factory=dict)
    stand_out: tuple[Standing, ...] = ()
    standing_out: int = 0
    quiet: tuple[Quiet, ...] = ()
    gone_quiet: int = 0
    communes: int = 0
    communes_with_a_club: int = 0
    new_clubs: Mapping[str, int] = field(default_factory=dict)

    @property
    def indicators(self) -> tuple[RollUpIndicator, ...]:
        return INDICATORS
