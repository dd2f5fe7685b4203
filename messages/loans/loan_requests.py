"""Asking for a loan: what is possible, the questions, the schedule before she says yes."""

from datetime import date
from typing import Any

from club.money import Money, total
from messages import formats
from messages.loans.loan_lines import (
    form_explained,
    form_in_words,
    purpose_in_words,
    rate_in_words,
    schedule_lines,
)
from messages.moments import Spoken, moment
from messages.sums import in_figures_and_words
from messages.wording import Words


@moment("loan.title")
def title(words: Words) -> str:
    return words.say("Ask for a loan")


# What is not possible now, and what is


@moment("loan.too_new")
def too_new(words: Words, months: int, since: date) -> str:
    return words.say(
        "One can ask for a loan after {months} months in the club. "
        "For you that is from {since}; please ask me again then.",
        months=months,
        since=since,
    )


@moment("loan.is_waiting")
def is_waiting(words: Words, amount: Money, asked_on: date) -> str:
    return words.say(
        "You asked for {amount} on {asked_on}. The board has not answered yet; "
        "I will tell you as soon as they have.",
        amount=amount,
        asked_on=formats.short_day(asked_on),
    )


@moment("loan.is_agreed")
def is_agreed(words: Words, amount: Money) -> str:
    return words.say(
        "The club has agreed to lend you {amount}. The cashier will hand it to you.", amount=amount
    )


@moment("loan.is_running")
def is_running(words: Words, outstanding: Money, due_on: date, amount: Money) -> str:
    return words.say(
        "You still have a loan; {outstanding} of the borrowed money is left. When it is repaid, "
        "you can borrow again.\nNext: {amount}, on {due_on}.",
        outstanding=outstanding,
        due_on=due_on,
        amount=amount,
    )


@moment("loan.is_overdue")
def is_overdue(words: Words, due_on: date, amount: Money) -> str:
    return words.say(
        "The instalment of {due_on} is still open: {amount}. When it is paid to the cashier, "
        "we can talk about a new loan.",
        due_on=due_on,
        amount=amount,
    )


@moment("loan.loan_at_home")
def loan_at_home(words: Words) -> str:
    return words.say(
        "Somebody of your household has a loan or has asked for one. The club lends to one person "
        "of a household at a time; when that loan is repaid, please ask me again."
    )


@moment("loan.fund_is_low")
def fund_is_low(words: Words, free: Money, smallest: Money) -> str:
    return words.say(
        "The fund has {free} free now, and the smallest loan is {smallest}. "
        "When others repay, it can lend again; please ask me again next month.",
        free=free,
        smallest=smallest,
    )


# The questions


@moment("loan.what_for")
def what_for(words: Words) -> str:
    return words.say("What would you like to borrow for?")


@moment("loan.what_else")
def what_else(words: Words) -> str:
    return words.say("What is it for? A few words are enough.")


@moment("loan.how_much")
def how_much(words: Words, smallest: Money, most: Money, free: Money) -> str:
    return words.say(
        "How much would you like to borrow?\n"
        "You can borrow from {smallest} to {most}. The fund has {free} free now.",
        smallest=smallest,
        most=most,
        free=free,
    )


@moment("loan.why_no_more")
def why_no_more(words: Words, question: Spoken, limit: Money, repaid: int) -> str:
    if repaid:
        why = words.plural(
            "You have repaid one loan, so the club lends you up to {limit}.",
            "You have repaid {count} loans, so the club lends you up to {limit}.",
            repaid,
            limit=limit,
        )
    else:
        why = words.say("For a first loan the club lends up to {limit}.", limit=limit)
    return f"{question}\n{why}"


@moment("loan.how_long")
def how_long(words: Words, shortest: int, longest: int) -> str:
    return words.say(
        "For how many months? From {shortest} to {longest} months is possible.",
        shortest=shortest,
        longest=longest,
    )


@moment("loan.how_to_repay")
def how_to_repay(words: Words, forms: list[str], rate: int) -> str:
    lines = [
        words.say(
            "How would you like to pay it back? The interest is {rate} a month.",
            rate=rate_in_words(words, rate),
        ),
        *(f"• {form_explained(words, each)}" for each in forms),
    ]
    return "\n".join(lines)


@moment("loan.above_the_law")
def above_the_law(words: Words, question: Spoken, forms: list[Any]) -> str:
    """`forms` are those that cannot be chosen, each with its yearly rate in hundredths."""
    lines = [
        words.say(
            "Not possible: {form}; that would be {yearly} a year, and the law allows 20%.",
            form=form_in_words(words, form).lower(),
            yearly=rate_in_words(words, yearly),
        )
        for form, yearly in forms
    ]
    return "\n".join([str(question), *lines])


@moment("loan.read_back")
def read_back(
    words: Words,
    *,
    purpose: str,
    amount: Money,
    months: int,
    form: str,
    rate: int,
    interest: Money,
    plan: list[Any],
) -> str:
    facts = words.say(
        "Let me read it back:\n"
        "• For: {purpose}\n"
        "• Sum: {amount}\n"
        "• For {months} months, {form}\n"
        "• Interest {rate} a month, {interest} in all\n"
        "• To pay back in all: {everything}",
        purpose=purpose_in_words(words, purpose).lower(),
        amount=in_figures_and_words(words, amount),
        months=months,
        form=form_in_words(words, form).lower(),
        rate=rate_in_words(words, rate),
        interest=interest,
        everything=total(each for _, each in plan),
    )
    dates = words.say("If the money is handed out this month, you pay:")
    question = words.say("I will ask the board for this loan. Is everything right?")
    return "\n".join([facts, dates, *schedule_lines(words, plan), question])


@moment("loan.what_is_wrong")
def what_is_wrong(words: Words) -> str:
    return words.say("What would you like to change? I keep the rest.")


@moment("loan.part")
def part(words: Words, part: str) -> str:
    names = {
        "purpose": words.say("What it is for"),
        "amount": words.say("The sum"),
        "months": words.say("How long"),
        "form": words.say("How to pay back"),
        "none": words.say("I would rather not borrow"),
    }
    return names[part]


@moment("loan.not_borrowed")
def not_borrowed(words: Words) -> str:
    return words.say("That is quite all right. I have kept nothing. You can ask whenever you like.")


# After she said yes


@moment("loan.asked")
def asked(words: Words, amount: Money, last_day: date) -> str:
    return words.say(
        "I have asked the board to lend you {amount}. They answer by {last_day} at the latest, "
        "and I will tell you either way.",
        amount=amount,
        last_day=last_day,
    )


@moment("loan.asked_for_meeting")
def asked_for_meeting(words: Words, amount: Money) -> str:
    return words.say(
        "I have noted that you ask for {amount}. Too few of the board may decide on it, "
        "so the members decide at the next meeting.",
        amount=amount,
    )


@moment("loan.somebody_asks")
def somebody_asks(words: Words, name: str, amount: Money, purpose: str) -> str:
    return words.say(
        "{name} asks to borrow {amount}, for: {purpose}. The board is asked to vote.",
        name=name,
        amount=amount,
        purpose=purpose_in_words(words, purpose).lower(),
    )


@moment("loan.look_and_vote")
def look_and_vote(words: Words) -> str:
    return words.say("Look and vote")


@moment("loan.meeting_has_to_decide")
def meeting_has_to_decide(words: Words, name: str, amount: Money, purpose: str) -> str:
    return words.say(
        "{name} asks to borrow {amount}, for: {purpose}. Fewer than three of the board may vote "
        "on it, so the members' meeting decides.",
        name=name,
        amount=amount,
        purpose=purpose_in_words(words, purpose).lower(),
    )


@moment("loan.enter_decision")
def enter_decision(words: Words) -> str:
    return words.say("Enter the meeting's decision")
