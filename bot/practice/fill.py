"""Fills an empty database with the practice club and its past."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from bot.practice.calendar import Past, past_until
from bot.practice.people import CLUB, COMMUNE, HAMLET, PROVINCE, VOLUNTEERS, Villager, villagers
from club.money import Money
from storage.changes.enter_member import (
    MemberEntered,
    NewMember,
    enter_member,
    enter_person,
    enter_volunteer,
    give_office,
)
from storage.changes.found_club import CODE_LETTERS, ClubFounded, NewClub, found_club
from storage.queries import Connection
from storage.queries.practice import mark_as_practice, open_phone, open_stranger

SEED = 2026
FEE = Money(5_000)
CHANNEL = "web"
STRANGER = "la"
# Whose phones lie open: an older member, the chair, the cashier, a young volunteer.
PHONES = ("Nguyễn Thị Hoa", "Trần Văn Bình", "Hoàng Văn Giang", "Ngô Minh Quân")
_TEACHES = (["digital"], ["digital", "health"], ["digital", "green"], ["paperwork"], ["health"])


@dataclass(slots=True)
class Village:
    """The practice village while it is being filled."""

    past: Past
    club: ClubFounded
    code: str
    dice: Random
    people: dict[str, MemberEntered] = field(default_factory=dict)
    volunteers: dict[str, int] = field(default_factory=dict)
    phones: list[str] = field(default_factory=list)

    def person(self, name: str) -> int:
        """The number of a villager by full name."""
        return self.people[name].person_id if name in self.people else self.volunteers[name]

    def holder(self, role: str, cast: Sequence[Villager]) -> int:
        """Who holds an office."""
        return next(self.person(each.name) for each in cast if each.role == role)


def fill(db: Connection, now: datetime, seed: int = SEED) -> Village:
    """The whole practice club, in one transaction; the same for the same seed and instant."""
    past = past_until(now)
    mark_as_practice(db, now)
    dice = Random(seed)
    code = "".join(dice.choice(CODE_LETTERS) for _ in range(8))
    village = Village(past, _found(db, past, code), code, dice)
    members = villagers(seed)
    for each in members:
        _enter(db, village, each)
    for number, each in enumerate(VOLUNTEERS):
        _enter_volunteer(db, village, each, _TEACHES[number % len(_TEACHES)])
    village.phones = [open_phone(db, CHANNEL, village.person(name), now) for name in PHONES]
    open_stranger(db, CHANNEL, STRANGER, now)
    return village


def _found(db: Connection, past: Past, code: str) -> ClubFounded:
    new = NewClub(
        name=CLUB,
        hamlet=HAMLET,
        province=PROVINCE,
        commune=COMMUNE,
        founded_on=past.founded_on,
        join_code=code,
        practice=True,
        fee=FEE,
        meeting_day=str(past.meets),
    )
    return found_club(db, new, past.at(past.founded_on))


def _new_member(each: Villager, past: Past) -> NewMember:
    return NewMember(
        name=each.name,
        birth_year=past.today.year - each.age,
        sex=each.sex,
        joined_on=past.founded_on,
        phone=each.phone,
        hamlet=each.hamlet,
        address=each.address,
        group=f"Tổ {each.hamlet}",
        household=each.home,
        hardship=each.hardship,
    )


def _enter(db: Connection, village: Village, each: Villager) -> None:
    founded = village.past.founded_on
    entered = enter_member(
        db, village.club.club_id, _new_member(each, village.past), village.past.at(founded)
    )
    village.people[each.name] = entered
    if each.role:
        give_office(db, village.club.club_id, entered.person_id, each.role, founded)


def _enter_volunteer(db: Connection, village: Village, each: Villager, teaches: list[str]) -> None:
    at = village.past.at(village.past.founded_on)
    person = enter_person(db, _new_member(each, village.past), at)
    enter_volunteer(db, person, f"Đoàn {COMMUNE.lower()}", teaches, each.hamlet, at)
    village.volunteers[each.name] = person
