"""Examples of answers, shown when one was not understood, and values as choices."""

from collections.abc import Sequence
from datetime import date, time

from club.calendar import Month
from club.money import Money
from messages.moments import Spoken, moment
from messages.wording import Words


@moment("example.choice")
def choice(words: Words) -> str:
    return words.say("1")


@moment("example.yes_or_no")
def yes_or_no(words: Words) -> str:
    return words.say("yes, or no")


@moment("example.right_or_not")
def right_or_not(words: Words) -> str:
    return words.say("right, or not right")


@moment("example.money")
def money(words: Words) -> str:
    return words.say("50 thousand, or 1.5 million")


@moment("example.money_between")
def money_between(words: Words, least: Money, most: Money) -> str:
    return words.say("a sum from {least} to {most}", least=least, most=most)


@moment("example.sum_does_not_fit")
def sum_does_not_fit(words: Words, least: Money, most: Money | None = None) -> str:
    if most is None:
        return words.say("The sum has to be at least {least}.", least=least)
    return words.say("The sum has to be from {least} to {most}.", least=least, most=most)


@moment("example.sum")
def sum_(words: Words, sum_: Money) -> str:
    return words.shown(sum_)


@moment("example.number")
def number(words: Words, least: int, most: int) -> str:
    return words.say("a number from {least} to {most}", least=least, most=most)


@moment("example.percent")
def percent(words: Words, hundredths: int) -> str:
    return percent_in_figures(words, hundredths)


def percent_in_figures(words: Words, hundredths: int) -> str:
    """'0,7 %' for 70, in English '0.7%'."""
    mark, sign = (",", " %") if words.language == "vi" else (".", "%")
    whole, part = divmod(hundredths, 100)
    return f"{whole}{mark}{part:02}".rstrip("0").rstrip(mark) + sign


@moment("example.percent_between")
def percent_between(words: Words, least: int, most: int) -> str:
    return words.say(
        "a percentage from {least} to {most}",
        least=percent_in_figures(words, least),
        most=percent_in_figures(words, most),
    )


@moment("example.words")
def words(words: Words, longest: int) -> str:
    return words.say("a few words, at most {longest} letters", longest=longest)


@moment("example.name")
def name(words: Words) -> str:
    return words.say("Nguyễn Thị Hoa")


@moment("example.name_is")
def name_is(words: Words, name: str) -> str:
    return words.say("The name is {name}", name=name)


@moment("example.birth_year")
def birth_year(words: Words) -> str:
    return words.say("1952")


@moment("example.born_in")
def born_in(words: Words, year: int) -> str:
    return words.say("Born in {year}", year=year)


@moment("example.phone")
def phone(words: Words) -> str:
    return words.say("0912 345 678")


@moment("example.day")
def day(words: Words, day: date) -> str:
    return words.shown(day)


@moment("example.which_day")
def which_day(words: Words) -> str:
    return words.say("tomorrow, or 24/11")


@moment("example.day_that_was")
def day_that_was(words: Words) -> str:
    return words.say("yesterday, or 1/11; it has to be a day that has been")


@moment("example.clock")
def clock(words: Words, clock: time) -> str:
    return words.shown(clock)


@moment("example.what_time")
def what_time(words: Words) -> str:
    return words.say("8 in the morning, or 14:30")


@moment("example.month")
def month(words: Words, month: Month) -> str:
    return words.shown(month)


@moment("example.which_month")
def which_month(words: Words) -> str:
    return words.say("this month, or 10/2026")


@moment("example.meeting_day")
def meeting_day(words: Words) -> str:
    return words.say("day 15, the full moon, lunar 10, last Sunday")


@moment("example.set_so")
def set_so(words: Words, lines: Sequence[Spoken]) -> str:
    """How lines of a list stand once they are set."""
    return "; ".join(map(str, lines)) or words.say("no line changed yet")


@moment("example.ticks")
def ticks(words: Words) -> str:
    return words.say("2, or 2 5, or the name")
