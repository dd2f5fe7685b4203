"""The entry behind which the work of an office stands together."""

from messages.moments import moment
from messages.wording import Words


@moment("board_work.title")
def title(words: Words) -> str:
    return words.say("The board's work")


@moment("board_work.which")
def which(words: Words) -> str:
    return words.say("Which work of the board is it?")


def group_name(words: Words, name: str) -> str:
    """What work of the board is about."""
    return {
        "money": words.say("Money and loans"),
        "meetings": words.say("The meeting"),
        "life": words.say("Activities and help"),
        "club": words.say("Report, offices, rules"),
    }[name]


@moment("board_work.group")
def group(words: Words, name: str) -> str:
    return group_name(words, name)


@moment("board_work.which_of")
def which_of(words: Words, name: str) -> str:
    return words.say("{group}: which work is it?", group=group_name(words, name))


@moment("board_work.other_work")
def other_work(words: Words) -> str:
    return words.say("Other work of the board")
