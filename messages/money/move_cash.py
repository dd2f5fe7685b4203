"""Money goes between the tin and the account of the club; what the club earned together."""

from club.money import Money
from messages.moments import Spoken, moment
from messages.sums import in_figures_and_words
from messages.wording import Words


@moment("move_cash.title")
def title(words: Words) -> str:
    return words.say("Money to the bank, or back")


@moment("move_cash.which_way")
def which_way(words: Words) -> str:
    return words.say("Does it go into the bank, or out of it?")


@moment("move_cash.way")
def way(words: Words, to_bank: bool) -> str:
    if to_bank:
        return words.say("From the tin into the bank")
    return words.say("Out of the bank into the tin")


@moment("move_cash.how_much")
def how_much(words: Words, to_bank: bool, cash: Money) -> str:
    if to_bank:
        return words.say("How much goes into the bank? In the tin there is {cash}.", cash=cash)
    return words.say("How much was taken out? In the account there is {cash}.", cash=cash)


@moment("move_cash.read_back")
def read_back(words: Words, to_bank: bool, amount: Money, fund: Spoken) -> str:
    shown = in_figures_and_words(words, amount)
    if to_bank:
        return words.say(
            "Out of the tin into the club's account: {amount}, {fund}.\n"
            "You have paid it in already: is that right?",
            amount=shown,
            fund=fund,
        )
    return words.say(
        "Out of the club's account into the tin: {amount}, {fund}.\n"
        "The money is in your hand: is that right?",
        amount=shown,
        fund=fund,
    )


@moment("move_cash.of_which_fund")
def of_which_fund(words: Words) -> str:
    return words.say("Of which fund is the money?")


@moment("move_cash.fund_there")
def fund_there(words: Words, fund: Spoken, cash: Money) -> str:
    return words.say("{fund}: {cash}", fund=fund, cash=cash)


@moment("move_cash.nothing_there")
def nothing_there(words: Words) -> str:
    return words.say("There is no money of the club in the tin, nor in the account.")


@moment("move_cash.nothing_in")
def nothing_in(words: Words, tin: bool) -> str:
    """Of the place out of which somebody told that money went."""
    if tin:
        return words.say("By the books there is no money in the tin. Nothing is written.")
    return words.say("By the books there is no money in the account. Nothing is written.")


@moment("move_cash.nothing_moved")
def nothing_moved(words: Words) -> str:
    return words.say("Then nothing is written. Tell me once the money is there.")


@moment("move_cash.moved")
def moved(words: Words, to_bank: bool, amount: Money, left: Money) -> str:
    """`left`: of the same fund, where the money was."""
    if to_bank:
        return words.say(
            "Written: {amount} lies in the account now. In the tin {left} are left.",
            amount=amount,
            left=left,
        )
    return words.say(
        "Written: {amount} lies in the tin now. In the account {left} are left.",
        amount=amount,
        left=left,
    )


@moment("income.title")
def income_title(words: Words) -> str:
    return words.say("Enter what the club earned together")


@moment("income.how_much")
def how_much_earned(words: Words) -> str:
    return words.say("How much has the club earned, by selling something for example?")


@moment("income.read_back")
def income_read_back(words: Words, amount: Money, by_bank: bool) -> str:
    shown = in_figures_and_words(words, amount)
    if by_bank:
        return words.say("Earned together, in the account: {amount}. Is that right?", amount=shown)
    return words.say("Earned together, in your hand: {amount}. Is that right?", amount=shown)


@moment("income.recorded")
def income_recorded(words: Words, amount: Money, voucher: str) -> str:
    return words.say(
        "Written: {amount}, earned together. Slip {voucher}.", amount=amount, voucher=voucher
    )
