"""Money that somebody has in hand goes into the tin."""

from club.money import Money
from messages.moments import moment
from messages.sums import in_figures_and_words
from messages.wording import Words


@moment("carry_cash.title")
def title(words: Words) -> str:
    return words.say("Take money over into the tin")


@moment("carry_cash.task")
def task(words: Words, keeper: str, amount: Money) -> str:
    return words.say("Take over {amount} from {keeper}", keeper=keeper, amount=amount)


@moment("carry_cash.is_it_here")
def is_it_here(words: Words, keeper: str, amount: Money) -> str:
    return words.say(
        "{keeper} has {amount} of the club in hand. You have counted it, and it is in your "
        "hand now: is that right?",
        keeper=keeper,
        amount=in_figures_and_words(words, amount),
    )


@moment("carry_cash.nothing_moved")
def nothing_moved(words: Words) -> str:
    return words.say("Then it stays where it is. It is on your list until you have it.")


@moment("carry_cash.nothing_there")
def nothing_there(words: Words) -> str:
    return words.say("There is no money of the club in those hands any more.")


@moment("carry_cash.carried")
def carried(words: Words, keeper: str, amount: Money) -> str:
    return words.say("{amount} from {keeper} is in the tin.", keeper=keeper, amount=amount)


@moment("carry_cash.was_carried")
def was_carried(words: Words, cashier: str, amount: Money) -> str:
    return words.say(
        "{cashier} has taken {amount} from your hands into the tin. "
        "You no longer keep it for the club.",
        cashier=cashier,
        amount=amount,
    )
