"""What Liên says by itself.

Pushed messages carry word buttons only: numbers belong to what the person is busy with.
"""

from messages import everywhere
from messages.cards import Card, Choice
from messages.moments import Moment, Spoken, moment
from messages.presses import ScreenPress, Step, StepPress, packed
from messages.volunteers import thanks
from messages.wording import Words


@moment("reminders.session")
def session(words: Words, about: Spoken) -> str:
    return "\n".join(
        [
            words.say("You have promised to help at a support session:"),
            str(about),
            words.say("Thank you. If you cannot come, please tell me, so that another can."),
        ]
    )


@moment("reminders.session_moved")
def session_moved(words: Words, about: Spoken) -> str:
    return "\n".join(
        [
            words.say("A support session with a place for you was moved to this time:"),
            str(about),
            words.say("Please tell me whether you can come, so that nobody waits in vain."),
        ]
    )


@moment("reminders.see_session")
def see_session(words: Words) -> str:
    return words.say("Look at the session")


def session_card(session_id: int, about: Moment, *, asked_again: bool = False) -> Card:
    """`about` is the session as this volunteer may see it.

    `asked_again`: it was moved, and she has not said yet whether the new time suits.
    """
    opens = Choice(packed(ScreenPress("session", str(session_id))), see_session())
    body = session_moved(about=about) if asked_again else session(about=about)
    return Card(body, choices=(opens,), numbered=False)


@moment("reminders.help_comes")
def help_comes(words: Words, about: Spoken) -> str:
    return "\n".join(
        [
            words.say("You asked for help. This is planned for you:"),
            str(about),
            words.say("If it does not suit you, please tell somebody of the board."),
        ]
    )


def help_card(about: Moment) -> Card:
    """`about` says who comes, when and where; the screen behind it shows their photos."""
    opens = Choice(packed(ScreenPress("who_comes")), thanks.who_comes_title())
    return Card(help_comes(about=about), choices=(opens,), numbered=False)


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
