"""What was done in whose name, and who typed it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, select

from club.address import PersonName
from storage.queries.members.naming import NAMED, named_of
from storage.tables.books import declarations
from storage.tables.chats import chats
from storage.tables.helping import helped_deeds, helpings
from storage.tables.people import members, persons

_HELPERS = persons.alias("who_helped")


@dataclass(frozen=True, slots=True)
class HelpedDeed:
    """One thing done in a member's name."""

    at: datetime
    deed: str
    name: PersonName
    helper: PersonName


def deeds_for(db: Connection, person_id: int, since: datetime, most: int) -> list[HelpedDeed]:
    """What was done in this person's name, the newest first."""
    return _deeds(db, members.c.person_id == person_id, since, most)


def deeds_for_phoneless(
    db: Connection, club_id: int, since: datetime, most: int
) -> list[HelpedDeed]:
    """What was done in the names of those who have no phone to be told on: the board looks."""
    reached = select(chats.c.id).where(chats.c.person_id == members.c.person_id).exists()
    return _deeds(db, and_(helpings.c.club_id == club_id, ~reached), since, most)


def _deeds(
    db: Connection, which: ColumnElement[bool], since: datetime, most: int
) -> list[HelpedDeed]:
    found = db.execute(
        select(helped_deeds.c.at, helped_deeds.c.deed, NAMED, named_of(_HELPERS).label("helper"))
        .select_from(
            helped_deeds.join(helpings, helpings.c.id == helped_deeds.c.helping_id)
            .join(members, members.c.id == helpings.c.member_id)
            .join(persons, persons.c.id == members.c.person_id)
            .join(_HELPERS, _HELPERS.c.id == helpings.c.helper_id)
        )
        .where(which, helped_deeds.c.at >= since)
        .order_by(helped_deeds.c.at.desc(), helped_deeds.c.id.desc())
        .limit(most)
    )
    return [HelpedDeed(*row) for row in found]


@dataclass(frozen=True, slots=True)
class TypedBy:
    """A helper, and the member (`name`) in whose name he typed it."""

    helper: PersonName
    name: PersonName


def who_typed(db: Connection, declaration_id: int) -> TypedBy | None:
    """Who typed what a member declared, where it was a helper."""
    found = db.execute(
        select(named_of(_HELPERS).label("helper"), NAMED)
        .select_from(
            declarations.join(helped_deeds, helped_deeds.c.cause == declarations.c.cause)
            .join(helpings, helpings.c.id == helped_deeds.c.helping_id)
            .join(members, members.c.id == helpings.c.member_id)
            .join(persons, persons.c.id == members.c.person_id)
            .join(_HELPERS, _HELPERS.c.id == helpings.c.helper_id)
        )
        .where(declarations.c.id == declaration_id)
    ).first()
    return None if found is None else TypedBy(*found)
