"""A person has come to the end of a lesson: answered its question, or knew it already."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from club.learning import Outcome
from storage.changes.deed import Deed
from storage.tables.sessions import lesson_ends, lesson_reads


@dataclass(frozen=True, slots=True)
class LessonFinished:
    lesson: str
    answer: int


@dataclass(frozen=True, slots=True)
class LessonSkipped:
    lesson: str


@dataclass(frozen=True, slots=True)
class FinishLesson:
    """Every end is noted. Had again, the newest answer and the first end stand for the lesson."""

    lesson: str
    answer: int
    steps: int
    is_right: bool = True

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
        _note(db, deed, self.lesson, Outcome.RIGHT if self.is_right else Outcome.WRONG)
        return LessonFinished(self.lesson, self.answer)


@dataclass(frozen=True, slots=True)
class SkipLesson:
    """She knows it already: it comes again when she has had the others."""

    lesson: str

    def carry_out(self, db: Connection, deed: Deed) -> LessonSkipped:
        _note(db, deed, self.lesson, Outcome.SKIPPED)
        return LessonSkipped(self.lesson)


def _note(db: Connection, deed: Deed, lesson: str, outcome: Outcome) -> None:
    db.execute(
        insert(lesson_ends).values(
            person_id=deed.person, lesson=lesson, outcome=outcome.value, ended_at=deed.now
        )
    )
