"""Members go with all that is theirs from one club to another (Club rules, E.4).

What is past stays in the old club's records; what goes on, goes on in the new one.
"""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Row, Table, delete, insert, select, true, update

from club.accounts import Account
from club.members import Role
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.members.appoint import take_office
from storage.changes.members.change_member import put_into_group
from storage.changes.members.moved_fees import keep_fees
from storage.queries.loans.loans import LoanState, loans_in
from storage.queries.members.groups import living_groups
from storage.queries.members.households import person_in
from storage.queries.members.member_record import answers_now, group_of
from storage.queries.members.offices import held_offices
from storage.tables.books import postings
from storage.tables.club_life import (
    care_clients,
    hardship_cases,
    health_checks,
    team_members,
    teams,
)
from storage.tables.helping import helpings
from storage.tables.people import (
    circumstances,
    consents_missing,
    groups,
    households,
    member_households,
    members,
)
from storage.tables.sessions import help_requests


@dataclass(frozen=True, slots=True)
class Moving:
    """From which club to which, and why it is said to be.

    only: the memberships that go, where the others stay.
    """

    from_club: int
    to_club: int
    why: str
    only: frozenset[int] | None = None

    def takes(self, member: int) -> bool:
        return self.only is None or member in self.only


def move_members(db: Connection, deed: Deed, way: Moving) -> dict[int, int]:
    """The number of each membership in the old club and in the new one."""
    found = db.execute(
        select(members).where(members.c.club_id == way.from_club).order_by(members.c.id)
    ).all()
    with_something = _with_something_open(db, way)
    numbers: dict[int, int] = {}
    for row in found:
        if not way.takes(row.id):
            continue
        if row.state in {"member", "asked"} or row.id in with_something:
            numbers[row.id] = _there(db, deed, way, row)
    today = {row.id for row in found if row.state == "member"}
    living = {old: new for old, new in numbers.items() if old in today}
    _live_together(db, deed, way, living)
    _in_groups(db, deed, way, living)
    for old, new in living.items():
        _keep_circumstances(db, old, new)
    keep_fees(db, deed, (way.from_club, way.to_club), living)
    _go_on(db, way, living)
    _leave(db, deed, way, living)
    return numbers


def _with_something_open(db: Connection, way: Moving) -> set[int]:
    """Whoever left or died while a loan or a share of hers was still open."""
    lent = {each.member for each in loans_in(db, way.from_club, *_STILL_OPEN)}
    owed = db.execute(
        select(postings.c.member_id)
        .where(
            postings.c.club_id == way.from_club,
            postings.c.member_id.is_not(None),
            postings.c.account.in_((Account.MEMBER_SHARE.value, Account.OWED_TO_LENDERS.value)),
        )
        .distinct()
    ).scalars()
    return {answers_now(db, each) for each in lent | set(owed)}


_STILL_OPEN = (LoanState.RUNNING, LoanState.WRITTEN_OFF)


def _there(db: Connection, deed: Deed, way: Moving, row: Row[tuple[object, ...]]) -> int:
    """Her number in the new club; whoever is in both already keeps the one she has there."""
    mine = row._mapping
    known = db.execute(
        select(members.c.id, members.c.state).where(
            members.c.club_id == way.to_club, members.c.person_id == mine["person_id"]
        )
    ).first()
    values = {"state": mine["state"], "left_on": mine["left_on"], "asked_at": mine["asked_at"]}
    if mine["state"] == "member":
        values |= {"joined_on": deed.today, "decided_by": deed.person_id}
    elif mine["state"] != "asked":
        values |= {"joined_on": mine["joined_on"]}
    if known is None:
        person = mine["person_id"]
        return inserted(db, members, club_id=way.to_club, person_id=person, **values)
    if known.state != "member" and mine["state"] == "member":
        db.execute(update(members).where(members.c.id == known.id).values(**values))
    return int(known.id)


def _live_together(db: Connection, deed: Deed, way: Moving, living: dict[int, int]) -> None:
    """Whoever is of one household stays so: rules of conflict go by it."""
    together: dict[int, int] = {}
    for old, new in living.items():
        person = db.execute(select(members.c.person_id).where(members.c.id == old)).scalar_one()
        home = person_in(db, way.from_club, person, deed.today).household
        there = person_in(db, way.to_club, person, deed.today).household
        if home is None or there is not None:
            continue
        if home not in together:
            name = db.execute(select(households.c.name).where(households.c.id == home)).scalar_one()
            together[home] = inserted(db, households, club_id=way.to_club, name=name)
        row = {"member_id": new, "household_id": together[home], "valid_from": deed.today}
        db.execute(insert(member_households).values(**row))


def _in_groups(db: Connection, deed: Deed, way: Moving, living: dict[int, int]) -> None:
    """Groups of the same name are one; others go along, with who leads them."""
    there = {each.name.casefold(): each.id for each in living_groups(db, way.to_club)}
    for old, new in living.items():
        group = group_of(db, old, deed.today)
        if group is None or group_of(db, new, deed.today) is not None:
            continue
        key = group[1].casefold()
        if key not in there:
            there[key] = inserted(db, groups, club_id=way.to_club, name=group[1])
        put_into_group(db, new, there[key], deed.today)
    for each in living_groups(db, way.from_club):
        leader = living.get(each.leader_id or 0)
        number = there.get(each.name.casefold())
        if leader is not None and number is not None:
            _lead(db, deed, number, leader)


def _lead(db: Connection, deed: Deed, group: int, leader: int) -> None:
    """As in the old club, unless the group has somebody who leads it."""
    free = (groups.c.id == group, groups.c.leader_id.is_(None))
    if not db.execute(update(groups).where(*free).values(leader_id=leader)).rowcount:
        return
    club_id, person = db.execute(
        select(members.c.club_id, members.c.person_id).where(members.c.id == leader)
    ).one()
    held = held_offices(db, club_id, deed.today)
    if not any(e.person_id == person and e.role is Role.GROUP_LEADER for e in held):
        take_office(db, club_id, person, Role.GROUP_LEADER, today=deed.today, by=deed.person_id)


def _keep_circumstances(db: Connection, old: int, new: int) -> None:
    """Poor, sick, exempt: as it was noted, where the new club has noted nothing."""
    known = set(
        db.execute(select(circumstances.c.kind).where(circumstances.c.member_id == new)).scalars()
    )
    for row in db.execute(select(circumstances).where(circumstances.c.member_id == old)).all():
        if row.kind not in known:
            values = {"kind": row.kind, "value": row.value, "valid_from": row.valid_from}
            db.execute(insert(circumstances).values(member_id=new, **values))


_GOES_ON: tuple[tuple[Table, ColumnElement[bool]], ...] = (
    (help_requests, help_requests.c.state == "open"),
    (hardship_cases, hardship_cases.c.state != "closed"),
    (helpings, helpings.c.ended_at.is_(None)),
    (health_checks, true()),
    (consents_missing, consents_missing.c.ended_on.is_(None)),
)


def _go_on(db: Connection, way: Moving, living: dict[int, int]) -> None:
    """What still goes on for her: requests for help, cases, who types for her, her own figures."""
    for old, new in living.items():
        for table, still in _GOES_ON:
            hers = update(table).where(table.c.member_id == old, still)
            db.execute(hers.values(member_id=new, club_id=way.to_club))
        _cared_for(db, way, old, new)
        _in_teams(db, way, old, new)


def _in_teams(db: Connection, way: Moving, old: int, new: int) -> None:
    """Teams go along with their whole club; of one that stays, those who go are no longer."""
    mine = team_members.c.member_id == old
    if way.only is None:
        db.execute(update(team_members).where(mine).values(member_id=new))
        return
    db.execute(delete(team_members).where(mine))
    db.execute(update(teams).where(teams.c.leader_id == old).values(leader_id=None))


def _cared_for(db: Connection, way: Moving, old: int, new: int) -> None:
    """Her home care goes on, unless the new club looks after her already."""
    there = select(care_clients.c.id).where(care_clients.c.member_id == new)
    if db.execute(there).first() is None:
        mine = (care_clients.c.member_id == old, care_clients.c.ended_on.is_(None))
        values = {"member_id": new, "club_id": way.to_club}
        db.execute(update(care_clients).where(*mine).values(**values))


def _leave(db: Connection, deed: Deed, way: Moving, living: Collection[int]) -> None:
    """In the old club they have left, and whoever had asked is asked for in the new one."""
    gone = {"state": "left", "left_on": deed.today, "reason": way.why}
    for number in living:
        db.execute(update(members).where(members.c.id == number).values(**gone))
    if way.only is not None:
        return
    asking = (members.c.club_id == way.from_club, members.c.state == "asked")
    answered = {"state": "refused", "reason": way.why, "decided_by": deed.person_id}
    db.execute(update(members).where(*asking).values(**answered))
