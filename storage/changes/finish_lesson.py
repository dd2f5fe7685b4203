"""A person has come to the end of a lesson and answered its question."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from storage.changes.deed import Deed
from storage.tables.sessions import lesson_reads


@dataclass(frozen=True, slots=True)
class LessonFinished:
    lesson: str
    answer: int


@dataclass(frozen=True, slots=True)
class FinishLesson:
    """Noted once a person and lesson; had again, the newest answer and the first end stand."""

    lesson: str
    answer: int
    steps: int

    def carry_out(self, db: Connection, deed: Deed) -> LessonFinished:
        hers = (lesson_reads.c.person_id == deed.person, lesson_reads.c.lesson == self.lesson)
        there = db.execute(select(lesson_reads.c.id).where(*hers).with_for_update()).first()
        if there is None:
            db.execute(
                insert(lesson_reads).values(
                    person_id=deed.person,
                    lesson=self.lesson,
                    step=self.steps,
                    answer=self.answer,
                    opened_at=deed.now,
                    finished_at=deed.now,
                )
            )
        else:
            db.execute(update(lesson_reads).where(*hers).values(answer=self.answer))
        return LessonFinished(self.lesson, self.answer)
