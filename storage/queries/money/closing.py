"""What closing a month would freeze, and what is still open before it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, func, select

from club.accounts import Account, Entry
from club.calendar import Month, day_in_zone
from club.chain import digest
from club.closing import CashHeld, Checklist, check_can_close, month_to_close
from club.inquiries import is_to_be_read_out
from club.interest_split import split_entry
from club.money import NOTHING, Money
from club.summary import count_month
from club.summary.figures import Figures
from club.summary.frozen import frozen
from storage.queries.faults.chain import last_digest, months_closed, sealed_entries
from storage.queries.figures.summary_books import waiting_of_month
from storage.queries.figures.summary_rows import club_rows
from storage.queries.loans.interest import cash_by_place_and_fund, split_due
from storage.queries.money.contributions import Contribution, waiting_contributions
from storage.queries.money.disputes import open_dispute_count
from storage.queries.money.entries import open_inquiries
from storage.queries.money.ledger import Place, cash_by_place, first_booked_month, places_of
from storage.queries.money.meeting_table import open_table
from storage.queries.money.proposals import ProposalKind, waiting_proposals
from storage.tables.areas import clubs
from storage.tables.books import cash_counts, postings, transactions


@dataclass(frozen=True, slots=True)
class Draft:
    """A month that could be closed now. `agreed_on` is a digest of what both have to see alike.

    split: the entry that the closing makes of the interest, if any.
    """

    month: Month
    figures: Figures
    split: Entry | None
    checklist: Checklist
    agreed_on: str


def next_to_close(db: Connection, club_id: int) -> Month:
    """The month that closes next, over or not."""
    founded = select(clubs.c.founded_on).where(clubs.c.id == club_id)
    first = first_booked_month(db, club_id) or Month.of(db.execute(founded).scalar_one())
    return month_to_close(months_closed(db, club_id), first)


def months_over(db: Connection, club_id: int, today: date) -> list[Month]:
    """Every month that is over and not closed, in order."""
    month, found = next_to_close(db, club_id), []
    while month < Month.of(today):
        found.append(month)
        month = month.next()
    return found


def draft(db: Connection, club_id: int, month: Month, today: date) -> Draft:
    """What closing this month would freeze. Raises Refused for a month that cannot close now."""
    check_can_close(month, next_one=next_to_close(db, club_id), today=today)
    split = split_entry(
        split_due(db, club_id, month), cash_by_place_and_fund(db, club_id), month.last_day
    )
    figures = month_figures(db, club_id, month, today)
    return Draft(
        month, figures, split, checklist(db, club_id, figures, today),
        _agreed_on(db, club_id, month, figures, split),
    )  # fmt: skip


def month_figures(db: Connection, club_id: int, month: Month, today: date) -> Figures:
    """The figures of a month, counted from the rows as they are now."""
    rows = club_rows(db, club_id, month, today=today, zone=_zone(db, club_id))
    return count_month(rows, month, today=today)


def _agreed_on(  # noqa: PLR0917
    db: Connection, club_id: int, month: Month, figures: Figures, split: Entry | None
) -> str:
    """What waits and who is to be phoned changes by the hour and is no part of it."""
    steady = replace(figures, waiting=0, to_phone=0)
    moves = () if split is None else split.postings
    return digest(
        last_digest(db, club_id),
        sealed_entries(db, club_id, month).get(month, []),
        [[each.account.value, each.fund, each.place, each.amount.dong] for each in moves],
        frozen(steady),
    )


def checklist(db: Connection, club_id: int, figures: Figures, today: date) -> Checklist:
    """What is still open before the month of these figures closes (Club rules, D.1)."""
    month, meeting = figures.month, figures.meeting
    proposals = waiting_proposals(db, club_id)
    inquiries = open_inquiries(db, club_id)
    closed = months_closed(db, club_id)
    return Checklist(
        month=month,
        today=today,
        waiting=waiting_of_month(db, club_id, month, _zone(db, club_id)),
        proposals=sum(each.kind is not ProposalKind.CLOSE for each in proposals),
        cash=tuple(cash_held(db, club_id, month)),
        met_on=meeting.held_on,
        has_minutes=meeting.has_minutes,
        disputes=open_dispute_count(db, club_id),
        tables=int(_has_table_left(db, club_id, month)),
        unsettled=len(inquiries),
        read_out=sum(
            is_to_be_read_out(each.entry.booked_month, [*closed, month]) for each in inquiries
        ),
    )


def waiting_before_closing(db: Connection, club_id: int, month: Month) -> list[Contribution]:
    """The contributions that the checklist of this month counts: what was told of later is none."""
    zone = _zone(db, club_id)
    waiting = waiting_contributions(db, club_id)
    return [each for each in waiting if Month.of(day_in_zone(each.declared_at, zone)) <= month]


def _has_table_left(db: Connection, club_id: int, month: Month) -> bool:
    """Whether a meeting table of the month, or of one before it, is still open."""
    table = open_table(db, club_id)
    return table is not None and Month.of(table.held_on) <= month


def cash_held(db: Connection, club_id: int, month: Month) -> Iterable[CashHeld]:
    """Every place with money in it, and whether it was counted in the month or after."""
    cash = cash_by_place(db, club_id)
    counted = set(
        db.execute(
            select(cash_counts.c.place_id).where(
                cash_counts.c.club_id == club_id, cash_counts.c.counted_on >= month.first_day
            )
        ).scalars()
    )
    for place in places_of(db, club_id):
        if cash.get(place.id):
            yield CashHeld(
                place.id, cash[place.id], place.id in counted, _since(db, club_id, place)
            )


def _since(db: Connection, club_id: int, place: Place) -> date | None:
    """Since when money has been in these hands without a break; None for tin and bank."""
    if place.kind != "hands":
        return None
    found = db.execute(
        select(transactions.c.happened_on, func.sum(postings.c.amount))
        .join(postings, postings.c.transaction_id == transactions.c.id)
        .where(
            postings.c.club_id == club_id,
            postings.c.account == Account.CASH.value,
            postings.c.place_id == place.id,
        )
        .group_by(transactions.c.sequence, transactions.c.happened_on)
        .order_by(transactions.c.sequence)
    )
    there, since = NOTHING, None
    for day, amount in found:
        before, there = there, there + _money(amount)
        if before <= NOTHING < there:
            since = day
    return since


def _money(amount: Money | int) -> Money:
    return amount if isinstance(amount, Money) else Money(int(amount))


def _zone(db: Connection, club_id: int) -> ZoneInfo:
    return ZoneInfo(db.execute(select(clubs.c.timezone).where(clubs.c.id == club_id)).scalar_one())
