"""Several months, a part of one, or more than is owed: what a payment of fees does, said aloud."""

from collections.abc import Sequence

from club.calendar import Month
from club.contributions import FeeCovered, FeeOwed, fee_left, months_covered, months_payable
from club.money import NOTHING, Money, total
from messages.moments import Moment
from messages.money import fee_spread as say
from storage.changes.money.confirm_contribution import ContributionConfirmed
from storage.queries import Connection
from storage.queries.money.contributions import Contribution
from storage.queries.money.fees import fee_facts


def spread_noted(line: Moment, amount: Money, months: Sequence[FeeOwed], today: Month) -> Moment:
    """The line of a payment that is told, with what of it goes ahead or pays a month in part."""
    covered, _ = months_covered(amount, months)
    missing = NOTHING
    if covered and not covered[-1].in_full:
        owed = next(each.amount for each in months if each.month == covered[-1].month)
        missing = owed - covered[-1].amount
    return _noted(line, covered, today, missing)


def waiting_noted(db: Connection, line: Moment, given: Contribution, today: Month) -> Moment:
    """The same for a payment that waits, as it would be booked now."""
    if given.kind != "fee" or given.amount is None:
        return line
    months = months_payable(fee_facts(db, given.club_id, given.member_id), today)
    return spread_noted(line, given.amount, months, today)


def booked_noted(db: Connection, line: Moment, fact: ContributionConfirmed) -> Moment:
    """The same for a payment that stands in the books."""
    if not fact.covered:
        return line
    given, day = fact.declaration, Month.of(fact.received_on)
    facts = fee_facts(db, given.club_id, given.member_id)
    return _noted(line, fact.covered, day, fee_left(facts, fact.covered[-1].month, day))


def _noted(line: Moment, covered: Sequence[FeeCovered], today: Month, missing: Money) -> Moment:
    ahead = [each for each in covered if each.month > today]
    if not ahead and missing == NOTHING:
        return line
    note = say.note(
        ahead=total(each.amount for each in ahead) if ahead else None,
        until=ahead[-1].month if ahead else None,
        part=covered[-1].month if missing else None,
        missing=missing or None,
    )
    return say.with_note(line, note)
