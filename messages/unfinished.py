"""What was begun and not brought to its end."""

from collections.abc import Sequence

from messages.moments import Spoken, moment
from messages.wording import Words


@moment("unfinished.title")
def title(words: Words) -> str:
    return words.say("What is unfinished")


@moment("unfinished.count")
def count(words: Words, count: int) -> str:
    """The entry of the menu where several things wait."""
    return words.say("What is unfinished ({count})", count=count)


@moment("unfinished.list")
def list_(words: Words, lines: Sequence[Spoken]) -> str:
    heading = words.plural(
        "One thing is unfinished. Nothing of it has been recorded.",
        "{count} things are unfinished. Nothing of them has been recorded.",
        len(lines),
    )
    return "\n".join([heading, *(f"• {each}" for each in lines)])


@moment("unfinished.line")
def line(words: Words, what: Spoken, answers: Sequence[Spoken], left: int) -> str:
    """One of them: what it is, the answers until now, about how many questions are left."""
    if not answers:
        return words.plural(
            "{what} (about one question left)",
            "{what} (about {count} questions left)",
            left,
            what=what,
        )
    return words.plural(
        "{what}: {answers} (about one question left)",
        "{what}: {answers} (about {count} questions left)",
        left,
        what=what,
        answers=", ".join(str(each) for each in answers),
    )


@moment("unfinished.nothing")
def nothing(words: Words) -> str:
    return words.say("Nothing is unfinished.")


@moment("unfinished.throw_one_away")
def throw_one_away(words: Words) -> str:
    return words.say("Throw one of them away")


@moment("unfinished.throw_which")
def throw_which(words: Words, count: int) -> str:
    return words.plural(
        "Shall I throw this away? Your answers in it are lost then.",
        "Which one shall I throw away? Your answers in it are lost then.",
        count,
    )


@moment("unfinished.throw_away")
def throw_away(words: Words, what: Spoken) -> str:
    return words.say("Throw away: {what}", what=what)


@moment("unfinished.keep_all")
def keep_all(words: Words) -> str:
    return words.say("Keep everything")


@moment("unfinished.kept")
def kept(words: Words) -> str:
    """Was said to a 'stop' where nothing is in front; letters of then may still wait."""
    return words.say("You are not in the middle of anything just now. I have kept these for you:")


@moment("unfinished.no_more_room")
def no_more_room(words: Words, most: int) -> str:
    """Before anything is closed: so that to keep it is no empty word."""
    return words.say(
        "I can keep {most} unfinished things, and so many wait now. With one more I have to close "
        "the oldest.",
        most=most,
    )


@moment("everywhere.kept_already")
def kept_already(words: Words) -> str:
    return words.say("It is kept for later already.")


@moment("everywhere.stopped")
def stopped(words: Words) -> str:
    return words.say("We have stopped. Your answers are kept; you can go on whenever you like.")
