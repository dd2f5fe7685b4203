"""What is still open before a month closes, and who settles it."""

from collections.abc import Sequence
from datetime import date

from club.calendar import Month
from club.money import Money
from messages.formats import short_day
from messages.moments import Spoken, moment
from messages.money.entry_kinds import bulleted
from messages.wording import Words


@moment("closing.checklist")
def checklist(words: Words, month: Month, open_items: Sequence[Spoken]) -> str:
    if not open_items:
        return words.say("Before closing {month}: everything is done.", month=month)
    return words.say(
        "Before closing {month}, this is still open:\n{items}\n"
        "What is not done by then is carried over and listed.",
        month=month,
        items=bulleted(list(open_items)),
    )


@moment("closing.waiting")
def waiting(words: Words, count: int) -> str:
    return words.plural(
        "One contribution waits for an answer", "{count} contributions wait for an answer", count
    )


@moment("closing.proposals")
def proposals(words: Words, count: int) -> str:
    return words.plural(
        "One thing waits for a second person", "{count} things wait for a second person", count
    )


@moment("closing.not_counted")
def not_counted(words: Words, place: Spoken, amount: Money) -> str:
    return words.say("Not counted: {place} ({amount})", place=place, amount=amount)


@moment("closing.with_collector")
def with_collector(words: Words, place: Spoken, amount: Money, since: date) -> str:
    return words.say(
        "Since {day} {place}: {amount}", place=place, amount=amount, day=short_day(since)
    )


@moment("closing.no_minutes")
def no_minutes(words: Words, held_on: date) -> str:
    return words.say("No minutes of the meeting on {day}", day=short_day(held_on))


@moment("closing.disputes")
def disputes(words: Words, count: int) -> str:
    return words.plural(
        "One member says something is not right, and has no answer yet",
        "{count} members say something is not right, and have no answer yet",
        count,
    )


@moment("closing.unsettled")
def unsettled(words: Words, count: int) -> str:
    return words.plural(
        "One difference of a count is not settled",
        "{count} differences of counts are not settled",
        count,
    )


@moment("closing.read_out")
def read_out(words: Words, count: int) -> str:
    return words.plural(
        "One difference is open for two closings: please read it out in the meeting",
        "{count} differences are open for two closings: please read them out in the meeting",
        count,
    )


@moment("closing.open_items")
def open_items(words: Words, lines: Sequence[Spoken]) -> str:
    if not lines:
        return words.say("All of this is settled.")
    return words.say("Still open:\n{items}", items=bulleted(list(lines)))


@moment("closing.for_somebody")
def for_somebody(words: Words, what: Spoken, who: str) -> str:
    return words.say("{what}; this waits for {who}", what=what, who=who)


@moment("closing.for_you")
def for_you(words: Words, what: Spoken) -> str:
    return words.say("{what}; this waits for you", what=what)


@moment("closing.for_nobody")
def for_nobody(words: Words, what: Spoken) -> str:
    return words.say("{what}; nobody can answer it until the club fills an office", what=what)


@moment("closing.back_to_checklist")
def back_to_checklist(words: Words) -> str:
    return words.say("Back to the list")


@moment("closing.nothing_in_hands")
def nothing_in_hands(words: Words) -> str:
    return words.say("No money is in these hands any more.")


@moment("closing.count_it")
def count_it(words: Words) -> str:
    return words.say("Count it together")


@moment("closing.take_it_over")
def take_it_over(words: Words) -> str:
    return words.say("Take it into the tin")


@moment("closing.hand_over_yours")
def hand_over_yours(words: Words, amount: Money, cashier: str) -> str:
    if not cashier:
        return words.say("You have had {amount} for more than 7 days.", amount=amount)
    return words.say(
        "You have had {amount} for more than 7 days. Please give it to {cashier}, who takes it "
        "into the tin with one tap in the list of tasks.",
        amount=amount,
        cashier=cashier,
    )


@moment("closing.have_it_handed_over")
def have_it_handed_over(words: Words, keeper: str, amount: Money, cashier: str) -> str:
    if not cashier:
        return words.say(
            "{keeper} has had {amount} for more than 7 days.", keeper=keeper, amount=amount
        )
    return words.say(
        "{keeper} has had {amount} for more than 7 days. Please ask for it to be brought to "
        "{cashier}, who takes it into the tin with one tap in the list of tasks.",
        keeper=keeper,
        amount=amount,
        cashier=cashier,
    )
