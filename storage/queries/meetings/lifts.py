"""Who offers a lift to a meeting, who rides with whom, and who still needs one."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Connection, and_, select

from club.address import PersonName
from club.lifts import Free, Waiting
from storage.queries.meetings.meetings import Meeting
from storage.queries.members.naming import NAMED
from storage.tables.attending import lift_offers, lifts
from storage.tables.meetings import meeting_answers
from storage.tables.people import members, persons


@dataclass(frozen=True, slots=True)
class Traveller:
    """Somebody on the way to a meeting; `phone` is empty unless she lets it be shown."""

    member_id: int
    person_id: int
    name: PersonName
    hamlet: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Lift:
    """Who rides with whom."""

    rider: Traveller
    driver: Traveller


@dataclass(frozen=True, slots=True)
class Lifts:
    """Everything about lifts to one meeting."""

    agreed: tuple[Lift, ...]
    waiting: tuple[Traveller, ...]
    free: tuple[Free, ...]

    def waiting_places(self) -> list[Waiting]:
        return [Waiting(each.member_id, each.hamlet) for each in self.waiting]


@dataclass(frozen=True, slots=True)
class Offer:
    seats: int
    shares_phone: bool


def offer_of(db: Connection, meeting_id: int, member_id: int) -> Offer | None:
    """What this member offers."""
    row = db.execute(
        select(lift_offers.c.seats, lift_offers.c.shares_phone).where(
            lift_offers.c.meeting_id == meeting_id, lift_offers.c.member_id == member_id
        )
    ).first()
    return None if row is None else Offer(row.seats, row.shares_phone)


def phone_of(db: Connection, person_id: int) -> str:
    """Her own phone number, or nothing."""
    return db.execute(select(persons.c.phone).where(persons.c.id == person_id)).scalar() or ""


def lifts_to(db: Connection, meeting: Meeting) -> Lifts:
    """Agreed lifts by when they were agreed, those who wait and those with places by when they
    said so.
    """
    offers = _offers(db, meeting.id)
    agreed = _agreed(db, meeting.id, {member for member, (_, shares) in offers.items() if shares})
    taken = Counter(each.driver.member_id for each in agreed)
    hamlets = {each.member_id: each.hamlet for each in _travellers(db, list(offers))}
    free = (
        Free(member, hamlets.get(member, ""), seats - taken[member])
        for member, (seats, _) in offers.items()
    )
    return Lifts(
        tuple(agreed),
        tuple(_waiting(db, meeting, {each.rider.member_id for each in agreed})),
        tuple(each for each in free if each.seats > 0),
    )


def _offers(db: Connection, meeting_id: int) -> dict[int, tuple[int, bool]]:
    found = db.execute(
        select(lift_offers.c.member_id, lift_offers.c.seats, lift_offers.c.shares_phone)
        .join(members, members.c.id == lift_offers.c.member_id)
        .where(lift_offers.c.meeting_id == meeting_id, members.c.state == "member")
        .order_by(lift_offers.c.offered_at, lift_offers.c.id)
    )
    return {row.member_id: (row.seats, row.shares_phone) for row in found}


def _agreed(db: Connection, meeting_id: int, shown: set[int]) -> list[Lift]:
    rows = db.execute(
        select(lifts.c.rider_id, lifts.c.driver_id, lifts.c.shares_phone)
        .where(lifts.c.meeting_id == meeting_id)
        .order_by(lifts.c.agreed_at, lifts.c.id)
    ).all()
    riders_shown = {row.rider_id for row in rows if row.shares_phone}
    numbers = [each for row in rows for each in (row.rider_id, row.driver_id)]
    people = {each.member_id: each for each in _travellers(db, numbers, shown | riders_shown)}
    return [Lift(people[row.rider_id], people[row.driver_id]) for row in rows]


def _waiting(db: Connection, meeting: Meeting, riding: set[int]) -> list[Traveller]:
    said = db.execute(
        select(meeting_answers.c.member_id)
        .join(
            members,
            and_(members.c.id == meeting_answers.c.member_id, members.c.state == "member"),
        )
        .where(meeting_answers.c.meeting_id == meeting.id, meeting_answers.c.answer == "lift")
        .order_by(meeting_answers.c.answered_at, meeting_answers.c.id)
    ).scalars()
    numbers = [each for each in said if each not in riding]
    people = {each.member_id: each for each in _travellers(db, numbers)}
    return [people[each] for each in numbers]


def _travellers(
    db: Connection, numbers: list[int], shown: set[int] | frozenset[int] = frozenset()
) -> list[Traveller]:
    """These members; the phone numbers only of those in `shown`."""
    if not numbers:
        return []
    found = db.execute(
        select(members.c.id, members.c.person_id, NAMED, persons.c.hamlet, persons.c.phone)
        .join(persons, persons.c.id == members.c.person_id)
        .where(members.c.id.in_(set(numbers)))
    )
    return [
        Traveller(
            row.id,
            row.person_id,
            row.name,
            row.hamlet,
            (row.phone or "") if row.id in shown else "",
        )
        for row in found
    ]
