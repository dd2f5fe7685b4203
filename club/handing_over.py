"""A club's means go to another club: what is owed back first, then its own money by source.

Club rules, E.4. What a club has (cash in its places, principal still out) stands against what it
is for: shares and lent money, which are owed back, and capital by where it came from.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from club.accounts import Account, Entry, Kind, Posting, Source
from club.money import NOTHING, Money, total
from club.refusals import Code, Refused

THOUSAND = 1_000
_BEARS_FIRST = (Source.ADDED_INTEREST, Source.DONATION, Source.BUDGET, Source.GRANT)
"""Who bears what was spent beyond what was earned: what the state and projects gave comes last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """Cash in a place, or principal of a loan."""

    amount: Money
    place: int | None = None
    loan: int | None = None
    member: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What means stand for: a share, lent money (`owed` is its number), or capital by source."""

    account: Account
    amount: Money
    member: int | None = None
    source: Source | None = None
    owed: int | None = None


def by_source(capital: Mapping[Source, Money], given: Money, earned: Money) -> list[Claim]:
    """A fund's own money by where it came from, the order of Source.

    capital: what was entered with its source; given: gifts since; earned: fees, interest and joint
    business less everything spent and lost, which may be less than nothing. Raises Refused where
    the fund owes more than it has.
    """
    left = {each: capital.get(each, NOTHING) for each in _BEARS_FIRST}
    left[Source.DONATION] += given
    left[Source.ADDED_INTEREST] += earned
    missing = NOTHING
    for each in _BEARS_FIRST:
        there = left[each] - missing
        left[each], missing = max(there, NOTHING), max(-there, NOTHING)
    if missing:
        raise Refused(Code.OWES_MORE_THAN_IT_HAS, amount=missing)
    return [
        Claim(account=Account.CAPITAL, amount=left[each], source=each)
        for each in Source
        if left.get(each)
    ]


def part_of_own(
    own: Iterable[Claim], percent: int, *, at_least: Money, at_most: Money
) -> list[Claim]:
    """The part of a fund's own money that a new club gets, of every source in the same measure.

    percent: of all of it, down to a whole thousand. at_least: what goes lent out already;
    at_most: what can go with the cash there is. Raises Refused where the two leave no way.
    """
    claims = [each for each in own if each.amount]
    whole = total(each.amount for each in claims)
    most = min(at_most, whole)
    if at_least > most or most < NOTHING:
        raise Refused(Code.PART_CANNOT_GO)
    wanted = Money(whole.dong * percent // 100 // THOUSAND * THOUSAND)
    left = min(max(wanted, at_least), most)
    part, parts = left, list[Claim]()
    for claim in claims:
        share = Money(claim.amount.dong * part.dong // whole.dong)
        parts.append(replace(claim, amount=share))
        left -= share
    for place, claim in enumerate(claims):
        # What rounding down has left over: less than one đồng for each source.
        more = min(left, claim.amount - parts[place].amount)
        parts[place] = replace(claim, amount=parts[place].amount + more)
        left -= more
    return [each for each in parts if each.amount]


def matched(means: Iterable[Means], claims: Iterable[Claim]) -> list[tuple[Claim, list[Means]]]:
    """What stands behind each claim, in the order of both: whoever is to get money back gets cash.

    Both come to the same, else ValueError.
    """
    there, wanted = list(means), list(claims)
    if total(each.amount for each in there) != total(each.amount for each in wanted):
        raise ValueError("what a fund has is not what it is for")
    found = []
    for claim in wanted:
        behind, left = [], claim.amount
        while left:
            first = there[0]
            part = min(first.amount, left)
            behind.append(replace(first, amount=part))
            left -= part
            there[0] = replace(first, amount=first.amount - part)
            if not there[0].amount:
                there.pop(0)
        found.append((claim, behind))
    return found


def first_of(means: Iterable[Means], amount: Money) -> list[Means]:
    """So much of them, in their order. ValueError where there is not so much."""
    found, left = list[Means](), amount
    for each in means:
        part = min(each.amount, left)
        if part > NOTHING:
            found.append(replace(each, amount=part))
            left -= part
    if left:
        raise ValueError("what is to go is not there")
    return found


def handed_over(*, fund: int, claim: Claim, behind: Iterable[Means], happened_on: date) -> Entry:
    """The entry by which a club gives means away with what they are for."""
    lines = [_line(fund, each, -each.amount) for each in behind]
    entry = (_of_claim(fund, claim, claim.amount), *lines)
    return Entry(kind=Kind.HANDED_OVER, happened_on=happened_on, means=None, postings=entry)


def taken_over(*, fund: int, claim: Claim, behind: Iterable[Means], happened_on: date) -> Entry:
    """The entry by which another club takes the same, in its own numbers."""
    lines = [_line(fund, each, each.amount) for each in behind]
    entry = (*lines, _of_claim(fund, claim, -claim.amount))
    return Entry(kind=Kind.TAKEN_OVER, happened_on=happened_on, means=None, postings=entry)


def _of_claim(fund: int, claim: Claim, amount: Money) -> Posting:
    return Posting(
        account=claim.account, fund=fund, amount=amount, member=claim.member, source=claim.source
    )


def _line(fund: int, means: Means, amount: Money) -> Posting:
    account = Account.CASH if means.loan is None else Account.PRINCIPAL
    return Posting(
        account=account,
        fund=fund,
        amount=amount,
        place=means.place,
        loan=means.loan,
        member=means.member,
    )
