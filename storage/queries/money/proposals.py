"""What waits for a second person's yes, and who may say it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from club.calendar import day_in_zone, zone_of
from club.in_office import InOffice
from club.members import Person
from club.minutes import SIGNING
from club.refusals import Refused
from club.second_person import SECONDING, Matter, check_second, seconds
from storage.queries.members.households import offices_held, person_in
from storage.queries.members.naming import NAMED
from storage.tables.areas import clubs
from storage.tables.people import members, persons
from storage.tables.proposals import proposals


class ProposalKind(StrEnum):
    """What two people can agree on."""

    COUNT = "count"
    SETTLE = "settle"
    REVERSE = "reverse"
    TRANSFER = "transfer"
    ADD_FUND = "add_fund"
    CLOSE = "close"
    SETTING = "setting"
    FEE = "fee"
    OWN_FEE = "own_fee"
    OLD_FEE = "old_fee"
    BANK_ACCOUNT = "bank_account"
    SPEND = "spend"
    RECEIVE_OWED = "receive_owed"
    GIVE_BACK = "give_back"
    LOAN_BY_MEETING = "loan_by_meeting"
    LOAN_ROUND = "loan_round"
    RESCHEDULE = "reschedule"
    WRITE_OFF = "write_off"
    MEETING_TABLE = "meeting_table"
    MINUTES = "minutes"
    STAND_IN = "stand_in"
    ACTING_CHAIR = "acting_chair"
    JOIN_RECORDS = "join_records"
    HELPER = "helper"
    ERASE = "erase"
    END_FREEZE = "end_freeze"
    MERGE_INTO = "merge_into"
    TAKE_IN = "take_in"
    DISSOLVE = "dissolve"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Proposal:
    """`content` holds ids and sums by name, as its kind needs them; `account` is the chat it was
    said in; `proposed_on` the day that it was in the club.
    """

    id: int
    club_id: int
    kind: ProposalKind
    subject_id: int | None
    content: Mapping[str, Any]
    reason: str
    salt: str
    proposed_by: int  # InOffice
    name: str
    account: int
    proposed_on: date
    state: str
    transaction_id: int | None

    @property
    def subject(self) -> int:
        """What it is about; asked only for kinds that are about something."""
        if self.subject_id is None:
            raise LookupError(f"a proposal to {self.kind} is about nothing")
        return self.subject_id


def proposal(db: Connection, club_id: int, number: int) -> Proposal | None:
    found = _proposals(db, proposals.c.id == number, proposals.c.club_id == club_id)
    return found[0] if found else None


def waiting_proposals(db: Connection, club_id: int, *kinds: ProposalKind) -> list[Proposal]:
    """Those without an answer, of these kinds or of all, the longest waiting first."""
    wanted = [proposals.c.club_id == club_id, proposals.c.state == "waiting"]
    if kinds:
        wanted.append(proposals.c.kind.in_([each.value for each in kinds]))
    return _proposals(db, *wanted)


def decided_by(db: Connection, about: Proposal) -> int | None:
    """Who has answered it; None as long as nobody has."""
    found: int | None = db.execute(
        select(proposals.c.decided_by).where(proposals.c.id == about.id)
    ).scalar()
    return found


def matter_of(db: Connection, about: Proposal, today: date) -> Matter:
    """The proposal as the rules of a second person see it."""
    only = about.content.get("only")
    return Matter(
        person_in(db, about.club_id, about.proposed_by, today),
        about.account,
        _concerns(db, about, today),
        None if only is None else frozenset(only),
        asked=SIGNING if about.kind is ProposalKind.MINUTES else SECONDING,
    )


def seconds_of(db: Connection, about: Proposal, today: date) -> list[int]:
    """Who may say the second yes today, the first to ask first."""
    return seconds(matter_of(db, about, today), offices_held(db, about.club_id, today))


def may_second(db: Connection, about: Proposal, person: int, account: int, today: date) -> bool:  # noqa: PLR0917
    """Whether this person may answer it on this account."""
    board = offices_held(db, about.club_id, today)
    try:
        check_second(matter_of(db, about, today), board, person=person, account=account)
    except Refused:
        return False
    return True


def _concerns(db: Connection, about: Proposal, today: date) -> Person | None:
    member = about.content.get("member")
    if member is None:
        return None
    found = select(members.c.person_id).where(members.c.id == member)
    return person_in(db, about.club_id, db.execute(found).scalar_one(), today)


def _proposals(db: Connection, *wanted: ColumnElement[bool]) -> list[Proposal]:
    found = db.execute(
        select(proposals, NAMED.label("proposer"), clubs.c.timezone)
        .join(persons, persons.c.id == proposals.c.proposed_by)
        .join(clubs, clubs.c.id == proposals.c.club_id)
        .where(*wanted)
        .order_by(proposals.c.id)
    )
    return [
        Proposal(
            id=row.id,
            club_id=row.club_id,
            kind=ProposalKind(row.kind),
            subject_id=row.subject_id,
            content=row.content,
            reason=row.reason,
            salt=row.salt,
            proposed_by=InOffice(row.proposed_by),
            name=row.proposer,
            account=row.proposed_in,
            proposed_on=day_in_zone(row.proposed_at, zone_of(row.timezone)),
            state=row.state,
            transaction_id=row.transaction_id,
        )
        for row in found
    ]
