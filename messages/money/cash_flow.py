"""What came in and went out in some days, and who owes something."""

from collections.abc import Sequence
from datetime import date

from club.calendar import Month
from club.money import NOTHING, Money
from messages.formats import short_day
from messages.moments import Spoken, moment
from messages.money.entry_kinds import kind_in_words
from messages.wording import Words


@moment("cash_flow.line")
def line(words: Words, kind: str, amount: Money) -> str:
    """One kind of ins or outs."""
    return f"{kind_in_words(words, kind)}: {words.shown(amount)}"


@moment("cash_flow.page")
def page(
    words: Words,
    first: date,
    last: date,
    *,
    came: Money,
    went: Money,
    into: Sequence[Spoken],
    out_of: Sequence[Spoken],
    notes: Sequence[Spoken],
) -> str:
    """`notes`: what is not counted."""
    begin, end = short_day(first), short_day(last)
    if begin == end:
        heading = words.say("The club's money on {day}", day=begin)
    else:
        heading = words.say("The club's money from {first} to {last}", first=begin, last=end)
    lines = [heading, _side(words.say("Came in"), words, came), *_bulleted(into)]
    lines += [_side(words.say("Went out"), words, went), *_bulleted(out_of)]
    return "\n".join([*lines, *map(str, notes)])


@moment("cash_flow.open_table")
def open_table(words: Words) -> str:
    return words.say("Money at the meeting table that is still open is not counted here yet.")


@moment("cash_flow.waiting")
def waiting(words: Words, count: int) -> str:
    return words.plural(
        "One payment still waits to be confirmed and is not counted here.",
        "{count} payments still wait to be confirmed and are not counted here.",
        count,
    )


def _side(name: str, words: Words, amount: Money) -> str:
    return f"{name}: {words.shown(amount) if amount > NOTHING else words.say('nothing')}"


def _bulleted(lines: Sequence[Spoken]) -> list[str]:
    return [f"• {each}" for each in lines]


@moment("owing.fee")
def fee_owed(words: Words, name: str, amount: Money, since: Month) -> str:
    return words.say("{name}: {amount}, from {since}", name=name, amount=amount, since=since)


@moment("owing.page")
def owing(
    words: Words, lines: Sequence[Spoken], amount: Money, *, people: int, loans: Spoken
) -> str:
    """Whose fee is owed, as many as are named, and how the loans stand."""
    if not people:
        return words.say("Nobody owes a fee.") + f"\n\n{loans}"
    heading = words.plural(
        "One member owes a fee: {amount}.",
        "{count} members owe a fee: {amount} together.",
        people,
        amount=amount,
    )
    parts = [heading, *_bulleted(lines)]
    if people > len(lines):
        more = people - len(lines)
        parts.append(words.plural("• and one more", "• and {count} more", more))
    return "\n".join([*parts, "", str(loans)])


@moment("giving_back.page")
def giving_back(words: Words) -> str:
    return words.say(
        "What is the money for?\n"
        "If too much was entered or taken, the wrong entry is corrected.\n"
        "Shares and lent money have a way of their own; all else is a payment slip."
    )
