"""A checker is elected, entries are picked for her, and she says what she found."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects import postgresql, sqlite

from club.address import PersonName
from club.calendar import Month
from club.disputes import Disputed
from club.members import BOARD, Action, Role
from club.on_behalf import Found, picked
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.members.enter_member import give_office
from storage.changes.money.dispute import dispute_of_entry
from storage.changes.money.second_person import locked_club_of
from storage.changes.rights import must_be_allowed
from storage.queries.helping.on_behalf import Check, checks_of, entries_on_behalf, holds_checker
from storage.queries.members.households import offices_held, person_in
from storage.queries.members.members import name_of
from storage.queries.money.disputes import Dispute, is_disputed
from storage.tables.helping import on_behalf_checks
from storage.tables.people import members, offices


@dataclass(frozen=True, slots=True)
class CheckerElected:
    person_id: int
    name: PersonName


@dataclass(frozen=True, slots=True)
class ElectChecker:
    """The members have elected her; she takes the place of the one before.

    Raises Refused(NOT_IMPARTIAL) for anybody of the board or of a household of the board.
    """

    member_id: int

    def carry_out(self, db: Connection, deed: Deed) -> CheckerElected:
        must_be_allowed(db, deed, Action.ELECT_CHECKER)
        club_id = locked_club_of(deed, db)
        person_id = db.execute(
            select(members.c.person_id).where(
                members.c.id == self.member_id,
                members.c.club_id == club_id,
                members.c.state == "member",
            )
        ).scalar()
        if person_id is None:
            raise Refused(Code.NOT_FOUND)
        self._check_apart(db, deed, club_id, person_id)
        db.execute(
            update(offices)
            .where(offices.c.club_id == club_id, holds_checker(deed.today))
            .values(to_day=deed.today - timedelta(days=1))
        )
        give_office(db, club_id, person_id, Role.CHECKER.value, deed.today, deed.person_id)
        return CheckerElected(person_id, name_of(db, person_id))

    def _check_apart(self, db: Connection, deed: Deed, club_id: int, person_id: int) -> None:
        elected = person_in(db, club_id, person_id, deed.today)
        for office in offices_held(db, club_id, deed.today):
            if office.role in BOARD and office.holder.is_close_to(elected):
                raise Refused(Code.CHECKER_OF_BOARD)


def pick(db: Connection, club_id: int, month: Month, now: datetime) -> list[int]:
    """Pick for the checker, once a club and month, nobody choosing; the numbers of the entries."""
    chosen = picked(entries_on_behalf(db, club_id, month), club=club_id, month=month)
    make = sqlite.insert if db.dialect.name == "sqlite" else postgresql.insert
    rows = [
        {
            "club_id": club_id,
            "month": month,
            "kind": "entry",
            "subject_id": number,
            "picked_at": now,
            "said": "",
        }
        for number in chosen
    ]
    if rows:
        db.execute(make(on_behalf_checks).on_conflict_do_nothing(), rows)
    return chosen


@dataclass(frozen=True, slots=True)
class EntryChecked:
    """`dispute` is what was opened where the entry is not right; `handler` looks into it."""

    check: Check
    found: Found
    dispute: Dispute | None
    handler: int | None


@dataclass(frozen=True, slots=True)
class CheckEntry:
    """The checker has asked the member. Not right opens a dispute; she changes nothing herself."""

    check_id: int
    month: Month
    found: Found
    said: str = ""

    def carry_out(self, db: Connection, deed: Deed) -> EntryChecked:
        must_be_allowed(db, deed, Action.CHECK_ON_BEHALF)
        club_id = locked_club_of(deed, db)
        there = {each.id: each for each in checks_of(db, club_id, self.month)}
        if self.check_id not in there:
            raise Refused(Code.NOT_FOUND)
        check = there[self.check_id]
        if check.outcome:
            raise Refused(Code.ALREADY_DONE)
        if self.found is Found.NOT_RIGHT and not self.said.strip():
            raise Refused(Code.REASON_MISSING)
        db.execute(
            update(on_behalf_checks)
            .where(on_behalf_checks.c.id == check.id)
            .values(
                outcome=self.found.value,
                said=self.said,
                checked_by=deed.person,
                checked_at=deed.now,
            )
        )
        if self.found is Found.RIGHT or is_disputed(db, Disputed.ENTRY, check.entry_id):
            return EntryChecked(check, self.found, None, None)
        opened = dispute_of_entry(db, deed, club_id, check.entry_id, said=self.said)
        return EntryChecked(check, self.found, opened.dispute, opened.handler)
