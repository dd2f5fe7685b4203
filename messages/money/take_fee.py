"""The cashier, or another of the board, enters a fee for a member."""

from datetime import date

from club.calendar import Month
from club.money import Money
from messages.moments import Spoken, moment
from messages.wording import Words


@moment("take_fee.title")
def title(words: Words) -> str:
    return words.say("Enter a fee for somebody")


@moment("take_fee.when")
def when(words: Words, who: str) -> str:
    return words.say("When did {who} pay?", who=who)


@moment("take_fee.when_way")
def when_way(words: Words, way: str) -> str:
    return words.say("Today") if way == "today" else words.say("On another day")


@moment("take_fee.which_day")
def which_day(words: Words) -> str:
    return words.say("On which day was the money handed over?")


@moment("take_fee.how_much")
def how_much(words: Words, who: str, owed: Money | None, since: Month | None) -> str:
    if owed is None or since is None:
        return words.say("{who} owes no fee. How much is paid ahead?", who=who)
    return words.say(
        "{who} owes {owed}, from {since}. How much is paid?", who=who, owed=owed, since=since
    )


@moment("take_fee.no_fee")
def no_fee(words: Words, who: str) -> str:
    return words.say("{who} has no fee to pay.", who=who)


@moment("take_fee.exempt")
def exempt(words: Words, who: str, ground: str, since: Month) -> str:
    """`ground` as club.contributions.Ground has it, as it is recorded."""
    if ground == "age":
        return words.say(
            "{who} is 80 or older and pays no fee from {month} on.", who=who, month=since
        )
    why = {
        "poor": words.say("recorded as a poor household"),
        "near_poor": words.say("recorded as a near-poor household"),
        "sick": words.say("recorded as ill"),
    }[ground]
    return words.say("{who} pays no fee from {month} on: {why}.", who=who, month=since, why=why)


@moment("take_fee.waits_already")
def waits_already(words: Words, who: str, amount: Money) -> str:
    return words.say(
        "{who} has told of a fee of {amount} already; it waits to be confirmed.\n"
        "Is this another payment?",
        who=who,
        amount=amount,
    )


@moment("take_fee.confirm_instead")
def confirm_instead(words: Words) -> str:
    return words.say("Then nothing is entered twice. What waits stands in the list of tasks.")


@moment("take_fee.where")
def where(words: Words) -> str:
    return words.say("Where is the money?")


@moment("take_fee.read_back")
def read_back(words: Words, who: str, what: Spoken, *, how: Spoken, day: date, is_old: bool) -> str:
    said = words.say(
        "You enter for {who}:\n• {what}\n• {how}\n• On {day}", who=who, what=what, how=how, day=day
    )
    if is_old:
        asked = words.say("That is more than 60 days ago, so a second person has to agree.")
        said = f"{said}\n{asked}"
    return "\n".join([said, words.say("Is that right?")])


@moment("take_fee.waits_read_back")
def waits_read_back(words: Words, who: str, what: Spoken, confirmer: str) -> str:
    return words.say(
        "You enter for {who}:\n• {what}\n"
        "It waits until {confirmer} has the money and says so. Is that right?",
        who=who,
        what=what,
        confirmer=confirmer,
    )


@moment("take_fee.nothing")
def nothing(words: Words) -> str:
    return words.say("Then nothing has been recorded.")


@moment("take_fee.entered_by")
def entered_by(words: Words, by: str, who: str) -> str:
    """Before the receipt and before the confirmer's question."""
    return words.say("{by} has entered this for {who}.", by=by, who=who)


@moment("take_fee.entered_for_you")
def entered_for_you(words: Words, by: str) -> str:
    return words.say("{by} has entered this for you.", by=by)
