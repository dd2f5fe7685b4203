"""Who of the board is who."""

from collections.abc import Sequence

from messages.moments import Spoken, moment
from messages.roles import office
from messages.wording import Words


@moment("misunderstood.it_is")
def it_is(words: Words, name: str, role: str) -> str:
    """Who holds an office."""
    return words.say("That is {name}, {office}.", name=name, office=office(words, role))


@moment("misunderstood.board_is")
def board_is(words: Words, who: Sequence[Spoken]) -> str:
    """The board, as `officeholder` names each."""
    return "\n".join([words.say("The board of our club:"), *(f"• {each}" for each in who)])
