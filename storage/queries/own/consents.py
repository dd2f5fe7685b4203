"""What a person has said yes or no to: the newest answer for each purpose."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from club.calendar import VIETNAM, day_in_zone
from storage.tables.people import consents


@dataclass(frozen=True, slots=True)
class Consent:
    """`given`: None where she was never asked, which is a no (Club rules, G.1)."""

    purpose: str
    given: bool | None = None
    wording: str = ""
    form: str = ""
    on: date | None = None


def consents_of(db: Connection, person_id: int) -> dict[str, Consent]:
    """By purpose, whatever she was asked."""
    found = db.execute(
        select(consents).where(consents.c.person_id == person_id).order_by(consents.c.id)
    )
    return {
        row.purpose: Consent(
            row.purpose, row.given, row.wording, row.form, day_in_zone(row.at, VIETNAM)
        )
        for row in found
    }


def consent_of(db: Connection, person_id: int, purpose: str) -> Consent:
    """Her newest answer for this purpose."""
    return consents_of(db, person_id).get(purpose, Consent(purpose))
