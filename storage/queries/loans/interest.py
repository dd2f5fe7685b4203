"""Interest received, what other funds get of it, and what was moved to them at closings."""

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import Connection, func, select

from club.accounts import Account, Kind
from club.calendar import Month
from club.interest_split import InterestReceived, SplitRule, Way, still_due
from club.money import NOTHING, Money
from storage.queries.settings.settings import setting_history
from storage.tables.books import postings, transactions

SETTING = "interest_split"
"""A list of [fund, percent] from a day on; what is left stays with the fund that lent."""


def split_rules(db: Connection, club_id: int) -> list[SplitRule]:
    """The club's rules in the order of their days; none where all interest stays."""
    return [
        SplitRule(each.valid_from, tuple((fund, part) for fund, part in each.value))
        for each in setting_history(db, club_id, SETTING)
    ]


def interest_received(db: Connection, club_id: int, until: Month) -> list[InterestReceived]:
    """Interest booked up to the month; a reversal counts by the day of what it reverses."""
    reversed_ = transactions.alias("reversed")
    found = db.execute(
        select(
            postings.c.fund_id,
            func.coalesce(reversed_.c.happened_on, transactions.c.happened_on),
            postings.c.amount,
        )
        .select_from(
            postings.join(transactions, transactions.c.id == postings.c.transaction_id).outerjoin(
                reversed_, reversed_.c.id == transactions.c.reverses_id
            )
        )
        .where(
            postings.c.club_id == club_id,
            postings.c.account == Account.INTEREST_INCOME.value,
            transactions.c.kind != Kind.INTEREST_SPLIT.value,
            transactions.c.booked_month <= until,
        )
        .order_by(postings.c.id)
    )
    return [InterestReceived(fund, day, -amount) for fund, day, amount in found]


def interest_split_so_far(db: Connection, club_id: int) -> dict[Way, Money]:
    """What closings and corrections have moved, from fund to fund."""
    found = db.execute(
        select(postings.c.fund_id, postings.c.amount)
        .join(transactions, transactions.c.id == postings.c.transaction_id)
        .where(
            postings.c.club_id == club_id,
            postings.c.account == Account.INTEREST_INCOME.value,
            transactions.c.kind == Kind.INTEREST_SPLIT.value,
        )
        .order_by(postings.c.id)
    ).all()
    moved: dict[Way, Money] = defaultdict(lambda: NOTHING)
    # Each move has two lines, the giver's and then the taker's.
    for giver, taker in zip(found[::2], found[1::2], strict=True):
        moved[giver.fund_id, taker.fund_id] += giver.amount
    return dict(moved)


def split_due(db: Connection, club_id: int, until: Month) -> dict[Way, Money]:
    """What is to be moved when this month closes."""
    rules = split_rules(db, club_id)
    received = interest_received(db, club_id, until) if rules else []
    return still_due(received, rules, interest_split_so_far(db, club_id))


def cash_by_place_and_fund(db: Connection, club_id: int) -> Mapping[tuple[int, int], Money]:
    """What lies where, by what it is for."""
    found = db.execute(
        select(postings.c.place_id, postings.c.fund_id, func.sum(postings.c.amount))
        .where(postings.c.club_id == club_id, postings.c.account == Account.CASH.value)
        .group_by(postings.c.place_id, postings.c.fund_id)
        .order_by(postings.c.place_id, postings.c.fund_id)
    )
    return {
        (place, fund): amount if isinstance(amount, Money) else Money(int(amount))
        for place, fund, amount in found
    }
