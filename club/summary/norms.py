"""The national norms for a club, each with its source and the periods it is stated for."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from club.calendar import Month
from club.summary.figures import Figures, Share
from club.summary.member_figures import MemberFigures

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
    """A norm beside the club's own value; the value is None where it is not known.

    older_from: the age from which the value counts members as older.
    """

    code: NormCode
    source: str
    period: Period
    stated: Range | None
    value: int | None
    older_from: int = 60

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
    """The club's values beside all norms of the month's own period, in their order."""
    return _beside(figures, Period.of(figures.month), older_from=60)


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """One norm in both periods, of one value; the older counted from 60 or from 55."""

    first: NormResult
    second: NormResult


def self_check(figures: Figures) -> tuple[SelfCheck, ...]:
    """All norms in both periods; those about the older twice, from 60 and from 55 on."""
    checks: list[SelfCheck] = []
    by_age = [
        [
            SelfCheck(*both)
            for both in zip(
                *(_beside(figures, period, older_from=age) for period in Period), strict=True
            )
        ]
        for age in (60, 55)
    ]
    for from_60, from_55 in zip(*by_age, strict=True):
        checks.append(from_60)
        if from_60.first.code in ABOUT_THE_OLDER:
            checks.append(from_55)
    return tuple(checks)


ABOUT_THE_OLDER = (NormCode.OLDER_PERCENT, NormCode.OLDER_WOMEN_PERCENT)


def _beside(figures: Figures, period: Period, *, older_from: int) -> tuple[NormResult, ...]:
    values = _values(figures, older_from=older_from)
    return tuple(
        NormResult(norm.code, norm.source, period, norm.stated[period], values[norm.code], age)
        for norm in NORMS
        for age in (older_from if norm.code in ABOUT_THE_OLDER else 60,)
    )


def _values(figures: Figures, *, older_from: int) -> dict[NormCode, int | None]:
    members = figures.members
    trained = figures.board_trained_on
    return {
        NormCode.MEMBERS: members.all,
        **_about_the_older(members, older_from),
        NormCode.LENDING_FUND_DONG: figures.lending_fund_total.dong,
        NormCode.BORROWERS_IN_NEED_PERCENT: figures.loans.borrowers_in_need.percent,
        NormCode.AREAS: len(figures.areas.worked_on),
        NormCode.MEETINGS: int(figures.meeting.held_on is not None),
        NormCode.BOARD_TRAINED: int(trained is not None and trained.year == figures.month.year),
        NormCode.HOME_CARE_VOLUNTEERS: figures.care.home_care_volunteers,
        NormCode.PEOPLE_HELPED: figures.care.people_helped,
    }


def _about_the_older(members: MemberFigures, older_from: int) -> dict[NormCode, int | None]:
    older, women = members.older, members.older_women
    if older_from != 60:
        if members.older_from_55 is None or members.older_women_from_55 is None:
            return dict.fromkeys(ABOUT_THE_OLDER)
        older, women = members.older_from_55, members.older_women_from_55
    aged = Share(older, members.all).percent if members.tells_age else None
    are_women = Share(women, older).percent if members.tells_sex else None
    return {NormCode.OLDER_PERCENT: aged, NormCode.OLDER_WOMEN_PERCENT: are_women}
