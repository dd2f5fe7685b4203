"""A fund's cash of a month: what lay there at its beginning, and what went through it."""

from typing import Any

from sqlalchemy import Connection, and_, func, or_, select

from club.accounts import Account, Kind
from club.calendar import Month
from club.money import Money
from storage.tables.books import postings, transactions


def cash_at_the_beginning(db: Connection, fund_id: int, month: Month) -> Money:
    """What lay there, with what the club brought along in this month when its books began."""
    wrong = transactions.alias("wrong")
    kind = func.coalesce(wrong.c.kind, transactions.c.kind)
    before = db.execute(
        select(func.coalesce(func.sum(postings.c.amount), 0))
        .select_from(
            postings.join(transactions, transactions.c.id == postings.c.transaction_id).outerjoin(
                wrong, wrong.c.id == transactions.c.reverses_id
            )
        )
        .where(
            postings.c.fund_id == fund_id,
            postings.c.account == Account.CASH.value,
            or_(
                transactions.c.booked_month < month,
                and_(transactions.c.booked_month == month, kind == Kind.OPENING.value),
            ),
        )
    ).scalar_one()
    return before if isinstance(before, Money) else Money(int(before))


def cash_entries(db: Connection, fund_id: int, month: Month) -> Any:
    """The month's postings of cash, each with its entry and the kind of what that reverses."""
    wrong = transactions.alias("wrong")
    entries = postings.join(transactions, transactions.c.id == postings.c.transaction_id)
    return db.execute(
        select(
            transactions.c.happened_on,
            transactions.c.voucher,
            transactions.c.kind,
            transactions.c.for_member,
            transactions.c.reverses_id,
            wrong.c.kind.label("reversed_kind"),
            postings.c.amount,
        )
        .select_from(entries.outerjoin(wrong, wrong.c.id == transactions.c.reverses_id))
        .where(
            postings.c.fund_id == fund_id,
            postings.c.account == Account.CASH.value,
            transactions.c.booked_month == month,
        )
        .order_by(transactions.c.sequence, postings.c.id)
    )
