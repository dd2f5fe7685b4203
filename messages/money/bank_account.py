"""The club's account: changing it, and telling it to whoever chose to transfer."""

from datetime import date, time

from club.money import Money
from messages.moments import Spoken, moment
from messages.wording import Words


@moment("bank_account.title")
def title(words: Words) -> str:
    return words.say("Change the club's account")


@moment("bank_account.line")
def line(words: Words, bank: str, holder: str) -> str:
    """A line of the club's settings; the number is not shown where nobody pays."""
    if not bank:
        return words.say("Account for transfers: none")
    return words.say("Account for transfers: {bank}, {holder}", bank=bank, holder=holder)


@moment("bank_account.which_bank")
def which_bank(words: Words) -> str:
    return words.say("At which bank is the club's account?")


@moment("bank_account.bank")
def bank(words: Words, name: str) -> str:
    return name or words.say("Another bank")


@moment("bank_account.which_bin")
def which_bin(words: Words) -> str:
    return words.say(
        "Please type the six digits by which other banks know this bank. The bank can tell you."
    )


@moment("bank_account.which_number")
def which_number(words: Words) -> str:
    return words.say("What is the number of the account?")


@moment("bank_account.which_holder")
def which_holder(words: Words) -> str:
    return words.say("In whose name is the account, as the bank writes it?")


@moment("bank_account.not_an_account")
def not_an_account(words: Words) -> str:
    return words.say(
        "That cannot be an account: it has 5 to 19 digits or letters, and a holder's name."
    )


@moment("bank_account.described")
def described(words: Words, bank: str, number: str, holder: str) -> str:
    return words.say(
        "The club's account becomes:\n"
        "• Bank: {bank}\n"
        "• Number: {number}\n"
        "• Holder: {holder}\n"
        "It is used from 48 hours after the second yes; all members are told.",
        bank=bank,
        number=number,
        holder=holder,
    )


@moment("bank_account.agreed")
def agreed(words: Words, bank: str, holder: str, *, day: date, at: time) -> str:
    return words.say(
        "Two people have agreed: {bank}, {holder}. It is used from {time} on {day}. I am "
        "telling all members.",
        bank=bank,
        holder=holder,
        time=at,
        day=day,
    )


@moment("bank_account.members_hear")
def members_hear(
    words: Words, club: str, bank: str, holder: str, *, day: date, at: time, by: str, second: str
) -> str:
    """No number stands in it: no account is ever sent round (Club rules, F.6)."""
    return words.say(
        "{club}: the account for transfers changes.\n"
        "• Bank: {bank}\n"
        "• Holder: {holder}\n"
        "• From {time} on {day}\n"
        "{by} and {second} decided it. If you do not know of it, please ask the board.\n"
        "I never send the number of an account by myself, only when you choose to transfer.",
        club=club,
        bank=bank,
        holder=holder,
        time=at,
        day=day,
        by=by,
        second=second,
    )


@moment("bank_account.transfer_now")
def transfer_now(
    words: Words, waits: Spoken, bank: str, number: str, *, holder: str, amount: Money,
    purpose: str,
) -> str:  # fmt: skip
    """After what was noted: where to transfer, for whoever chose so and has not done it yet."""
    return words.say(
        "{waits}\n\n"
        "If you have not transferred yet, this is the club's account:\n"
        "• Bank: {bank}\n"
        "• Number: {number}\n"
        "• Holder: {holder}\n"
        "• Sum: {amount}\n"
        "• Words of the transfer: {purpose}\n"
        "Please look whether the holder's name is the same in your bank, then transfer.",
        waits=waits,
        bank=bank,
        number=number,
        holder=holder,
        amount=amount,
        purpose=purpose,
    )
