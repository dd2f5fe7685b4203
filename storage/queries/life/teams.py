"""Standing teams of a club: livelihood groups, the performing team, others."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from club.address import PersonName
from storage.queries.members.naming import NAMED
from storage.tables.club_life import team_members, teams
from storage.tables.people import members, persons


@dataclass(frozen=True, slots=True)
class InTeam:
    member_id: int
    person_id: int
    name: PersonName


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """`leader` is a member's number; `people` are those who are members of the club today."""

    id: int
    club_id: int
    kind: str
    name: str
    leader: int | None
    people: tuple[InTeam, ...]

    @property
    def leader_name(self) -> PersonName | str:
        return next((each.name for each in self.people if each.member_id == self.leader), "")


def teams_of(db: Connection, club_id: int) -> list[Team]:
    """Those that have not ended, in the order of their founding."""
    found = db.execute(
        select(teams)
        .where(teams.c.club_id == club_id, teams.c.ended_on.is_(None))
        .order_by(teams.c.id)
    ).all()
    people = _people(db, [row.id for row in found])
    return [_team(row, tuple(people[row.id])) for row in found]


def team(db: Connection, club_id: int, number: int) -> Team | None:
    return next((each for each in teams_of(db, club_id) if each.id == number), None)


def _people(db: Connection, ids: list[int]) -> dict[int, list[InTeam]]:
    found = db.execute(
        select(team_members.c.team_id, members.c.id, members.c.person_id, NAMED)
        .join(members, members.c.id == team_members.c.member_id)
        .join(persons, persons.c.id == members.c.person_id)
        .where(team_members.c.team_id.in_(ids), members.c.state == "member")
        .order_by(team_members.c.id)
    )
    by_team: dict[int, list[InTeam]] = defaultdict(list)
    for row in found:
        by_team[row.team_id].append(InTeam(row[1], row[2], row[3]))
    return by_team


def _team(row: Any, people: tuple[InTeam, ...]) -> Team:
    return Team(
        id=row.id,
        club_id=row.club_id,
        kind=row.kind,
        name=row.name,
        leader=row.leader_id,
        people=people,
    )
