"""The Association's officers of a club's commune."""

from datetime import date

from sqlalchemy import Connection, or_, select

from storage.tables.areas import club_communes
from storage.tables.people import officers


def commune_officers(db: Connection, club_id: int, today: date) -> list[int]:
    """The persons who are officers of the commune the club is in today."""
    commune = (
        select(club_communes.c.area_id)
        .where(club_communes.c.club_id == club_id, club_communes.c.valid_from <= today)
        .order_by(club_communes.c.valid_from.desc())
        .limit(1)
        .scalar_subquery()
    )
    found = db.execute(
        select(officers.c.person_id)
        .where(
            officers.c.area_id == commune,
            officers.c.from_day <= today,
            or_(officers.c.to_day.is_(None), officers.c.to_day >= today),
        )
        .order_by(officers.c.id)
    )
    return [int(each) for each in found.scalars()]
