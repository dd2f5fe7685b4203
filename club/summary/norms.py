"""The national norms for a club, each with its source and the periods it is stated for."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from club.calendar import Month
from club.summary.figures import Figures, Share

DECISION_1336 = "1336/QĐ-TTg (2020)"
DECISION_1648 = "1648/QĐ-TTg (2025)"
HELPAGE = "HelpAge"


class Period(StrEnum):
    """The two periods of Decision 1648; figures of a month go by the period it lies in."""

    UNTIL_2030 = "2025-2030"
    UNTIL_2035 = "2030-2035"

    @classmethod
    def of(cls, month: Month) -> "Period":
        """The year 2030 still belongs to the first period."""
        return cls.UNTIL_2030 if month.year <= 2030 else cls.UNTIL_2035


class NormCode(StrEnum):
    """What a norm is about, and in what unit it is counted."""

    MEMBERS = "members"
    OLDER_PERCENT = "older_percent"
    OLDER_WOMEN_PERCENT = "older_women_percent"
    LENDING_FUND_DONG = "lending_fund_dong"
    BORROWERS_IN_NEED_PERCENT = "borrowers_in_need_percent"
    AREAS = "areas"
    MEETINGS = "meetings"
    BOARD_TRAINED = "board_trained"
    HOME_CARE_VOLUNTEERS = "home_care_volunteers"
    PEOPLE_HELPED = "people_helped"


class Standing(StrEnum):
    """How a club stands to a norm. Above is no fault: it is said, never blamed."""

    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"
    NOT_KNOWN = "not_known"
    NOT_STATED = "not_stated"


@dataclass(frozen=True, slots=True)
class Range:
    """From lowest to highest, both included; without a highest, as much as you like."""

    lowest: int
    highest: int | None = None


@dataclass(frozen=True, slots=True)
class Norm:
    """A norm and what each period states; None where it states no figure."""

    code: NormCode
    source: str
    stated: Mapping[Period, Range | None]


@dataclass(frozen=True, slots=True)
class NormResult:
    """A norm beside the club's own value; the value is None where it is not known."""

    code: NormCode
    source: str
    period: Period
    stated: Range | None
    value: int | None

    @property
    def standing(self) -> Standing:
        if self.stated is None:
            return Standing.NOT_STATED
        if self.value is None:
            return Standing.NOT_KNOWN
        if self.value < self.stated.lowest:
            return Standing.BELOW
        highest = self.stated.highest
        return Standing.ABOVE if highest is not None and self.value > highest else Standing.WITHIN

    @property
    def missing(self) -> int:
        """By how much the value is short of the norm; 0 where it is not short, or not known."""
        if self.stated is None or self.value is None:
            return 0
        return max(0, self.stated.lowest - self.value)


def _always(lowest: int, highest: int | None = None) -> dict[Period, Range | None]:
    return dict.fromkeys(Period, Range(lowest, highest))


def _first_period(lowest: int, highest: int | None = None) -> dict[Period, Range | None]:
    return {Period.UNTIL_2030: Range(lowest, highest), Period.UNTIL_2035: None}


NORMS = (
    Norm(NormCode.MEMBERS, DECISION_1336, _always(50, 70)),
    Norm(NormCode.OLDER_PERCENT, DECISION_1336, _always(60, 70)),
    Norm(NormCode.OLDER_WOMEN_PERCENT, DECISION_1648, _always(50, 60)),
    Norm(NormCode.LENDING_FUND_DONG, DECISION_1648, _first_period(50_000_000)),
    Norm(NormCode.BORROWERS_IN_NEED_PERCENT, DECISION_1648, _first_period(50)),
    Norm(NormCode.AREAS, DECISION_1648, _always(8)),
    Norm(NormCode.MEETINGS, DECISION_1336, _always(1)),
    Norm(NormCode.BOARD_TRAINED, DECISION_1648, _first_period(1)),
    Norm(NormCode.HOME_CARE_VOLUNTEERS, HELPAGE, _always(5)),
    Norm(NormCode.PEOPLE_HELPED, HELPAGE, _always(1)),
)


def against_norms(figures: Figures) -> tuple[NormResult, ...]:
    """The club's values beside all norms, in their order."""
    period = Period.of(figures.month)
    values = _values(figures)
    return tuple(
        NormResult(norm.code, norm.source, period, norm.stated[period], values[norm.code])
        for norm in NORMS
    )


def _values(figures: Figures) -> dict[NormCode, int | None]:
    members = figures.members
    trained = figures.board_trained_on
    return {
        NormCode.MEMBERS: members.all,
        NormCode.OLDER_PERCENT: Share(members.older, members.all).percent,
        NormCode.OLDER_WOMEN_PERCENT: Share(members.older_women, members.older).percent,
        NormCode.LENDING_FUND_DONG: figures.lending_fund_total.dong,
        NormCode.BORROWERS_IN_NEED_PERCENT: figures.loans.borrowers_in_need.percent,
        NormCode.AREAS: len(figures.areas.worked_on),
        NormCode.MEETINGS: int(figures.meeting.held_on is not None),
        NormCode.BOARD_TRAINED: int(trained is not None and trained.year == figures.month.year),
        NormCode.HOME_CARE_VOLUNTEERS: figures.care.home_care_volunteers,
        NormCode.PEOPLE_HELPED: figures.care.people_helped,
    }
