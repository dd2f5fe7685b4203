"""How a person is addressed today, and what a good default goes by."""

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from club.address import NEUTRAL, Region, region_of, usual_own_word
from storage.tables.areas import areas, club_communes
from storage.tables.chats import chats
from storage.tables.people import persons


@dataclass(frozen=True, slots=True)
class AddressOfPerson:
    """The form chosen, the helper's own word, and what is known of age, sex and region.

    `lien_at_home` is True where the helper leaves its own name unsaid.
    """

    form: str
    own_word: str
    called: str
    lien_at_home: bool
    birth_year: int | None
    sex: str | None
    region: Region


_PROVINCES = areas.alias("provinces")
_REGION = (
    select(_PROVINCES.c.name)
    .select_from(
        club_communes.join(areas, areas.c.id == club_communes.c.area_id).join(
            _PROVINCES, _PROVINCES.c.id == areas.c.parent_id
        )
    )
    .where(club_communes.c.club_id == bindparam("of_club"))
    .order_by(club_communes.c.valid_from.desc())
    .limit(1)
)


def region_of_club(db: Connection, club_id: int | None) -> Region:
    """The region of the club's province; the North where there is none."""
    if club_id is None:
        return Region.NORTH
    return region_of(db.execute(_REGION, {"of_club": club_id}).scalar() or "")


def address_in_chat(
    db: Connection, chat_id: int, person_id: int | None, club_id: int | None
) -> AddressOfPerson:
    """Of the person; of a stranger what is kept with the chat."""
    region = region_of_club(db, club_id)
    if person_id is None:
        return _of_stranger(db, chat_id, region)
    row = db.execute(
        select(
            persons.c.address,
            persons.c.bot_word,
            persons.c.called,
            persons.c.lien_at_home,
            persons.c.birth_year,
            persons.c.sex,
        ).where(persons.c.id == person_id)
    ).one()
    return AddressOfPerson(
        row.address,
        row.bot_word,
        row.called or "",
        bool(row.lien_at_home),
        row.birth_year,
        row.sex,
        region,
    )


def _of_stranger(db: Connection, chat_id: int, region: Region) -> AddressOfPerson:
    kept = db.execute(select(chats.c.address, chats.c.bot_word).where(chats.c.id == chat_id)).one()
    form = kept.address or NEUTRAL
    own_word = kept.bot_word or usual_own_word(form, region)
    return AddressOfPerson(form, own_word, "", False, None, None, region)
