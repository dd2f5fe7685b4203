"""The list of what waits for somebody."""

from messages.moments import moment
from messages.wording import Words


@moment("tasks.title")
def title(words: Words) -> str:
    return words.say("Things to do")


@moment("tasks.waiting")
def waiting(words: Words, count: int) -> str:
    return words.plural(
        "One thing is waiting for you.",
        "{count} things are waiting for you, the longest waiting first in each kind.",
        count,
    )


@moment("tasks.none")
def none(words: Words) -> str:
    return words.say("Nothing is waiting for you. Everything has been done.")


@moment("tasks.asks_to_join")
def asks_to_join(words: Words, name: str) -> str:
    return words.say("{name} asks to join", name=name)
