"""The month of a club in figures: counted from rows, beside last month and the national norms."""

from dataclasses import dataclass
from datetime import date

from club.calendar import Month
from club.summary.books import count_cash, count_fees, count_funds, count_golden_heart
from club.summary.figures import Figures
from club.summary.lending import count_loans
from club.summary.next_steps import NextStep, next_steps
from club.summary.norms import NormResult, against_norms
from club.summary.people import (
    count_areas,
    count_care,
    count_lessons,
    count_meeting,
    count_members,
    count_support,
)
from club.summary.rows import ClubRows

OLDER_FROM = 60
"""The age from which a member counts as older; some provinces count from 55: a setting."""


@dataclass(frozen=True, slots=True)
class MonthlySummary:
    """What the chair asks for in chat; texts, pictures and papers are made from this one value.

    before: the figures of the month before, where the club has any.
    is_closed: whether the month is closed and final; otherwise the figures may still change.
    closing_code: what anybody can check a closed month by.
    is_over: whether the month was over when it was asked for.
    """

    figures: Figures
    before: Figures | None
    norms: tuple[NormResult, ...]
    next_steps: tuple[NextStep, ...]
    is_closed: bool = False
    closing_code: str = ""
    is_over: bool = True

    @property
    def month(self) -> Month:
        return self.figures.month


def count_month(
    rows: ClubRows, month: Month, *, today: date, older_from: int = OLDER_FROM
) -> Figures:
    """All figures of a month; of one that is still running, up to today."""
    until = min(month.last_day, today)
    return Figures(
        month=month,
        until=until,
        members=count_members(rows, month, until=until, older_from=older_from),
        meeting=count_meeting(rows, month),
        areas=count_areas(rows, month),
        fees=count_fees(rows, month),
        golden_heart=count_golden_heart(rows, month),
        funds=count_funds(rows, month),
        cash_count=count_cash(rows, month),
        loans=count_loans(rows, month, until=until),
        care=count_care(rows, month),
        support=count_support(rows, month),
        lessons=count_lessons(rows, month),
        board_trained_on=rows.board_trained_on,
        waiting=rows.waiting,
        to_phone=rows.to_phone,
        life=rows.life,
        held=rows.held,
    )


def monthly_summary(
    figures: Figures,
    *,
    before: Figures | None = None,
    is_closed: bool = False,
    closing_code: str = "",
    is_over: bool | None = None,
) -> MonthlySummary:
    """The figures with what they mean: last month beside them, the norms, what to do next."""
    norms = against_norms(figures)
    over = figures.until == figures.month.last_day if is_over is None else is_over
    steps = next_steps(figures, norms, is_closed=is_closed, is_over=over)
    return MonthlySummary(figures, before, norms, steps, is_closed, closing_code, over)
