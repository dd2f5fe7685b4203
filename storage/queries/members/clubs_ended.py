"""Clubs that end: what has to be finished before, what they have, and where they went."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from club.accounts import Account, Source
from club.handing_over import Claim, by_source
from club.money import NOTHING, Money, total
from club.refusals import Refused
from storage.queries.figures.summary_books import waiting_count
from storage.queries.loans.loans import LoanState, loans_in
from storage.queries.members.members import member_persons
from storage.queries.money.closing import months_over
from storage.queries.money.disputes import open_dispute_count
from storage.queries.money.entries import open_inquiries
from storage.queries.money.golden_heart import goods_in_stock
from storage.queries.money.ledger import cash_by_place, fund_positions, places_of
from storage.queries.money.meeting_table import open_table
from storage.queries.money.owed import owed_items
from storage.queries.money.proposals import ProposalKind, waiting_proposals
from storage.tables.areas import club_communes, clubs
from storage.tables.board_life import clubs_ended, officer_matters
from storage.tables.books import cash_counts, postings
from storage.tables.people import members
from storage.tables.sessions import support_sessions

ENDINGS = (ProposalKind.MERGE_INTO, ProposalKind.DISSOLVE, ProposalKind.SPLIT)
MATTERS = ("merge_clubs", "dissolve", "split")


@dataclass(frozen=True, slots=True)
class Hindrance:
    """Something that has to be finished before a club ends, and how often."""

    what: str
    count: int


def hindrances(
    db: Connection, club_id: int, today: date, *, dissolved: bool = False
) -> list[Hindrance]:
    """What still stands in the way, the books first; `dissolved`: nobody goes on with anything."""
    cash = cash_by_place(db, club_id)
    waiting = [each for each in waiting_proposals(db, club_id) if each.kind not in ENDINGS]
    found = {
        "months": len(months_over(db, club_id, today)),
        "waiting": waiting_count(db, club_id),
        "proposals": len(waiting),
        "tables": int(open_table(db, club_id) is not None),
        "disputes": open_dispute_count(db, club_id),
        "inquiries": len(open_inquiries(db, club_id)),
        "requests": len(loans_in(db, club_id, LoanState.ASKED, LoanState.AGREED)),
        "hands": len(_in_hands(db, club_id, cash)),
        "uncounted": _uncounted(db, club_id, cash),
        "debts": int(_owes_too_much(db, club_id)),
    }
    if dissolved:
        found |= {
            "owed": len(owed_items(db, club_id)),
            "loans": len(loans_in(db, club_id, LoanState.RUNNING)),
            "goods": sum(each.left > 0 for each in goods_in_stock(db, club_id)),
            "sessions": _sessions_to_come(db, club_id),
        }
    return [Hindrance(what, count) for what, count in found.items() if count]


def _in_hands(db: Connection, club_id: int, cash: Mapping[int, Money]) -> list[int]:
    hands = [each.id for each in places_of(db, club_id) if each.kind == "hands"]
    return [each for each in hands if cash.get(each)]


def _uncounted(db: Connection, club_id: int, cash: Mapping[int, Money]) -> int:
    """Tins whose money two people have not counted as it is now."""
    missing = 0
    for place in places_of(db, club_id):
        there = cash.get(place.id)
        if place.kind != "tin" or not there:
            continue
        counted = db.execute(
            select(cash_counts.c.counted)
            .where(cash_counts.c.place_id == place.id, cash_counts.c.second_person.is_not(None))
            .order_by(cash_counts.c.id.desc())
            .limit(1)
        ).scalar()
        missing += counted != there
    return missing


def _owes_too_much(db: Connection, club_id: int) -> bool:
    try:
        own_money(db, club_id)
    except Refused:
        return True
    return False


def _sessions_to_come(db: Connection, club_id: int) -> int:
    wanted = select(func.count()).select_from(support_sessions)
    open_ones = (support_sessions.c.club_id == club_id, support_sessions.c.state == "open")
    return int(db.execute(wanted.where(*open_ones)).scalar_one())


def own_money(db: Connection, club_id: int) -> dict[int, list[Claim]]:
    """Each fund's own capital by where it came from. Raises Refused where it owes more than it
    has.
    """
    capital: dict[int, dict[Source, Money]] = defaultdict(dict)
    given: dict[int, Money] = {}
    by = (postings.c.fund_id, postings.c.account, postings.c.source)
    found = db.execute(
        select(*by, func.sum(postings.c.amount))
        .where(
            postings.c.club_id == club_id,
            postings.c.account.in_((Account.CAPITAL.value, Account.DONATION_INCOME.value)),
        )
        .group_by(*by)
    )
    for fund, account, source, amount in found:
        if account == Account.CAPITAL.value:
            capital[fund][Source(source)] = -_money(amount)
        else:
            given[fund] = -_money(amount)
    return {
        fund: by_source(
            capital[fund],
            given.get(fund, NOTHING),
            position.own_capital - total(capital[fund].values()) - given.get(fund, NOTHING),
        )
        for fund, position in fund_positions(db, club_id).items()
    }


def _money(amount: Money | int) -> Money:
    return amount if isinstance(amount, Money) else Money(int(amount))


@dataclass(frozen=True, slots=True)
class Belongings:
    """What a club has and is, in one look."""

    people: int
    funds: Money
    lent: Money
    loans: int
    owed: Money

    @property
    def cash(self) -> Money:
        return self.funds - self.lent


def belongings(db: Connection, club_id: int) -> Belongings:
    positions = fund_positions(db, club_id).values()
    return Belongings(
        people=len(member_persons(db, club_id)),
        funds=total(each.total for each in positions),
        lent=total(each.principal for each in positions),
        loans=len(loans_in(db, club_id, LoanState.RUNNING)),
        owed=total(each.owed_to_lenders + each.members_shares for each in positions),
    )


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another club at work in the same commune."""

    id: int
    name: str
    hamlet: str


def neighbours(db: Connection, club_id: int, today: date) -> list[Neighbour]:
    """By name; clubs for practice see only one another."""
    here = commune_of(db, club_id, today)
    own = select(clubs.c.practice).where(clubs.c.id == club_id).scalar_subquery()
    found = db.execute(
        select(clubs.c.id, clubs.c.name, clubs.c.hamlet)
        .where(clubs.c.ended_on.is_(None), clubs.c.id != club_id, clubs.c.practice == own)
        .where(
            clubs.c.id.in_(select(club_communes.c.club_id).where(club_communes.c.area_id == here))
        )
        .order_by(clubs.c.name, clubs.c.id)
    ).all()
    return [Neighbour(*row) for row in found if commune_of(db, row.id, today) == here]


def commune_of(db: Connection, club_id: int, today: date) -> int | None:
    """The commune that the club is in today."""
    newest = (
        select(club_communes.c.area_id)
        .where(club_communes.c.club_id == club_id, club_communes.c.valid_from <= today)
        .order_by(club_communes.c.valid_from.desc())
        .limit(1)
    )
    found: int | None = db.execute(newest).scalar()
    return found


def waits_for_officer(db: Connection, club_id: int) -> bool:
    """Whether the officer is asked already about the end of this club."""
    found = select(officer_matters.c.id).where(
        officer_matters.c.club_id == club_id,
        officer_matters.c.state == "waiting",
        officer_matters.c.kind.in_(MATTERS),
    )
    return db.execute(found).first() is not None


@dataclass(frozen=True, slots=True)
class EndedClub:
    """`into` and `into_code` are empty where the club was dissolved."""

    id: int
    name: str
    ended_on: date
    into: str
    into_code: str


def ended_club_by_code(db: Connection, code: str) -> EndedClub | None:
    """The club that had this code until it ended, and the living one that it is part of now."""
    row = db.execute(
        select(clubs.c.id, clubs.c.name, clubs.c.ended_on).where(
            clubs.c.join_code == code, clubs.c.ended_on.is_not(None)
        )
    ).first()
    if row is None:
        return None
    into = went_into(db, row.id)
    where = None
    if into is not None:
        living = select(clubs.c.name, clubs.c.join_code)
        where = db.execute(living.where(clubs.c.id == into, clubs.c.ended_on.is_(None))).first()
    name, code_now = ("", "") if where is None else (where.name, where.join_code)
    return EndedClub(row.id, row.name, row.ended_on, name, code_now)


def went_into(db: Connection, club_id: int) -> int | None:
    """The club that this one is part of in the end; None where it was dissolved or still is."""
    into: int | None = db.execute(
        select(clubs_ended.c.into_club_id).where(clubs_ended.c.club_id == club_id)
    ).scalar()
    return into if into is None else went_into(db, into) or into


def came_from(db: Connection, club_id: int, why: str) -> list[int]:
    """The persons whose membership of this club ended with it."""
    gone = (members.c.club_id == club_id, members.c.state == "left", members.c.reason == why)
    return list(db.execute(select(members.c.person_id).where(*gone)).scalars())
