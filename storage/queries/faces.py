"""Who sees the photo of a volunteer: those whom she helps, and the boards of their clubs."""

from sqlalchemy import Connection, and_, or_, select

from club.photos import About
from storage.queries.photos import Viewer, seen_also
from storage.tables.people import members, offices
from storage.tables.sessions import help_requests, signups, support_sessions


@seen_also(About.FACE)
def helped_by(db: Connection, subject: int, viewer: Viewer) -> bool:
    """Whether the viewer asked for help in a session in which this volunteer has a place, or is of
    the board of its club.
    """
    asked = (
        select(help_requests.c.id)
        .join(members, members.c.id == help_requests.c.member_id)
        .where(
            help_requests.c.session_id == support_sessions.c.id,
            members.c.person_id == viewer.person_id,
            members.c.state == "member",
        )
        .exists()
    )
    holds_office = (
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
    found = db.execute(
        select(signups.c.id)
        .join(support_sessions, support_sessions.c.id == signups.c.session_id)
        .where(
            and_(
                signups.c.person_id == subject,
                signups.c.place == "taking",
                support_sessions.c.state != "cancelled",
            ),
            or_(asked, holds_office),
        )
    )
    return found.first() is not None
