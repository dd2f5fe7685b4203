"""Loans of members without a phone: asked for by the board, cash witnessed on a slip."""

from club.money import Money
from messages.moments import Spoken, moment
from messages.sums import in_figures_and_words
from messages.wording import Words


@moment("witness.title")
def title(words: Words) -> str:
    return words.say("Note the slip of a borrower without a phone")


@moment("witness.nothing")
def nothing(words: Words) -> str:
    return words.say("No money handed to somebody without a phone is waiting to be noted by you.")


@moment("witness.which")
def which(words: Words) -> str:
    return words.say("Who got the money?")


@moment("witness.slip")
def slip(words: Words, name: str, amount: Money) -> str:
    return words.say(
        "{name} has got {amount} in hand. Which number is on the paper slip?",
        name=name,
        amount=amount,
    )


@moment("witness.which_mark")
def which_mark(words: Words) -> str:
    return words.say("What is on the slip?")


@moment("witness.mark")
def mark(words: Words, mark: str) -> str:
    return {
        "thumbprint": words.say("A thumbprint"),
        "signature": words.say("A signature"),
    }[mark]


@moment("witness.who")
def who(words: Words) -> str:
    return words.say(
        "Who was there and saw it? A member outside the board and outside the household."
    )


@moment("witness.nobody")
def nobody(words: Words) -> str:
    return words.say(
        "There is no member outside the board and the household who could be the witness."
    )


@moment("witness.read_back")
def read_back(
    words: Words, *, name: str, amount: Money, slip: str, mark: Spoken, witness: str
) -> str:
    return words.say(
        "{name} has got {amount}.\n• Slip: {slip}\n• On it: {mark}\n• Witness: {witness}\n"
        "Is that right?",
        name=name,
        amount=in_figures_and_words(words, amount),
        slip=slip,
        mark=mark,
        witness=witness,
    )


@moment("witness.kept")
def kept(words: Words, name: str, witness: str) -> str:
    return words.say(
        "It is noted: {name} has the money, witness {witness}. Please keep the slip with the "
        "papers of the month.",
        name=name,
        witness=witness,
    )


@moment("witness.you_are_named")
def you_are_named(words: Words, name: str, amount: Money) -> str:
    return words.say(
        "You are named as the witness that {name} got {amount} in hand. If that is not right, "
        "please tell the board.",
        name=name,
        amount=amount,
    )


@moment("witness.bookkeeper")
def bookkeeper(words: Words, name: str, amount: Money, witness: str) -> str:
    return words.say(
        "{name} has got {amount}, by slip; witness: {witness}.",
        name=name,
        amount=amount,
        witness=witness,
    )


@moment("witness.paid_out")
def paid_out(words: Words, name: str, amount: Money, voucher: str) -> str:
    return words.say(
        "It is in the book: {amount} to {name}, slip {voucher}. As there is no phone, please let "
        "the slip be marked before a witness, and note it here.",
        name=name,
        amount=amount,
        voucher=voucher,
    )


# Asking for somebody without a phone


@moment("loan_for.title")
def for_title(words: Words) -> str:
    return words.say("Ask for a loan for a member without a phone")


@moment("loan_for.nobody")
def for_nobody(words: Words) -> str:
    return words.say("Every member has a phone, and can ask for a loan there.")


@moment("loan_for.whom")
def for_whom(words: Words) -> str:
    return words.say("Who asks for the loan? Please sit together.")


@moment("loan_for.member")
def member(words: Words, name: str) -> str:
    return name


@moment("loan_for.is_she_there")
def is_she_there(words: Words, name: str) -> str:
    return words.say(
        "Is {name} with you, and a second person of the board too? Then please read my "
        "questions out to {name}.",
        name=name,
    )


@moment("loan_for.not_alone")
def not_alone(words: Words) -> str:
    return words.say(
        "Then please wait until all are together: the member says in person, before two of "
        "the board, what loan it shall be."
    )


@moment("loan_for.asked")
def asked(words: Words, name: str, amount: Money) -> str:
    return words.say(
        "I have asked for {amount} for {name}. Please pass on what comes of it.",
        name=name,
        amount=amount,
    )


@moment("need.title")
def need_title(words: Words) -> str:
    return words.say("Would a loan be of use?")


@moment("need.question")
def need_question(words: Words) -> str:
    return words.say(
        "Twice a year the club asks everybody: would you need a loan, to raise or sell something? "
        "It binds you to nothing."
    )


@moment("need.yes")
def need_yes(words: Words) -> str:
    return words.say("I have noted that a loan would help you. When you are ready, ask for it.")


@moment("need.no")
def need_no(words: Words) -> str:
    return words.say("I have noted that you need no loan now. You can tell me any day.")
