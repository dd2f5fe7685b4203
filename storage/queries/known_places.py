"""Which places a club or a commune has named before: hamlets, groups, places of meetings."""

from sqlalchemy import Connection, Select, select

from storage.tables.areas import club_communes, club_settings, clubs
from storage.tables.meetings import meetings
from storage.tables.people import groups, members, persons
from storage.tables.sessions import support_sessions


def known_places(db: Connection, club_id: int) -> list[str]:
    """Of a club: where it is, its groups, its members' hamlets, where it has met and helped.

    They are for comparing only: what stands at somebody's home is not among them.
    """
    usual = select(club_settings.c.value).where(
        club_settings.c.club_id == club_id, club_settings.c.name == "meeting_place"
    )
    met = select(meetings.c.place).where(meetings.c.club_id == club_id)
    helped = select(support_sessions.c.place).where(
        support_sessions.c.club_id == club_id, support_sessions.c.at_home.is_(False)
    )
    here = select(clubs.c.id).where(clubs.c.id == club_id)
    return _texts(db, *_hamlets_of(here), met, helped, usual)


def known_hamlets(db: Connection, commune_id: int) -> list[str]:
    """The hamlets of the clubs at work in a commune."""
    there = select(club_communes.c.club_id).where(club_communes.c.area_id == commune_id)
    return _texts(db, *_hamlets_of(there))


def _hamlets_of(of_clubs: Select[tuple[int]]) -> tuple[Select[tuple[str]], ...]:
    return (
        select(clubs.c.hamlet).where(clubs.c.id.in_(of_clubs)),
        select(groups.c.name).where(groups.c.club_id.in_(of_clubs)),
        select(persons.c.hamlet)
        .join(members, members.c.person_id == persons.c.id)
        .where(members.c.club_id.in_(of_clubs), persons.c.erased_at.is_(None)),
    )


def _texts(db: Connection, *asked: Select[tuple[str]]) -> list[str]:
    """Each text once."""
    found = (str(text) for each in asked for text in db.execute(each.distinct()).scalars())
    return list(dict.fromkeys(filter(None, found)))
