"""On what terms the club lends, told to whoever asks."""

from club.money import Money
from messages.loans.loan_lines import rate_in_words
from messages.moments import moment
from messages.wording import Words


@moment("loan.interest_is")
def interest_is(
    words: Words, rate: int, sum_: Money, interest: Money, *, shortest: int, longest: int
) -> str:
    """`rate`: hundredths of a percent a month; `interest`: of the first month, for this sum."""
    return words.say(
        "Interest of the club's loans: {rate} a month.\n"
        "For {sum} that is {interest} in the first month.\n"
        "A loan runs from {shortest} to {longest} months.",
        rate=rate_in_words(words, rate),
        sum=sum_,
        interest=interest,
        shortest=shortest,
        longest=longest,
    )
