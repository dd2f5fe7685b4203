"""Cases of sudden difficulty: read by the board, and by whoever noticed one."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, and_, or_, select

from club.address import PersonName
from storage.queries.members.naming import NAMED
from storage.tables.activities import help_given
from storage.tables.club_life import hardship_cases
from storage.tables.people import members, persons


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """`name` is a member's, or what was typed of somebody who is none; `person_id` then None."""

    id: int
    club_id: int
    member_id: int | None
    person_id: int | None
    name: PersonName | str
    what: str
    found_by: int
    told_on: date
    state: str
    decision: str
    outcome: str

    def may_be_read_by(self, person_id: int, *, of_board: bool) -> bool:
        """The board, and whoever noticed it; nobody else (Club rules, G.1)."""
        return of_board or person_id == self.found_by


@dataclass(frozen=True, slots=True)
class HelpOfCase:
    given_on: date
    kind: str
    what: str


def case_numbered(db: Connection, club_id: int, number: int) -> Case | None:
    found = _found(db, _cases(club_id).where(hardship_cases.c.id == number))
    return found[0] if found else None


def open_cases(db: Connection, club_id: int) -> list[Case]:
    """Those that are not closed, the oldest first."""
    return _found(db, _cases(club_id).where(hardship_cases.c.state != "closed"))


def cases_found_by(db: Connection, club_id: int, person_id: int) -> list[Case]:
    """What this person told and is not closed."""
    return [each for each in open_cases(db, club_id) if each.found_by == person_id]


def help_of(db: Connection, case: Case) -> list[HelpOfCase]:
    """What was given because of it; to a member also what she was given since it was told."""
    hers = and_(
        help_given.c.member_id == case.member_id,
        help_given.c.case_id.is_(None),
        help_given.c.given_on >= case.told_on,
    )
    found = db.execute(
        select(help_given)
        .where(help_given.c.club_id == case.club_id, or_(help_given.c.case_id == case.id, hers))
        .order_by(help_given.c.given_on, help_given.c.id)
    )
    return [HelpOfCase(row.given_on, row.kind, row.what) for row in found]


def _cases(club_id: int) -> Select[Any]:
    return (
        select(hardship_cases, members.c.person_id, NAMED)
        .outerjoin(members, members.c.id == hardship_cases.c.member_id)
        .outerjoin(persons, persons.c.id == members.c.person_id)
        .where(hardship_cases.c.club_id == club_id)
        .order_by(hardship_cases.c.told_at, hardship_cases.c.id)
    )


def _found(db: Connection, query: Select[Any]) -> list[Case]:
    return [_case(row) for row in db.execute(query)]


def _case(row: Any) -> Case:
    return Case(
        id=row.id,
        club_id=row.club_id,
        member_id=row.member_id,
        person_id=row.person_id,
        name=row.name or row.who,
        what=row.what,
        found_by=row.found_by,
        told_on=row.told_on,
        state=row.state,
        decision=row.decision or "",
        outcome=row.outcome or "",
    )
