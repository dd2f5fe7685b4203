"""A member's gift that is entered for her."""

from messages.moments import Spoken, moment
from messages.wording import Words


@moment("take_gift.title")
def title(words: Words) -> str:
    return words.say("A member's gift")


@moment("take_gift.read_back")
def read_back(words: Words, who: str, what: Spoken, how: Spoken | str) -> str:
    """`how`: '' for what is no money."""
    if not how:
        return words.say("You enter for {who}:\n• {what}\nIs that right?", who=who, what=what)
    return words.say(
        "You enter for {who}:\n• {what}\n• {how}\nIs that right?", who=who, what=what, how=how
    )


@moment("take_gift.waits_read_back")
def waits_read_back(words: Words, who: str, what: Spoken, confirmer: str) -> str:
    return words.say(
        "You enter for {who}:\n• {what}\n"
        "It waits until {confirmer} has it and says so. Is that right?",
        who=who,
        what=what,
        confirmer=confirmer,
    )
