"""What Liên says by itself.

Pushed messages carry word buttons only: numbers belong to what the person is busy with.
"""

from datetime import date, datetime, time

from messages import everywhere
from messages.cards import Card, Choice
from messages.moments import Spoken, moment
from messages.presses import ScreenPress, Step, StepPress, packed
from messages.wording import Words


@moment("reminders.topic")
def topic(words: Words, topic: str) -> str:
    """What a support session is about, by its code."""
    names = {
        "digital": words.say("Using the phone"),
        "health": words.say("Health"),
        "green": words.say("A green, clean home"),
        "paperwork": words.say("Paperwork"),
    }
    return names[topic]


@moment("reminders.session")
def session(  # noqa: PLR0917 – everything a volunteer has to know to come
    words: Words, day: date, time: time, what: Spoken, place: str
) -> str:
    return "\n".join(
        [
            words.say("You have promised to help at a support session:"),
            words.say("• Time: {day}, at {time}", day=day, time=time),
            words.say("• What: {what}", what=what),
            words.say("• Place: {place}", place=place),
            words.say("Thank you. If you cannot come, please tell me, so that another can."),
        ]
    )


@moment("reminders.see_session")
def see_session(words: Words) -> str:
    return words.say("Look at the session")


def session_card(session_id: int, begins: datetime, what: Spoken, place: str) -> Card:
    """`begins` by the club's clocks; `what` is the session's title, or its topic."""
    return Card(
        session(day=begins.date(), time=begins.time(), what=what, place=place),
        choices=(Choice(packed(ScreenPress("session", str(session_id))), see_session()),),
        numbered=False,
    )


@moment("reminders.unfinished")
def unfinished(words: Words) -> str:
    return words.say(
        "We stopped in the middle of something. Your answers are kept and there is no "
        "hurry. Would you like to go on?"
    )


def unfinished_card(dialogue_id: int) -> Card:
    """Go on, or throw it away; said once, then there is silence."""
    steps = ((Step.GO_ON, everywhere.go_on()), (Step.THROW_AWAY, everywhere.throw_away()))
    return Card(
        unfinished(),
        choices=tuple(Choice(packed(StepPress(dialogue_id, step)), label) for step, label in steps),
        numbered=False,
    )
