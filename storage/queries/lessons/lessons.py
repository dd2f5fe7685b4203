"""Who has had which lesson, and how it ended."""

from collections.abc import Collection

from sqlalchemy import Connection, select

from club.learning import Ended, Outcome
from storage.among import among
from storage.tables.sessions import lesson_ends, lesson_reads


def ends_by(db: Connection, person_ids: Collection[int]) -> dict[int, tuple[Ended, ...]]:
    """Every end of a lesson of each person, in the order of time; no entry for nothing.

    Of lessons finished before their ends were noted, only the end is known.
    """
    gathered: dict[int, list[Ended]] = {}
    noted = set()
    people = list(person_ids)
    for row in db.execute(_ENDS, {"people": people}):
        gathered.setdefault(row.person_id, []).append(Ended(row.lesson, Outcome(row.outcome)))
        noted.add((row.person_id, row.lesson))
    before: dict[int, list[Ended]] = {}
    for read in db.execute(_READS, {"people": people}):
        if (read.person_id, read.lesson) not in noted:
            before.setdefault(read.person_id, []).append(Ended(read.lesson, Outcome.RIGHT))
    everybody = gathered.keys() | before.keys()
    return {each: (*before.get(each, ()), *gathered.get(each, ())) for each in everybody}


_ENDS = (
    select(lesson_ends.c.person_id, lesson_ends.c.lesson, lesson_ends.c.outcome)
    .where(among(lesson_ends.c.person_id, "people"))
    .order_by(lesson_ends.c.ended_at, lesson_ends.c.id)
)
_READS = (
    select(lesson_reads.c.person_id, lesson_reads.c.lesson)
    .where(among(lesson_reads.c.person_id, "people"), lesson_reads.c.finished_at.is_not(None))
    .order_by(lesson_reads.c.finished_at, lesson_reads.c.id)
)


def ends_of(db: Connection, person_id: int) -> tuple[Ended, ...]:
    """Every end of a lesson of this person, in the order of time."""
    return ends_by(db, [person_id]).get(person_id, ())
