"""The month's lesson in using the phone: a few short steps, one small question, help by hand."""

from club.learning import NextLesson, next_lesson
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.lessons.lessons_listed import list_of_lessons
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages import lesson as say
from messages.cards import Card
from messages.lessons import Lesson, lesson_called, lessons
from messages.moments import Moment
from messages.presses import StartPress
from storage.changes.lessons.finish_lesson import (
    FinishLesson,
    LessonFinished,
    LessonSkipped,
    SkipLesson,
)
from storage.queries import Connection
from storage.queries.lessons.lessons import ends_of

NEXT, KNOWN, OTHER = "next", "known", "other"
_WORDS = {NEXT: say.next_step, KNOWN: say.known, OTHER: say.other}


@dialogue("lesson", title=say.title, about=6)
async def take_lesson(ask: Ask, me: Visitor) -> FinishLesson | SkipLesson | Said | Card:
    """Its subject is a lesson's code, "review" perhaps behind it; or nothing: her own next one."""
    if me.person_id is None:
        return said_no(Code.NOT_ALLOWED)
    chosen = await _chosen(me)
    lesson = None if chosen is None else _called(chosen.lesson)
    if chosen is None or lesson is None:
        return Said(say.gone())
    if not chosen.is_review:
        first = await ask.choice(
            "step 0",
            say.step(lesson=lesson.code, place=0),
            among=(NEXT, KNOWN, OTHER),
            shown_as=_word,
        )
        if first == KNOWN:
            return SkipLesson(lesson.code)
        if first == OTHER:
            return await read(_list_for, me)
        await _steps(ask, lesson)
    return await _question(ask, lesson, is_review=chosen.is_review)


async def _steps(ask: Ask, lesson: Lesson) -> None:
    for place in range(1, len(lesson.steps)):
        step = say.step(lesson=lesson.code, place=place)
        await ask.choice(f"step {place}", step, among=(NEXT,), shown_as=_word)


async def _question(ask: Ask, lesson: Lesson, *, is_review: bool) -> FinishLesson:
    asked = say.review(lesson=lesson.code) if is_review else say.question(lesson=lesson.code)
    answer = await ask.choice(
        "answer",
        asked,
        among=range(len(lesson.choices)),
        shown_as=lambda place: say.choice(lesson=lesson.code, place=place),
    )
    is_right = lesson.choices[answer].is_right
    return FinishLesson(lesson.code, answer, len(lesson.steps), is_right)


async def _chosen(me: Visitor) -> NextLesson | None:
    if me.subject:
        code, _, review = me.subject.partition(" ")
        return NextLesson(code, is_review=review == say.REVIEW)
    return next_lesson(curriculum(), await read(ends_of, me.person))


def curriculum() -> tuple[str, ...]:
    return tuple(each.code for each in lessons())


def _list_for(db: Connection, me: Visitor) -> Card:
    return list_of_lessons(me, db, "")


def _called(code: str) -> Lesson | None:
    try:
        return lesson_called(code)
    except KeyError:
        return None


def _word(way: str) -> Moment:
    return _WORDS[way]()


@after(LessonFinished)
def lesson_finished(fact: LessonFinished, me: Visitor, db: Connection) -> Told:
    return Told(say.finished(lesson_called(fact.lesson), fact.answer))


@after(LessonSkipped)
def lesson_skipped(fact: LessonSkipped, me: Visitor, db: Connection) -> Told:
    return Told(say.left_out())


entrance(
    StartPress("lesson"),
    label=say.title,
    open_to=lambda me: me.membership is not None and me.membership.state == "member",
    command="baihoc",
    words=("bài học", "bài học dùng điện thoại", "học điện thoại", "lesson"),
)
