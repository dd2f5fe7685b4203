"""A lesson in using the phone: offered, step by step, its question, the kind word after it."""

from messages import everywhere
from messages.cards import Card, Choice
from messages.lessons import Lesson, lesson_called
from messages.moments import Moment, moment
from messages.presses import ScreenPress, StartPress, packed
from messages.wording import Words

HELP_TOPIC = "digital"


@moment("lesson.title")
def title(words: Words) -> str:
    return words.say("Lesson in using the phone")


@moment("lesson.name")
def name(words: Words, lesson: str) -> str:
    return lesson_called(lesson).title.written(words)


@moment("lesson.offer")
def offer(words: Words, lesson: str) -> str:
    found = lesson_called(lesson)
    return words.plural(
        "Here is your next lesson in using the phone: {title}.\nIt is short: {count} step.",
        "Here is your next lesson in using the phone: {title}.\nIt is short: {count} steps.",
        len(found.steps),
        title=found.title.written(words),
    )


@moment("lesson.begin")
def begin(words: Words) -> str:
    return words.say("Begin the lesson")


@moment("lesson.step")
def step(words: Words, lesson: str, place: int) -> str:
    """One step; the first one is headed by the lesson's name."""
    found = lesson_called(lesson)
    head = words.say("Step {place} of {steps}", place=place + 1, steps=len(found.steps))
    if place == 0:
        head = f"{found.title.written(words)}\n{head}"
    return f"{head}\n\n{found.steps[place].written(words)}"


@moment("lesson.next")
def next_step(words: Words) -> str:
    return words.say("Next")


@moment("lesson.question")
def question(words: Words, lesson: str) -> str:
    return lesson_called(lesson).question.written(words)


@moment("lesson.choice")
def choice(words: Words, lesson: str, place: int) -> str:
    return lesson_called(lesson).choices[place].text.written(words)


@moment("lesson.answered")
def answered(words: Words, lesson: str, place: int) -> str:
    """The kind word for what was chosen, the lesson's tip if it has one, the offer of help."""
    found = lesson_called(lesson)
    parts = [found.choices[place].answer, found.tip, found.offer]
    return "\n\n".join(part.written(words) for part in parts if part is not None)


@moment("lesson.help_me")
def help_me(words: Words) -> str:
    return words.say("Yes, please help me do it")


@moment("lesson.all_finished")
def all_finished(words: Words) -> str:
    return words.say("You have had every lesson there is. Which one would you like once more?")


@moment("lesson.another")
def another(words: Words) -> str:
    return words.say("One more lesson")


@moment("lesson.gone")
def gone(words: Words) -> str:
    return words.say("This lesson is not given any more. I will find you another one.")


def offered(lesson: str) -> Card:
    """The month's lesson as a pushed message with one button that opens it."""
    opens = Choice(packed(StartPress("lesson", lesson)), begin())
    return Card(offer(lesson=lesson), choices=(opens,), numbered=False)


def finished(lesson: Lesson, place: int) -> Card:
    """The end of a lesson: help by hand, one more, or something else."""
    pairs: tuple[tuple[StartPress | ScreenPress, Moment], ...] = (
        (StartPress("ask_for_help", HELP_TOPIC), help_me()),
        (StartPress("lesson"), another()),
        (ScreenPress("menu"), everywhere.menu_word()),
    )
    return Card(
        answered(lesson=lesson.code, place=place),
        choices=tuple(Choice(packed(press), label) for press, label in pairs),
    )
