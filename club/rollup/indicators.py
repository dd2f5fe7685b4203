"""The indicators of a roll-up and by which rule each is counted over several months."""

from dataclasses import dataclass
from enum import StrEnum

from club.summary.indicators import Unit


class Over(StrEnum):
    """How a span of months is made of its months.

    SUM: what happened is added up. LAST: what stands is that of each club's last closed month of
    the span. MEAN: per closed month of a club. SHARE: one sum in percent of another.
    """

    SUM = "sum"
    LAST = "last"
    MEAN = "mean"
    SHARE = "share"


@dataclass(frozen=True, slots=True, kw_only=True)
class RollUpIndicator:
    """`of` and `by`: the published figures it is made of; a share is `of` in percent of `by`."""

    code: str
    over: Over
    unit: Unit
    of: str
    by: str = ""


CLUB_MONTHS = "club_months"
"""What a share of months is taken of: the closed months of all clubs."""

LAST = (
    *("members", "older", "women", "older_women", "poor", "home_care_volunteers"),
    *("lending_fund_total", "fund_of_50_million", "board_trained", "borrowers", "outstanding"),
    *("overdue_loans", "overdue", "in_need", "in_need_with_loan"),
    *("in_need_compared", "half_in_need_borrow"),
)
"""Published figures that stand at the end of a month."""
FLOWS = (
    *("meetings", "present", "expected_to_come", "attended_well", "areas_worked_on"),
    *("all_areas", "met_with_all_areas", "lesson_reached", "new", "left", "fees_received"),
    *("gifts_in_money", "payouts", "paid_out", "repaid", "interest", "people_helped"),
    *("help_money", "home_visits", "support_sessions", "support_minutes"),
)
"""Published figures of what happened in a month."""


def _last(code: str, unit: Unit = Unit.COUNT) -> RollUpIndicator:
    return RollUpIndicator(code=code, over=Over.LAST, unit=unit, of=code)


def _sum(code: str, unit: Unit = Unit.COUNT) -> RollUpIndicator:
    return RollUpIndicator(code=code, over=Over.SUM, unit=unit, of=code)


def _share(code: str, of: str, by: str) -> RollUpIndicator:
    return RollUpIndicator(code=code, over=Over.SHARE, unit=Unit.PERCENT, of=of, by=by)


INDICATORS = (
    _last("members"),
    _last("older"),
    _last("women"),
    _last("older_women"),
    _last("poor"),
    _sum("new"),
    _sum("left"),
    _sum("meetings"),
    _share("attendance", "present", "expected_to_come"),
    RollUpIndicator(code="areas_mean", over=Over.MEAN, unit=Unit.COUNT, of="areas_worked_on"),
    _share("met_with_all_areas_percent", "met_with_all_areas", CLUB_MONTHS),
    _last("board_trained"),
    _sum("fees_received", Unit.DONG),
    _sum("gifts_in_money", Unit.DONG),
    _last("lending_fund_total", Unit.DONG),
    _last("fund_of_50_million"),
    _sum("payouts"),
    _sum("paid_out", Unit.DONG),
    _sum("repaid", Unit.DONG),
    _sum("interest", Unit.DONG),
    _last("borrowers"),
    _last("outstanding", Unit.DONG),
    _last("overdue_loans"),
    _last("overdue", Unit.DONG),
    _last("in_need"),
    _share("in_need_percent", "in_need_with_loan", "in_need_compared"),
    _sum("people_helped"),
    _sum("help_money", Unit.DONG),
    _sum("home_visits"),
    _last("home_care_volunteers"),
    _sum("support_sessions"),
    _sum("support_minutes", Unit.MINUTES),
    _sum("lesson_reached"),
)
