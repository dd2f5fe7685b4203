"""The state of a club's books, read at one moment."""

from datetime import date

from sqlalchemy import Connection, func, select

from club.accounts import Kind
from club.cash_limits import is_above
from club.money import Money, total
from club.state_of_books import FundState, PlaceState, StateOfBooks
from storage.queries.clubs import club
from storage.queries.faults.chain import closed_month
from storage.queries.figures.summary_books import waiting_count
from storage.queries.loans.loans import running_loans
from storage.queries.money.cash_limits import cash_limit
from storage.queries.money.disputes import open_dispute_count
from storage.queries.money.entries import open_inquiries
from storage.queries.money.ledger import (
    cash_by_place,
    fund_positions,
    funds_of,
    last_closed_month,
    places_of,
)
from storage.queries.money.proposals import waiting_proposals
from storage.tables.books import transactions

SERIES = ("PT", "PC")


def state_of_books(db: Connection, club_id: int, today: date) -> StateOfBooks:
    """How the books stand now."""
    positions = fund_positions(db, club_id)
    inquiries = [each.entry for each in open_inquiries(db, club_id)]
    last_month = last_closed_month(db, club_id)
    closed = None if last_month is None else closed_month(db, club_id, last_month)
    last = select(func.max(transactions.c.sequence)).where(transactions.c.club_id == club_id)
    limit = cash_limit(db, club_id, today)
    return StateOfBooks(
        club_name=club(db, club_id).name,
        day=today,
        funds=tuple(
            FundState(each.kind, each.name, positions[each.id]) for each in funds_of(db, club_id)
        ),
        places=_places(db, club_id, limit),
        loans_running=len(running_loans(db, club_id)),
        missing=total(each.amount for each in inquiries if each.kind is Kind.SHORTAGE),
        extra=total(each.amount for each in inquiries if each.kind is Kind.OVERAGE),
        waiting=waiting_count(db, club_id),
        proposals=len(waiting_proposals(db, club_id)),
        disputes=open_dispute_count(db, club_id),
        last_slips=_last_slips(db, club_id),
        last_sequence=int(db.execute(last).scalar() or 0),
        closed=last_month,
        closing_code="" if closed is None else closed.code,
        cash_limit=limit,
    )


def _places(db: Connection, club_id: int, limit: Money) -> tuple[PlaceState, ...]:
    cash = cash_by_place(db, club_id)
    return tuple(
        PlaceState(
            each.kind,
            each.name,
            each.keeper,
            cash[each.id],
            is_above(limit, kind=each.kind, there=cash[each.id]),
        )
        for each in places_of(db, club_id)
        if cash.get(each.id)
    )


def _last_slips(db: Connection, club_id: int) -> tuple[str, ...]:
    found = (
        db.execute(
            select(transactions.c.voucher)
            .where(
                transactions.c.club_id == club_id, transactions.c.voucher.startswith(f"{series} ")
            )
            .order_by(transactions.c.sequence.desc())
            .limit(1)
        ).scalar()
        for series in SERIES
    )
    return tuple(each for each in found if each)
