"""Who has had which lesson."""

from collections.abc import Collection

from sqlalchemy import Connection, select

from storage.tables.sessions import lesson_reads


def finished_by(db: Connection, person_ids: Collection[int]) -> dict[int, frozenset[str]]:
    """The codes of the lessons each person has come to the end of; no entry for nothing."""
    found = db.execute(
        select(lesson_reads.c.person_id, lesson_reads.c.lesson).where(
            lesson_reads.c.person_id.in_(person_ids), lesson_reads.c.finished_at.is_not(None)
        )
    )
    gathered: dict[int, set[str]] = {}
    for row in found:
        gathered.setdefault(row.person_id, set()).add(row.lesson)
    return {person: frozenset(codes) for person, codes in gathered.items()}


def finished_lessons(db: Connection, person_id: int) -> frozenset[str]:
    """The codes of the lessons this person has come to the end of."""
    return finished_by(db, [person_id]).get(person_id, frozenset())
