"""What of a month that is not closed may be shown: the same figures, hidden by the same rules."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from club.areas import Area
from club.calendar import Month
from club.money import NOTHING, Money
from club.rollup.indicators import INDICATORS, Over
from club.rollup.published import Published, published
from club.summary.figures import AreaFigures, Figures, FundFigures, LoanFigures, Share
from club.summary.frozen import thawed

SUMMABLE = tuple(each.code for each in INDICATORS if each.over in {Over.SUM, Over.LAST})
"""What can be added up over clubs; a mean or a share of months that may still change cannot."""
STANDING = frozenset(each.code for each in INDICATORS if each.over is Over.LAST)

Counts = Mapping[str, int]
"""What is counted of one club's month, by the codes of club.rollup.published, and beside them
`clients`, `volunteers` and `expected_to_come`; what is not in it is 0."""


class OpenMonth:
    """One month of many clubs; `shown` says what of one of them may be shown."""

    def __init__(self, month: Month) -> None:
        self._empty = thawed({"month": str(month), "until": month.last_day.isoformat()})

    def shown(self, counts: Counts) -> Published:
        """Hidden as in a closed month (Club rules, F.8); without what cannot be summed."""
        found = published(self.figures(counts))
        return {code: found[code] for code in SUMMABLE}

    def figures(self, counts: Counts) -> Figures:
        """The figures that these counts make."""
        of, empty = counts.get, self._empty
        met = {"held_on": empty.until} if of("meetings", 0) else {"held_on": None}
        attendance = Share(of("present", 0), of("expected_to_come", 0))
        return replace(
            empty,
            members=replace(empty.members, all=of("members", 0), **_named(counts, _PEOPLE)),
            meeting=replace(empty.meeting, attendance=attendance, **met),
            areas=AreaFigures(tuple((area, 0) for area in Area)),
            fees=replace(empty.fees, received=Money(of("fees_received", 0))),
            golden_heart=replace(empty.golden_heart, money=Money(of("gifts_in_money", 0))),
            funds=(_fund(of("lending_cash", 0), of("lending_principal", 0)),),
            loans=_loans(empty.loans, counts),
            care=replace(
                empty.care,
                visits=of("home_visits", 0),
                help_money=Money(of("help_money", 0)),
                **_named(counts, ("people_helped", "clients", "home_care_volunteers")),
            ),
            support=replace(
                empty.support,
                sessions=of("support_sessions", 0),
                volunteers=of("volunteers", 0),
                minutes=of("support_minutes", 0),
            ),
            lessons=replace(empty.lessons, reached=of("lesson_reached", 0)),
            board_trained_on=empty.until if of("board_trained", 0) else None,
        )


_PEOPLE = ("older", "women", "older_women", "poor", "new", "left")


def _named(counts: Counts, codes: tuple[str, ...]) -> dict[str, Any]:
    return {code: counts.get(code, 0) for code in codes}


def _fund(cash: int, principal: int) -> FundFigures:
    return FundFigures(
        id=0,
        name="",
        is_lending=True,
        opening=NOTHING,
        received=NOTHING,
        paid=NOTHING,
        closing=Money(cash),
        outstanding=Money(principal),
        owed_to_lenders=NOTHING,
        member_shares=NOTHING,
    )


def _loans(empty: LoanFigures, counts: Counts) -> LoanFigures:
    of = counts.get
    late = replace(empty.overdue, loans=of("overdue_loans", 0), to_30_days=Money(of("overdue", 0)))
    return replace(
        empty,
        borrowers=of("borrowers", 0),
        payouts=of("payouts", 0),
        borrowers_in_need=Share(of("in_need_with_loan", 0), of("in_need", 0)),
        overdue=late,
        paid_out=Money(of("paid_out", 0)),
        repaid=Money(of("repaid", 0)),
        interest=Money(of("interest", 0)),
        outstanding=Money(of("outstanding", 0)),
    )
