"""A certificate of the hours on which both sides agree, with a code that anybody can verify."""

import secrets
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from club.chain import closing_code
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.volunteers.take_session import locked_volunteer
from storage.queries.volunteers.certificates import Certificate, certificate_by_code
from storage.queries.volunteers.hours import my_hours
from storage.queries.volunteers.sessions import Session
from storage.tables.volunteering import certificates

_CODE_BYTES = 32


@dataclass(frozen=True, slots=True)
class CertificateIssued:
    """`sessions` with the minutes, the oldest first; `is_new`: it was not issued before."""

    certificate: Certificate
    sessions: tuple[tuple[Session, int], ...]
    is_new: bool


@dataclass(frozen=True, slots=True)
class IssueCertificate:
    """For the sessions from one day to another, both included. Refused(NO_HOURS) without any.

    The board of the club that was helped most issues it. The same hours keep the same code.
    """

    from_day: date
    to_day: date
    # A digest that the code is the beginning of: by chance, but in a practice club.
    digest: str = ""

    def carry_out(self, db: Connection, deed: Deed) -> CertificateIssued:
        who = locked_volunteer(db, deed)
        helped = [
            (session, minutes)
            for session, minutes in reversed(my_hours(db, who.person_id))
            if self.from_day <= session.day <= self.to_day
        ]
        if not helped:
            raise Refused(Code.NO_HOURS)
        there = self._there(db, who.person_id, helped)
        code = there or closing_code(self.digest or secrets.token_hex(_CODE_BYTES))
        if there is None:
            self._write(db, deed, code, helped)
        issued = certificate_by_code(db, code)
        assert issued is not None
        return CertificateIssued(issued, tuple(helped), there is None)

    def _there(
        self, db: Connection, person_id: int, helped: list[tuple[Session, int]]
    ) -> str | None:
        """The code under which exactly this was certified before."""
        found = db.execute(
            select(certificates.c.code, certificates.c.lines)
            .where(
                certificates.c.person_id == person_id,
                certificates.c.from_day == self.from_day,
                certificates.c.to_day == self.to_day,
            )
            .order_by(certificates.c.id.desc())
        )
        lines = _lines(helped)
        return next((row.code for row in found if row.lines == lines), None)

    def _write(
        self, db: Connection, deed: Deed, code: str, helped: list[tuple[Session, int]]
    ) -> None:
        by_club: dict[int, int] = {}
        for session, minutes in helped:
            by_club[session.club_id] = by_club.get(session.club_id, 0) + minutes
        most = max(by_club.values())
        inserted(
            db,
            certificates,
            code=code,
            person_id=deed.person,
            club_id=min(club_id for club_id, minutes in by_club.items() if minutes == most),
            from_day=self.from_day,
            to_day=self.to_day,
            minutes=sum(by_club.values()),
            lines=_lines(helped),
            issued_on=deed.today,
            issued_at=deed.now,
            cause=deed.cause,
        )


def _lines(helped: list[tuple[Session, int]]) -> list[list[int]]:
    return [[session.id, minutes] for session, minutes in helped]
