"""Members' requests for help: the board sees who asks, volunteers see the hamlet only."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from storage.queries.members.naming import NAMED
from storage.queries.volunteers.volunteers import in_the_commune_of, volunteer
from storage.tables.areas import clubs
from storage.tables.people import members, persons
from storage.tables.sessions import help_requests


@dataclass(frozen=True, slots=True)
class HelpRequest:
    """A request as the board sees it; `lesson`: the one it came out of, or ''."""

    id: int
    club_id: int
    member_id: int
    person_id: int
    name: str
    hamlet: str
    topic: str
    state: str
    lesson: str = ""


@dataclass(frozen=True, slots=True)
class HelpNear:
    """So many people of a hamlet would like help with a topic; never who."""

    topic: str
    hamlet: str
    count: int


def help_request(db: Connection, club_id: int, request_id: int) -> HelpRequest | None:
    row = db.execute(
        _requests().where(help_requests.c.id == request_id, help_requests.c.club_id == club_id)
    ).first()
    return None if row is None else HelpRequest(*row)


def open_requests(db: Connection, club_id: int) -> list[HelpRequest]:
    """Requests of the club that nobody has taken up, the longest waiting first."""
    found = db.execute(
        _requests()
        .where(help_requests.c.club_id == club_id, help_requests.c.state == "open")
        .order_by(help_requests.c.id)
    )
    return [HelpRequest(*row) for row in found]


def requests_of(db: Connection, member_id: int) -> list[tuple[HelpRequest, int | None]]:
    """A member's requests that nobody has closed, with the session that came of each."""
    found = db.execute(
        _requests()
        .add_columns(help_requests.c.session_id)
        .where(help_requests.c.member_id == member_id, help_requests.c.state != "closed")
        .order_by(help_requests.c.id)
    )
    return [(HelpRequest(*row[:-1]), row[-1]) for row in found]


def requests_near(db: Connection, person_id: int) -> list[HelpNear]:
    """What is asked for near the volunteer, by hamlet and topic."""
    who = volunteer(db, person_id)
    if who is None:
        return []
    found = db.execute(
        select(help_requests.c.topic, persons.c.hamlet, func.count().label("count"))
        .join(members, members.c.id == help_requests.c.member_id)
        .join(persons, persons.c.id == members.c.person_id)
        .where(
            help_requests.c.state == "open",
            in_the_commune_of(who, help_requests.c.club_id, persons.c.hamlet),
        )
        .group_by(help_requests.c.topic, persons.c.hamlet)
        .order_by(persons.c.hamlet, help_requests.c.topic)
    )
    return [HelpNear(row.topic, row.hamlet, int(row[2])) for row in found]


def _requests() -> Any:
    return (
        select(
            help_requests.c.id,
            help_requests.c.club_id,
            help_requests.c.member_id,
            persons.c.id,
            NAMED,
            func.coalesce(func.nullif(persons.c.hamlet, ""), clubs.c.hamlet),
            help_requests.c.topic,
            help_requests.c.state,
            func.coalesce(help_requests.c.lesson, ""),
        )
        .join(members, members.c.id == help_requests.c.member_id)
        .join(persons, persons.c.id == members.c.person_id)
        .join(clubs, clubs.c.id == help_requests.c.club_id)
    )
