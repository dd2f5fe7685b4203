"""Who sees the photo of a volunteer: those whom she helps or visits, and their clubs' boards."""

from sqlalchemy import ColumnElement, Connection, or_, select

from club.photos import About
from storage.queries.photos import Viewer, seen_also
from storage.tables.club_life import care_clients, care_volunteers
from storage.tables.people import members, offices
from storage.tables.sessions import help_requests, signups, support_sessions


@seen_also(About.FACE)
def helped_by(db: Connection, subject: int, viewer: Viewer) -> bool:
    """Whether this volunteer visits the viewer at home, or has a place in a session for which the
    viewer asked or of whose club's board the viewer is.
    """
    return _visits(db, subject, viewer) or _helps(db, subject, viewer)


def _visits(db: Connection, subject: int, viewer: Viewer) -> bool:
    cared_for = (
        select(care_volunteers.c.id)
        .join(care_clients, care_clients.c.id == care_volunteers.c.client_id)
        .join(members, members.c.id == care_clients.c.member_id)
        .where(
            care_volunteers.c.person_id == subject,
            care_volunteers.c.to_day.is_(None),
            care_clients.c.ended_on.is_(None),
            members.c.person_id == viewer.person_id,
            members.c.state == "member",
        )
    )
    return db.execute(cared_for).first() is not None


def _helps(db: Connection, subject: int, viewer: Viewer) -> bool:
    found = db.execute(
        select(signups.c.id)
        .join(support_sessions, support_sessions.c.id == signups.c.session_id)
        .where(
            signups.c.person_id == subject,
            signups.c.place == "taking",
            support_sessions.c.state != "cancelled",
            or_(_asked(viewer), _holds_office(viewer)),
        )
    )
    return found.first() is not None


def _asked(viewer: Viewer) -> ColumnElement[bool]:
    """The viewer has asked for help out of which the session was opened."""
    return (
        select(help_requests.c.id)
        .join(members, members.c.id == help_requests.c.member_id)
        .where(
            help_requests.c.session_id == support_sessions.c.id,
            members.c.person_id == viewer.person_id,
            members.c.state == "member",
        )
        .exists()
    )


def _holds_office(viewer: Viewer) -> ColumnElement[bool]:
    """The viewer is of the board of the session's club today."""
    return (
        select(offices.c.id)
        .where(
            offices.c.club_id == support_sessions.c.club_id,
            offices.c.person_id == viewer.person_id,
            offices.c.role.in_(("chair", "deputy", "secretary", "bookkeeper", "cashier")),
            offices.c.from_day <= viewer.today,
            or_(offices.c.to_day.is_(None), offices.c.to_day >= viewer.today),
        )
        .exists()
    )
