"""Who lives in the village: its club with its members, a young volunteer, and a stranger."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from storage.changes.joining.found_club import ClubFounded, NewClub, found_club
from storage.changes.members.enter_member import (
    NewMember,
    enter_member,
    enter_person,
    give_office,
)
from storage.queries.practice import open_phone, open_stranger
from tests.kit.young_volunteer import enter_volunteer

Known = tuple[str, int | None, int | None]
"""The key of a phone, and the numbers of its person and membership."""


def enter_people(
    db: Connection, new: NewClub, people: Mapping[str, Any], now: datetime, language: str
) -> tuple[ClubFounded, dict[str, Known]]:
    """The club and everybody by name. `people`: name, year, sex, form of address, offices."""
    club = found_club(db, new, now)
    known: dict[str, Known] = {}
    for name, (full, year, sex, address, *offices) in people.items():
        about = NewMember(
            name=full,
            birth_year=year,
            sex=sex,
            joined_on=new.founded_on,
            phone=f"+8491200{year}0",
            hamlet=new.hamlet,
            address=address,
            language=language,
        )
        entered = enter_member(db, club.club_id, about, now)
        for each in offices:
            give_office(db, club.club_id, entered.person_id, each, new.founded_on)
        key = open_phone(db, "web", entered.person_id, now)
        known[name] = (key, entered.person_id, entered.member_id)
    return club, known | _beside_the_club(db, new, now, language)


def _beside_the_club(
    db: Connection, new: NewClub, now: datetime, language: str
) -> dict[str, Known]:
    about = NewMember(
        "Ngô Minh Quân", 2004, "male", new.founded_on, address="bạn", language=language
    )
    quan = enter_person(db, about, now)
    enter_volunteer(db, quan, now, belongs_to="Đoàn xã Mỹ Đức", hamlet=new.hamlet)
    open_stranger(db, "web", "la", now)
    return {"quan": (open_phone(db, "web", quan, now), quan, None), "la": ("la", None, None)}
