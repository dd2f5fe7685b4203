"""Members as the board sees them."""

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from club.address import PersonName
from storage.queries.members.naming import NAMED
from storage.tables.people import members, persons


@dataclass(frozen=True, slots=True)
class AskingMember:
    """Somebody who asked to join and has no answer yet."""

    member_id: int
    person_id: int
    name: PersonName
    birth_year: int
    hamlet: str


def asking_member(db: Connection, club_id: int, member_id: int) -> AskingMember | None:
    row = db.execute(
        select(members.c.id, persons.c.id, NAMED, persons.c.birth_year, persons.c.hamlet)
        .join(persons, persons.c.id == members.c.person_id)
        .where(members.c.id == member_id, members.c.club_id == club_id, members.c.state == "asked")
    ).first()
    return None if row is None else AskingMember(*row)


def asking_members(db: Connection, club_id: int) -> list[AskingMember]:
    """Everybody who waits for the board's answer, the longest waiting first."""
    found = db.execute(
        select(members.c.id, persons.c.id, NAMED, persons.c.birth_year, persons.c.hamlet)
        .join(persons, persons.c.id == members.c.person_id)
        .where(members.c.club_id == club_id, members.c.state == "asked")
        .order_by(members.c.id)
    )
    return [AskingMember(*row) for row in found]


def name_of(db: Connection, person_id: int | None) -> PersonName:
    """A person's name; empty for nobody."""
    if person_id is None:
        return PersonName("")
    return db.execute(_NAME, {"of_person": person_id}).scalar() or PersonName("")


def person_of_member(db: Connection, member_id: int) -> int:
    """The person behind a membership."""
    return int(db.execute(_PERSON, {"number": member_id}).scalar_one())


_PERSON = select(members.c.person_id).where(members.c.id == bindparam("number"))
_NAME = select(NAMED).where(persons.c.id == bindparam("of_person"))


def member_persons(db: Connection, club_id: int) -> list[int]:
    """The persons who are members of the club now."""
    found = select(members.c.person_id).where(
        members.c.club_id == club_id, members.c.state == "member"
    )
    return list(db.execute(found.order_by(members.c.person_id)).scalars())
