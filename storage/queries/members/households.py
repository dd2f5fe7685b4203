"""Who belongs together: what conflicts of interest go by (Club rules, B.4, C.2)."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import Connection, bindparam, select

from club.members import Office, Person, Role
from storage.among import among
from storage.queries.members.boards import board
from storage.tables.people import member_households, members


def offices_held(db: Connection, club_id: int, today: date) -> list[Office]:
    """The offices of the board today, each holder with the household of today."""
    held = board(db, club_id, today)
    persons = persons_in(db, club_id, {each.person_id for each in held}, today)
    return [Office(Role(each.role), persons[each.person_id]) for each in held]


def person_in(db: Connection, club_id: int, person_id: int, today: date) -> Person:
    """The person with the household she is of in this club today."""
    return persons_in(db, club_id, {person_id}, today)[person_id]


# Every command asks it, so the statement is built once.
_HOUSEHOLDS = (
    select(members.c.person_id, member_households.c.household_id)
    .join(member_households, member_households.c.member_id == members.c.id)
    .where(
        members.c.club_id == bindparam("of_club"),
        among(members.c.person_id, "person_ids"),
        member_households.c.valid_from <= bindparam("today"),
    )
    .order_by(member_households.c.valid_from, member_households.c.id)
)


def persons_in(
    db: Connection, club_id: int, person_ids: Collection[int], today: date
) -> dict[int, Person]:
    """Each person with the household of today; without one where the board has set none."""
    values = {"of_club": club_id, "person_ids": list(person_ids), "today": today}
    found = db.execute(_HOUSEHOLDS, values)
    newest = {row.person_id: row.household_id for row in found}
    return {each: Person(each, newest.get(each)) for each in person_ids}
