"""What a person has learnt in the lessons, and the list of all lessons."""

from collections.abc import Sequence

from messages.lessons import lesson_called
from messages.moments import Spoken, moment
from messages.wording import Words

FULL, EMPTY = "●", "○"


@moment("learnt.title")
def title(words: Words) -> str:
    return words.say("What I have learnt")


@moment("learnt.so_far")
def so_far(words: Words, learnt: int, of: int) -> str:
    """How many of the lessons, as a bar too."""
    if learnt == 0:
        return words.say("There are {of} lessons, one a month.", of=of)
    if learnt >= of:
        said = words.say("You have learnt all {of} lessons. That is splendid.", of=of)
    else:
        said = words.say("You have learnt {count} of {of} lessons.", count=learnt, of=of)
    return f"{said}\n{FULL * learnt}{EMPTY * (of - learnt)}"


@moment("learnt.again")
def again(words: Words, lessons: Sequence[Spoken]) -> str:
    """Those that come again."""
    said = words.say("These come again, so that they stay with you:")
    return "\n".join([said, *(f"• {each}" for each in lessons)])


@moment("learnt.together")
def together(words: Words, so_far: Spoken, again: Spoken) -> str:
    return f"{so_far}\n\n{again}"


@moment("learnt.go_on")
def go_on(words: Words) -> str:
    return words.say("The next lesson")


@moment("learnt.list_title")
def list_title(words: Words) -> str:
    return words.say("All lessons")


@moment("learnt.which")
def which(words: Words, count: int) -> str:
    return words.say("There are {count} lessons. Which one would you like?", count=count)


@moment("learnt.line")
def line(words: Words, lesson: str, is_learnt: bool) -> str:
    """One of the list, marked when she has learnt it."""
    name = lesson_called(lesson).title.written(words)
    return f"✓ {name}" if is_learnt else name
