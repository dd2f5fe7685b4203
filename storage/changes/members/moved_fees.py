"""What members have paid ahead, and what they pay otherwise than others, goes with them (E.4)."""

from collections.abc import Mapping

from sqlalchemy import Connection

from club.calendar import Month
from club.money import NOTHING
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.queries.money.fees import fee_facts_of, fee_rates_of
from storage.tables.books import fee_rates, opening_fees


def keep_fees(
    db: Connection, deed: Deed, clubs: tuple[int, int], living: Mapping[int, int]
) -> None:
    """`clubs`: from which to which; `living`: the numbers of the memberships there and here."""
    _keep_prepaid(db, deed, clubs, living)
    _keep_own_fees(db, deed, clubs, living)


def _keep_prepaid(
    db: Connection, deed: Deed, clubs: tuple[int, int], living: Mapping[int, int]
) -> None:
    """Fees paid ahead are paid in the new club too: their money goes along."""
    this_month = Month.of(deed.today)
    facts = fee_facts_of(db, clubs[0], list(living))
    there = fee_facts_of(db, clubs[1], list(living.values()))
    for old, new in living.items():
        if old not in facts:
            continue
        paid_there = there.get(new)
        for month in sorted({each.month for each in facts[old].paid if each.month > this_month}):
            amount = facts[old].paid_for(month)
            if amount <= NOTHING or (paid_there is not None and paid_there.paid_for(month)):
                continue
            inserted(
                db,
                opening_fees,
                club_id=clubs[1],
                member_id=new,
                month=month,
                amount=amount,
                recorded_at=deed.now,
                recorded_by=deed.person_id,
            )


def _keep_own_fees(
    db: Connection, deed: Deed, clubs: tuple[int, int], living: Mapping[int, int]
) -> None:
    """An exception that holds today, or is decided for later, holds in the other club too."""
    month = Month.of(deed.today)
    there = fee_rates_of(db, clubs[1]).own
    for old, exceptions in fee_rates_of(db, clubs[0]).own.items():
        new = living.get(old)
        if new is None or new in there:
            continue
        begun = [each for each in exceptions if each.valid_from <= month][-1:]
        for each in [*begun, *(e for e in exceptions if e.valid_from > month)]:
            if each.rate is None and each in begun:
                continue
            inserted(
                db,
                fee_rates,
                club_id=clubs[1],
                member_id=new,
                amount=NOTHING if each.rate is None else each.rate.amount,
                period_months=1 if each.rate is None else each.rate.period_months,
                per_household=False if each.rate is None else each.rate.per_household,
                follows_club=each.rate is None,
                valid_from=max(each.valid_from, month),
            )
