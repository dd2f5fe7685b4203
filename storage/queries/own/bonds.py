"""What still binds a person to her clubs, so that her name has to stay (Club rules, G.3)."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import ColumnElement, Connection, func, or_, select

from club.accounts import Account
from club.members import BOARD
from club.money import NOTHING, Money
from club.personal_data.standing_in import Bonds
from storage.queries.own.about_her import about
from storage.tables.books import places, postings
from storage.tables.loans import loans
from storage.tables.people import members, officers, offices


def bonds_of(db: Connection, person_ids: Collection[int], today: date) -> Bonds:
    """Loans, shares, the club's cash in her hands, offices; over all her clubs."""
    ids = list(person_ids)
    hers = select(members.c.id).where(members.c.person_id.in_(ids))
    owed = postings.c.loan_id.in_(select(loans.c.id).where(about("loans", ids)))
    kept = select(places.c.id).where(places.c.keeper_id.in_(ids), places.c.kind == "hands")
    return Bonds(
        owes=_balance(db, Account.PRINCIPAL, owed),
        share=-_balance(db, Account.MEMBER_SHARE, postings.c.member_id.in_(hers))
        - _balance(db, Account.OWED_TO_LENDERS, postings.c.member_id.in_(hers)),
        cash=_balance(db, Account.CASH, postings.c.place_id.in_(kept)),
        offices=_offices(db, ids, today),
    )


def _balance(db: Connection, account: Account, where: ColumnElement[bool]) -> Money:
    wanted = select(func.sum(postings.c.amount)).where(postings.c.account == account.value, where)
    found = db.execute(wanted).scalar()
    if found is None:
        return NOTHING
    return found if isinstance(found, Money) else Money(int(found))


def _offices(db: Connection, ids: list[int], today: date) -> tuple[str, ...]:
    on_boards = select(offices.c.role).where(
        offices.c.person_id.in_(ids),
        offices.c.role.in_(sorted(each.value for each in BOARD)),
        offices.c.from_day <= today,
        or_(offices.c.to_day.is_(None), offices.c.to_day >= today),
    )
    of_areas = select(officers.c.id).where(
        officers.c.person_id.in_(ids),
        or_(officers.c.to_day.is_(None), officers.c.to_day >= today),
    )
    found = sorted(set(db.execute(on_boards).scalars()))
    return (*found, "officer") if db.execute(of_areas).first() is not None else tuple(found)
