"""Members whose own consent is still missing after a list was taken in."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, func, or_, select

from club.accounts import Account
from club.address import PersonName
from club.consents import last_day
from club.money import NOTHING
from storage.queries.members.naming import NAMED
from storage.tables.books import postings
from storage.tables.loans import loans
from storage.tables.people import consents, consents_missing, members, persons

PURPOSE = "membership"


@dataclass(frozen=True, slots=True)
class MissingConsent:
    """`is_bound`: a loan or a share of hers has to be settled first (Club rules, G.3)."""

    id: int
    club_id: int
    member_id: int
    person_id: int
    name: PersonName
    since: date
    told_on: date | None
    is_bound: bool

    @property
    def last_day(self) -> date:
        """The last day on which her name is kept without her yes."""
        return last_day(self.since, self.told_on)


def missing_consents(db: Connection, club_id: int | None = None) -> list[MissingConsent]:
    """Everybody of the club, or of all clubs, who is still asked; those waiting longest first."""
    wanted: list[ColumnElement[bool]] = [
        consents_missing.c.outcome.is_(None),
        members.c.state == "member",
        ~_has_agreed(),
    ]
    if club_id is not None:
        wanted.append(consents_missing.c.club_id == club_id)
    found = db.execute(
        _asked().where(*wanted).order_by(consents_missing.c.since, consents_missing.c.id)
    )
    return [
        MissingConsent(
            row.id,
            row.club_id,
            row.member_id,
            row.person_id,
            row.name,
            row.since,
            row.told_on,
            bool(row.is_bound),
        )
        for row in found
    ]


def _asked() -> Select[Any]:
    return (
        select(
            consents_missing.c.id,
            consents_missing.c.club_id,
            consents_missing.c.member_id,
            members.c.person_id,
            NAMED,
            consents_missing.c.since,
            consents_missing.c.told_on,
            or_(_borrows(), _has_share()).label("is_bound"),
        )
        .join(members, members.c.id == consents_missing.c.member_id)
        .join(persons, persons.c.id == members.c.person_id)
    )


def _has_agreed() -> ColumnElement[bool]:
    """By joining herself since, or on paper."""
    return exists(
        select(consents.c.id).where(
            consents.c.person_id == members.c.person_id,
            consents.c.purpose == PURPOSE,
            consents.c.given,
        )
    )


def _borrows() -> ColumnElement[bool]:
    running = or_(*(loans.c.state == each for each in ("asked", "agreed", "running")))
    return exists(select(loans.c.id).where(loans.c.member_id == members.c.id, running))


def _has_share() -> ColumnElement[bool]:
    share = select(func.sum(postings.c.amount)).where(
        postings.c.member_id == members.c.id, postings.c.account == Account.MEMBER_SHARE.value
    )
    return share.correlate(members).scalar_subquery() != NOTHING
