"""Who in the club may be the one who asks to join: a hint for who decides, never a decision; and
who in the book may be the one who takes up a link to an office.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from club.recognising import may_be_same_name
from storage.among import among
from storage.queries.members.areas import AreaMap
from storage.queries.members.member_record import KnownMember, known_members
from storage.queries.members.members import AskingMember, asking_members
from storage.queries.members.naming import NAMED
from storage.tables.areas import club_communes
from storage.tables.chats import chats
from storage.tables.people import members, persons


@dataclass(frozen=True, slots=True)
class PerhapsKnown:
    """Members, of today or before, with the same name and year of birth or the same phone; and how
    many others who wait for the board's answer are like that.
    """

    members: tuple[KnownMember, ...]
    asking: int


def perhaps_known(db: Connection, club_id: int, asking: AskingMember) -> PerhapsKnown:
    same_phone = _with_the_phone_of(db, club_id, asking.person_id)
    known = tuple(
        each
        for each in known_members(db, club_id)
        if each.person_id != asking.person_id
        and (each.person_id in same_phone or _is_alike(each, asking))
    )
    others = [
        each
        for each in asking_members(db, club_id)
        if each.member_id != asking.member_id and _is_alike(each, asking)
    ]
    return PerhapsKnown(known, len(others))


@dataclass(frozen=True, slots=True)
class InTheBook:
    """`has_account`: a phone speaks for her already, or is held back until the board decides."""

    who: KnownMember
    has_account: bool


def in_the_book(db: Connection, club_id: int, name: str, birth_year: int | None) -> list[InTheBook]:
    """Living members, of today or before, of this name and year of birth; marks may be missing."""
    return [
        InTheBook(each, has_account(db, each.person_id))
        for each in known_members(db, club_id)
        if each.state != "died" and _is_of(each, name, birth_year)
    ]


def in_an_area(
    db: Connection, area_id: int, name: str, birth_year: int | None, *, day: date
) -> list[KnownMember]:
    """Members of a club in the area of this name and year of birth for whom a phone speaks."""
    if birth_year is None:
        return []
    within = AreaMap(db, day).all_within(area_id)
    found = db.execute(
        select(members.c.id, persons.c.id, NAMED, persons.c.birth_year, persons.c.hamlet)
        .add_columns(members.c.state)
        .join(persons, persons.c.id == members.c.person_id)
        .join(club_communes, club_communes.c.club_id == members.c.club_id)
        .where(
            persons.c.birth_year == birth_year,
            members.c.state == "member",
            among(club_communes.c.area_id, "areas"),
        )
        .order_by(members.c.id),
        {"areas": list(within)},
    )
    alike = {row[1]: KnownMember(*row) for row in found if may_be_same_name(row[2], name)}
    return [each for each in alike.values() if has_account(db, each.person_id)]


def has_account(db: Connection, person_id: int) -> bool:
    """Whether any phone speaks for her, be it held back."""
    found = select(chats.c.id).where(chats.c.person_id == person_id).limit(1)
    return db.execute(found).first() is not None


def _is_alike(each: KnownMember | AskingMember, asking: AskingMember) -> bool:
    return _is_of(each, asking.name, asking.birth_year)


def _is_of(each: KnownMember | AskingMember, name: str, birth_year: int | None) -> bool:
    """An unknown year of birth tells nobody apart."""
    same_year = each.birth_year == birth_year or not (each.birth_year and birth_year)
    return same_year and may_be_same_name(each.name, name)


def _with_the_phone_of(db: Connection, club_id: int, person_id: int) -> Sequence[int]:
    hers = select(persons.c.phone).where(persons.c.id == person_id).scalar_subquery()
    found = db.execute(
        select(members.c.person_id)
        .join(persons, persons.c.id == members.c.person_id)
        .where(
            members.c.club_id == club_id,
            persons.c.id != person_id,
            persons.c.phone == hers,
        )
    )
    return list(found.scalars())
