"""A member's record as the board reads it, whatever became of her; and how she is found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from club.accounts import Account
from club.address import PersonName
from club.calendar import Month
from club.money import NOTHING, Money
from storage.queries.loans.loans import LoanState, loans_of
from storage.queries.members.members import asking_member
from storage.queries.members.naming import NAMED
from storage.queries.money.fees import fee_facts_of
from storage.tables.board_life import records_joined
from storage.tables.books import postings
from storage.tables.people import circumstances, groups, member_groups, members, persons

IN_THE_BOOKS = ("member", "left", "died")


@dataclass(frozen=True, slots=True)
class KnownMember:
    """Somebody who is or was a member, as the board looks for her by name."""

    member_id: int
    person_id: int
    name: PersonName
    birth_year: int | None
    hamlet: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRecord:
    """What the board reads. `hardship` is empty while it is unsaid."""

    who: KnownMember
    joined_on: date
    left_on: date | None
    phone: str
    group_id: int | None
    group: str
    hardship: str
    is_sick: bool
    held: "HeldForHer"


@dataclass(frozen=True, slots=True)
class HeldForHer:
    """What is open between her and the club: principal owed, her share, fees paid ahead."""

    owes: Money
    share: Money
    prepaid: Money
    prepaid_months: int

    @property
    def nothing(self) -> bool:
        return not (self.owes or self.share or self.prepaid)


_KNOWN = (members.c.id, persons.c.id, NAMED, persons.c.birth_year, persons.c.hamlet)


def known_members(db: Connection, club_id: int) -> Sequence[KnownMember]:
    """Everybody who ever was a member, by name; members of today first, joined records once."""
    found = db.execute(
        select(*_KNOWN, members.c.state)
        .join(persons, persons.c.id == members.c.person_id)
        .where(
            members.c.club_id == club_id,
            members.c.state.in_(IN_THE_BOOKS),
            members.c.joined_on.is_not(None),
            members.c.id.not_in(select(records_joined.c.old_member_id)),
        )
        .order_by(persons.c.name, members.c.id)
    )
    known = [KnownMember(*row) for row in found]
    return sorted(known, key=lambda each: IN_THE_BOOKS.index(each.state))


def known_member(db: Connection, club_id: int, member_id: int) -> KnownMember | None:
    """One of them; a number that was joined to another answers as that one."""
    number = answers_now(db, member_id)
    return next((each for each in known_members(db, club_id) if each.member_id == number), None)


def record_to_join(db: Connection, club_id: int, member_id: int) -> KnownMember | None:
    """A record that can become one with another: of a known member, or of who asks to join."""
    asking = asking_member(db, club_id, member_id)
    if asking is None:
        return known_member(db, club_id, member_id)
    return KnownMember(
        asking.member_id,
        asking.person_id,
        asking.name,
        asking.birth_year,
        asking.hamlet,
        "asked",
    )


def answers_now(db: Connection, member_id: int) -> int:
    """The membership that this number means today: records of one person were joined."""
    joined = select(records_joined.c.member_id).where(records_joined.c.old_member_id == member_id)
    found = db.execute(joined).scalar()
    return member_id if found is None else answers_now(db, found)


def numbers_of(db: Connection, member_id: int) -> list[int]:
    """Every number under which entries of this member stand: her own, and of joined records."""
    old = select(records_joined.c.old_member_id).where(records_joined.c.member_id == member_id)
    return [member_id, *db.execute(old).scalars()]


def member_record(db: Connection, club_id: int, member_id: int, today: date) -> MemberRecord | None:
    """Everything about one member; None where the club knows no such number."""
    who = known_member(db, club_id, member_id)
    if who is None:
        return None
    row = db.execute(
        select(members.c.joined_on, members.c.left_on, persons.c.phone)
        .join(persons, persons.c.id == members.c.person_id)
        .where(members.c.id == who.member_id)
    ).one()
    group = group_of(db, who.member_id, today)
    return MemberRecord(
        who=who,
        joined_on=row.joined_on,
        left_on=row.left_on,
        phone=row.phone or "",
        group_id=None if group is None else group[0],
        group="" if group is None else group[1],
        hardship=circumstance(db, who.member_id, "hardship", today),
        is_sick=circumstance(db, who.member_id, "sick", today) == "yes",
        held=held_for(db, club_id, who.member_id, today),
    )


def group_of(db: Connection, member_id: int, today: date) -> tuple[int, str] | None:
    """The group she is in today: its number and name."""
    row = db.execute(
        select(groups.c.id, groups.c.name, groups.c.ended_on)
        .select_from(member_groups.outerjoin(groups, groups.c.id == member_groups.c.group_id))
        .where(member_groups.c.member_id == member_id, member_groups.c.valid_from <= today)
        .order_by(member_groups.c.valid_from.desc(), member_groups.c.id.desc())
        .limit(1)
    ).first()
    gone = row is None or row.id is None or row.ended_on is not None
    return None if gone or row is None else (row.id, row.name)


def circumstance(db: Connection, member_id: int, kind: str, today: date) -> str:
    """What holds of this kind today; '' where nothing was said."""
    found: str | None = db.execute(
        select(circumstances.c.value)
        .where(
            circumstances.c.member_id == member_id,
            circumstances.c.kind == kind,
            circumstances.c.valid_from <= today,
        )
        .order_by(circumstances.c.valid_from.desc())
        .limit(1)
    ).scalar()
    return found or ""


def held_for(db: Connection, club_id: int, member_id: int, today: date) -> HeldForHer:
    """What is open between her and the club, out of the books."""
    owes = sum((each.outstanding for each in loans_of(db, member_id, LoanState.RUNNING)), NOTHING)
    share = db.execute(
        select(func.sum(postings.c.amount)).where(
            postings.c.member_id.in_(numbers_of(db, member_id)),
            postings.c.account == Account.MEMBER_SHARE.value,
        )
    ).scalar()
    ahead = _paid_ahead(db, club_id, member_id, Month.of(today))
    prepaid = sum(ahead.values(), NOTHING)
    return HeldForHer(owes, -_money(share), prepaid, len(ahead))


def _paid_ahead(
    db: Connection, club_id: int, member_id: int, this_month: Month
) -> dict[Month, Money]:
    facts = fee_facts_of(db, club_id, [member_id]).get(member_id)
    if facts is None:
        return {}
    months = {each.month for each in facts.paid if each.month > this_month}
    sums = {each: facts.paid_for(each) for each in sorted(months)}
    return {month: amount for month, amount in sums.items() if amount}


def _money(amount: Money | int | None) -> Money:
    if amount is None:
        return NOTHING
    return amount if isinstance(amount, Money) else Money(int(amount))
