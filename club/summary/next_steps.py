"""The three things a chair should do next, chosen by stated rules from a month's figures.

What keeps the books true comes first; then the meeting, without which nothing else happens; then
late loans; then what moves the two national numbers, the areas and the borrowers; then people.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from club.money import Money
from club.summary.figures import Figures
from club.summary.norms import NormCode, NormResult

MOST = 3
SMALLEST_LOAN = Money(1_000_000)
"""With less cash in the lending funds nobody is told to lend; loans of clubs begin there."""


class Step(StrEnum):
    """What to do. messages has a sentence for each, with the values named here."""

    SETTLE_CASH_DIFFERENCE = "settle_cash_difference"
    """difference"""
    CONFIRM_WAITING = "confirm_waiting"
    """count"""
    HOLD_MEETING = "hold_meeting"
    TAKE_ROLL = "take_roll"
    """held_on"""
    COUNT_CASH = "count_cash"
    """expected"""
    WRITE_MINUTES = "write_minutes"
    """held_on"""
    CLOSE_MONTH = "close_month"
    """month: it is over, and nothing stands in the way of closing it"""
    SEE_LATE_BORROWERS = "see_late_borrowers"
    """loans, overdue"""
    COLLECT_FEES = "collect_fees"
    """members, owed"""
    WORK_ON_AREAS = "work_on_areas"
    """areas: the codes of those left out"""
    LEND_TO_THOSE_IN_NEED = "lend_to_those_in_need"
    """members, cash"""
    HELP_SOMEBODY = "help_somebody"
    TRAIN_BOARD = "train_board"
    FIND_VOLUNTEERS = "find_volunteers"
    """missing"""
    PHONE_PEOPLE = "phone_people"
    """count"""
    INVITE_MEMBERS = "invite_members"
    """missing"""


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing to do, and the values its sentence needs."""

    step: Step
    values: dict[str, object] = field(default_factory=dict)


def next_steps(
    figures: Figures,
    norms: Iterable[NormResult],
    *,
    is_closed: bool = False,
    is_over: bool | None = None,
) -> tuple[NextStep, ...]:
    """At most three, the most pressing first; none when all is well.

    is_over: whether the month is; on its last day it is counted whole and runs all the same.
    """
    missing = {norm.code: norm.missing for norm in norms if norm.missing}
    if is_over is None:
        is_over = figures.until == figures.month.last_day
    steps = [] if is_closed else list(_for_the_books(figures, is_over=is_over))
    if not figures.members.all and NormCode.MEMBERS in missing:
        # Without members there is nobody to meet.
        steps.insert(0, NextStep(Step.INVITE_MEMBERS, {"missing": missing.pop(NormCode.MEMBERS)}))
    if is_over:
        # No meeting can be held any more in a month that is over.
        steps = [each for each in steps if each.step is not Step.HOLD_MEETING]
    if not steps and not is_closed and is_over and _has_books(figures):
        steps.append(NextStep(Step.CLOSE_MONTH, {"month": figures.month}))
    steps += _for_loans_and_fees(figures)
    steps += _for_activity(figures, missing)
    steps += _for_people(figures, missing)
    return tuple(steps[:MOST])


def _has_books(figures: Figures) -> bool:
    """Whether anything was booked up to then: a month before the first entry is never closed."""
    return any(
        each.opening or each.received or each.paid or each.closing or each.outstanding
        for each in figures.funds
    )


def _for_the_books(figures: Figures, *, is_over: bool) -> Iterator[NextStep]:
    count, meeting = figures.cash_count, figures.meeting
    cash = _to_count(figures)
    if count.difference:
        yield NextStep(Step.SETTLE_CASH_DIFFERENCE, {"difference": count.difference})
    if figures.waiting:
        yield NextStep(Step.CONFIRM_WAITING, {"count": figures.waiting})
    if meeting.held_on is None and meeting.planned_on is None:
        yield NextStep(Step.HOLD_MEETING)
    elif meeting.waits_for_roll(figures.until, is_over=is_over):
        yield NextStep(Step.TAKE_ROLL, {"held_on": meeting.planned_on})
    elif meeting.held_on is not None and not meeting.attendance.part:
        yield NextStep(Step.TAKE_ROLL, {"held_on": meeting.held_on})
    if cash and not count.places:
        yield NextStep(Step.COUNT_CASH, {"expected": cash})
    if meeting.held_on is not None and not meeting.has_minutes:
        yield NextStep(Step.WRITE_MINUTES, {"held_on": meeting.held_on})


def _to_count(figures: Figures) -> Money:
    """What lies in a bank is not counted by hand."""
    if figures.held is not None:
        return figures.held.in_cash
    return Money(sum(fund.closing.dong for fund in figures.funds))


def _for_loans_and_fees(figures: Figures) -> Iterator[NextStep]:
    """Fees are a step when one member in four or more owes; fewer are reminded by themselves."""
    overdue, fees = figures.loans.overdue, figures.fees
    if overdue.loans:
        values = {"loans": overdue.loans, "overdue": overdue.all}
        yield NextStep(Step.SEE_LATE_BORROWERS, values)
    if fees.members_owing and 3 * fees.members_owing >= fees.members_paid_up:
        yield NextStep(Step.COLLECT_FEES, {"members": fees.members_owing, "owed": fees.owed})


def _for_activity(figures: Figures, missing: dict[NormCode, int]) -> Iterator[NextStep]:
    need = figures.loans.borrowers_in_need
    without_loan = need.part < need.whole
    if NormCode.AREAS in missing:
        areas = [area.value for area in figures.areas.left_out]
        yield NextStep(Step.WORK_ON_AREAS, {"areas": areas})
    if without_loan and figures.cash_to_lend >= SMALLEST_LOAN:
        values = {"members": need.whole - need.part, "cash": figures.cash_to_lend}
        yield NextStep(Step.LEND_TO_THOSE_IN_NEED, values)
    if NormCode.PEOPLE_HELPED in missing:
        yield NextStep(Step.HELP_SOMEBODY)


def _for_people(figures: Figures, missing: dict[NormCode, int]) -> Iterator[NextStep]:
    if figures.to_phone:
        yield NextStep(Step.PHONE_PEOPLE, {"count": figures.to_phone})
    if NormCode.BOARD_TRAINED in missing:
        yield NextStep(Step.TRAIN_BOARD)
    if NormCode.HOME_CARE_VOLUNTEERS in missing:
        volunteers = missing[NormCode.HOME_CARE_VOLUNTEERS]
        yield NextStep(Step.FIND_VOLUNTEERS, {"missing": volunteers})
    if NormCode.MEMBERS in missing:
        yield NextStep(Step.INVITE_MEMBERS, {"missing": missing[NormCode.MEMBERS]})
