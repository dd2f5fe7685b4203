"""Funds, fees, gifts and loans of a month, from entries as the ledger makes them."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from club import ledger
from club.accounts import Entry, Source
from club.calendar import Month
from club.money import Money
from club.summary import count_month
from club.summary.figures import Figures, FundFigures
from club.summary.rows import (
    CashCountRow,
    ClubRows,
    FeeOwedRow,
    FeePaidRow,
    FundRow,
    GiftRow,
    PostingRow,
)

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
DAY = date(2026, 10, 17)
TODAY = date(2026, 11, 5)
INCOME_FUND, OPERATING_FUND = 1, 2
FUNDS = (
    FundRow(INCOME_FUND, "Quỹ tăng thu nhập", is_lending=True),
    FundRow(OPERATING_FUND, "Quỹ hoạt động"),
)
TIN = 1


def booked(month: Month, entry: Entry, reverses: Entry | None = None) -> list[PostingRow]:
    """An entry's postings as storage reads them."""
    return [
        PostingRow(
            month=month,
            kind=(reverses or entry).kind,
            account=posting.account,
            fund=posting.fund,
            amount=posting.amount,
            is_reversal=reverses is not None,
        )
        for posting in entry.postings
    ]


def opening(thousands: int, source: Source = Source.GRANT, fund: int = INCOME_FUND) -> Entry:
    return ledger.opening_balance(
        fund=fund, place=TIN, amount=Money(thousands * 1000), source=source, happened_on=DAY
    )


def fee(thousands: int) -> Entry:
    return ledger.fee_received(
        fund=OPERATING_FUND,
        place=TIN,
        amount=Money(thousands * 1000),
        member=1,
        means=None,
        happened_on=DAY,
    )


def paid_out(thousands: int) -> Entry:
    return ledger.loan_paid_out(
        fund=INCOME_FUND,
        place=TIN,
        loan=1,
        member=1,
        principal=Money(thousands * 1000),
        happened_on=DAY,
    )


def repayment(thousands: int, interest: int) -> Entry:
    return ledger.repayment_received(
        fund=INCOME_FUND,
        place=TIN,
        loan=1,
        member=1,
        principal=Money(thousands * 1000),
        interest=Money(interest * 1000),
        happened_on=DAY,
    )


def figures_of(*postings: list[PostingRow], month: Month = OCTOBER) -> Figures:
    rows = ClubRows(funds=FUNDS, postings=tuple(each for entry in postings for each in entry))
    return count_month(rows, month, today=TODAY)


def cash_of(fund: FundFigures) -> tuple[int, int, int, int]:
    """Opening, received, paid, closing, in thousands of đồng."""
    sums = (fund.opening, fund.received, fund.paid, fund.closing)
    first, second, third, fourth = (each.dong // 1000 for each in sums)
    return first, second, third, fourth


def test_a_fund_over_two_months() -> None:
    entries = [
        booked(SEPTEMBER, opening(50_000)),
        booked(SEPTEMBER, paid_out(5_000)),
        booked(OCTOBER, repayment(1_000, 35)),
        booked(OCTOBER, paid_out(3_000)),
        booked(OCTOBER.next(), repayment(500, 20)),
    ]
    september = figures_of(*entries, month=SEPTEMBER).funds[0]
    october = figures_of(*entries).funds[0]
    assert cash_of(september) == (50_000, 0, 5_000, 45_000)
    assert cash_of(october) == (45_000, 1_035, 3_000, 43_035)
    assert october.outstanding == Money(7_000_000)
    assert october.total == Money(50_035_000)
    assert cash_of(figures_of(*entries).funds[1]) == (0, 0, 0, 0)


def test_a_reversal_lessens_the_side_it_reverses() -> None:
    wrong = fee(100)
    entries = [
        booked(OCTOBER, fee(20)),
        booked(OCTOBER, wrong),
        booked(OCTOBER, ledger.reversal_of(wrong, DAY), reverses=wrong),
    ]
    figures = figures_of(*entries)
    assert cash_of(figures.funds[1]) == (0, 20, 0, 20)
    assert figures.fees.received == Money(20_000)


def test_cash_that_changes_its_place_is_neither_in_nor_out() -> None:
    moved = ledger.moved(
        fund=INCOME_FUND, from_place=TIN, to_place=2, amount=Money(1_000_000), happened_on=DAY
    )
    found = figures_of(booked(SEPTEMBER, opening(5_000)), booked(OCTOBER, moved)).funds[0]
    assert cash_of(found) == (5_000, 0, 0, 5_000)


def test_money_that_changes_its_fund_goes_out_of_one_and_into_the_other() -> None:
    moved = ledger.transferred(
        from_fund=INCOME_FUND,
        to_fund=OPERATING_FUND,
        place=TIN,
        amount=Money(400_000),
        source=Source.GRANT,
        happened_on=DAY,
    )
    found = figures_of(booked(SEPTEMBER, opening(5_000)), booked(OCTOBER, moved)).funds
    assert cash_of(found[0]) == (5_000, 0, 400, 4_600)
    assert cash_of(found[1]) == (0, 400, 0, 400)


def test_what_is_owed_back_is_not_the_clubs_own() -> None:
    shares = ledger.share_received(
        fund=INCOME_FUND, place=TIN, amount=Money(2_000_000), member=1, happened_on=DAY
    )
    lent = ledger.lent_to_club(
        fund=INCOME_FUND, place=TIN, amount=Money(20_000_000), happened_on=DAY
    )
    figures = figures_of(
        booked(SEPTEMBER, opening(50_000)), booked(OCTOBER, shares), booked(OCTOBER, lent)
    )
    fund = figures.funds[0]
    assert (fund.member_shares, fund.owed_to_lenders) == (Money(2_000_000), Money(20_000_000))
    assert (fund.total, fund.own_capital) == (Money(72_000_000), Money(50_000_000))
    assert figures.lending_fund_total == fund.total


flows = st.lists(
    st.tuples(st.sampled_from([fee, paid_out]), st.integers(1, 9_999), st.integers(0, 3)),
    max_size=12,
)


@given(flows, st.sets(st.integers(0, 11)))
def test_a_month_opens_with_what_the_month_before_closed_with(
    drawn: list[tuple[Callable[[int], Entry], int, int]], reversed_later: set[int]
) -> None:
    entries = [booked(OCTOBER.plus(-4), opening(50_000))]
    for number, (make, thousands, back) in enumerate(drawn):
        entry = make(thousands)
        entries.append(booked(OCTOBER.plus(-back), entry))
        if number in reversed_later:
            reversal = ledger.reversal_of(entry, DAY)
            entries.append(booked(OCTOBER, reversal, reverses=entry))
    for month in (OCTOBER.plus(-2), SEPTEMBER, OCTOBER):
        before = figures_of(*entries, month=month.previous())
        after = figures_of(*entries, month=month)
        for old, new in zip(before.funds, after.funds, strict=True):
            assert old.closing == new.opening
            assert new.closing == new.opening + new.received - new.paid


def test_fees_in_advance_and_owed() -> None:
    period = [OCTOBER.plus(-1), OCTOBER, OCTOBER.plus(1)]
    five, two = Money(5_000), Money(2_000)
    rows = ClubRows(
        funds=FUNDS,
        postings=tuple(booked(OCTOBER, fee(12))),
        fees_owed=(
            *(FeeOwedRow(1, month, five) for month in period),
            FeeOwedRow(2, period[0], five),
            FeeOwedRow(2, period[1], five),
            FeeOwedRow(3, period[1], five),
        ),
        fees_paid=(
            FeePaidRow(1, period[0], OCTOBER, five),
            FeePaidRow(1, period[1], OCTOBER, five),
            FeePaidRow(1, period[2], OCTOBER, five),
            FeePaidRow(2, period[0], SEPTEMBER, two),
            FeePaidRow(2, period[1], OCTOBER.next(), five),
        ),
    )
    fees = count_month(rows, OCTOBER, today=TODAY).fees
    assert (fees.received, fees.in_advance) == (Money(12_000), five)
    assert fees.owed == Money(3_000 + 5_000 + 5_000)
    assert (fees.members_owing, fees.members_paid_up) == (2, 1)


def test_a_month_paid_too_much_pays_no_other_month() -> None:
    rows = ClubRows(
        fees_owed=(FeeOwedRow(1, SEPTEMBER, Money(5_000)), FeeOwedRow(1, OCTOBER, Money(5_000))),
        fees_paid=(FeePaidRow(1, SEPTEMBER, SEPTEMBER, Money(8_000)),),
    )
    assert count_month(rows, OCTOBER, today=TODAY).fees.owed == Money(5_000)


def test_a_gift_keeps_its_unit_and_never_becomes_money() -> None:
    given_money = ledger.donation_received(
        fund=OPERATING_FUND, place=TIN, amount=Money(500_000), happened_on=DAY
    )
    rows = ClubRows(
        funds=FUNDS,
        postings=tuple(booked(OCTOBER, given_money)),
        gifts=(
            GiftRow(OCTOBER, "gạo", "kg", Decimal("2.5")),
            GiftRow(OCTOBER, "gạo", "kg", Decimal(10)),
            GiftRow(OCTOBER, "chăn", "cái", Decimal(1)),
            GiftRow(OCTOBER, "dọn nhà", "công", Decimal("1.5"), is_working_days=True),
            GiftRow(SEPTEMBER, "gạo", "kg", Decimal(99)),
        ),
    )
    found = count_month(rows, OCTOBER, today=TODAY).golden_heart
    assert found.money == Money(500_000)
    assert [(each.item, each.quantity) for each in found.goods] == [
        ("chăn", Decimal(1)),
        ("gạo", Decimal("12.5")),
    ]
    assert found.working_days == Decimal("1.5")


def test_cash_counts_over_all_places() -> None:
    rows = ClubRows(
        cash_counts=(
            CashCountRow(OCTOBER, 1, Money(900_000), Money(1_000_000)),
            CashCountRow(OCTOBER, 2, Money(50_000), Money(50_000)),
        )
    )
    found = count_month(rows, OCTOBER, today=TODAY).cash_count
    assert (found.places, found.difference) == (2, Money(-100_000))
