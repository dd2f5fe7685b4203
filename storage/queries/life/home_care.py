"""Who is cared for at home, by whom, how often; and the visits that were made."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Text, cast, or_, select

from club.address import PersonName
from club.home_care import WEEK, WEEKS_UNTIL_BOARD, Agreed, Pause, Week, last_weeks, monday_of
from storage.queries.members.naming import NAMED
from storage.queries.reminding.reminding import Wanted
from storage.tables.activities import home_visits
from storage.tables.areas import clubs
from storage.tables.club_life import care_clients, care_pauses, care_volunteers
from storage.tables.people import members, persons


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """Somebody who is cared for; `paused` says why she is not visited now, "" if she is.

    `volunteers` are persons with their names. The address is for them alone.
    """

    id: int
    club_id: int
    member_id: int
    person_id: int
    name: PersonName
    agreed: Agreed
    address: str
    paused: str
    volunteers: tuple[tuple[int, PersonName], ...]

    def is_visited_by(self, person_id: int) -> bool:
        return any(number == person_id for number, _ in self.volunteers)


@dataclass(frozen=True, slots=True)
class Visit:
    id: int
    client_name: PersonName
    visited_on: date
    visitor_id: int | None


def clients_of(db: Connection, club_id: int, today: date) -> list[Client]:
    """Those whom the club cares for now, by name; nobody who left or died."""
    found = db.execute(_CLIENTS.where(care_clients.c.club_id == club_id)).all()
    ids = [row.id for row in found]
    pauses, volunteers = _pauses(db, ids), _volunteers(db, ids, today)
    clients = [_client(row, pauses[row.id], tuple(volunteers[row.id]), today) for row in found]
    return sorted(clients, key=lambda each: str(each.name))


_CLIENTS = (
    select(care_clients, members.c.person_id, NAMED)
    .join(members, members.c.id == care_clients.c.member_id)
    .join(persons, persons.c.id == members.c.person_id)
    .where(care_clients.c.ended_on.is_(None), members.c.state == "member")
    .order_by(care_clients.c.id)
)


def client(db: Connection, club_id: int, number: int, today: date) -> Client | None:
    """One of them."""
    return next((each for each in clients_of(db, club_id, today) if each.id == number), None)


def visited_by(db: Connection, club_id: int, person_id: int, today: date) -> list[Client]:
    """Those whom this person visits."""
    return [each for each in clients_of(db, club_id, today) if each.is_visited_by(person_id)]


def carers_of(
    db: Connection, club_id: int, person_id: int, today: date
) -> tuple[tuple[int, PersonName], ...]:
    """Who visits this person at home; nobody while she is not visited."""
    clients = clients_of(db, club_id, today)
    return next((each.volunteers for each in clients if each.person_id == person_id), ())


def visits_somebody(db: Connection, person_id: int) -> bool:
    """Whether this person visits anybody at home, in whatever club."""
    found = db.execute(
        select(care_volunteers.c.id)
        .join(care_clients, care_clients.c.id == care_volunteers.c.client_id)
        .where(
            care_volunteers.c.person_id == person_id,
            care_volunteers.c.to_day.is_(None),
            care_clients.c.ended_on.is_(None),
        )
    )
    return found.first() is not None


def visit_days(db: Connection, club_id: int, member_id: int, since: date) -> list[date]:
    """The days on which somebody visited her, each visit once."""
    found = db.execute(
        select(home_visits.c.visited_on).where(
            home_visits.c.club_id == club_id,
            home_visits.c.member_id == member_id,
            home_visits.c.visited_on >= since,
        )
    )
    return list(found.scalars())


def weeks_of(db: Connection, of: Client, today: date) -> tuple[Week, ...]:
    """The weeks that are over, the newest first."""
    since = monday_of(today) - WEEKS_UNTIL_BOARD * WEEK
    return last_weeks(of.agreed, visit_days(db, of.club_id, of.member_id, since), today)


def visit(db: Connection, club_id: int, number: int) -> Visit | None:
    """A visit that was noted."""
    row = db.execute(
        select(home_visits.c.id, NAMED, home_visits.c.visited_on, home_visits.c.visitor_id)
        .join(members, members.c.id == home_visits.c.member_id)
        .join(persons, persons.c.id == members.c.person_id)
        .where(home_visits.c.club_id == club_id, home_visits.c.id == number)
    ).first()
    return None if row is None else Visit(row.id, row.name, row.visited_on, row.visitor_id)


_self = members.alias("self_")
# The volunteer left the club or died herself.
_GONE = (
    select(_self.c.id)
    .where(
        _self.c.club_id == care_clients.c.club_id,
        _self.c.person_id == care_volunteers.c.person_id,
        _self.c.state.in_(("left", "died")),
    )
    .correlate(care_clients, care_volunteers)
)


def care_given() -> Wanted:
    """Volunteers and whom they visit, each pair once: nobody who is away, left or died."""
    away = select(care_pauses.c.id).where(
        care_pauses.c.client_id == care_clients.c.id, care_pauses.c.to_day.is_(None)
    )
    return (
        select(
            care_clients.c.club_id,
            care_volunteers.c.person_id,
            cast(care_clients.c.id, Text).label("subject"),
            care_clients.c.id.label("client_id"),
            clubs.c.timezone,
        )
        .select_from(
            care_clients.join(clubs, clubs.c.id == care_clients.c.club_id)
            .join(members, members.c.id == care_clients.c.member_id)
            .join(care_volunteers, care_volunteers.c.client_id == care_clients.c.id)
        )
        .where(
            care_clients.c.ended_on.is_(None),
            members.c.state == "member",
            care_volunteers.c.to_day.is_(None),
            clubs.c.ended_on.is_(None),
            ~away.correlate(care_clients).exists(),
            ~_GONE.exists(),
        )
    )


def _pauses(db: Connection, ids: Iterable[int]) -> dict[int, list[Any]]:
    by_client: dict[int, list[Any]] = defaultdict(list)
    found = db.execute(
        select(care_pauses)
        .where(care_pauses.c.client_id.in_(list(ids)))
        .order_by(care_pauses.c.from_day, care_pauses.c.id)
    )
    for row in found:
        by_client[row.client_id].append(row)
    return by_client


def _volunteers(
    db: Connection, ids: Iterable[int], today: date
) -> dict[int, list[tuple[int, PersonName]]]:
    by_client: dict[int, list[tuple[int, PersonName]]] = defaultdict(list)
    found = db.execute(
        select(care_volunteers.c.client_id, care_volunteers.c.person_id, NAMED)
        .join(persons, persons.c.id == care_volunteers.c.person_id)
        .where(
            care_volunteers.c.client_id.in_(list(ids)),
            or_(care_volunteers.c.to_day.is_(None), care_volunteers.c.to_day > today),
        )
        .order_by(care_volunteers.c.id)
    )
    for row in found:
        by_client[row.client_id].append((row.person_id, row.name))
    return by_client


def _client(
    row: Any, pauses: list[Any], volunteers: tuple[tuple[int, PersonName], ...], today: date
) -> Client:
    known = tuple(Pause(each.from_day, each.to_day) for each in pauses)
    now = [each.why for each in pauses if Pause(each.from_day, each.to_day).covers(today)]
    return Client(
        id=row.id,
        club_id=row.club_id,
        member_id=row.member_id,
        person_id=row.person_id,
        name=row.name,
        agreed=Agreed(visits_a_week=row.visits_a_week, since=row.since, pauses=known),
        address=row.address,
        paused=now[0] if now else "",
        volunteers=volunteers,
    )
