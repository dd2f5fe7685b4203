"""A round of lending: it opens, collects requests, and the meeting decides it (Club rules, C.1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, update

from club.ledger import check_day
from club.members import Action
from club.money import total
from club.refusals import Code, Refused
from club.rounds import LONGEST_DAYS
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.money.book import Written
from storage.changes.money.second_person import Proposed, carried_out, locked_club_of, propose
from storage.changes.rights import must_be_allowed
from storage.queries.loans.lending import free_to_lend
from storage.queries.loans.loans import LoanState
from storage.queries.loans.rounds import Ranked, Round, loan_round, open_round, requests_ranked
from storage.queries.money.proposals import Proposal, ProposalKind
from storage.tables.loans import loan_rounds, loans


@dataclass(frozen=True, slots=True)
class RoundOpened:
    round: Round


@dataclass(frozen=True, slots=True)
class OpenRound:
    """From now on requests are collected, until this day; one round at a time."""

    closes_on: date

    def carry_out(self, db: Connection, deed: Deed) -> RoundOpened:
        must_be_allowed(db, deed, Action.PLAN_MEETING)
        club_id = locked_club_of(deed, db)
        if open_round(db, club_id) is not None:
            raise Refused(Code.ROUND_OPEN)
        if not deed.today <= self.closes_on <= deed.today + timedelta(days=LONGEST_DAYS):
            raise Refused(Code.DAY_PAST)
        inserted(
            db,
            loan_rounds,
            club_id=club_id,
            opened_on=deed.today,
            closes_on=self.closes_on,
            opened_by=deed.person,
            state="open",
            cause=deed.cause,
        )
        opened = open_round(db, club_id)
        assert opened is not None
        return RoundOpened(opened)


@dataclass(frozen=True, slots=True)
class DecideRound:
    """Whom the meeting lends to, in its order; all others of the round are refused.

    Entered with the minutes by one; a second person has to agree.
    """

    round_id: int
    agreed: tuple[int, ...]
    minutes_on: date

    def carry_out(self, db: Connection, deed: Deed) -> Proposed:
        must_be_allowed(db, deed, Action.PLAN_MEETING)
        club_id = locked_club_of(deed, db)
        check_day(self.minutes_on, today=deed.today)
        waiting = _waiting(db, club_id, self.round_id, deed.today)
        _check_money(db, club_id, _chosen(waiting, self.agreed))
        content = {
            "agreed": list(self.agreed),
            "asked": sorted(each.loan.id for each in waiting),
            "minutes_on": self.minutes_on.isoformat(),
        }
        return propose(db, deed, ProposalKind.LOAN_ROUND, content, subject=self.round_id)


@carried_out(ProposalKind.LOAN_ROUND)
def decide_round(db: Connection, deed: Deed, agreed: Proposal) -> tuple[Written, ...]:
    """Every request of the round has its answer. Raises Refused if one came or went meanwhile."""
    waiting = _waiting(db, agreed.club_id, agreed.subject, deed.today)
    if sorted(each.loan.id for each in waiting) != agreed.content["asked"]:
        raise Refused(Code.BOOKS_CHANGED)
    chosen = _chosen(waiting, agreed.content["agreed"])
    _check_money(db, agreed.club_id, chosen)
    ranks = {each.loan.id: rank for rank, each in enumerate(chosen, start=1)}
    minutes_on = date.fromisoformat(agreed.content["minutes_on"])
    for each in waiting:
        state = LoanState.AGREED if each.loan.id in ranks else LoanState.REFUSED
        db.execute(
            update(loans)
            .where(loans.c.id == each.loan.id)
            .values(
                state=state.value,
                decided_on=deed.today,
                minutes_on=minutes_on,
                decided_by=agreed.proposed_by,
                round_rank=ranks.get(each.loan.id),
            )
        )
    decided = update(loan_rounds).where(loan_rounds.c.id == agreed.subject)
    db.execute(decided.values(state="decided", minutes_on=minutes_on))
    return ()


def _waiting(db: Connection, club_id: int, number: int, today: date) -> list[Ranked]:
    """The requests of an open round whose days are over."""
    found = loan_round(db, club_id, number)
    if found is None:
        raise Refused(Code.NOT_FOUND)
    if not found.is_open:
        raise Refused(Code.ALREADY_DONE)
    if found.collects(today):
        raise Refused(Code.ROUND_COLLECTS, day=found.closes_on)
    return requests_ranked(db, club_id, number, today)


def _chosen(waiting: Sequence[Ranked], agreed: Sequence[int]) -> list[Ranked]:
    by_number = {each.loan.id: each for each in waiting}
    if len(set(agreed)) != len(agreed) or not set(agreed) <= set(by_number):
        raise Refused(Code.BOOKS_CHANGED)
    return [by_number[each] for each in agreed]


def _check_money(db: Connection, club_id: int, chosen: Sequence[Ranked]) -> None:
    free = free_to_lend(db, club_id)
    if total(each.loan.terms.principal for each in chosen) > free:
        raise Refused(Code.FUND_TOO_SMALL, free=free)
