"""The club beside the national norms, and the three things to do next."""

from datetime import date
from decimal import Decimal

import pytest

from club.accounts import Account, Kind
from club.areas import Area
from club.calendar import Month
from club.loans import Instalment
from club.money import Money
from club.summary import MonthlySummary, count_month, monthly_summary
from club.summary.figures import MoneyHeld
from club.summary.next_steps import NextStep, Step
from club.summary.norms import NORMS, NormCode, NormResult, Period, Range, Standing
from club.summary.rows import (
    ActivityRow,
    CashCountRow,
    ClubRows,
    FeeOwedRow,
    FundRow,
    GiftRow,
    HelpRow,
    LoanRow,
    MeetingRow,
    MemberRow,
    PostingRow,
)

OCTOBER = Month(2026, 10)
MEETING = date(2026, 10, 17)
AFTER = date(2026, 11, 5)
FIFTY_MILLION = Money(50_000_000)


def cash(amount: Money) -> PostingRow:
    return PostingRow(month=OCTOBER, kind=Kind.OPENING, account=Account.CASH, fund=1, amount=amount)


def well_run(**changed: object) -> ClubRows:
    """A club with nothing to be done but closing its month; `changed` replaces some of its rows."""
    rows: dict[str, object] = {
        "members": tuple(
            MemberRow(
                id=number,
                joined_on=date(2020, 1, 1),
                birth_year=1950 if number <= 36 else 1990,
                is_woman=number <= 20,
            )
            for number in range(1, 56)
        ),
        "meetings": (MeetingRow(OCTOBER, MEETING, 44, 55, has_minutes=True),),
        "activities": tuple(ActivityRow(OCTOBER, area) for area in Area),
        "funds": (FundRow(1, "Quỹ tăng thu nhập", is_lending=True),),
        "postings": (cash(FIFTY_MILLION),),
        "cash_counts": (CashCountRow(OCTOBER, 1, FIFTY_MILLION, FIFTY_MILLION),),
        "help_given": (HelpRow(OCTOBER, 1),),
        "gifts": (GiftRow(OCTOBER, "gạo", "kg", Decimal(5)),),
        "home_care_volunteers": 5,
        "board_trained_on": date(2026, 3, 1),
    }
    return ClubRows(**(rows | changed))  # type: ignore[arg-type]


def summary_of(rows: ClubRows, *, today: date = AFTER, is_closed: bool = False) -> MonthlySummary:
    return monthly_summary(count_month(rows, OCTOBER, today=today), is_closed=is_closed)


def steps_of(rows: ClubRows, *, today: date = AFTER, is_closed: bool = True) -> list[Step]:
    return [each.step for each in summary_of(rows, today=today, is_closed=is_closed).next_steps]


def standing_of(rows: ClubRows, code: NormCode) -> Standing:
    return next(norm.standing for norm in summary_of(rows).norms if norm.code is code)


def test_every_norm_is_there_once_and_says_something_of_each_period() -> None:
    assert sorted(norm.code for norm in NORMS) == sorted(NormCode)
    assert all(norm.source and set(norm.stated) == set(Period) for norm in NORMS)


def test_a_well_run_club_meets_every_norm_that_can_be_known() -> None:
    standings = {norm.code: norm.standing for norm in summary_of(well_run()).norms}
    need = standings.pop(NormCode.BORROWERS_IN_NEED_PERCENT)
    assert need is Standing.NOT_KNOWN
    assert set(standings.values()) == {Standing.WITHIN}


@pytest.mark.parametrize(
    ("value", "standing", "missing"),
    [
        (49, Standing.BELOW, 1),
        (50, Standing.WITHIN, 0),
        (70, Standing.WITHIN, 0),
        (71, Standing.ABOVE, 0),
        (None, Standing.NOT_KNOWN, 0),
    ],
)
def test_how_a_club_stands_to_a_norm(value: int | None, standing: Standing, missing: int) -> None:
    found = NormResult(NormCode.MEMBERS, "1336", Period.UNTIL_2030, Range(50, 70), value)
    assert (found.standing, found.missing) == (standing, missing)


def test_where_a_period_states_nothing_nothing_is_blamed() -> None:
    rows, later = well_run(postings=(), board_trained_on=None), Month(2031, 1)
    found = monthly_summary(count_month(rows, later, today=later.last_day))
    stated = {norm.code: norm.standing for norm in found.norms}
    assert stated[NormCode.LENDING_FUND_DONG] is Standing.NOT_STATED
    assert stated[NormCode.BOARD_TRAINED] is Standing.NOT_STATED
    assert stated[NormCode.AREAS] is Standing.BELOW
    assert {norm.period for norm in found.norms} == {Period.UNTIL_2035}


def test_the_fund_norm_goes_by_cash_and_lent_principal() -> None:
    lent = PostingRow(
        month=OCTOBER,
        kind=Kind.OPENING,
        account=Account.PRINCIPAL,
        fund=1,
        amount=Money(20_000_000),
    )
    code = NormCode.LENDING_FUND_DONG
    assert standing_of(well_run(postings=(cash(Money(30_000_000)), lent)), code) is Standing.WITHIN
    assert standing_of(well_run(postings=(cash(Money(49_999_999)),)), code) is Standing.BELOW


def test_a_board_trained_last_year_is_due_for_the_refresher() -> None:
    rows = well_run(board_trained_on=date(2025, 12, 31))
    assert standing_of(rows, NormCode.BOARD_TRAINED) is Standing.BELOW
    assert steps_of(rows) == [Step.TRAIN_BOARD]


def test_a_well_run_club_closes_its_month_and_then_rests() -> None:
    assert steps_of(well_run(), is_closed=False) == [Step.CLOSE_MONTH]
    assert steps_of(well_run(), is_closed=True) == []
    assert steps_of(well_run(), is_closed=False, today=date(2026, 10, 30)) == []


LATE_LOAN = LoanRow(
    id=1,
    borrower=1,
    paid_out_month=Month(2026, 5),
    instalments=(
        Instalment(
            number=1, due_on=date(2026, 10, 1), principal=Money(2_000_000), interest=Money(0)
        ),
    ),
)
IN_NEED = MemberRow(id=99, joined_on=date(2020, 1, 1), birth_year=1950, needs_loan=True)


@pytest.mark.parametrize(
    ("changed", "step"),
    [
        (
            {"cash_counts": (CashCountRow(OCTOBER, 1, FIFTY_MILLION, Money(50_100_000)),)},
            NextStep(Step.SETTLE_CASH_DIFFERENCE, {"difference": Money(-100_000)}),
        ),
        ({"waiting": 3}, NextStep(Step.CONFIRM_WAITING, {"count": 3})),
        (
            {"meetings": (MeetingRow(OCTOBER, MEETING, 0, 55, has_minutes=True),)},
            NextStep(Step.TAKE_ROLL, {"held_on": MEETING}),
        ),
        ({"cash_counts": ()}, NextStep(Step.COUNT_CASH, {"expected": FIFTY_MILLION})),
        (
            {
                "cash_counts": (),
                "held": MoneyHeld(in_cash=Money(3_315_000), in_bank=Money(46_685_000)),
            },
            NextStep(Step.COUNT_CASH, {"expected": Money(3_315_000)}),
        ),
        (
            {"meetings": (MeetingRow(OCTOBER, MEETING, 44, 55),)},
            NextStep(Step.WRITE_MINUTES, {"held_on": MEETING}),
        ),
    ],
)
def test_what_stands_in_the_way_of_closing_comes_first(
    changed: dict[str, object], step: NextStep
) -> None:
    rows = well_run(**changed, to_phone=4)
    found = summary_of(rows).next_steps
    assert found == (step, NextStep(Step.PHONE_PEOPLE, {"count": 4}))


@pytest.mark.parametrize(
    ("changed", "step"),
    [
        (
            {"loans": (LATE_LOAN,)},
            NextStep(Step.SEE_LATE_BORROWERS, {"loans": 1, "overdue": Money(2_000_000)}),
        ),
        (
            {"fees_owed": (FeeOwedRow(1, OCTOBER, Money(5_000)),)},
            NextStep(Step.COLLECT_FEES, {"members": 1, "owed": Money(5_000)}),
        ),
        (
            {"activities": tuple(ActivityRow(OCTOBER, area) for area in list(Area)[1:])},
            NextStep(Step.WORK_ON_AREAS, {"areas": ["TTN"]}),
        ),
        (
            {"members": (*well_run().members, IN_NEED)},
            NextStep(Step.LEND_TO_THOSE_IN_NEED, {"members": 1, "cash": FIFTY_MILLION}),
        ),
        ({"help_given": ()}, NextStep(Step.HELP_SOMEBODY)),
        ({"home_care_volunteers": 3}, NextStep(Step.FIND_VOLUNTEERS, {"missing": 2})),
        ({"members": well_run().members[:48]}, NextStep(Step.INVITE_MEMBERS, {"missing": 2})),
    ],
)
def test_what_comes_next(changed: dict[str, object], step: NextStep) -> None:
    assert summary_of(well_run(**changed), is_closed=True).next_steps == (step,)


def test_a_few_who_owe_are_no_step() -> None:
    paid = tuple(FeeOwedRow(member, OCTOBER, Money(0)) for member in range(2, 6))
    rows = well_run(fees_owed=(FeeOwedRow(1, OCTOBER, Money(5_000)), *paid))
    assert steps_of(rows) == []


def test_nobody_is_told_to_lend_what_is_not_there() -> None:
    rows = well_run(members=(*well_run().members, IN_NEED), postings=(cash(Money(999_999)),))
    assert steps_of(rows) == []


def test_there_are_never_more_than_three() -> None:
    empty = summary_of(ClubRows(waiting=1, to_phone=1)).next_steps
    assert [each.step for each in empty] == [
        Step.INVITE_MEMBERS,
        Step.CONFIRM_WAITING,
        Step.WORK_ON_AREAS,
    ]


def test_a_meeting_is_to_be_held_only_while_the_month_runs() -> None:
    without = well_run(meetings=())
    running = monthly_summary(count_month(without, OCTOBER, today=OCTOBER.day(20)))
    assert NextStep(Step.HOLD_MEETING) in running.next_steps
    assert NextStep(Step.HOLD_MEETING) not in summary_of(without).next_steps


def test_a_month_before_the_first_entry_is_not_to_be_closed() -> None:
    assert Step.CLOSE_MONTH in steps_of(well_run(), is_closed=False)
    without = well_run(postings=(), cash_counts=())
    assert Step.CLOSE_MONTH not in steps_of(without, is_closed=False)


def test_nobody_is_told_to_hold_a_meeting_that_stands_planned() -> None:
    planned = well_run(meetings=(), planned_on=OCTOBER.day(25))
    running = monthly_summary(count_month(planned, OCTOBER, today=OCTOBER.day(20)))
    assert NextStep(Step.HOLD_MEETING) not in running.next_steps
    assert running.figures.meeting.planned_on == OCTOBER.day(25)


def test_a_meeting_of_the_last_day_is_past_once_the_month_is_over() -> None:
    last = OCTOBER.last_day
    planned = well_run(meetings=(), planned_on=last)
    roll = NextStep(Step.TAKE_ROLL, {"held_on": last})
    running = count_month(planned, OCTOBER, today=last)
    assert roll not in monthly_summary(running, is_over=False).next_steps
    over = monthly_summary(count_month(planned, OCTOBER, today=AFTER), is_over=True)
    assert roll in over.next_steps
    assert Step.CLOSE_MONTH not in {each.step for each in over.next_steps}


def test_last_month_stands_beside_this_one() -> None:
    before = count_month(well_run(), OCTOBER.previous(), today=AFTER)
    found = monthly_summary(count_month(well_run(), OCTOBER, today=AFTER), before=before)
    assert found.before == before
    assert (found.month, found.is_closed) == (OCTOBER, False)
