"""Certificates of hours, and whether what one says still holds."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from club.support import initials
from storage.queries.members.naming import NAMED
from storage.tables.areas import clubs
from storage.tables.people import persons
from storage.tables.sessions import signups
from storage.tables.volunteering import certificates


@dataclass(frozen=True, slots=True)
class Verified:
    """What anybody may know of a certificate; `holds`: no hour in it was corrected since."""

    code: str
    initials: str
    minutes: int
    sessions: int
    from_day: date
    to_day: date
    issued_on: date
    holds: bool


@dataclass(frozen=True, slots=True)
class Certificate:
    """One that was issued; `lines` are pairs: the session's number, the minutes."""

    id: int
    code: str
    person_id: int
    name: str
    club_id: int
    club_name: str
    from_day: date
    to_day: date
    minutes: int
    lines: tuple[tuple[int, int], ...]
    issued_on: date


def certificate_by_code(db: Connection, code: str) -> Certificate | None:
    """The certificate with this code, written as XXXX-XXXX-XXXX."""
    found = db.execute(
        select(certificates, NAMED, clubs.c.name.label("club_name"))
        .join(persons, persons.c.id == certificates.c.person_id)
        .join(clubs, clubs.c.id == certificates.c.club_id)
        .where(certificates.c.code == code)
    ).first()
    if found is None:
        return None
    return Certificate(
        id=found.id,
        code=found.code,
        person_id=found.person_id,
        name=str(found.name),
        club_id=found.club_id,
        club_name=found.club_name,
        from_day=found.from_day,
        to_day=found.to_day,
        minutes=found.minutes,
        lines=tuple((session_id, minutes) for session_id, minutes in found.lines),
        issued_on=found.issued_on,
    )


def verified(db: Connection, code: str) -> Verified | None:
    """What anybody may know of it: no name, no club, no place."""
    found = certificate_by_code(db, code)
    if found is None:
        return None
    now = db.execute(
        select(signups.c.session_id, signups.c.minutes).where(
            signups.c.person_id == found.person_id, signups.c.checked_in_at.is_not(None)
        )
    )
    agreed = {row.session_id: row.minutes for row in now}
    return Verified(
        code=found.code,
        initials=initials(found.name),
        minutes=found.minutes,
        sessions=len(found.lines),
        from_day=found.from_day,
        to_day=found.to_day,
        issued_on=found.issued_on,
        holds=all(agreed.get(session_id) == minutes for session_id, minutes in found.lines),
    )
