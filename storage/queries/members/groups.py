"""The groups of a club today, who leads them and who is in them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from club.address import PersonName
from storage.queries.members.naming import NAMED
from storage.tables.people import groups, member_groups, members, persons


@dataclass(frozen=True, slots=True)
class Group:
    """`leader_name` is empty where nobody leads it."""

    id: int
    name: str
    leader_id: int | None
    leader_person: int | None
    leader_name: PersonName


def living_groups(db: Connection, club_id: int) -> list[Group]:
    """Those that were not dissolved, the oldest first."""
    found = db.execute(
        select(groups.c.id, groups.c.name, groups.c.leader_id, members.c.person_id, NAMED)
        .select_from(
            groups.outerjoin(members, members.c.id == groups.c.leader_id).outerjoin(
                persons, persons.c.id == members.c.person_id
            )
        )
        .where(groups.c.club_id == club_id, groups.c.ended_on.is_(None))
        .order_by(groups.c.id)
    )
    return [Group(row[0], row[1], row[2], row[3], row[4] or PersonName("")) for row in found]


def living_group(db: Connection, club_id: int, number: int) -> Group | None:
    return next((each for each in living_groups(db, club_id) if each.id == number), None)


@dataclass(frozen=True, slots=True)
class InGroup:
    member_id: int
    person_id: int
    name: PersonName


def people_in_groups(db: Connection, club_id: int, today: date) -> dict[int | None, list[InGroup]]:
    """The members of today by their group of today; None for those in none."""
    newest = {
        row.member_id: row.group_id
        for row in db.execute(
            select(member_groups.c.member_id, member_groups.c.group_id)
            .join(members, members.c.id == member_groups.c.member_id)
            .where(members.c.club_id == club_id, member_groups.c.valid_from <= today)
            .order_by(member_groups.c.valid_from, member_groups.c.id)
        )
    }
    living = {each.id for each in living_groups(db, club_id)}
    found = db.execute(
        select(members.c.id, members.c.person_id, NAMED)
        .join(persons, persons.c.id == members.c.person_id)
        .where(members.c.club_id == club_id, members.c.state == "member")
        .order_by(persons.c.name, members.c.id)
    )
    people: dict[int | None, list[InGroup]] = {}
    for row in found:
        group = newest.get(row.id)
        people.setdefault(group if group in living else None, []).append(InGroup(*row))
    return people
