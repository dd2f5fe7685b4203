"""Somebody is in sudden difficulty: told by whoever noticed, decided and closed by the board."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, update

from club.members import Action
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.money.second_person import locked_club_of
from storage.changes.rights import must_be_allowed
from storage.queries.life.hardship import Case, case_numbered
from storage.queries.money.payments import person_of
from storage.tables.club_life import hardship_cases


@dataclass(frozen=True, slots=True)
class HardshipTold:
    """`is_death`: it is the news of a death, of somebody who is no member."""

    case: Case
    is_death: bool = False


@dataclass(frozen=True, slots=True)
class HardshipDecided:
    case: Case


@dataclass(frozen=True, slots=True)
class HardshipClosed:
    case: Case


@dataclass(frozen=True, slots=True, kw_only=True)
class TellHardship:
    """A member of the club, or somebody who is none (`who`)."""

    what: str = field(repr=False)
    member_id: int | None = None
    who: str = field(default="", repr=False)
    is_death: bool = False

    def carry_out(self, db: Connection, deed: Deed) -> HardshipTold:
        must_be_allowed(db, deed, Action.TELL_HARDSHIP)
        club_id = locked_club_of(deed, db)
        if self.member_id is not None and person_of(db, club_id, self.member_id) is None:
            raise Refused(Code.NOT_FOUND)
        if not self.what.strip() or (self.member_id is None and not self.who.strip()):
            raise Refused(Code.REASON_MISSING)
        number = inserted(
            db,
            hardship_cases,
            club_id=club_id,
            member_id=self.member_id,
            who="" if self.member_id is not None else self.who.strip(),
            what=self.what.strip(),
            found_by=deed.person,
            told_on=deed.today,
            told_at=deed.now,
            state="open",
            cause=deed.cause,
        )
        return HardshipTold(_case(db, club_id, number), self.is_death)


@dataclass(frozen=True, slots=True)
class DecideHardship:
    """What the club gives, in words; nobody decides about herself. A later word replaces it."""

    case_id: int
    decision: str = field(repr=False)

    def carry_out(self, db: Connection, deed: Deed) -> HardshipDecided:
        club_id = locked_club_of(deed, db)
        _of_board_and_not_hers(db, deed, club_id, self.case_id)
        if not self.decision.strip():
            raise Refused(Code.REASON_MISSING)
        decided = {
            "state": "decided",
            "decision": self.decision.strip(),
            "decided_by": deed.person_id,
            "decided_on": deed.today,
        }
        _write(db, self.case_id, decided)
        return HardshipDecided(_case(db, club_id, self.case_id))


@dataclass(frozen=True, slots=True)
class CloseHardship:
    """How it came out."""

    case_id: int
    outcome: str = field(repr=False)

    def carry_out(self, db: Connection, deed: Deed) -> HardshipClosed:
        club_id = locked_club_of(deed, db)
        _of_board_and_not_hers(db, deed, club_id, self.case_id)
        if not self.outcome.strip():
            raise Refused(Code.REASON_MISSING)
        closed = {"state": "closed", "outcome": self.outcome.strip(), "closed_on": deed.today}
        _write(db, self.case_id, closed)
        return HardshipClosed(_case(db, club_id, self.case_id))


def _of_board_and_not_hers(db: Connection, deed: Deed, club_id: int, number: int) -> None:
    must_be_allowed(db, deed, Action.DECIDE_HARDSHIP)
    case = _case(db, club_id, number)
    if case.person_id == deed.person_id:
        raise Refused(Code.OWN_AFFAIR)
    if case.state == "closed":
        raise Refused(Code.NOTHING_WAITING)


def _write(db: Connection, number: int, values: dict[str, Any]) -> None:
    db.execute(update(hardship_cases).where(hardship_cases.c.id == number).values(values))


def _case(db: Connection, club_id: int, number: int) -> Case:
    found = case_numbered(db, club_id, number)
    if found is None:
        raise Refused(Code.NOT_FOUND)
    return found
