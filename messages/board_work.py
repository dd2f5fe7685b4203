"""The entry behind which the work of an office stands together."""

from messages.moments import moment
from messages.wording import Words


@moment("board_work.title")
def title(words: Words) -> str:
    return words.say("The board's work")


@moment("board_work.which")
def which(words: Words) -> str:
    return words.say("Which work of the board is it?")
