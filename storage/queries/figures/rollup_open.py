"""What months that are not closed hold so far: provisional, in a column of its own."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from club.accounts import Account
from club.calendar import Month
from club.rollup.published import SMALLEST_GROUP
from club.spans import Span
from storage.queries.figures.rollup_clubs import placed
from storage.tables.books import postings, transactions
from storage.tables.meetings import meetings
from storage.tables.people import members
from storage.tables.rollups import published_months

OPEN_FIGURES = ("meetings", "fees_received", "gifts_in_money")
"""What can be said of a month that may still change: what its books hold as they stand."""


def open_months(db: Connection, communes: set[int], span: Span, until: date) -> dict[str, int]:
    """The open months' figures by code; no club of fewer than five members is among them."""
    last = min(span.last, Month.of(until))
    given = {"communes": list(communes)}
    here = placed(communes, until)
    held = (
        select(func.count())
        .select_from(meetings.join(here, here.c.club_id == meetings.c.club_id))
        .where(
            meetings.c.state == "held",
            meetings.c.month.between(span.first, last),
            *_open(meetings.c.club_id, meetings.c.month),
        )
    )
    money = _income(here, span, last)
    sums = {row[0]: -int(getattr(row[1], "dong", row[1]) or 0) for row in db.execute(money, given)}
    return {
        "meetings": int(db.execute(held, given).scalar_one()),
        "fees_received": sums.get(Account.FEE_INCOME.value, 0),
        "gifts_in_money": sums.get(Account.DONATION_INCOME.value, 0),
    }


def _income(here: Any, span: Span, last: Month) -> Select[*tuple[Any, ...]]:
    return (
        select(postings.c.account, func.sum(postings.c.amount))
        .select_from(
            transactions.join(here, here.c.club_id == transactions.c.club_id).join(
                postings, postings.c.transaction_id == transactions.c.id
            )
        )
        .where(
            postings.c.account.in_([Account.FEE_INCOME.value, Account.DONATION_INCOME.value]),
            transactions.c.booked_month.between(span.first, last),
            *_open(transactions.c.club_id, transactions.c.booked_month),
        )
        .group_by(postings.c.account)
    )


def _open(club_id: Any, month: Any) -> tuple[ColumnElement[bool], ...]:
    closed = (
        select(published_months.c.id)
        .where(published_months.c.club_id == club_id, published_months.c.month == month)
        .exists()
    )
    many = (
        select(func.count())
        .where(members.c.club_id == club_id, members.c.state == "member")
        .scalar_subquery()
    )
    return (~closed, many >= SMALLEST_GROUP)
