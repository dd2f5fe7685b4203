"""The month's lesson in using the phone: a few short steps, one small question, help by hand."""

from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.notices import Told, after
from handlers.refusing import said_no
from messages import lesson as say
from messages.lessons import Lesson, lesson_called, lessons, next_lesson
from messages.moments import Moment
from messages.presses import StartPress
from storage.changes.finish_lesson import FinishLesson, LessonFinished
from storage.queries import Connection
from storage.queries.lessons import finished_lessons


@dialogue("lesson", title=say.title, about=6)
async def take_lesson(ask: Ask, me: Visitor) -> FinishLesson | Said:
    if me.person_id is None:
        return said_no(Code.NOT_ALLOWED)
    lesson = _called(me.subject) if me.subject else await _next(ask, me)
    if lesson is None:
        return Said(say.gone())
    for place in range(len(lesson.steps)):
        step = say.step(lesson=lesson.code, place=place)
        await ask.choice(f"step {place}", step, among=("next",), shown_as=_next_word)
    answer = await ask.choice(
        "answer",
        say.question(lesson=lesson.code),
        among=range(len(lesson.choices)),
        shown_as=lambda place: say.choice(lesson=lesson.code, place=place),
    )
    return FinishLesson(lesson.code, answer, steps=len(lesson.steps))


async def _next(ask: Ask, me: Visitor) -> Lesson | None:
    """Her own next lesson; once she has had them all, the one she chooses."""
    lesson = next_lesson(await read(finished_lessons, me.person))
    if lesson is not None:
        return lesson
    code = await ask.choice(
        "lesson",
        say.all_finished(),
        among=[each.code for each in lessons()],
        shown_as=lambda code: say.name(lesson=code),
    )
    return _called(code)


def _called(code: str) -> Lesson | None:
    try:
        return lesson_called(code)
    except KeyError:
        return None


def _next_word(_: str) -> Moment:
    return say.next_step()


@after(LessonFinished)
def lesson_finished(fact: LessonFinished, me: Visitor, db: Connection) -> Told:
    return Told(say.finished(lesson_called(fact.lesson), fact.answer))


entrance(
    StartPress("lesson"),
    label=say.title,
    open_to=lambda me: me.membership is not None and me.membership.state == "member",
    command="baihoc",
    words=("bài học", "bài học dùng điện thoại", "học điện thoại", "lesson"),
)
