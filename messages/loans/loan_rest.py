"""What a repayment can hold beside its sum: a gift beyond the debt, and who brought the money."""

from club.money import Money
from messages.moments import Spoken, moment
from messages.sums import in_figures_and_words
from messages.wording import Words


@moment("loan.what_of_the_rest")
def what_of_the_rest(words: Words, name: str, rest: Money) -> str:
    return words.say(
        "That is {rest} more than {name} owes. What would {name} like?", name=name, rest=rest
    )


@moment("loan.rest")
def rest(words: Words, is_gift: bool) -> str:
    if is_gift:
        return words.say("Give it to the club")
    return words.say("Have it back at once")


@moment("loan.with_gift")
def with_gift(words: Words, read_back: Spoken, gift: Money) -> str:
    line = words.say("And a gift to the club: {gift}", gift=in_figures_and_words(words, gift))
    return f"{line}\n{read_back}"


@moment("loan.who_brought")
def who_brought(words: Words) -> str:
    return words.say("Who has brought the money?")


@moment("loan.with_bringer")
def with_bringer(words: Words, read_back: Spoken, brought_by: str) -> str:
    line = words.say("The money is brought by: {brought_by}", brought_by=brought_by)
    return f"{line}\n{read_back}"


@moment("loan.what_is_wrong_with_repayment")
def what_is_wrong(words: Words) -> str:
    return words.say("What is to be changed?")


@moment("loan.part_of_repayment")
def part(words: Words, part: str) -> str:
    return {
        "amount": words.say("The sum of the repayment"),
        "brought_by": words.say("Somebody else brings the money"),
        "none": words.say("Nothing is to be entered"),
    }[part]


@moment("loan.gift_thanked")
def gift_thanked(words: Words, receipt: Spoken, gift: Money) -> str:
    line = words.say("• Also given to the club: {gift}. Thank you!", gift=gift)
    return f"{receipt}\n{line}"


@moment("loan.brought")
def brought(words: Words, receipt: Spoken, brought_by: str) -> str:
    line = words.say("• Brought by: {brought_by}", brought_by=brought_by)
    return f"{receipt}\n{line}"
