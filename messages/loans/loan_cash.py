"""Money handed out and paid back: what the cashier reads back, and the borrower's receipts."""

from datetime import date

from club.money import Money
from messages.loans.loan_lines import due_line
from messages.moments import Spoken, moment
from messages.sums import in_figures_and_words
from messages.wording import Words


@moment("loan.pay_out_title")
def pay_out_title(words: Words) -> str:
    return words.say("Hand out a loan")


@moment("loan.pay_out_now")
def pay_out_now(words: Words) -> str:
    return words.say("Hand out the money")


@moment("loan.pay_out_to")
def pay_out_to(words: Words, whom: Spoken) -> str:
    return words.say("Hand out a loan: {whom}", whom=whom)


@moment("loan.nothing_to_pay_out")
def nothing_to_pay_out(words: Words) -> str:
    return words.say("No agreed loan is waiting to be handed out by you.")


@moment("loan.whom_to_pay")
def whom_to_pay(words: Words) -> str:
    return words.say("To whom do you hand out money?")


@moment("loan.too_little_cash")
def too_little_cash(words: Words, needed: Money, there: Money) -> str:
    return words.say(
        "{needed} is needed, but no place has that much of this fund; the most is {there}. "
        "When more money has come in, it can be handed out.",
        needed=needed,
        there=there,
    )


@moment("loan.from_which_place")
def from_which_place(words: Words) -> str:
    return words.say("From which place do you take the money?")


@moment("loan.into_which_place")
def into_which_place(words: Words) -> str:
    return words.say("Where do you put the money?")


@moment("loan.place")
def place(words: Words, kind: str, name: str, cash: Money) -> str:
    return f"{name or place_in_words(words, kind)} – {words.shown(cash)}"


def place_in_words(words: Words, kind: str) -> str:
    names = {
        "tin": words.say("The tin"),
        "bank": words.say("The bank account"),
        "hands": words.say("In somebody's hands"),
    }
    return names[kind]


@moment("loan.pay_out_read_back")
def pay_out_read_back(
    words: Words, *, name: str, amount: Money, kind: str, place: str, first_on: date
) -> str:
    return words.say(
        "You hand {name} {amount}, from: {place}.\n"
        "The first instalment is due on {first_on}.\n"
        "Please count it together. Is that right?",
        name=name,
        amount=in_figures_and_words(words, amount),
        place=(place or place_in_words(words, kind)).lower(),
        first_on=first_on,
    )


@moment("loan.paid_out")
def paid_out(words: Words, name: str, amount: Money, voucher: str) -> str:
    return words.say(
        "It is in the book: {amount} to {name}, slip {voucher}. "
        "I have asked the borrower to confirm that the money has come.",
        name=name,
        amount=amount,
        voucher=voucher,
    )


@moment("loan.not_recorded")
def not_recorded(words: Words) -> str:
    return words.say("All right. Nothing has been recorded.")


@moment("loan.have_you_got_it")
def have_you_got_it(words: Words, amount: Money) -> str:
    return words.say(
        "The cashier has noted that you were handed {amount}. Have you got all of it in your hand?",
        amount=in_figures_and_words(words, amount),
    )


@moment("loan.got_it")
def got_it(words: Words) -> str:
    return words.say("I have all of it")


@moment("loan.not_got_it")
def not_got_it(words: Words) -> str:
    return words.say("Not all of it yet")


@moment("loan.answer_about_cash")
def answer_about_cash(words: Words) -> str:
    return words.say("Answer this")


@moment("loan.confirm_title")
def confirm_title(words: Words) -> str:
    return words.say("Confirm the money of your loan")


@moment("loan.nothing_to_confirm")
def nothing_to_confirm(words: Words) -> str:
    return words.say("There is no loan of yours to confirm.")


@moment("loan.receipt_of_cash")
def receipt_of_cash(
    words: Words, *, amount: Money, paid_out_on: date, first_on: date, first: Money
) -> str:
    return words.say(
        "Thank you. You received {amount} on {paid_out_on}.\n"
        "First instalment: {first}.\n"
        "May it bring you good business!",
        amount=in_figures_and_words(words, amount),
        paid_out_on=paid_out_on,
        first=due_line(words, first_on, first),
    )


@moment("loan.cash_confirmed")
def cash_confirmed(words: Words, name: str, amount: Money) -> str:
    return words.say("{name} confirms: {amount} received.", name=name, amount=amount)


@moment("loan.cash_missing")
def cash_missing(words: Words) -> str:
    return words.say(
        "I have told the board at once that you do not have the money. "
        "Somebody will talk with you; you need do nothing more."
    )


@moment("loan.board_cash_missing")
def board_cash_missing(words: Words, name: str, amount: Money) -> str:
    return words.say(
        "{name} says that the loan of {amount}, noted as handed out, did not arrive in full. "
        "Please look into it today, together with the cashier.",
        name=name,
        amount=amount,
    )
