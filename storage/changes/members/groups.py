"""Groups are made, named anew, given a leader, dissolved."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection, or_, select, update

from club.members import Action, Role
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.members.appoint import take_office
from storage.changes.members.change_member import put_into_group
from storage.changes.money.second_person import locked_club_of
from storage.changes.rights import must_be_allowed
from storage.queries.members.groups import Group, living_group, living_groups, people_in_groups
from storage.queries.members.offices import held_offices
from storage.tables.people import groups, members, offices


@dataclass(frozen=True, slots=True)
class GroupChanged:
    """`what` is made, renamed, leader or dissolved; `leader` the person who leads from now on."""

    group: Group
    what: str
    leader: int | None = None


@dataclass(frozen=True, slots=True)
class MakeGroup:
    """Refused ALREADY_DONE for a name that a group of today has."""

    name: str

    def carry_out(self, db: Connection, deed: Deed) -> GroupChanged:
        club_id = _locked(db, deed, Action.KEEP_GROUPS)
        name = _free_name(db, club_id, self.name)
        number = inserted(db, groups, club_id=club_id, name=name)
        return GroupChanged(_there(db, club_id, number), "made")


@dataclass(frozen=True, slots=True)
class RenameGroup:
    group_id: int
    name: str

    def carry_out(self, db: Connection, deed: Deed) -> GroupChanged:
        club_id = _locked(db, deed, Action.KEEP_GROUPS)
        _there(db, club_id, self.group_id)
        name = _free_name(db, club_id, self.name)
        db.execute(update(groups).where(groups.c.id == self.group_id).values(name=name))
        return GroupChanged(_there(db, club_id, self.group_id), "renamed")


@dataclass(frozen=True, slots=True)
class NameLeader:
    """The leader is a member and holds the office; whoever led it before leads it no more."""

    group_id: int
    member_id: int

    def carry_out(self, db: Connection, deed: Deed) -> GroupChanged:
        club_id = _locked(db, deed, Action.APPOINT_OFFICE)
        before = _there(db, club_id, self.group_id)
        person = db.execute(
            select(members.c.person_id).where(
                members.c.id == self.member_id,
                members.c.club_id == club_id,
                members.c.state == "member",
            )
        ).scalar()
        if person is None:
            raise Refused(Code.NOT_FOUND)
        if before.leader_id == self.member_id:
            raise Refused(Code.NOTHING_CHANGED)
        set_leader = update(groups).where(groups.c.id == self.group_id)
        db.execute(set_leader.values(leader_id=self.member_id))
        put_into_group(db, self.member_id, self.group_id, deed.today)
        _leads_no_more(db, deed, club_id, before.leader_person)
        if not _is_leader(db, deed, club_id, person):
            role, by = Role.GROUP_LEADER, deed.person
            take_office(db, club_id, person, role, today=deed.today, by=by)
        return GroupChanged(_there(db, club_id, self.group_id), "leader", person)


@dataclass(frozen=True, slots=True)
class DissolveGroup:
    """Its people are in no group from today, until they are put into another."""

    group_id: int

    def carry_out(self, db: Connection, deed: Deed) -> GroupChanged:
        club_id = _locked(db, deed, Action.KEEP_GROUPS)
        found = _there(db, club_id, self.group_id)
        for each in people_in_groups(db, club_id, deed.today).get(found.id, []):
            put_into_group(db, each.member_id, None, deed.today)
        ended = update(groups).where(groups.c.id == found.id)
        db.execute(ended.values(ended_on=deed.today, leader_id=None))
        _leads_no_more(db, deed, club_id, found.leader_person)
        return GroupChanged(found, "dissolved", found.leader_person)


def _leads_no_more(db: Connection, deed: Deed, club_id: int, person: int | None) -> None:
    """The office ends with the last group that somebody leads."""
    leads = {each.leader_person for each in living_groups(db, club_id)}
    if person is None or person in leads:
        return
    db.execute(
        update(offices)
        .where(
            offices.c.club_id == club_id,
            offices.c.person_id == person,
            offices.c.role == Role.GROUP_LEADER.value,
            or_(offices.c.to_day.is_(None), offices.c.to_day >= deed.today),
        )
        .values(to_day=deed.today - timedelta(days=1))
    )


def _is_leader(db: Connection, deed: Deed, club_id: int, person: int) -> bool:
    return any(
        each.person_id == person and each.role is Role.GROUP_LEADER
        for each in held_offices(db, club_id, deed.today)
    )


def _free_name(db: Connection, club_id: int, typed: str) -> str:
    name = " ".join(typed.split())
    if not name:
        raise Refused(Code.REASON_MISSING)
    if any(each.name.casefold() == name.casefold() for each in living_groups(db, club_id)):
        raise Refused(Code.ALREADY_DONE)
    return name


def _there(db: Connection, club_id: int, number: int) -> Group:
    found = living_group(db, club_id, number)
    if found is None:
        raise Refused(Code.NOT_FOUND)
    return found


def _locked(db: Connection, deed: Deed, action: Action) -> int:
    must_be_allowed(db, deed, action)
    return locked_club_of(deed, db)
