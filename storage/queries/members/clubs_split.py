"""What a part of a club takes along when it founds a club of its own (Club rules, E.4)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from club.accounts import Source
from club.handing_over import Claim, part_of_own
from club.members import Role
from club.money import NOTHING, Money, total
from club.refusals import Code, Refused
from storage.queries.loans.interest import cash_by_place_and_fund
from storage.queries.loans.loans import LoanState, loans_in
from storage.queries.members.clubs_ended import own_money
from storage.queries.members.groups import InGroup, people_in_groups
from storage.queries.members.member_record import answers_now
from storage.queries.members.offices import held_offices
from storage.queries.money.owed import owed_items

FEWEST_WHO_GO = 3
"""Chair, bookkeeper and cashier of the new club."""

STAY = frozenset({Role.CHAIR, Role.BOOKKEEPER, Role.CASHIER})
"""Whoever holds one of these offices hands it over before she goes."""


@dataclass(frozen=True, slots=True)
class Parting:
    """Who goes and what goes along; `own` is the own money by fund, `lent` their loans."""

    people: tuple[InGroup, ...]
    stay: int
    own: Mapping[int, list[Claim]]
    lent: Money
    owed: Money

    @property
    def members(self) -> frozenset[int]:
        return frozenset(each.member_id for each in self.people)

    @property
    def own_money(self) -> Money:
        return total(claim.amount for part in self.own.values() for claim in part)

    @property
    def cash(self) -> Money:
        return self.own_money + self.owed - self.lent

    @property
    def usual_percent(self) -> int:
        """So much of the people, so much of the own money."""
        return usual_percent(len(self.people), self.stay)

    def from_source(self, source: Source) -> Money:
        parts = [claim for part in self.own.values() for claim in part]
        return total(each.amount for each in parts if each.source is source)


def usual_percent(go: int, stay: int) -> int:
    return round(100 * go / (go + stay))


def who_goes(
    db: Connection, club_id: int, groups: Collection[int], today: date
) -> tuple[tuple[InGroup, ...], int]:
    """The members of these groups by name, and how many stay.

    Raises Refused where too few go, nobody stays, or chair, bookkeeper or cashier would go.
    """
    by_group = people_in_groups(db, club_id, today)
    going = [each for number in sorted(groups) for each in by_group.get(number, [])]
    stay = sum(len(each) for each in by_group.values()) - len(going)
    if len(going) < FEWEST_WHO_GO or not stay:
        raise Refused(Code.NOBODY_STAYS)
    persons = {each.person_id for each in going}
    held = held_offices(db, club_id, today)
    if any(each.person_id in persons and each.role in STAY for each in held):
        raise Refused(Code.OFFICE_GOES)
    return tuple(going), stay


def parting(  # noqa: PLR0917
    db: Connection, club_id: int, groups: Collection[int], percent: int, today: date
) -> Parting:
    """As the books stand now. Raises Refused where it cannot be done so."""
    people, stay = who_goes(db, club_id, groups, today)
    members = {each.member_id for each in people}
    lent = _lent(db, club_id, members)
    owed = _owed(db, club_id, members)
    cash: dict[int, Money] = {}
    for (_, fund), amount in cash_by_place_and_fund(db, club_id).items():
        cash[fund] = cash.get(fund, NOTHING) + amount
    own: dict[int, list[Claim]] = {}
    for fund, claims in own_money(db, club_id).items():
        beyond = lent.get(fund, NOTHING) - owed.get(fund, NOTHING)
        most = cash.get(fund, NOTHING) + beyond
        least = max(beyond, NOTHING)
        own[fund] = part_of_own(claims, percent, at_least=least, at_most=most)
    return Parting(people, stay, own, total(lent.values()), total(owed.values()))


def _lent(db: Connection, club_id: int, members: Collection[int]) -> dict[int, Money]:
    """By fund, the principal that those who go still owe."""
    found: dict[int, Money] = {}
    for each in loans_in(db, club_id, LoanState.RUNNING):
        if answers_now(db, each.member) in members:
            found[each.fund] = found.get(each.fund, NOTHING) + each.outstanding
    return found


def _owed(db: Connection, club_id: int, members: Collection[int]) -> dict[int, Money]:
    """By fund, shares and lent money of those who go."""
    found: dict[int, Money] = {}
    for each in owed_items(db, club_id):
        if each.member_id is not None and answers_now(db, each.member_id) in members:
            found[each.fund] = found.get(each.fund, NOTHING) + each.left
    return found
