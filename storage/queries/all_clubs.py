"""Every club of a database, and a club by what an operator calls it."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from storage.tables.areas import areas, club_communes, clubs


@dataclass(frozen=True, slots=True)
class ClubLine:
    """A club as an operator sees it in a list."""

    id: int
    name: str
    commune: str
    join_code: str
    timezone: str


def all_clubs(db: Connection) -> list[ClubLine]:
    """Every club, the oldest first, with the commune it is in now."""
    found = db.execute(
        select(clubs.c.id, clubs.c.name, areas.c.name, clubs.c.join_code, clubs.c.timezone)
        .select_from(
            clubs.outerjoin(club_communes, club_communes.c.club_id == clubs.c.id).outerjoin(
                areas, areas.c.id == club_communes.c.area_id
            )
        )
        .order_by(clubs.c.id, club_communes.c.valid_from)
    )
    newest = {row.id: ClubLine(row.id, row[1], row[2] or "", row[3], row[4]) for row in found}
    return list(newest.values())
