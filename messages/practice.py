"""What is said only in a practice club."""

from messages.moments import moment
from messages.wording import Words


@moment("practice.you_got_the_link")
def you_got_the_link(words: Words, club: str, code: str) -> str:
    return words.say(
        "This phone belongs to somebody whom {club} does not know yet.\n"
        "The board has just sent the club's link. Its code is {code}.\n"
        "To join, press the button, or type the code.",
        club=club,
        code=code,
    )


@moment("practice.open_the_link")
def open_the_link(words: Words) -> str:
    return words.say("Open the club's link")
