"""Who sees the photo of a volunteer: those whom she helps or visits, and their clubs' boards."""

from datetime import date

from sqlalchemy import ColumnElement, Connection, or_, select

from storage.tables.club_life import care_clients, care_volunteers
from storage.tables.people import members, offices
from storage.tables.sessions import help_requests, signups, support_sessions


def is_helped_by(db: Connection, person_id: int, *, volunteer: int, today: date) -> bool:
    """Whether this volunteer visits the person at home, or has a place in a session for which the
    person asked or of whose club's board the person is today. Both are numbers of persons.
    """
    return _visits(db, volunteer, person_id) or _helps(db, volunteer, person_id, today)


def _visits(db: Connection, volunteer: int, person_id: int) -> bool:
    cared_for = (
        select(care_volunteers.c.id)
        .join(care_clients, care_clients.c.id == care_volunteers.c.client_id)
        .join(members, members.c.id == care_clients.c.member_id)
        .where(
            care_volunteers.c.person_id == volunteer,
            care_volunteers.c.to_day.is_(None),
            care_clients.c.ended_on.is_(None),
            members.c.person_id == person_id,
            members.c.state == "member",
        )
    )
    return db.execute(cared_for).first() is not None


def _helps(db: Connection, volunteer: int, person_id: int, today: date) -> bool:
    found = db.execute(
        select(signups.c.id)
        .join(support_sessions, support_sessions.c.id == signups.c.session_id)
        .where(
            signups.c.person_id == volunteer,
            signups.c.place == "taking",
            support_sessions.c.state != "cancelled",
            or_(_asked(person_id), _holds_office(person_id, today)),
        )
    )
    return found.first() is not None


def _asked(person_id: int) -> ColumnElement[bool]:
    """The person has asked for help out of which the session was opened."""
    return (
        select(help_requests.c.id)
        .join(members, members.c.id == help_requests.c.member_id)
        .where(
            help_requests.c.session_id == support_sessions.c.id,
            members.c.person_id == person_id,
            members.c.state == "member",
        )
        .exists()
    )


def _holds_office(person_id: int, today: date) -> ColumnElement[bool]:
    """The person is of the board of the session's club today."""
    return (
        select(offices.c.id)
        .where(
            offices.c.club_id == support_sessions.c.club_id,
            offices.c.person_id == person_id,
            offices.c.role.in_(("chair", "deputy", "secretary", "bookkeeper", "cashier")),
            offices.c.from_day <= today,
            or_(offices.c.to_day.is_(None), offices.c.to_day >= today),
        )
        .exists()
    )
