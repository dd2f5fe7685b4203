"""What is said to a button of a message from before."""

from messages.moments import Spoken, moment
from messages.wording import Words


@moment("everywhere.answered_already")
def answered_already(words: Words) -> str:
    return words.say("That button belongs to an earlier question, which is answered already.")


@moment("everywhere.asked_again")
def asked_again(words: Words) -> str:
    """The button of a question that was left without an answer was pressed."""
    return words.say("This question is still open, so here it is again.")


@moment("everywhere.button_is_old")
def button_is_old(words: Words) -> str:
    return words.say("That button is from an earlier message and no longer does anything.")


@moment("everywhere.button_of_finished")
def button_of_finished(words: Words, what: Spoken) -> str:
    return words.say("That button belongs to “{what}”, which is finished already.", what=what)


@moment("everywhere.button_of_closed")
def button_of_closed(words: Words, what: Spoken) -> str:
    return words.say("That button belongs to “{what}”, which has been thrown away.", what=what)


@moment("everywhere.button_of_parked")
def button_of_parked(words: Words, what: Spoken) -> str:
    return words.say("That button belongs to “{what}”, which I have kept for later.", what=what)
