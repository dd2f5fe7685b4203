"""How the books stand, as one page of text; given to both when an office is handed over."""

from collections.abc import Sequence
from datetime import date

from club.calendar import Month
from club.money import Money
from messages.formats import short_day
from messages.moments import Spoken, moment
from messages.money.entry_kinds import bulleted
from messages.roles import office
from messages.wording import Words


@moment("state.title")
def state_title(words: Words) -> str:
    return words.say("How the books stand")


@moment("state.page")
def state_page(
    words: Words, club: str, day: date, *, funds: Sequence[Spoken], places: Sequence[Spoken],
    rest: Sequence[Spoken],
) -> str:  # fmt: skip
    return "\n".join(
        (
            words.say("The books of {club} on {day}", club=club, day=short_day(day)),
            words.say("The funds:"),
            bulleted(list(funds)),
            words.say("The money lies:"),
            bulleted(list(places) or [words.say("nothing")]),
            *(str(each) for each in rest),
        )
    )


@moment("state.place")
def state_place(words: Words, place: Spoken, amount: Money) -> str:
    return words.say("{place}: {amount}", place=place, amount=amount)


@moment("state.place_above")
def state_place_above(words: Words, place: Spoken, amount: Money) -> str:
    return words.say("{place}: {amount}, above the limit", place=place, amount=amount)


@moment("state.cash_limit")
def state_cash_limit(words: Words, limit: Money) -> str:
    return words.say("In one place at home at most {limit}", limit=limit)


@moment("state.loans")
def state_loans(words: Words, count: int, amount: Money) -> str:
    return words.plural(
        "Lent out: one loan, {amount} to come back",
        "Lent out: {count} loans, {amount} to come back",
        count,
        amount=amount,
    )


@moment("state.owed")
def state_owed(words: Words, lenders: Money, shares: Money) -> str:
    return words.say(
        "To be given back: {lenders} to lenders, {shares} shares of members",
        lenders=lenders,
        shares=shares,
    )


@moment("state.inquiry")
def state_inquiry(words: Words, missing: Money, extra: Money) -> str:
    return words.say(
        "Under inquiry: {missing} missing, {extra} too much", missing=missing, extra=extra
    )


@moment("state.waiting")
def state_waiting(words: Words, waiting: int, proposals: int, disputes: int) -> str:
    return words.say(
        "Open: contributions {waiting}, things for a second person {proposals}, complaints "
        "{disputes}",
        waiting=waiting,
        proposals=proposals,
        disputes=disputes,
    )


@moment("state.slips")
def state_slips(words: Words, slips: Sequence[str]) -> str:
    return words.say("The last slips: {slips}", slips=", ".join(slips))


@moment("state.closed")
def state_closed(words: Words, month: Month, code: str) -> str:
    return words.say("Closed up to {month}, code {code}", month=month, code=code)


@moment("state.print")
def print_state(words: Words) -> str:
    return words.say("On paper, for two to sign")


@moment("state.handed_over")
def state_handed_over(words: Words, page: Spoken, role: str) -> str:
    """For both who hand over and take over an office."""
    return words.say(
        "The office of {office} goes from hand to hand. Please count the cash together, compare, "
        "and both sign.\n{page}",
        office=office(words, role),
        page=page,
    )
