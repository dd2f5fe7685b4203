"""A fee comes in: the entry, and the months it covers. Used wherever fees are taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from club.calendar import Month
from club.contributions import FeeCovered, months_covered, months_payable, total_owed
from club.ledger import fee_received
from club.money import Money
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.money.book import Attached, Written, write_entry
from storage.changes.money.second_person import locked_club_of
from storage.queries.money.fees import fee_facts
from storage.queries.money.ledger import fund_of_kind


@dataclass(frozen=True, slots=True)
class FeeTaken:
    """The entry of a fee and what it covers, the oldest month first."""

    written: Written
    covered: tuple[FeeCovered, ...]


def receive_fee(
    db: Connection,
    deed: Deed,
    *,
    member_id: int,
    amount: Money,
    place: int,
    happened_on: date,
    cause: str | None = None,
    second_person: int | None = None,
) -> FeeTaken:
    """Book a member's fee into the operating fund: what is owed first, then months ahead.

    Raises Refused(SUM_TOO_LARGE) for more than what is owed and a year ahead; nothing is kept
    silently. Call it once for a cause: a second call would cover later months.
    """
    club_id = locked_club_of(deed, db)
    covered = _spread(db, club_id, (member_id, amount), Month.of(happened_on))
    entry = fee_received(
        fund=fund_of_kind(db, club_id, "operating"),
        place=place,
        amount=amount,
        member=member_id,
        means=covered[0].month if len(covered) == 1 else None,
        happened_on=happened_on,
    )
    written = write_entry(
        db,
        deed,
        entry,
        attached=_months(member_id, covered),
        cause=cause,
        for_member=member_id,
        second_person=second_person,
    )
    return FeeTaken(written, covered)


def _spread(
    db: Connection, club_id: int, fee: tuple[int, Money], paid_in: Month
) -> tuple[FeeCovered, ...]:
    """The months that this sum of this member pays; all of the sum goes somewhere."""
    member_id, amount = fee
    months = months_payable(fee_facts(db, club_id, member_id), paid_in)
    covered, rest = months_covered(amount, months)
    if rest:
        raise Refused(Code.SUM_TOO_LARGE, possible=total_owed(months))
    return covered


def _months(member_id: int, covered: Sequence[FeeCovered]) -> Attached:
    """Which months were paid, and how much of each."""
    return Attached(
        fee_months=[
            {"member_id": member_id, "month": each.month, "amount": each.amount} for each in covered
        ]
    )
