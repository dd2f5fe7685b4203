"""Offices are given and ended. Each has a day it begins and a day it ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, select, update

from club.members import Action, Role
from club.offices import TO_APPOINT, check_chair_stays, ended_by
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.members.enter_member import give_office
from storage.changes.members.new_accounts import office_reached
from storage.changes.money.book import lock_club
from storage.changes.rights import must_be_allowed
from storage.queries.clubs import club
from storage.queries.members.members import name_of
from storage.queries.members.offices import HeldOffice, held_offices
from storage.tables.people import members, offices


@dataclass(frozen=True, slots=True)
class OfficeGiven:
    """`ended` are the offices that others, or the same person, held until then.

    `offices_wait`: her account is new, and others have to confirm it first (Club rules, F.1).
    """

    club_id: int
    club_name: str
    person_id: int
    name: str
    role: Role
    ended: tuple[HeldOffice, ...]
    offices_wait: bool = False


@dataclass(frozen=True, slots=True)
class OfficeEnded:
    club_name: str
    office: HeldOffice


@dataclass(frozen=True, slots=True)
class Appoint:
    """The chair gives a member an office, from today on."""

    member_id: int
    role: Role

    def carry_out(self, db: Connection, deed: Deed) -> OfficeGiven:
        must_be_allowed(db, deed, Action.APPOINT_OFFICE)
        person_id = self._person(db, deed)
        club_id = _club_of(deed)
        ended = take_office(db, club_id, person_id, self.role, today=deed.today, by=deed.person_id)
        name = club(db, club_id).name
        waits = office_reached(db, deed, person_id)
        her_name = name_of(db, person_id)
        return OfficeGiven(club_id, name, person_id, her_name, self.role, ended, waits)

    def _person(self, db: Connection, deed: Deed) -> int:
        found = db.execute(
            select(members.c.person_id).where(
                members.c.id == self.member_id,
                members.c.club_id == deed.club_id,
                members.c.state == "member",
            )
        ).scalar()
        if found is None or self.role not in TO_APPOINT:
            raise Refused(Code.NOT_FOUND)
        return int(found)


def take_office(
    db: Connection, club_id: int, person_id: int, role: Role, *, today: date, by: int | None
) -> tuple[HeldOffice, ...]:
    """The person holds the office from today on, appointed by `by`; returns what ended by it.

    Raises Refused(ALREADY_DONE) and Refused(LAST_CHAIR) as club.offices says.
    """
    lock_club(db, club_id)
    held = held_offices(db, club_id, today)
    ended = ended_by([each.holding for each in held], person=person_id, role=role)
    _end(db, [each.office_id for each in ended], today)
    give_office(db, club_id, person_id, role.value, today, by)
    gone = {each.office_id for each in ended}
    return tuple(each for each in held if each.office_id in gone)


@dataclass(frozen=True, slots=True)
class EndOffice:
    """The chair ends an office, or its holder gives it up."""

    office_id: int

    def carry_out(self, db: Connection, deed: Deed) -> OfficeEnded:
        club_id = _club_of(deed)
        lock_club(db, club_id)
        held = held_offices(db, club_id, deed.today)
        office = next((each for each in held if each.office_id == self.office_id), None)
        if office is None:
            raise Refused(Code.NOT_FOUND)
        if office.person_id != deed.person_id:
            must_be_allowed(db, deed, Action.APPOINT_OFFICE)
        check_chair_stays([each.holding for each in held], [office.holding])
        _end(db, [office.office_id], deed.today)
        return OfficeEnded(club(db, club_id).name, office)


def _end(db: Connection, office_ids: Sequence[int], today: date) -> None:
    """The rights end at once: yesterday was the last day."""
    if office_ids:
        db.execute(
            update(offices)
            .where(offices.c.id.in_(office_ids))
            .values(to_day=today - timedelta(days=1))
        )


def _club_of(deed: Deed) -> int:
    if deed.club_id is None:
        raise Refused(Code.NOT_ALLOWED)
    return deed.club_id
