"""The board changes the club's fee, or one member's; two people, never backwards."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from club.calendar import Month
from club.contributions import PERIODS, FeeFacts, FeeRate, rate_in_force
from club.fee_rules import (
    LARGEST_FEE,
    OwnRate,
    begun_after,
    club_rate_again,
    is_another_kind,
    kept_for_months_paid,
    own_rate_from,
)
from club.members import Action
from club.money import NOTHING, Money, total
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.money.book import Written
from storage.changes.money.second_person import Proposed, carried_out, locked_club_of, propose
from storage.changes.rights import must_be_allowed
from storage.queries.money.fees import FeeRates, fee_facts_of, fee_rates_of
from storage.queries.money.proposals import Proposal, ProposalKind, waiting_proposals
from storage.tables.books import fee_rates
from storage.tables.people import members


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFee:
    """The fee of everybody: `amount` for each period, of a person or of a household."""

    amount: Money
    period_months: int
    per_household: bool

    def carry_out(self, db: Connection, deed: Deed) -> Proposed:
        must_be_allowed(db, deed, Action.CHANGE_SETTING)
        club_id = locked_club_of(deed, db)
        if not NOTHING <= self.amount <= LARGEST_FEE or self.period_months not in PERIODS:
            raise Refused(Code.SUM_TOO_LARGE, possible=LARGEST_FEE)
        club = fee_rates_of(db, club_id).club
        now = rate_in_force(club, Month.of(deed.today))
        if now is not None and now == _rate(self, now.valid_from):
            raise Refused(Code.NOTHING_CHANGED)
        _check_nothing_ahead(club, Month.of(deed.today))
        if waiting_proposals(db, club_id, ProposalKind.FEE):
            raise Refused(Code.WAITS_ALREADY)
        content = {
            "amount": self.amount.dong,
            "months": self.period_months,
            "household": self.per_household,
        }
        return propose(db, deed, ProposalKind.FEE, content)


def _rate(change: ChangeFee, month: Month) -> FeeRate:
    return FeeRate(
        valid_from=month,
        amount=change.amount,
        period_months=change.period_months,
        per_household=change.per_household,
    )


def _check_nothing_ahead(club: Sequence[FeeRate], today: Month) -> None:
    """One change after the other: the next is possible when this one has begun."""
    for each in club:
        if each.valid_from > today:
            raise Refused(Code.CHANGE_AHEAD, month=each.valid_from)


def rate_proposed(about: Proposal, month: Month) -> FeeRate:
    """The fee that a proposal means, as if it began in this month."""
    return FeeRate(
        valid_from=month,
        amount=Money(about.content["amount"]),
        period_months=about.content["months"],
        per_household=about.content["household"],
    )


@carried_out(ProposalKind.FEE)
def change_fee(db: Connection, deed: Deed, agreed: Proposal) -> tuple[Written, ...]:
    """It begins with a period, a week or more from now; whoever has paid ahead keeps the old one
    until those months are over.
    """
    rates = fee_rates_of(db, agreed.club_id)
    _check_nothing_ahead(rates.club, Month.of(deed.today))
    before = rate_in_force(rates.club, Month.of(deed.today))
    wanted = rate_proposed(agreed, Month.of(deed.today))
    after = begun_after(wanted, before=before, decided_on=deed.today)
    _settle(db, agreed, after)
    if before is not None and is_another_kind(before, after):
        _keep_months_paid(db, agreed, rates, (before, after))
    return ()


def _keep_months_paid(
    db: Connection, agreed: Proposal, rates: FeeRates, change: tuple[FeeRate, FeeRate]
) -> None:
    before, after = change
    for member_id, facts in fee_facts_of(db, agreed.club_id).items():
        if member_id in rates.own:
            continue
        months = {each.month for each in (*facts.paid, *facts.household_paid)}
        paid = {month for month in months if total(_amounts(facts, month)) > NOTHING}
        for each in kept_for_months_paid(paid, before, after):
            _settle_own(db, agreed, member_id, each)


def _amounts(facts: FeeFacts, month: Month) -> list[Money]:
    return [each.amount for each in facts.payments_for(month)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeOwnFee:
    """One member's exception: an own sum, nothing (exempt), or with None the club's fee again."""

    member_id: int
    amount: Money | None
    reason: str

    def carry_out(self, db: Connection, deed: Deed) -> Proposed:
        must_be_allowed(db, deed, Action.CHANGE_SETTING)
        club_id = locked_club_of(deed, db)
        if not self.reason.strip():
            raise Refused(Code.REASON_MISSING)
        if self.amount is not None and self.amount > LARGEST_FEE:
            raise Refused(Code.SUM_TOO_LARGE, possible=LARGEST_FEE)
        _check_member(db, club_id, self.member_id)
        rates = fee_rates_of(db, club_id)
        if self.amount is None and self.member_id not in rates.own:
            raise Refused(Code.NOTHING_CHANGED)
        dong = None if self.amount is None else self.amount.dong
        content = {"member": self.member_id, "amount": dong}
        return propose(
            db, deed, ProposalKind.OWN_FEE, content, subject=self.member_id, reason=self.reason
        )


def _check_member(db: Connection, club_id: int, member_id: int) -> None:
    found = select(members.c.id).where(
        members.c.id == member_id, members.c.club_id == club_id, members.c.state == "member"
    )
    if db.execute(found).first() is None:
        raise Refused(Code.NOT_FOUND)


def own_rate_proposed(rates: FeeRates, member_id: int, dong: int | None, today: Month) -> OwnRate:
    """What an exception means, and from which month, if it is agreed to today.

    dong: the member's own sum, or None for the club's fee again.
    """
    if dong is None:
        own = rate_in_force(rates.of(member_id), today)
        return club_rate_again(rates.club, own, today=today)
    return own_rate_from(rates.club, Money(dong), today=today)


@carried_out(ProposalKind.OWN_FEE)
def change_own_fee(db: Connection, deed: Deed, agreed: Proposal) -> tuple[Written, ...]:
    """From this month (exempt) or the next period; what is past stays owed or paid."""
    rates = fee_rates_of(db, agreed.club_id)
    wanted = (agreed.subject, agreed.content["amount"])
    exception = own_rate_proposed(rates, *wanted, Month.of(deed.today))
    months = [each.valid_from for each in rates.own.get(agreed.subject, ())]
    if months and max(months) >= exception.valid_from:
        raise Refused(Code.CHANGE_AHEAD, month=max(months))
    _settle_own(db, agreed, agreed.subject, exception)
    return ()


def _settle(db: Connection, agreed: Proposal, rate: FeeRate) -> None:
    inserted(
        db,
        fee_rates,
        club_id=agreed.club_id,
        amount=rate.amount,
        period_months=rate.period_months,
        per_household=rate.per_household,
        valid_from=rate.valid_from,
        proposal_id=agreed.id,
    )


def _settle_own(db: Connection, agreed: Proposal, member_id: int, exception: OwnRate) -> None:
    rate = exception.rate
    inserted(
        db,
        fee_rates,
        club_id=agreed.club_id,
        member_id=member_id,
        amount=NOTHING if rate is None else rate.amount,
        period_months=1 if rate is None else rate.period_months,
        per_household=rate is not None and rate.per_household,
        follows_club=rate is None,
        valid_from=exception.valid_from,
        proposal_id=agreed.id,
    )
