"""Which rows of which table are about a person, by the register of personal data."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, false, or_, select

from club.personal_data.held import Held
from club.personal_data.register import REGISTER
from club.photos import About
from storage.tables import metadata
from storage.tables.board_life import records_joined
from storage.tables.chats import chats
from storage.tables.people import persons
from storage.tables.photos import photos


def all_records_of(db: Connection, person_id: int) -> set[int]:
    """Her number, and those of records that were joined to hers."""
    found, new = {person_id}, {person_id}
    while new:
        old = select(records_joined.c.old_person_id).where(records_joined.c.person_id.in_(new))
        new = set(db.execute(old).scalars()) - found
        found |= new
    return found


def about(table: str, person_ids: Collection[int]) -> ColumnElement[bool]:
    """The condition under which a row of this table is about one of these records."""
    if table == persons.name:
        return persons.c.id.in_(list(person_ids))
    if table == photos.name:
        return _photos_about(person_ids)
    held = REGISTER[table]
    return or_(false(), *(_by_owner(held, owner, person_ids) for owner in held.owners))


def _by_owner(held: Held, owner: str, person_ids: Collection[int]) -> ColumnElement[bool]:
    table = metadata.tables[held.table]
    name, _, target = owner.partition(">")
    points_at = metadata.tables[target] if target else _target(table, name)
    if points_at is persons:
        return table.c[name].in_(list(person_ids))
    return table.c[name].in_(select(points_at.c.id).where(about(points_at.name, person_ids)))


def _target(table: Table, column: str) -> Table:
    return next(iter(table.c[column].foreign_keys)).column.table


def _photos_about(person_ids: Collection[int]) -> ColumnElement[bool]:
    """Her face, her thumbprint and slips; and what she has sent and nothing has claimed yet."""
    hers = select(chats.c.id).where(chats.c.person_id.in_(list(person_ids)))
    return or_(
        and_(photos.c.about.is_(None), photos.c.chat_id.in_(hers)),
        _photo_of(About.FACE, list(person_ids)),
        _photo_of(About.WITNESS, _numbers("loans", person_ids)),
        _photo_of(About.RECEIPT, _numbers("payment_slips", person_ids)),
    )


def _photo_of(what: About, subjects: Collection[int] | Select[int]) -> ColumnElement[bool]:
    return and_(photos.c.about == what.value, photos.c.subject.in_(subjects))


def _numbers(table: str, person_ids: Collection[int]) -> Select[int]:
    rows = metadata.tables[table]
    return select(rows.c.id).where(about(table, person_ids))
