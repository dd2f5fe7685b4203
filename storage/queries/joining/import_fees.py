"""Fees paid before the books began: which months a row means, and what is known of them."""

from collections import defaultdict
from datetime import date

from sqlalchemy import Connection, select

from club.calendar import Month
from club.contributions import MONTHS_AHEAD, FeeRate
from club.importing import Column, IncomingFee, Reason
from club.money import NOTHING, Money
from storage.queries.joining.planned_import import Find, Key, Plan, PlannedFee
from storage.tables.books import fee_months, fee_rates, opening_fees, transactions


class FeePlanner:
    """Holds what the club's books say of paid months, and what the rows so far say."""

    def __init__(self, db: Connection, club_id: int, today: date) -> None:
        self._last = Month.of(today).plus(MONTHS_AHEAD)
        self._rates = _rates(db, club_id)
        self._before = _before(db, club_id)
        self._booked = _booked(db, club_id)
        self._in_file: dict[tuple[Key, Month], IncomingFee] = {}

    def plan(self, fee: IncomingFee, plan: Plan, find: Find) -> None:
        """Spread the row's sum over its months, and note each as new, there or wrong."""
        whose = find(fee.at, fee.whose)
        if fee.last > self._last:
            plan.wrong(fee.at, Column.LAST_MONTH, Reason.TOO_FAR_AHEAD, last=self._last)
            return
        months = self._months(fee)
        if not months:
            plan.wrong(fee.at, Column.FIRST_MONTH, Reason.NO_FEE_THEN)
        elif fee.amount.dong % len(months):
            plan.wrong(fee.at, Column.AMOUNT, Reason.UNEVEN, months=len(months))
        elif whose is not None:
            for month in months:
                each = PlannedFee(whose, month, Money(fee.amount.dong // len(months)))
                self._plan_month(each, fee, plan)

    def _plan_month(self, each: PlannedFee, fee: IncomingFee, plan: Plan) -> None:
        key = (each.whose, each.month)
        first = self._in_file.setdefault(key, fee)
        there = self._before.get(key)
        booked = self._booked.get(key, NOTHING)
        if first is not fee:
            values = {"row": first.at.row, "sheet": first.at.sheet}
            plan.wrong(fee.at, Column.FIRST_MONTH, Reason.TWICE, **values)
        elif there == each.amount:
            plan.fees_there += 1
        elif there is not None or booked:
            recorded = booked if there is None else there
            values = {"there": recorded, "month": each.month}
            plan.wrong(fee.at, Column.AMOUNT, Reason.RECORDED_OTHERWISE, **values)
        else:
            plan.fees.append(each)

    def _months(self, fee: IncomingFee) -> list[Month]:
        """The months in which a fee falls due; a quarter's fee stands in its first month."""
        count = fee.first.months_until(fee.last) + 1
        return [month for each in range(count) if self._falls(month := fee.first.plus(each))]

    def _falls(self, month: Month) -> bool:
        """Before the first known rate the club is taken to have asked as it did then."""
        in_force = [each for each in self._rates if each.valid_from <= month] or self._rates[:1]
        return in_force[-1].falls_in(month) if in_force else True


def _rates(db: Connection, club_id: int) -> list[FeeRate]:
    found = db.execute(
        select(fee_rates)
        .where(fee_rates.c.club_id == club_id, fee_rates.c.member_id.is_(None))
        .order_by(fee_rates.c.valid_from)
    )
    return [
        FeeRate(valid_from=row.valid_from, amount=row.amount, period_months=row.period_months)
        for row in found
    ]


def _before(db: Connection, club_id: int) -> dict[tuple[Key, Month], Money]:
    found = db.execute(select(opening_fees).where(opening_fees.c.club_id == club_id))
    return {(row.member_id, row.month): row.amount for row in found}


def _booked(db: Connection, club_id: int) -> dict[tuple[Key, Month], Money]:
    """What entries say was paid, less what was reversed."""
    paid: dict[tuple[Key, Month], Money] = defaultdict(lambda: NOTHING)
    found = db.execute(
        select(fee_months.c.member_id, fee_months.c.month, fee_months.c.amount)
        .join(transactions, transactions.c.id == fee_months.c.transaction_id)
        .where(transactions.c.club_id == club_id)
    )
    for member_id, month, amount in found:
        paid[member_id, month] += amount
    return paid
