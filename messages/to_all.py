"""What goes to many, shown before to whoever sends it: as they will all read it."""

from messages.moments import Spoken, moment
from messages.wording import Words


@moment("to_all.reads", to_all=True)
def as_all_read(words: Words, text: Spoken) -> str:
    """`text` is the very moment that is sent; here it is addressed to all, not to its sender."""
    return str(text)
