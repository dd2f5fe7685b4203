"""Every look of an officer at figures is on record; the chair can see it (Club rules, F.8)."""

from datetime import datetime

from sqlalchemy import Connection, insert

from storage.tables.trail import audit

LOOK = "saw_rollup"


def note_look(
    db: Connection,
    person_id: int,
    chat_id: int,
    *,
    area_id: int | None,
    club_id: int | None,
    span: str,
    now: datetime,
) -> None:
    """Of a club, or of an area as "12 2026-Q3"."""
    db.execute(
        insert(audit).values(
            at=now,
            club_id=club_id,
            person_id=person_id,
            chat_id=chat_id,
            deed=LOOK,
            subject=span if area_id is None else f"{area_id} {span}",
        )
    )
