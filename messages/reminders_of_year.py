"""What is said once or twice a year: greetings, longevity wishes, training, need for loans."""

from collections.abc import Sequence
from datetime import date

from club.calendar import lunar_of
from messages.cards import Card, Choice
from messages.members.office_times import training_choice
from messages.moments import Moment, Spoken, moment
from messages.money.entry_kinds import bulleted
from messages.presses import StartPress, packed
from messages.wording import Words

JUNE = 6


@moment("reminders.before_tet")
def before_tet(words: Words) -> str:
    return words.say(
        "Tết is nearly here. To you and your family a peaceful, warm and healthy new year. "
        "Until the third day of Tết I keep quiet; whatever you write I still answer."
    )


@moment("reminders.day_of_older_people")
def day_of_older_people(words: Words, june: bool) -> str:
    if june:
        return words.say(
            "Today, 6 June, is the day of older people in Vietnam. I wish you good health, "
            "good sleep and many laughs with children and friends."
        )
    return words.say(
        "Today, 1 October, is the international day of older people. Thank you for all that "
        "you give to your family and the club. I wish you good health."
    )


def greeting_card(day: date) -> Card:
    """The greeting of this day: one of `club.reminders.greeting_days`."""
    if lunar_of(day).month == 12:
        return Card(before_tet(), numbered=False)
    return Card(day_of_older_people(june=day.month == JUNE), numbered=False)


@moment("reminders.loan_need")
def loan_need(words: Words) -> str:
    return words.say(
        "Twice a year I ask every member: would you need a loan to earn a living? Your answer "
        "helps the board to plan; it is no request and binds you to nothing."
    )


@moment("reminders.answer_it")
def answer_it(words: Words) -> str:
    return words.say("Answer it")


def loan_need_card() -> Card:
    """Opens the question."""
    opens = Choice(packed(StartPress("loan_need")), answer_it())
    return Card(loan_need(), choices=(opens,), numbered=False)


@moment("reminders.training")
def training(words: Words) -> str:
    return words.say(
        "Your board's last training was a year ago or more. It is time for the yearly "
        "refresher; please ask the commune's Association for the day."
    )


def training_card() -> Card:
    return Card(training(), choices=(training_choice(),), numbered=False)


@moment("reminders.wished")
def wished(words: Words, name: str, born: int, age: int, as_tuoi_mu: bool) -> str:  # noqa: PLR0917
    shown = {"name": words.shown(name), "born": born, "age": age}
    if as_tuoi_mu:
        return words.say("{age} by the count that begins at one: {name}, born {born}", **shown)
    return words.say("{age} full years: {name}, born {born}", **shown)


@moment("reminders.longevity")
def longevity(words: Words, year: int, lines: Sequence[Spoken]) -> str:
    first = words.say("To be wished a long life at Tết {year}:", year=year)
    last = words.say(
        "Both counts of age are here; the club goes by the one that your village uses. Years of "
        "birth may be wrong: please ask the family."
    )
    return f"{first}\n{bulleted(list(lines))}\n{last}"


def longevity_card(year: int, lines: Sequence[Moment]) -> Card:
    """For the board."""
    return Card(longevity(year=year, lines=list(lines)), numbered=False)
