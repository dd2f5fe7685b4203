"""A lesson in using the phone: offered, step by step, its question, the kind word after it."""

from messages import everywhere, learnt
from messages.cards import Card, Choice
from messages.lessons import Lesson, lesson_called, tip_called
from messages.moments import Moment, Spoken, moment
from messages.presses import Press, ScreenPress, StartPress, packed
from messages.wording import Words

HELP_TOPIC = "digital"
# Behind a lesson's code: its question alone.
REVIEW = "review"


@moment("lesson.title")
def title(words: Words) -> str:
    return words.say("Lesson in using the phone")


@moment("lesson.name")
def name(words: Words, lesson: str) -> str:
    """Its title; a lesson that is given no more has none."""
    try:
        return lesson_called(lesson).title.written(words)
    except KeyError:
        return words.say("a lesson of before")


@moment("lesson.offer")
def offer(words: Words, lesson: str) -> str:
    found = lesson_called(lesson)
    return words.plural(
        "Here is your next lesson in using the phone: {title}.\nIt is short: {count} step.",
        "Here is your next lesson in using the phone: {title}.\nIt is short: {count} steps.",
        len(found.steps),
        title=found.title.written(words),
    )


@moment("lesson.with_tip")
def with_tip(words: Words, offer: Spoken, tip: str) -> str:
    """In alternate months; a tip that is given no more is left out."""
    found = tip_called(tip)
    return str(offer) if found is None else f"{offer}\n\n{found.text.written(words)}"


@moment("lesson.offer_again")
def offer_again(words: Words, lesson: str) -> str:
    """The month's lesson for whoever has had them all."""
    return words.say(
        "You have had all the lessons. A small question to keep one of them fresh: {title}.",
        title=lesson_called(lesson).title.written(words),
    )


@moment("lesson.begin_again")
def begin_again(words: Words) -> str:
    return words.say("See the question")


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
    """The kind word for what was chosen, the offer of help."""
    found = lesson_called(lesson)
    return "\n\n".join(each.written(words) for each in (found.choices[place].answer, found.offer))


@moment("lesson.help_me")
def help_me(words: Words) -> str:
    return words.say("Yes, please help me do it")


@moment("lesson.review")
def review(words: Words, lesson: str) -> str:
    """The question alone, for whoever has had the lesson."""
    found = lesson_called(lesson)
    head = words.say("To keep it fresh: {title}", title=found.title.written(words))
    return f"{head}\n\n{found.question.written(words)}"


@moment("lesson.known")
def known(words: Words) -> str:
    return words.say("I know this one already")


@moment("lesson.other")
def other(words: Words) -> str:
    return words.say("Another lesson")


@moment("lesson.skipped")
def skipped(words: Words) -> str:
    return words.say(
        "Then we leave it for now. I will ask about it again when you have had the others."
    )


@moment("lesson.steps_again")
def steps_again(words: Words) -> str:
    return words.say("See the steps once more")


@moment("lesson.another")
def another(words: Words) -> str:
    return words.say("One more lesson")


# Asked in dialogues that were begun before a round of review followed the last lesson.
@moment("lesson.all_finished")
def all_finished(words: Words) -> str:
    return words.say("You have had every lesson there is. Which one would you like once more?")


@moment("lesson.gone")
def gone(words: Words) -> str:
    return words.say("This lesson is not given any more. I will find you another one.")


def offered(lesson: str, *, is_review: bool = False, tip: str = "") -> Card:
    """The month's lesson as a pushed message with one button that opens it."""
    if is_review:
        opens = Choice(packed(StartPress("lesson", f"{lesson} {REVIEW}")), begin_again())
        body = offer_again(lesson=lesson)
    else:
        opens = Choice(packed(StartPress("lesson", lesson)), begin())
        body = offer(lesson=lesson)
    if tip:
        body = with_tip(body, tip)
    return Card(body, choices=(opens,), numbered=False)


def finished(lesson: Lesson, place: int) -> Card:
    """The end of a lesson: its steps again, help by hand, one more, what she has learnt."""
    pairs: list[tuple[Press, Moment]] = [
        (StartPress("ask_for_help", f"{HELP_TOPIC} {lesson.code}"), help_me()),
        (StartPress("lesson"), another()),
        (ScreenPress("learnt"), learnt.title()),
        (ScreenPress("menu"), everywhere.menu_word()),
    ]
    if not lesson.choices[place].is_right:
        pairs.insert(0, (StartPress("lesson", lesson.code), steps_again()))
    return Card(answered(lesson=lesson.code, place=place), choices=_pressed(pairs))


def left_out() -> Card:
    """She knew the lesson already: the next one, or what she has learnt."""
    pairs: list[tuple[Press, Moment]] = [
        (StartPress("lesson"), another()),
        (ScreenPress("learnt"), learnt.title()),
        (ScreenPress("menu"), everywhere.menu_word()),
    ]
    return Card(skipped(), choices=_pressed(pairs))


def _pressed(pairs: list[tuple[Press, Moment]]) -> tuple[Choice, ...]:
    return tuple(Choice(packed(press), label) for press, label in pairs)
