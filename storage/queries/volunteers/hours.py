"""The time that volunteers have given, hours in dispute, and the thanks."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from club.address import PersonName
from club.disputes import dispute_handler
from storage.queries.members.households import offices_held, person_in
from storage.queries.members.naming import NAMED
from storage.queries.members.officers import commune_officers
from storage.queries.volunteers.sessions import Session, session_of, sessions_asked
from storage.tables.people import members, persons
from storage.tables.sessions import help_requests, signups, support_sessions
from storage.tables.volunteering import hour_disputes, session_thanks


@dataclass(frozen=True, slots=True)
class HourDispute:
    """`minutes` are what the volunteer says, `noted` what the other side noted."""

    id: int
    club_id: int
    session_id: int
    person_id: int
    name: PersonName
    minutes: int
    noted: int
    said: str
    handler_id: int | None
    state: str


def my_hours(db: Connection, person_id: int) -> list[tuple[Session, int]]:
    """Every session in which both sides agree on the minutes helped; the newest first."""
    found = db.execute(
        sessions_asked()
        .add_columns(signups.c.minutes.label("given"))
        .join(signups, signups.c.session_id == support_sessions.c.id)
        .where(signups.c.person_id == person_id, signups.c.checked_in_at.is_not(None))
        .order_by(support_sessions.c.starts_at.desc(), support_sessions.c.id.desc())
    )
    return [(session_of(row), int(row.given or 0)) for row in found]


def not_yet_noted(db: Connection, club_id: int) -> list[tuple[Session, int, PersonName, int]]:
    """Who has said to have been there and waits for the board: session, person, name, minutes."""
    found = db.execute(
        sessions_asked()
        .add_columns(persons.c.id.label("person_id"), NAMED, signups.c.said_minutes)
        .join(signups, signups.c.session_id == support_sessions.c.id)
        .join(persons, persons.c.id == signups.c.person_id)
        .where(
            support_sessions.c.club_id == club_id,
            signups.c.place == "taking",
            signups.c.said_minutes.is_not(None),
            signups.c.noted_minutes.is_(None),
        )
        .order_by(support_sessions.c.starts_at, signups.c.id)
    )
    return [(session_of(row), row.person_id, row.name, row.said_minutes) for row in found]


def asked_for(db: Connection, session_id: int) -> list[tuple[int, PersonName]]:
    """The members for whose requests the session is, by person."""
    found = db.execute(
        select(persons.c.id, NAMED)
        .join(members, members.c.person_id == persons.c.id)
        .join(help_requests, help_requests.c.member_id == members.c.id)
        .where(help_requests.c.session_id == session_id, members.c.state == "member")
        .order_by(help_requests.c.id)
    )
    return [(row.id, row.name) for row in found]


def hour_dispute(db: Connection, number: int) -> HourDispute | None:
    row = db.execute(_disputes().where(hour_disputes.c.id == number)).first()
    return None if row is None else _dispute(row)


def open_hour_dispute(db: Connection, session_id: int, person_id: int) -> HourDispute | None:
    """The one that nobody has decided yet."""
    row = db.execute(
        _disputes().where(
            hour_disputes.c.session_id == session_id,
            hour_disputes.c.person_id == person_id,
            hour_disputes.c.state == "open",
        )
    ).first()
    return None if row is None else _dispute(row)


def hour_disputes_for(db: Connection, person_id: int) -> list[HourDispute]:
    """Those this person was asked to look into, of a board or as the commune's officer."""
    found = db.execute(
        _disputes()
        .where(hour_disputes.c.handler_id == person_id, hour_disputes.c.state == "open")
        .order_by(hour_disputes.c.id)
    )
    return [_dispute(row) for row in found]


def hours_handler(
    db: Connection, club_id: int, person_id: int, noted_by: int | None, *, today: date
) -> int | None:
    """The first of the board who had no part in it and is not of the volunteer's household.

    Where none is left, the commune's officer; None where Liên knows none.
    """
    involved = {person_id, noted_by or 0}
    about = person_in(db, club_id, person_id, today)
    office = dispute_handler(about, involved, offices_held(db, club_id, today))
    if office is not None:
        return office.holder.id
    left = [each for each in commune_officers(db, club_id, today) if each not in involved]
    return left[0] if left else None


def thanks_for(db: Connection, person_id: int, most: int) -> list[str]:
    """What older people said to the volunteer in words, the newest first, so many at most."""
    found = db.execute(
        select(session_thanks.c.words)
        .where(session_thanks.c.person_id == person_id, session_thanks.c.words != "")
        .order_by(session_thanks.c.at.desc(), session_thanks.c.id.desc())
        .limit(most)
    )
    return list(found.scalars())


def has_thanked(db: Connection, session_id: int, person_id: int, member_id: int) -> bool:
    found = db.execute(
        select(session_thanks.c.id).where(
            session_thanks.c.session_id == session_id,
            session_thanks.c.person_id == person_id,
            session_thanks.c.member_id == member_id,
        )
    )
    return found.first() is not None


def _disputes() -> Any:
    return (
        select(hour_disputes, NAMED, signups.c.noted_minutes)
        .join(persons, persons.c.id == hour_disputes.c.person_id)
        .join(
            signups,
            (signups.c.session_id == hour_disputes.c.session_id)
            & (signups.c.person_id == hour_disputes.c.person_id),
        )
    )


def _dispute(row: Any) -> HourDispute:
    return HourDispute(
        id=row.id,
        club_id=row.club_id,
        session_id=row.session_id,
        person_id=row.person_id,
        name=row.name,
        minutes=row.minutes,
        noted=row.noted_minutes or 0,
        said=row.said,
        handler_id=row.handler_id,
        state=row.state,
    )
