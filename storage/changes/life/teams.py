"""Standing teams: founded, joined, left, led by somebody else, ended."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, update

from club.members import Action
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.money.second_person import locked_club_of
from storage.changes.rights import must_be_allowed
from storage.queries.life.teams import Team, team, teams_of
from storage.queries.money.payments import person_of
from storage.tables.club_life import team_members, teams

KINDS = ("livelihood", "performing", "sport", "care", "other")


@dataclass(frozen=True, slots=True)
class TeamChanged:
    """`what`: founded, joined, left, leader or ended; `member_id` of whom it is about."""

    team: Team
    what: str
    member_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTeam:
    """Its leader is its first member. Refused ALREADY_DONE for a name that a team has."""

    kind: str
    name: str
    leader: int

    def carry_out(self, db: Connection, deed: Deed) -> TeamChanged:
        club_id = _locked(db, deed)
        if self.kind not in KINDS or person_of(db, club_id, self.leader) is None:
            raise Refused(Code.NOT_FOUND)
        name = self.name.strip()
        if not name:
            raise Refused(Code.REASON_MISSING)
        if any(each.name.lower() == name.lower() for each in teams_of(db, club_id)):
            raise Refused(Code.ALREADY_DONE)
        number = inserted(
            db,
            teams,
            club_id=club_id,
            kind=self.kind,
            name=name,
            leader_id=self.leader,
            since=deed.today,
            cause=deed.cause,
        )
        _join(db, deed, number, self.leader)
        return TeamChanged(_team(db, club_id, number), "founded", self.leader)


@dataclass(frozen=True, slots=True)
class ChangeTeam:
    """`what`: joined, left or leader, of one member; or ended."""

    team_id: int
    what: str
    member_id: int | None = None

    def carry_out(self, db: Connection, deed: Deed) -> TeamChanged:
        club_id = _locked(db, deed)
        found = _team(db, club_id, self.team_id)
        if self.what == "ended":
            db.execute(update(teams).where(teams.c.id == found.id).values(ended_on=deed.today))
            return TeamChanged(found, "ended")
        if self.member_id is None or person_of(db, club_id, self.member_id) is None:
            raise Refused(Code.NOT_FOUND)
        self._change(db, deed, found, self.member_id)
        return TeamChanged(_team(db, club_id, found.id), self.what, self.member_id)

    def _change(self, db: Connection, deed: Deed, found: Team, member: int) -> None:
        belongs = any(each.member_id == member for each in found.people)
        if self.what == "joined" and belongs:
            raise Refused(Code.ALREADY_DONE)
        if self.what == "left":
            _leave(db, found, member)
            return
        if not belongs:
            _join(db, deed, found.id, member)
        if self.what == "leader":
            db.execute(update(teams).where(teams.c.id == found.id).values(leader_id=member))


def _join(db: Connection, deed: Deed, team_id: int, member_id: int) -> None:
    db.execute(
        delete(team_members).where(
            team_members.c.team_id == team_id, team_members.c.member_id == member_id
        )
    )
    db.execute(insert(team_members).values(team_id=team_id, member_id=member_id, since=deed.today))


def _leave(db: Connection, found: Team, member: int) -> None:
    db.execute(
        delete(team_members).where(
            team_members.c.team_id == found.id, team_members.c.member_id == member
        )
    )
    if found.leader == member:
        db.execute(update(teams).where(teams.c.id == found.id).values(leader_id=None))


def _team(db: Connection, club_id: int, number: int) -> Team:
    found = team(db, club_id, number)
    if found is None:
        raise Refused(Code.NOT_FOUND)
    return found


def _locked(db: Connection, deed: Deed) -> int:
    must_be_allowed(db, deed, Action.KEEP_TEAMS)
    return locked_club_of(deed, db)
