"""The lines of the monthly summary about where the money lies."""

from collections.abc import Iterator

from club.money import Money
from club.summary.figures import Figures
from messages.moments import Moment, moment
from messages.wording import Words


@moment("summary.held")
def held(words: Words, in_cash: Money, in_bank: Money) -> str:
    """Both of all funds together."""
    lines = [
        words.say("Cash by the books: {sum}", sum=in_cash),
        words.say("At the bank by the books: {sum}", sum=in_bank),
    ]
    return "\n".join(lines)


def held_lines(figures: Figures, *, for_board: bool) -> Iterator[Moment]:
    """For the board, and only where something is at the bank: else all of it is cash."""
    if for_board and figures.held is not None and figures.held.in_bank:
        yield held(in_cash=figures.held.in_cash, in_bank=figures.held.in_bank)
