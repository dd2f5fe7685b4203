"""Whether loans say what their entries say, and votes were given by those who may."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, and_, func, select

from club.accounts import Account
from club.money import NOTHING, Money
from storage.queries.money.ledger import principal_by_loan
from storage.tables.books import postings, reversals, transactions
from storage.tables.loans import instalments, loan_votes, loans, repayments
from storage.tables.people import members, offices

_LENT = ("running", "repaid", "written_off")


def loan_faults(db: Connection, club_id: int) -> Iterator[str]:
    """Everything about a club's loans that cannot be."""
    yield from _balances(db, club_id)
    yield from _schedules(db, club_id)
    yield from _repayments(db, club_id)
    yield from _votes(db, club_id)


def _balances(db: Connection, club_id: int) -> Iterator[str]:
    """The principal still out, by state: nothing before it is paid out and after it is repaid."""
    booked = principal_by_loan(db, club_id)
    found = db.execute(
        select(loans.c.id, loans.c.state, loans.c.principal).where(loans.c.club_id == club_id)
    ).all()
    for row in found:
        left = booked.pop(row.id, NOTHING)
        if left < NOTHING:
            yield f"loan {row.id} was repaid by more than was lent: {left.dong}"
        elif row.state != "running" and left:
            yield f"loan {row.id} is {row.state}, its entries say that {left.dong} are still out"
        elif left > row.principal:
            yield f"loan {row.id} is of {row.principal.dong}, its entries say {left.dong} are out"
    for number in booked:
        yield f"entries name loan {number}, which the club does not have"


def _schedules(db: Connection, club_id: int) -> Iterator[str]:
    """Instalments belong to a loan that was paid out, and add up to what is still to be paid."""
    planned = _sums(db, club_id, instalments.c.principal)
    paid = _paid_principal(db, club_id)
    booked = principal_by_loan(db, club_id)
    found = db.execute(
        select(loans.c.id, loans.c.state, loans.c.principal).where(loans.c.club_id == club_id)
    )
    for row in found:
        plan = planned.get(row.id)
        if plan is not None and row.state not in _LENT:
            yield f"loan {row.id} is {row.state} and has instalments"
        elif plan is None and row.state == "running":
            yield f"loan {row.id} is running and has no instalments"
        elif row.state == "running" and plan is not None:
            left = plan - paid.get(row.id, NOTHING)
            if left != booked.get(row.id, NOTHING):
                there = booked.get(row.id, NOTHING).dong
                yield (
                    f"loan {row.id}: by its schedule {left.dong} are still out, "
                    f"by its entries {there}"
                )
    orphans = (
        select(instalments.c.id)
        .outerjoin(loans, loans.c.id == instalments.c.loan_id)
        .where(loans.c.id.is_(None))
    )
    for number in db.execute(orphans).scalars():
        yield f"instalment {number} has no loan"


def _sums(db: Connection, club_id: int, amount: Any) -> dict[int, Money]:
    found = db.execute(
        select(loans.c.id, func.sum(amount))
        .join(instalments, instalments.c.loan_id == loans.c.id)
        .where(loans.c.club_id == club_id)
        .group_by(loans.c.id)
    )
    return {number: _money(sum_) for number, sum_ in found}


def _paid_principal(db: Connection, club_id: int) -> dict[int, Money]:
    """What was repaid of each loan and not reversed."""
    found = db.execute(
        select(repayments.c.loan_id, func.sum(repayments.c.principal))
        .select_from(
            repayments.join(loans, loans.c.id == repayments.c.loan_id).outerjoin(
                reversals, reversals.c.reverses_id == repayments.c.transaction_id
            )
        )
        .where(loans.c.club_id == club_id, reversals.c.id.is_(None))
        .group_by(repayments.c.loan_id)
    )
    return {number: _money(sum_) for number, sum_ in found}


def _repayments(db: Connection, club_id: int) -> Iterator[str]:
    """What is kept of a repayment by instalment is what its entry says."""
    kept = (
        select(
            repayments.c.transaction_id,
            repayments.c.loan_id,
            func.sum(repayments.c.principal).label("principal"),
            func.sum(repayments.c.interest).label("interest"),
        )
        .join(loans, loans.c.id == repayments.c.loan_id)
        .where(loans.c.club_id == club_id)
        .group_by(repayments.c.transaction_id, repayments.c.loan_id)
    )
    booked = _booked_repayments(db, club_id)
    for row in db.execute(kept):
        key = (row.transaction_id, row.loan_id)
        said = (_money(row.principal), _money(row.interest))
        sequence, there = booked.pop(key, (row.transaction_id, (NOTHING, NOTHING)))
        if said != there:
            yield _differs(sequence, row.loan_id, said, there)
    for (_, loan), (sequence, there) in booked.items():
        yield _differs(sequence, loan, (NOTHING, NOTHING), there)


def _differs(
    sequence: int, loan: int, kept: tuple[Money, Money], booked: tuple[Money, Money]
) -> str:
    return (
        f"entry {sequence} repays {booked[0].dong} and interest {booked[1].dong} of loan {loan}, "
        f"its instalments say {kept[0].dong} and {kept[1].dong}"
    )


def _booked_repayments(
    db: Connection, club_id: int
) -> dict[tuple[int, int], tuple[int, tuple[Money, Money]]]:
    found = db.execute(
        select(
            transactions.c.id,
            transactions.c.sequence,
            postings.c.loan_id,
            postings.c.account,
            postings.c.amount,
        )
        .join(postings, postings.c.transaction_id == transactions.c.id)
        .where(
            transactions.c.club_id == club_id,
            transactions.c.kind == "repayment",
            postings.c.loan_id.is_not(None),
        )
    )
    sums: dict[tuple[int, int], tuple[int, tuple[Money, Money]]] = {}
    for number, sequence, loan, account, amount in found:
        _, (principal, interest) = sums.get((number, loan), (sequence, (NOTHING, NOTHING)))
        if account == Account.PRINCIPAL.value:
            principal -= amount
        else:
            interest -= amount
        sums[number, loan] = (sequence, (principal, interest))
    return sums


def _votes(db: Connection, club_id: int) -> Iterator[str]:
    """Votes are of the board, and never of the borrower (Club rules, C.2)."""
    held = and_(
        offices.c.club_id == loans.c.club_id,
        offices.c.person_id == loan_votes.c.person_id,
        offices.c.role.in_(("chair", "deputy", "secretary", "bookkeeper", "cashier")),
    )
    found = db.execute(
        select(
            loan_votes.c.loan_id,
            loan_votes.c.person_id,
            members.c.person_id,
            func.count(offices.c.id),
        )
        .select_from(
            loan_votes.join(loans, loans.c.id == loan_votes.c.loan_id)
            .join(members, members.c.id == loans.c.member_id)
            .outerjoin(offices, held)
        )
        .where(loans.c.club_id == club_id)
        .group_by(loan_votes.c.loan_id, loan_votes.c.person_id, members.c.person_id)
        .order_by(loan_votes.c.loan_id, loan_votes.c.person_id)
    )
    for loan, voter, borrower, offices_held in found:
        if voter == borrower:
            yield f"loan {loan}: the borrower has voted on it"
        elif not offices_held:
            yield f"loan {loan}: person {voter}, who was never of the board, has voted on it"


def _money(amount: Any) -> Money:
    if amount is None:
        return NOTHING
    return amount if isinstance(amount, Money) else Money(int(amount))
