"""What stands above every paper of a club: its name and its commune."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from storage.tables.areas import areas, club_communes, clubs


@dataclass(frozen=True, slots=True)
class PaperHeading:
    """`commune` as 'Xã Mỹ Đức'; '' where it is not known."""

    club_name: str
    commune: str


def paper_heading(db: Connection, club_id: int, today: date) -> PaperHeading:
    """The club as it is called on that day."""
    commune = (
        select(areas.c.name)
        .join(club_communes, club_communes.c.area_id == areas.c.id)
        .where(club_communes.c.club_id == club_id, club_communes.c.valid_from <= today)
        .order_by(club_communes.c.valid_from.desc())
        .limit(1)
    )
    name = db.execute(select(clubs.c.name).where(clubs.c.id == club_id)).scalar_one()
    return PaperHeading(name, db.execute(commune).scalar() or "")
