"""Every indicator of the monthly summary by its code: what it is about, its unit, its value.

A sheet, a picture and the JSON list the same indicators in the same order; each has its name and a
one-line definition in messages.summary_indicators.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from club.money import Money
from club.summary.figures import (
    Figures,
    FundFigures,
    LifeFigures,
    MoneyHeld,
    Share,
)
from club.summary.member_figures import MemberFigures

Value = int | Money | date | None


class Subject(StrEnum):
    """What an indicator is about; each is a page of the summary."""

    PEOPLE = "people"
    AREAS = "areas"
    MONEY = "money"
    LOANS = "loans"


class Unit(StrEnum):
    """How a value is shown. A value is None where there is nothing to count it from."""

    COUNT = "count"
    DONG = "dong"
    PERCENT = "percent"
    DAY = "day"
    MINUTES = "minutes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One figure. `for_board`: it is about debts or people's circumstances, so not public."""

    code: str
    subject: Subject
    unit: Unit
    read: Callable[[Figures], Value]
    for_board: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """An indicator with its value in the month and in the month before.

    about: the name of the fund or the code of the area, where there is one value for each.
    """

    code: str
    subject: Subject
    unit: Unit
    value: Value
    before: Value = None
    about: str = ""
    for_board: bool = False


def measures(figures: Figures, before: Figures | None = None) -> tuple[Measure, ...]:
    """All indicators of a month, the month before beside each."""
    return (
        *_plain(figures, before, Subject.PEOPLE),
        *_of_areas(figures, before),
        *_plain(figures, before, Subject.AREAS),
        *_plain(figures, before, Subject.MONEY),
        *_of_funds(figures, before),
        *_plain(figures, before, Subject.LOANS),
    )


def _plain(figures: Figures, before: Figures | None, subject: Subject) -> Iterator[Measure]:
    for each in INDICATORS:
        if each.subject is subject:
            yield Measure(
                code=each.code,
                subject=subject,
                unit=each.unit,
                value=each.read(figures),
                before=None if before is None else each.read(before),
                for_board=each.for_board,
            )


def _of_areas(figures: Figures, before: Figures | None) -> Iterator[Measure]:
    earlier = dict(before.areas.activities) if before is not None else {}
    for area, count in figures.areas.activities:
        yield Measure(
            code="area",
            subject=Subject.AREAS,
            unit=Unit.COUNT,
            value=count,
            before=earlier.get(area),
            about=area.value,
        )


def _of_funds(figures: Figures, before: Figures | None) -> Iterator[Measure]:
    earlier = {fund.id: fund for fund in before.funds} if before is not None else {}
    for fund in figures.funds:
        past = earlier.get(fund.id)
        for code, read in FUND_INDICATORS.items():
            yield Measure(
                code=code,
                subject=Subject.MONEY,
                unit=Unit.DONG,
                value=read(fund),
                before=None if past is None else read(past),
                about=fund.name,
            )


FUND_INDICATORS: dict[str, Callable[[FundFigures], Money]] = {
    "fund_opening": lambda fund: fund.opening,
    "fund_received": lambda fund: fund.received,
    "fund_paid": lambda fund: fund.paid,
    "fund_closing": lambda fund: fund.closing,
    "fund_outstanding": lambda fund: fund.outstanding,
    "fund_total": lambda fund: fund.total,
}


def _counted(read: Callable[[Figures], Money]) -> Callable[[Figures], Value]:
    """Of a month without a count there is no such sum."""
    return lambda figures: read(figures) if figures.cash_count.places else None


def _held(read: Callable[[MoneyHeld], Money]) -> Callable[[Figures], Value]:
    """Not known of months that were closed before box and bank were told apart."""
    return lambda figures: None if figures.held is None else read(figures.held)


def _came(read: Callable[[Share], int | None]) -> Callable[[Figures], Value]:
    """Without a meeting, or without its roll, nobody knows who would have come: that is not 0."""
    return lambda of: None if of.meeting.came is None else read(of.meeting.came)


def _known(
    told: Callable[[MemberFigures], bool], read: Callable[[MemberFigures], int | None]
) -> Callable[[Figures], Value]:
    """Of members of whom nobody has told it, it is not known."""
    return lambda of: read(of.members) if told(of.members) else None


def _tell_age(members: MemberFigures) -> bool:
    return members.tells_age


def _tell_age_and_sex(members: MemberFigures) -> bool:
    return members.tells_age and members.tells_sex


def _percent(read: Callable[[Figures], Share]) -> Callable[[Figures], Value]:
    return lambda figures: read(figures).percent


def _people(code: str, read: Callable[[Figures], Value], *, for_board: bool = False) -> Indicator:
    return Indicator(
        code=code, subject=Subject.PEOPLE, unit=Unit.COUNT, read=read, for_board=for_board
    )


def _money(code: str, read: Callable[[Figures], Value], *, for_board: bool = False) -> Indicator:
    return Indicator(
        code=code, subject=Subject.MONEY, unit=Unit.DONG, read=read, for_board=for_board
    )


def _loans(code: str, unit: Unit, read: Callable[[Figures], Value]) -> Indicator:
    return Indicator(code=code, subject=Subject.LOANS, unit=unit, read=read, for_board=True)


def _of_people(unit: Unit, code: str, read: Callable[[Figures], Value]) -> Indicator:
    return Indicator(code=code, subject=Subject.PEOPLE, unit=unit, read=read)


def _life(code: str, read: Callable[[LifeFigures], int]) -> Indicator:
    """Not known of months that were closed before it was counted."""
    return Indicator(
        code=code,
        subject=Subject.AREAS,
        unit=Unit.COUNT,
        read=lambda of: None if of.life is None else read(of.life),
    )


_PEOPLE = (
    _people("members", lambda of: of.members.all),
    _people("older", _known(_tell_age, lambda of: of.older)),
    _people("older_from_55", _known(_tell_age, lambda of: of.older_from_55)),
    _people("older_women", _known(_tell_age_and_sex, lambda of: of.older_women)),
    _people("women", _known(lambda of: of.tells_sex, lambda of: of.women)),
    _people("younger", _known(_tell_age, lambda of: of.younger)),
    _people("age_not_known", lambda of: of.members.age_not_known, for_board=True),
    _people("poor", _known(lambda of: of.tells_hardship, lambda of: of.poor), for_board=True),
    _people("new", lambda of: of.members.new),
    _people("left", lambda of: of.members.left),
    _of_people(Unit.DAY, "meeting_held_on", lambda of: of.meeting.held_on),
    _people("present", _came(lambda share: share.part)),
    _people("guests", lambda of: None if of.meeting.held_on is None else of.meeting.guests),
    _of_people(Unit.PERCENT, "attendance", _came(lambda share: share.percent)),
    _of_people(Unit.PERCENT, "earlier_attendance", lambda of: of.meeting.earlier_percent),
    _people("people_helped", lambda of: of.care.people_helped),
    _of_people(Unit.DONG, "help_money", lambda of: of.care.help_money),
    _people("home_visits", lambda of: of.care.visits),
    _people("care_clients", lambda of: of.care.clients),
    _people("home_care_volunteers", lambda of: of.care.home_care_volunteers),
    _people("support_sessions", lambda of: of.support.sessions),
    _people("support_volunteers", lambda of: of.support.volunteers),
    _of_people(Unit.MINUTES, "support_minutes", lambda of: of.support.minutes),
    _people("lesson_reached", lambda of: of.lessons.reached),
    _people("lesson_done", lambda of: of.lessons.done),
    _people("to_phone", lambda of: of.to_phone, for_board=True),
)
_AREAS = (
    Indicator(
        code="areas_worked_on",
        subject=Subject.AREAS,
        unit=Unit.COUNT,
        read=lambda of: len(of.areas.worked_on),
    ),
    Indicator(
        code="board_trained_on",
        subject=Subject.AREAS,
        unit=Unit.DAY,
        read=lambda of: of.board_trained_on,
    ),
)
_LIFE = (
    _life("community_actions", lambda life: life.community_actions),
    _life("health_checked", lambda life: life.health_checked),
    _life("livelihood_groups", lambda life: life.livelihood_groups),
    _life("livelihood_members", lambda life: life.livelihood_members),
    _life("performing_teams", lambda life: life.performing_teams),
    _life("exchanges", lambda life: life.exchanges),
)
_MONEY = (
    _money("fees_received", lambda of: of.fees.received),
    _money("fees_in_advance", lambda of: of.fees.in_advance),
    _money("fees_owed", lambda of: of.fees.owed, for_board=True),
    Indicator(
        code="members_owing",
        subject=Subject.MONEY,
        unit=Unit.COUNT,
        read=lambda of: of.fees.members_owing,
        for_board=True,
    ),
    _money("gifts_in_money", lambda of: of.golden_heart.money),
    _money("held_in_cash", _held(lambda held: held.in_cash), for_board=True),
    _money("held_in_bank", _held(lambda held: held.in_bank), for_board=True),
    _money("cash_counted", _counted(lambda of: of.cash_count.counted)),
    _money("cash_difference", _counted(lambda of: of.cash_count.difference)),
    _money("lending_fund_total", lambda of: of.lending_fund_total),
    Indicator(
        code="waiting",
        subject=Subject.MONEY,
        unit=Unit.COUNT,
        read=lambda of: of.waiting,
        for_board=True,
    ),
)
_LOANS = (
    _loans("requests", Unit.COUNT, lambda of: of.loans.requests),
    _loans("asked", Unit.DONG, lambda of: of.loans.asked),
    _loans("agreements", Unit.COUNT, lambda of: of.loans.agreements),
    _loans("agreed", Unit.DONG, lambda of: of.loans.agreed),
    _loans("payouts", Unit.COUNT, lambda of: of.loans.payouts),
    _loans("paid_out", Unit.DONG, lambda of: of.loans.paid_out),
    _loans("repaid", Unit.DONG, lambda of: of.loans.repaid),
    _loans("interest", Unit.DONG, lambda of: of.loans.interest),
    _loans("repayment_rate", Unit.PERCENT, _percent(lambda of: of.loans.repayment)),
    _loans("outstanding", Unit.DONG, lambda of: of.loans.outstanding),
    _loans("borrowers", Unit.COUNT, lambda of: of.loans.borrowers),
    _loans("overdue_loans", Unit.COUNT, lambda of: of.loans.overdue.loans),
    _loans("overdue", Unit.DONG, lambda of: of.loans.overdue.all),
    _loans("overdue_to_30_days", Unit.DONG, lambda of: of.loans.overdue.to_30_days),
    _loans("overdue_to_90_days", Unit.DONG, lambda of: of.loans.overdue.to_90_days),
    _loans("overdue_over_90_days", Unit.DONG, lambda of: of.loans.overdue.over_90_days),
    _loans("at_risk", Unit.DONG, lambda of: of.loans.overdue.at_risk),
    _loans("rescheduled", Unit.COUNT, lambda of: of.loans.rescheduled),
    _loans("written_off", Unit.DONG, lambda of: of.loans.written_off),
    _loans("recovered", Unit.DONG, lambda of: of.loans.recovered),
    _loans("in_need", Unit.COUNT, lambda of: of.loans.borrowers_in_need.whole),
    _loans("in_need_with_loan", Unit.COUNT, lambda of: of.loans.borrowers_in_need.part),
    _loans("in_need_percent", Unit.PERCENT, _percent(lambda of: of.loans.borrowers_in_need)),
)
INDICATORS = (*_PEOPLE, *_AREAS, *_LIFE, *_MONEY, *_LOANS)
