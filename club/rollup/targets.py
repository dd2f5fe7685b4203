"""The targets of Decision 1648 for an area, in both periods, beside what is reached."""

from dataclasses import dataclass
from enum import StrEnum

from club.rollup.totals import Level, RollUp, Total
from club.summary.figures import Share
from club.summary.norms import DECISION_1336, DECISION_1648, Period


class TargetCode(StrEnum):
    """What a target is about."""

    NEW_CLUBS = "new_clubs"
    OLDER_PEOPLE = "older_people"
    OLDER_WOMEN_PERCENT = "older_women_percent"
    COMMUNES_PERCENT = "communes_percent"
    BOARDS_TRAINED_PERCENT = "boards_trained_percent"
    FUND_PERCENT = "fund_percent"
    IN_NEED_PERCENT = "in_need_percent"
    ALL_AREAS_PERCENT = "all_areas_percent"


@dataclass(frozen=True, slots=True)
class Aim:
    """At least `lowest`, and where it is stated at most `highest`."""

    lowest: int
    highest: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetResult:
    """Aims are None where the decision states none, or states it for the whole country only."""

    code: TargetCode
    source: str
    value: int | None
    first: Aim | None
    second: Aim | None
    second_value: int | None = None

    @property
    def is_percent(self) -> bool:
        return self.code.value.endswith("percent")


_AIMS: dict[TargetCode, tuple[Aim | None, Aim | None]] = {
    TargetCode.NEW_CLUBS: (Aim(6_000), Aim(6_000)),
    TargetCode.OLDER_PEOPLE: (Aim(300_000), Aim(360_000)),
    TargetCode.OLDER_WOMEN_PERCENT: (Aim(50, 60), Aim(50, 60)),
    # Of the delta 100 in 100, of mountains, borders and islands 70, later 85.
    TargetCode.COMMUNES_PERCENT: (Aim(70, 100), Aim(85, 100)),
    TargetCode.BOARDS_TRAINED_PERCENT: (Aim(100), None),
    TargetCode.FUND_PERCENT: (Aim(50, 70), None),
    TargetCode.IN_NEED_PERCENT: (Aim(50), None),
    TargetCode.ALL_AREAS_PERCENT: (Aim(70), None),
}
_FOR_THE_COUNTRY = (TargetCode.NEW_CLUBS, TargetCode.OLDER_PEOPLE)


def targets(of: RollUp) -> tuple[TargetResult, ...]:
    """Every target with a figure for both periods; new clubs are counted in each period alone."""
    reached = _reached(of)
    country = of.whole.level is Level.COUNTRY
    return tuple(
        TargetResult(
            code=code,
            source=DECISION_1336 if code is TargetCode.ALL_AREAS_PERCENT else DECISION_1648,
            value=reached[code],
            first=first if country or code not in _FOR_THE_COUNTRY else None,
            second=second if country or code not in _FOR_THE_COUNTRY else None,
            second_value=of.new_clubs.get(Period.UNTIL_2035.value, 0)
            if code is TargetCode.NEW_CLUBS
            else reached[code],
        )
        for code, (first, second) in _AIMS.items()
    )


def _reached(of: RollUp) -> dict[TargetCode, int | None]:
    totals = of.whole.totals
    clubs = _sum(totals.get("clubs_with_a_month"))

    def share(part: str, whole: str | int) -> int | None:
        below = whole if isinstance(whole, int) else _sum(totals.get(whole))
        return Share(_sum(totals.get(part)), below).percent

    return {
        TargetCode.NEW_CLUBS: of.new_clubs.get(Period.UNTIL_2030.value, 0),
        TargetCode.OLDER_PEOPLE: _sum(totals.get("older")) if clubs else None,
        TargetCode.OLDER_WOMEN_PERCENT: share("older_women", "older"),
        TargetCode.COMMUNES_PERCENT: Share(of.communes_with_a_club, of.communes).percent,
        TargetCode.BOARDS_TRAINED_PERCENT: share("board_trained", clubs),
        TargetCode.FUND_PERCENT: share("fund_of_50_million", clubs),
        TargetCode.IN_NEED_PERCENT: share("in_need_with_loan", "in_need_compared"),
        TargetCode.ALL_AREAS_PERCENT: share("met_with_all_areas", of.whole.counted.closed),
    }


def _sum(total: Total | None) -> int:
    return 0 if total is None else total.sum
