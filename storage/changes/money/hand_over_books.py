"""A club's money, loans and what it owes back go to another club, or away (Club rules, E.4).

Every entry of the one has its entry in the other, claim by claim: shares and lent money first,
then the own money by where it came from. A loan goes on in the other club with what is left of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, select

from club.accounts import Account
from club.handing_over import Claim, Means, first_of, handed_over, matched, taken_over
from club.money import NOTHING, Money, total
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.loans.hand_over_loan import NewHome, loan_ended_here, loan_there
from storage.changes.money.book import Written, place_of_kind, write_entry
from storage.queries.loans.interest import cash_by_place_and_fund
from storage.queries.loans.loans import Loan, LoanState, loans_in
from storage.queries.members.clubs_ended import own_money
from storage.queries.members.member_record import answers_now
from storage.queries.money.ledger import Fund, funds_of, places_of
from storage.queries.money.owed import Owed, cause_of_owed, owed_item, owed_items
from storage.tables.books import funds, owed_terms, places, postings

_TIN_FIRST = {"tin": 0, "bank": 1, "hands": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class HandingOver:
    """`people`: the number of each membership that goes, and the one it is in the other club.

    given_by, taken_by: who stands for it in either club, two each. to_club: None where the club is
    dissolved. own: where only a part goes, the own money of each fund that goes with these people;
    what is owed to others, and their loans, stay.
    """

    from_club: int
    to_club: int | None
    given_by: tuple[int, int]
    taken_by: tuple[int, int] = (0, 0)
    people: Mapping[int, int]
    own: Mapping[int, Sequence[Claim]] | None = None

    def takes(self, member: int | None) -> bool:
        """Whether what is this member's goes along; None: of nobody in the club."""
        return self.own is None or member in self.people


def hand_over(db: Connection, deed: Deed, way: HandingOver) -> Money:
    """Write all of it; returns the cash that went. Raises Refused where more is owed than there."""
    going = _loans_going(db, way)
    numbers = {each.id: loan_there(db, deed, each, _home(db, way, each)) for each in going}
    went = NOTHING
    own = own_money(db, way.from_club) if way.own is None else way.own
    for fund in funds_of(db, way.from_club):
        lent = [each for each in going if each.fund == fund.id and each.state is LoanState.RUNNING]
        claims = [*_owed(db, way, fund.id), *own.get(fund.id, ())]
        principal = [_principal(each) for each in lent]
        cash = _cash(db, way, fund)
        if way.own is not None:
            cash = first_of(
                cash, total(e.amount for e in claims) - total(e.amount for e in principal)
            )
        went += total(each.amount for each in cash)
        means = [*cash, *principal]
        for number, (claim, behind) in enumerate(matched(means, claims)):
            _write(db, deed, way, fund, (number, claim, behind), numbers)
    for each in going:
        if each.state is LoanState.RUNNING:
            loan_ended_here(db, deed, each)
    return went


def _loans_going(db: Connection, way: HandingOver) -> list[Loan]:
    """What runs, and what was given up: a later payment of that is a recovery there."""
    if way.to_club is None:
        return []
    found = loans_in(db, way.from_club, LoanState.RUNNING, LoanState.WRITTEN_OFF)
    return [each for each in found if way.takes(answers_now(db, each.member))]


def _home(db: Connection, way: HandingOver, loan: Loan) -> NewHome:
    assert way.to_club is not None
    fund = next(each for each in funds_of(db, way.from_club) if each.id == loan.fund)
    borrower = way.people[answers_now(db, loan.member)]
    return NewHome(way.to_club, _fund_there(db, way.to_club, fund), borrower)


def _cash(db: Connection, way: HandingOver, fund: Fund) -> list[Means]:
    kinds = {each.id: each.kind for each in places_of(db, way.from_club)}
    there = cash_by_place_and_fund(db, way.from_club)
    found = [
        Means(amount=amount, place=place)
        for (place, of_fund), amount in there.items()
        if of_fund == fund.id and amount
    ]
    found.sort(key=lambda each: _TIN_FIRST[kinds[each.place or 0]])
    return found


def _principal(each: Loan) -> Means:
    return Means(amount=each.outstanding, loan=each.id, member=each.member)


def _owed(db: Connection, way: HandingOver, fund: int) -> list[Claim]:
    """Shares by member and lent money, each with the terms it stands under, if it has any."""
    left = _balances_owed(db, way.from_club, fund)
    claims = []
    for item in owed_items(db, way.from_club):
        account = Account.MEMBER_SHARE if item.kind == "share" else Account.OWED_TO_LENDERS
        part = min(item.left, left.get((account, item.member_id), NOTHING))
        if item.fund == fund and part:
            claims.append(Claim(account=account, amount=part, member=item.member_id, owed=item.id))
            left[account, item.member_id] -= part
    claims += [
        Claim(account=account, amount=amount, member=member)
        for (account, member), amount in left.items()
        if amount > NOTHING
    ]
    return [each for each in claims if way.takes(each.member)]


def _balances_owed(
    db: Connection, club_id: int, fund: int
) -> dict[tuple[Account, int | None], Money]:
    found = db.execute(
        select(postings.c.account, postings.c.member_id, func.sum(postings.c.amount))
        .where(
            postings.c.club_id == club_id,
            postings.c.fund_id == fund,
            postings.c.account.in_((Account.MEMBER_SHARE.value, Account.OWED_TO_LENDERS.value)),
        )
        .group_by(postings.c.account, postings.c.member_id)
        .order_by(postings.c.account, postings.c.member_id)
    )
    sums: dict[tuple[Account, int | None], Money] = {}
    for account, member, amount in found:
        now = None if member is None else answers_now(db, member)
        key = (Account(account), now)
        owed = amount if isinstance(amount, Money) else Money(int(amount))
        sums[key] = sums.get(key, NOTHING) - owed
    return sums


def _write(  # noqa: PLR0917
    db: Connection,
    deed: Deed,
    way: HandingOver,
    fund: Fund,
    line: tuple[int, Claim, list[Means]],
    numbers: Mapping[int, int],
) -> None:
    number, claim, behind = line
    cause = f"{deed.cause}:out:{fund.id}:{number}"
    write_entry(
        db,
        replace(deed, club_id=way.from_club, person_id=way.given_by[0]),
        handed_over(fund=fund.id, claim=claim, behind=behind, happened_on=deed.today),
        cause=cause if claim.owed is None else cause_of_owed(claim.owed, cause),
        for_member=claim.member,
        second_person=way.given_by[1],
    )
    if way.to_club is not None:
        there = _fund_there(db, way.to_club, fund)
        arrived = [_arrived(db, way, each, numbers) for each in behind]
        _take(db, deed, way, (f"{fund.id}:{number}", there, claim, arrived))


def _take(
    db: Connection, deed: Deed, way: HandingOver, line: tuple[str, int, Claim, list[Means]]
) -> None:
    """The same in the club that goes on."""
    key, fund, claim, behind = line
    mine = replace(claim, member=_number(way, db, claim.member))
    written = write_entry(
        db,
        replace(deed, club_id=way.to_club, person_id=way.taken_by[0]),
        taken_over(fund=fund, claim=mine, behind=behind, happened_on=deed.today),
        cause=f"{deed.cause}:in:{key}",
        for_member=mine.member,
        second_person=way.taken_by[1],
    )
    _keep_terms(db, way, fund, (claim, mine), written)


def _number(way: HandingOver, db: Connection, member: int | None) -> int | None:
    """Her number in the other club; of somebody who had left it is made first."""
    return None if member is None else way.people[answers_now(db, member)]


def _arrived(db: Connection, way: HandingOver, means: Means, numbers: Mapping[int, int]) -> Means:
    assert way.to_club is not None
    if means.place is None:
        loan = None if means.loan is None else numbers[means.loan]
        return replace(means, loan=loan, member=_number(way, db, means.member))
    kind = db.execute(select(places.c.kind).where(places.c.id == means.place)).scalar_one()
    return replace(means, place=place_of_kind(db, way.to_club, kind))


def _fund_there(db: Connection, club_id: int, fund: Fund) -> int:
    """The fund of the same kind, of the same name where the club has added it."""
    for each in funds_of(db, club_id):
        if each.kind == fund.kind and each.name.casefold() == fund.name.casefold():
            return each.id
    return inserted(db, funds, club_id=club_id, kind=fund.kind, name=fund.name)


def _keep_terms(  # noqa: PLR0917
    db: Connection, way: HandingOver, fund: int, claims: tuple[Claim, Claim], written: Written
) -> None:
    claim, new = claims
    if claim.account is Account.CAPITAL:
        return
    before = _item(db, way.from_club, claim.owed)
    share = claim.account is Account.MEMBER_SHARE
    inserted(
        db,
        owed_terms,
        club_id=way.to_club,
        transaction_id=written.transaction_id,
        kind="share" if share else "lent",
        member_id=new.member,
        lender="" if before is None else before.lender,
        fund_id=fund,
        terms="" if before is None else before.terms,
        due_on=None if before is None else before.due_on,
        cause=f"handed over:{written.transaction_id}",
    )


def _item(db: Connection, club_id: int, number: int | None) -> Owed | None:
    return None if number is None else owed_item(db, club_id, number)
