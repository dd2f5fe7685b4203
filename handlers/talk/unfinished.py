"""What was begun and not brought to its end: one place to go on with it or to throw it away."""

from dataclasses import replace
from typing import Any

from handlers.dialogue.asking import Memory
from handlers.dialogue.engine import SCRIPTS, Run
from handlers.dialogue.question import Question
from handlers.dialogue.state import State
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.menus import closing, on_page, unfinished
from messages import everywhere, menu
from messages import unfinished as say
from messages.cards import Card
from messages.moments import Moment
from messages.presses import Press, ScreenPress, Step, StepPress
from storage.conversations import OpenDialogue
from storage.queries import Connection

THROW = "throw"
MOST_PARKED = 8


def speaker(me: Visitor, dialogue: OpenDialogue) -> Visitor:
    """Who speaks in this dialogue: about its subject, in the club in which it began."""
    began_in = (each for each in me.memberships if each.club_id == dialogue.club_id)
    return replace(me, subject=dialogue.subject, membership=next(began_in, me.membership))


def so_far(
    me: Visitor, db: Connection, dialogue: OpenDialogue, memory: Memory | None = None
) -> tuple[list[Moment], int]:
    """What was answered until now, as it was shown; and about how many questions are left."""
    script = SCRIPTS[dialogue.name]
    run = Run(speaker(me, dialogue), State.of(dialogue.state), db, memory)
    run.go(script)
    asked = {*(question.name for question, _ in run.so_far), run.state.asked}
    given = [each for each in run.so_far if not each[0].fingerprint() and each[1] != ""]
    given = [each for each in given if not _was_in_vain(each[0], asked)]
    left = max(1, script.about - len(run.so_far))
    return [each.shown(stored) for each, stored in given], left


def _was_in_vain(question: Question[Any], asked: set[str | None]) -> bool:
    """Whether what was typed to it was nobody's name, so that it was asked once more."""
    stem, _, number = question.name.rpartition("_")
    if not question.is_try or not number.isdecimal():
        return False
    return not asked.isdisjoint({f"{stem}_{int(number) + 1}", f"{question.name}_whose"})


def warned_of_many(waiting: int) -> tuple[Moment, ...]:
    """Said before anything has to be closed."""
    return (say.no_more_room(MOST_PARKED),) if waiting >= MOST_PARKED else ()


@screen("unfinished")
def unfinished_list(me: Visitor, db: Connection, argument: str) -> Card:
    """All that waits in this chat, the newest first; with `throw`, what to throw away of it."""
    waiting = unfinished(me, db)
    if not waiting:
        return closing(say.nothing())
    last: tuple[Press, Moment] = (ScreenPress("menu"), everywhere.menu_word())
    if argument.startswith(THROW):
        pairs: list[tuple[Press, Moment]] = [
            (StepPress(each.id, Step.THROW_AWAY), say.throw_away(SCRIPTS[each.name].title()))
            for each in waiting
        ]
        page = argument.removeprefix(THROW).strip()
        shown = on_page("unfinished", page, [*pairs, _keep_all(), last], within=THROW)
        return Card(say.throw_which(len(waiting)), choices=choices(shown))
    pairs = [
        (StepPress(each.id, Step.GO_ON), menu.go_on_with(SCRIPTS[each.name].title()))
        for each in waiting
    ]
    lines = [_line(me, db, each) for each in waiting]
    shown = on_page("unfinished", argument, [*pairs, _throw(waiting), last])
    return Card(say.list_(lines), choices=choices(shown))


def _line(me: Visitor, db: Connection, dialogue: OpenDialogue) -> Moment:
    answers, left = so_far(me, db, dialogue)
    return say.line(SCRIPTS[dialogue.name].title(), answers, left)


def _throw(waiting: list[OpenDialogue]) -> tuple[Press, Moment]:
    if len(waiting) == 1:
        return StepPress(waiting[0].id, Step.THROW_AWAY), everywhere.throw_away()
    return ScreenPress("unfinished", THROW), say.throw_one_away()


def _keep_all() -> tuple[Press, Moment]:
    return ScreenPress("unfinished"), say.keep_all()


entrance(
    ScreenPress("unfinished"),
    label=say.title,
    open_to=lambda me: True,
    command="dangdo",
    words=(
        *("việc đang dở", "việc dở dang", "việc còn dở", "việc đang làm dở", "đang làm dở"),
        *("xem việc đang dở", "làm tiếp", "làm tiếp việc dở", "tiếp tục"),
        *("unfinished", "what is unfinished", "go on"),
    ),
    in_menu=False,
    anywhere=("việc đang dở", "việc dở dang", "việc còn dở", "việc đang làm dở", "unfinished"),
)

entrance(
    ScreenPress("unfinished", THROW),
    label=say.throw_one_away,
    open_to=lambda me: True,
    command="bohan",
    words=("bỏ hẳn", "bỏ hẳn đi", "bỏ việc đang dở", "xóa việc đang dở", "throw it away"),
    in_menu=False,
    anywhere=("bỏ hẳn", "bỏ hẳn đi", "bỏ việc đang dở", "throw it away"),
)
