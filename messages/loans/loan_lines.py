"""What every message about a loan says alike: purpose, form, rate, a line of the schedule."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from club.money import Money
from messages import formats
from messages.examples import percent_in_figures
from messages.moments import moment
from messages.wording import Words

PURPOSES = ("cattle", "pigs", "poultry", "fish", "vegetables", "stall", "other")


def purpose_in_words(words: Words, purpose: str) -> str:
    """A known purpose in words; one that she typed as she typed it."""
    names = {
        "cattle": words.say("Cows and buffaloes"),
        "pigs": words.say("Pigs"),
        "poultry": words.say("Chickens and ducks"),
        "fish": words.say("Fish"),
        "vegetables": words.say("Vegetables"),
        "stall": words.say("A small stall"),
        "other": words.say("Something else"),
    }
    return names.get(purpose, purpose)


@moment("loan.purpose")
def purpose(words: Words, purpose: str) -> str:
    return purpose_in_words(words, purpose)


@moment("loan.form")
def form(words: Words, form: str) -> str:
    return form_in_words(words, form)


def form_in_words(words: Words, form: str) -> str:
    """The form of repayment, short enough for a button."""
    names = {
        "monthly": words.say("A little every month"),
        "quarterly": words.say("Every three months"),
        "interest_monthly": words.say("Interest monthly, the rest at the end"),
        "all_at_end": words.say("All at the end"),
    }
    return names[form]


def form_explained(words: Words, form: str) -> str:
    """One plain sentence on what the form means for her."""
    sentences = {
        "monthly": words.say("every month a part of the money and its interest."),
        "quarterly": words.say("every three months a part of the money and its interest."),
        "interest_monthly": words.say("only interest every month, the borrowed money at the end."),
        "all_at_end": words.say("nothing until the last day, then the money and its interest."),
    }
    return f"{form_in_words(words, form)}: {sentences[form]}"


def rate_in_words(words: Words, rate_hundredths_percent_a_month: int) -> str:
    """70 → '0,7 %', in English '0.7%'."""
    return percent_in_figures(words, rate_hundredths_percent_a_month)


def due_line(words: Words, due_on: date, amount: Money) -> str:
    """24/12/2026: 451.000 đồng"""
    return f"{formats.short_day(due_on)}: {words.shown(amount)}"


def schedule_lines(words: Words, plan: Sequence[Sequence[Any]]) -> list[str]:
    """The whole schedule, an instalment a line; `plan` is pairs of day and sum."""
    return [
        f"{number}. {due_line(words, due_on, amount)}"
        for number, (due_on, amount) in enumerate(plan, start=1)
    ]


@moment("loan.of_whom")
def of_whom(words: Words, name: str, amount: Money) -> str:
    return f"{name} – {words.shown(amount)}"
