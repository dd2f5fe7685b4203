"""A member's passbook in chat, page by page, and what goes with its print."""

from collections.abc import Sequence
from datetime import date

from club.money import Money
from messages.formats import short_day
from messages.loans.loan_lines import purpose_in_words
from messages.moments import Spoken, moment
from messages.money.entry_kinds import bulleted
from messages.wording import Words


@moment("passbook.title")
def title(words: Words) -> str:
    return words.say("The whole passbook")


@moment("passbook.print_it")
def print_it(words: Words) -> str:
    return words.say("Print it on paper")


@moment("passbook.print_title")
def print_title(words: Words) -> str:
    return words.say("My passbook on paper")


@moment("passbook.print_of_member_title")
def print_of_member_title(words: Words) -> str:
    return words.say("A member's passbook on paper")


@moment("passbook.page_name")
def page_name(words: Words, page: str) -> str:
    names = {
        "fees": words.say("Fees by year"),
        "gifts": words.say("What I gave"),
        "loans": words.say("What I borrowed"),
        "meetings": words.say("Meetings"),
    }
    return names[page]


@moment("passbook.page")
def page(words: Words, club: str, page: str, lines: Sequence[Spoken]) -> str:
    heading = words.say(
        "Your passbook in {club}: {page}", club=club, page=page_name.write(words, page).lower()
    )
    nothing = words.say("None yet.")
    return f"{heading}\n{bulleted(list(lines) or [nothing])}"


@moment("passbook.fee_year")
def fee_year(words: Words, year: int, paid: Money, months: int) -> str:
    return words.plural(
        "{year}: {amount} for {count} month",
        "{year}: {amount} for {count} months",
        months,
        year=str(year),
        amount=paid,
    )


@moment("passbook.money")
def money(words: Words) -> str:
    """What was given, in a table whose next column has the sum."""
    return words.say("Money for the Golden Heart book")


@moment("passbook.owed")
def owed(words: Words, amount: Money) -> str:
    return words.say("Still owed today: {amount}", amount=amount)


@moment("passbook.loan")
def loan(
    words: Words, purpose: str, principal: Money, *, paid_out_on: date, repaid: Money,
    interest: Money, left: Money,
) -> str:  # fmt: skip
    return words.say(
        "{day}: {principal}, {purpose}. Paid back: {repaid}, and {interest} interest. Still to pay "
        "back: {left}",
        day=short_day(paid_out_on),
        principal=principal,
        purpose=purpose_in_words(words, purpose).lower(),
        repaid=repaid,
        interest=interest,
        left=left,
    )


@moment("passbook.meetings")
def meetings(words: Words, came: int, held: int) -> str:
    return words.say("Came to {count} of {held} meetings.", count=str(came), held=str(held))


@moment("passbook.meeting")
def meeting(words: Words, day: date, came: bool | None) -> str:
    answers = {True: words.say("came"), False: words.say("absent"), None: words.say("no roll")}
    return f"{short_day(day)}: {answers[came]}"


@moment("passbook.here_it_is")
def here_it_is(words: Words) -> str:
    return words.say(
        "Here is your passbook to print. It holds your sums, so please give it to nobody you do "
        "not trust. If something in it is not right, please tell me."
    )


@moment("passbook.of_member")
def of_member(words: Words, who: str) -> str:
    return words.say("Here is the passbook of {who} to print. It is for that member only.", who=who)
