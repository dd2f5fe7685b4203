"""What the board sees of the help that members would like, grouped by what it is about."""

from collections.abc import Sequence

from messages.moments import Spoken, moment
from messages.wording import Words


@moment("help_wishes.title")
def title(words: Words) -> str:
    return words.say("Who would like help with what")


@moment("help_wishes.none")
def none(words: Words) -> str:
    return words.say("Nobody is waiting for help at the moment.")


@moment("help_wishes.groups")
def groups(words: Words, people: int) -> str:
    return words.plural(
        "{count} person would like help. With what? Choose one to see who.",
        "{count} people would like help. With what? Choose one to see who.",
        people,
    )


@moment("help_wishes.group")
def group(words: Words, topic: Spoken, people: int) -> str:
    return words.plural("{topic}: {count} person", "{topic}: {count} people", people, topic=topic)


@moment("help_wishes.who")
def who(words: Words, topic: Spoken, people: Sequence[Spoken]) -> str:
    """Names with the hamlet, one a line."""
    return "\n".join([f"{topic}:", *(f"• {each}" for each in people)])


@moment("help_wishes.person")
def person(words: Words, name: str, hamlet: str) -> str:
    return words.say("{name}, {hamlet}", name=name, hamlet=hamlet) if hamlet else words.shown(name)


@moment("help_wishes.more")
def more(words: Words, count: int) -> str:
    return words.say("and {count} more", count=count)


@moment("help_wishes.open_for")
def open_for(words: Words) -> str:
    return words.say("Open a session for this")


@moment("help_wishes.all_groups")
def all_groups(words: Words) -> str:
    return words.say("The other wishes")


@moment("help_wishes.none_of_this")
def none_of_this(words: Words) -> str:
    return words.say("Nobody waits for this any more.")


@moment("help_wishes.sheet")
def sheet(words: Words) -> str:
    return words.say("The lesson to print")


@moment("help_wishes.which_sheet")
def which_sheet(words: Words) -> str:
    return words.say("Which lesson shall I make for printing, in large letters?")


@moment("help_wishes.here_is_the_sheet")
def here_is_the_sheet(words: Words, lesson: Spoken) -> str:
    return words.say(
        "Here is the lesson “{lesson}” on one page, in large letters, for whoever has no phone.",
        lesson=lesson,
    )


@moment("help_wishes.other_sheets")
def other_sheets(words: Words) -> str:
    return words.say("Another lesson to print")
