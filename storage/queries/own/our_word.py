"""The word between a person and Liên; told to nobody but herself."""

from sqlalchemy import Connection, select

from storage.tables.people import persons


def our_word(db: Connection, person_id: int) -> str:
    """Her word; "" where she has chosen none."""
    found = select(persons.c.word_between_us).where(persons.c.id == person_id)
    return db.execute(found).scalar() or ""
