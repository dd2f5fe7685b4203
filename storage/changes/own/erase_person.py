"""A person is erased: what names her goes, what the books need stays as numbers (Club rules, G.3).

What happens to which column stands in club.personal_data; nothing here knows a single one of them
but those that hold a name, a chat or a picture.
"""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Column, Connection, Select, Table, delete, insert, or_, select, update

from club.calendar import VIETNAM, day_in_zone
from club.personal_data.held import Held
from club.personal_data.register import REGISTER
from club.personal_data.standing_in import Bonds, stand_in
from storage.changes.own.take_names_out import names_of, take_names_out
from storage.queries.own.about_her import about, all_records_of
from storage.queries.own.bonds import bonds_of
from storage.received import erase_photos
from storage.tables import metadata
from storage.tables.areas import clubs
from storage.tables.books import declarations
from storage.tables.chats import chats
from storage.tables.erasing import erasures
from storage.tables.loans import loans
from storage.tables.people import members, officers, offices, persons
from storage.tables.photos import photos

NO_TEXT: Mapping[str, object] = {"address": "", "bot_word": "cháu", "language": "vi"}


def erase_person(db: Connection, person_id: int, now: datetime) -> Bonds:
    """Erase her as of `now`, as often as it is asked, also after a backup was restored.

    Returns what binds her still: with a loan, a share, cash of the club or an office her name and
    membership stay, and everything else is erased. The books hold no name and are not touched.
    """
    ids = hold_person(db, person_id)
    today = day_in_zone(now, VIETNAM)
    bonds = bonds_of(db, ids, today)
    if bonds.none:
        take_names_out(db, ids, names_of(db, ids), stand_in(person_id))
        _leave(db, ids, now, today)
    _erase_pictures(db, ids)
    for table in reversed(metadata.sorted_tables):
        held = REGISTER.get(table.name)
        if held is not None and (bonds.none or not held.while_bound):
            _erase_rows(db, held, table, ids)
    if bonds.none:
        _erase_identity(db, ids, person_id, now)
    db.execute(insert(erasures).values(person_id=person_id, erased_at=now, whole=bonds.none))
    return bonds


def hold_person(db: Connection, person_id: int) -> list[int]:
    """Whoever speaks as her or enters something of hers waits from here on; returns her records.

    Or a loan could be paid out to her while nobody sees yet that it binds her. In the order in
    which an answer to her locks: her chats, the books of her clubs, what she is there.
    """
    ids = sorted(all_records_of(db, person_id))
    hers, belongs = chats.c.person_id.in_(ids), members.c.person_id.in_(ids)
    db.execute(_held(select(chats.c.id).where(hers).order_by(chats.c.id)))
    there = select(members.c.club_id).where(belongs)
    db.execute(_held(select(clubs.c.id).where(clubs.c.id.in_(there)).order_by(clubs.c.id)))
    db.execute(_held(select(members.c.id).where(belongs).order_by(members.c.id)))
    return ids


def _held(rows: Select[Any]) -> Select[Any]:
    return rows.with_for_update(key_share=True)


def _leave(db: Connection, ids: Collection[int], now: datetime, today: date) -> None:
    """She is in no club any more, and what still waited for others is taken back."""
    yesterday = today - timedelta(days=1)
    for held in (offices, officers):
        current = or_(held.c.to_day.is_(None), held.c.to_day >= today)
        db.execute(update(held).where(held.c.person_id.in_(ids), current).values(to_day=yesterday))
    hers = select(members.c.id).where(members.c.person_id.in_(ids))
    waiting = (declarations.c.member_id.in_(hers), declarations.c.state == "waiting")
    db.execute(update(declarations).where(*waiting).values(state="taken_back", decided_at=now))
    asked = (loans.c.member_id.in_(hers), loans.c.state.in_(("asked", "agreed")))
    db.execute(update(loans).where(*asked).values(state="withdrawn", ended_on=today))
    belongs = (members.c.person_id.in_(ids), members.c.state.in_(("asked", "member")))
    db.execute(update(members).where(*belongs).values(state="left", left_on=today))


def _erase_pictures(db: Connection, ids: Collection[int]) -> None:
    """Her face, thumbprints, slips, and what nothing has claimed; of others, who took them."""
    found = select(photos.c.id).where(about("photos", ids))
    erase_photos(db, list(db.execute(found).scalars()))
    db.execute(update(photos).where(photos.c.taken_by.in_(ids)).values(taken_by=None))


def _erase_rows(db: Connection, held: Held, table: Table, ids: Collection[int]) -> None:
    """What of this table is about her, as the register says."""
    if table is persons or table is photos:
        return
    if held.unlinked and table is not chats:
        _unlink(db, table, held.unlinked.split(), ids)
    if not held.owners:
        return
    hers = about(table.name, ids)
    if held.goes:
        _let_go(db, table, select(table.c.id).where(hers))
        db.execute(delete(table).where(hers))
    elif table is chats:
        _close_chats(db, ids)
    elif held.empty or held.words:
        names = f"{held.empty} {held.words} {held.salted}".split()
        db.execute(
            update(table).where(hers).values({each: emptied(table.c[each]) for each in names})
        )


def _let_go(db: Connection, table: Table, numbers: Any) -> None:
    """Rows of others that point at what goes point at nothing."""
    for other in metadata.sorted_tables:
        for key in other.foreign_keys:
            if key.column.table is table and key.parent.nullable:
                column = other.c[key.parent.name]
                db.execute(update(other).where(column.in_(numbers)).values({column.name: None}))


def _unlink(db: Connection, table: Table, names: Collection[str], ids: Collection[int]) -> None:
    for name in names:
        column = table.c[name]
        target = next(iter(column.foreign_keys)).column.table
        there = select(target.c.id).where(about(target.name, ids))
        db.execute(update(table).where(column.in_(there)).values({name: None}))


def emptied(column: "Column[Any]") -> object:
    """What stands in an emptied column: nothing, or what means nothing where it may not be so."""
    return None if column.nullable else NO_TEXT.get(column.name, "")


def _close_chats(db: Connection, ids: Collection[int]) -> None:
    """The messenger's name of the chat goes: whoever writes from there again is a stranger."""
    held = REGISTER["chats"]
    nothing = {name: None for name in held.empty.split() if chats.c[name].nullable}
    hers = db.execute(select(chats.c.id).where(chats.c.person_id.in_(ids))).scalars().all()
    for number in hers:
        closed = update(chats).where(chats.c.id == number)
        db.execute(
            closed.values(
                **nothing, key=f"erased:{number}", person_id=None, club_id=None, language="vi"
            )
        )


def _erase_identity(db: Connection, ids: Collection[int], person_id: int, now: datetime) -> None:
    """One row names her, or a row for each of the records that were joined."""
    names = REGISTER["persons"].empty.split()
    nothing = {each: emptied(persons.c[each]) for each in names}
    db.execute(
        update(persons)
        .where(persons.c.id.in_(ids))
        .values(nothing | {"name": stand_in(person_id), "erased_at": now})
    )
