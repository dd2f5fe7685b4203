"""Reminders about money: no sum is shown in them, only the way to it; no account number ever."""

from collections.abc import Sequence
from datetime import date

from club.calendar import Month
from messages.cards import Card, Choice
from messages.moments import Moment, Spoken, moment
from messages.money.entry_kinds import bulleted
from messages.presses import Press, ScreenPress, packed
from messages.wording import Words


def _card(body: Moment, press: Press, label: Moment) -> Card:
    return Card(body, choices=(Choice(packed(press), label),), numbered=False)


@moment("reminders.look")
def look(words: Words) -> str:
    return words.say("Have a look")


# Fees


@moment("reminders.fee_not_paid")
def fee_not_paid(words: Words, month: Month) -> str:
    return words.say(
        "The fee for {month} is not in the club's books yet. If you have paid it, please tell "
        "me by “contribute”; if not, the next meeting is early enough.",
        month=month,
    )


def fee_not_paid_card(month: Month) -> Card:
    """With the way to her own account, where the sums are."""
    return _card(fee_not_paid(month=month), ScreenPress("my_account"), look())


@moment("reminders.fee_arrears")
def fee_arrears(words: Words, names: Sequence[Spoken]) -> str:
    first = words.say(
        "For more than a year these members have not paid their whole fee. I no longer remind "
        "them; the board may want to talk with them:"
    )
    return f"{first}\n{bulleted(list(names))}"


@moment("reminders.named")
def named(words: Words, name: str) -> str:
    return words.shown(name)


def fee_arrears_card(names: Sequence[str]) -> Card:
    """For chair and cashier."""
    return Card(fee_arrears(names=[named(name=each) for each in names]), numbered=False)


# Instalments


@moment("reminders.instalment")
def instalment(words: Words, day: date, days_ahead: int) -> str:
    """`days_ahead` is negative when the day has passed."""
    if days_ahead > 0:
        return words.say("An instalment of your loan is due on {day}.", day=day)
    if days_ahead == 0:
        return words.say("An instalment of your loan is due today.")
    return words.say(
        "The instalment of your loan of {day} is not in the books yet. If it is hard just now, "
        "please talk with the board: together a way is found.",
        day=day,
    )


def instalment_card(day: date, days_ahead: int) -> Card:
    """With the way to her own loans, where the sums are."""
    return _card(instalment(day=day, days_ahead=days_ahead), ScreenPress("my_loans"), look())


@moment("reminders.late_line")
def late_line(words: Words, name: str, days: int) -> str:
    return words.plural(
        "{name}: one day late", "{name}: {count} days late", days, name=words.shown(name)
    )


@moment("reminders.instalments_late")
def instalments_late(words: Words, lines: Sequence[Spoken]) -> str:
    first = words.say("These instalments are late. A visit may help more than a message:")
    return f"{first}\n{bulleted(list(lines))}"


def instalments_late_card(lines: Sequence[Moment]) -> Card:
    """For the board, with the way to the loan book."""
    return _card(instalments_late(lines=list(lines)), ScreenPress("loan_book"), look())


# A month not closed


@moment("reminders.month_not_closed")
def month_not_closed(words: Words, month: Month) -> str:
    return words.say("The books of {month} are not closed yet.", month=month)


def month_not_closed_card(month: Month) -> Card:
    """For the chair, with what is missing and the way to close it."""
    return _card(month_not_closed(month=month), ScreenPress("closing"), look())


@moment("reminders.clubs_not_closed")
def clubs_not_closed(words: Words, month: Month, names: Sequence[str]) -> str:
    first = words.say("These clubs have not closed {month} yet:", month=month)
    return f"{first}\n{bulleted(list(names))}"


def clubs_not_closed_card(month: Month, names: Sequence[str]) -> Card:
    """For the commune's officer."""
    return Card(clubs_not_closed(month=month, names=list(names)), numbered=False)
