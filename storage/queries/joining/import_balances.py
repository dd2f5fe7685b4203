"""What lay in each fund when the books began."""

import unicodedata

from sqlalchemy import Connection, func, select

from club.accounts import RETURNABLE, Account, Kind, Source
from club.importing import Column, IncomingBalance, Reason
from club.money import NOTHING, Money
from club.recognising import same_name_as
from storage.queries.joining.planned_import import Find, Key, Plan, PlannedBalance, cause_of_balance
from storage.queries.loans.lending import as_money
from storage.queries.money.ledger import funds_of
from storage.tables.books import owed_terms, places, postings, reversals, transactions


class BalancePlanner:
    """Holds the club's funds and the openings that are in its books."""

    def __init__(self, db: Connection, club_id: int) -> None:
        self._club_id = club_id
        self._funds: dict[str, int] = {}
        for each in funds_of(db, club_id):
            name = each.kind if each.kind != "other" else _bare(each.name)
            self._funds.setdefault(name, each.id)
        self._openings = _openings(db, club_id)
        self._lent = _lent_from_outside(db, club_id)
        self._opened_by_hand = frozenset(
            fund
            for cause, (fund, amount) in self._openings.items()
            if amount and not cause.startswith("import:")
        )
        self._in_file: dict[tuple[int, str, Source, Key | str], IncomingBalance] = {}

    def plan(self, balance: IncomingBalance, plan: Plan, find: Find) -> None:
        """Note the balance as new, there or wrong."""
        fund = self._funds.get(balance.fund)
        if fund is None:
            plan.wrong(balance.at, Column.FUND, Reason.NOT_UNDERSTOOD, said=balance.fund)
            return
        if balance.source not in RETURNABLE:
            self._plan_known(PlannedBalance(fund, None, balance), plan)
        elif balance.whose is None:
            plan.wrong(balance.at, Column.NAME, Reason.OWNER_MISSING)
        elif balance.source is Source.LENT and not find.knows(balance.whose):
            self._plan_known(PlannedBalance(fund, None, balance, balance.whose.name), plan)
        elif (owner := find(balance.at, balance.whose)) is not None:
            self._plan_known(PlannedBalance(fund, owner, balance), plan)

    def _plan_known(self, planned: PlannedBalance, plan: Plan) -> None:
        balance = planned.balance
        whose = planned.owner or same_name_as(planned.lender)
        key = (planned.fund, balance.place, balance.source, whose)
        first = self._in_file.setdefault(key, balance)
        there = self._there(planned)
        if first is not balance:
            values = {"row": first.at.row, "sheet": first.at.sheet}
            plan.wrong(balance.at, Column.FUND, Reason.TWICE, **values)
        elif there == balance.amount:
            plan.balances_there += 1
        elif there is not None:
            plan.wrong(balance.at, Column.AMOUNT, Reason.RECORDED_OTHERWISE, there=there)
        elif planned.fund in self._opened_by_hand:
            plan.wrong(balance.at, Column.FUND, Reason.OPENING_THERE)
        else:
            plan.balances.append(planned)

    def _there(self, planned: PlannedBalance) -> Money | None:
        owner = planned.owner
        if planned.lender:
            place = planned.balance.place
            return self._lent.get((planned.fund, place, same_name_as(planned.lender)))
        if owner is not None and not isinstance(owner, int):
            return None
        cause = cause_of_balance(self._club_id, planned.fund, planned.balance, owner)
        found = self._openings.get(cause)
        return None if found is None else found[1]


def _openings(db: Connection, club_id: int) -> dict[str, tuple[int, Money]]:
    """Fund and cash of every opening by its cause; one that was reversed stands with nothing."""
    found = db.execute(
        select(
            transactions.c.cause,
            postings.c.fund_id,
            func.sum(postings.c.amount),
            func.count(reversals.c.id),
        )
        .join(postings, postings.c.transaction_id == transactions.c.id)
        .outerjoin(reversals, reversals.c.reverses_id == transactions.c.id)
        .where(
            transactions.c.club_id == club_id,
            transactions.c.kind == Kind.OPENING.value,
            postings.c.account == Account.CASH.value,
        )
        .group_by(transactions.c.cause, postings.c.fund_id)
    )
    return {
        cause: (fund, NOTHING if reversed_by else as_money(amount))
        for cause, fund, amount, reversed_by in found
    }


def _lent_from_outside(db: Connection, club_id: int) -> dict[tuple[int, str, str], Money]:
    """Openings lent by people who are no members: by fund, place and the lender's name."""
    found = db.execute(
        select(owed_terms.c.fund_id, places.c.kind, owed_terms.c.lender, postings.c.amount)
        .join(transactions, transactions.c.id == owed_terms.c.transaction_id)
        .join(postings, postings.c.transaction_id == transactions.c.id)
        .join(places, places.c.id == postings.c.place_id)
        .where(
            owed_terms.c.club_id == club_id,
            owed_terms.c.member_id.is_(None),
            transactions.c.kind == Kind.OPENING.value,
        )
    )
    return {(fund, place, same_name_as(name)): amount for fund, place, name, amount in found}


def _bare(name: str) -> str:
    """As the reader of the file writes a fund's name: small letters without marks."""
    apart = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return " ".join("".join(sign for sign in apart if not unicodedata.combining(sign)).split())
