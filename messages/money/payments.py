"""Paying money out, helping a member in trouble, and what all members read of it."""

from collections.abc import Sequence
from datetime import date

from club.calendar import Month
from club.money import Money
from messages.formats import short_day
from messages.moments import Spoken, moment
from messages.money.entry_kinds import bulleted
from messages.sums import in_figures_and_words
from messages.wording import Words


@moment("pay.page")
def page(words: Words, club: str) -> str:
    return words.say("Paying out money of {club}. What is it about?", club=club)


@moment("pay.page_title")
def page_title(words: Words) -> str:
    return words.say("Pay out money")


@moment("pay.title")
def title(words: Words) -> str:
    return words.say("Write a payment slip")


@moment("payments.title")
def list_title(words: Words) -> str:
    return words.say("What was paid out")


@moment("pay.to_whom")
def to_whom(words: Words) -> str:
    return words.say("Who receives the money?")


@moment("pay.receiver_kind")
def receiver_kind(words: Words, kind: str) -> str:
    if kind == "member":
        return words.say("A member of the club")
    return words.say("Somebody else, a shop")


@moment("payments.somebody_receives")
def somebody_receives(words: Words) -> str:
    return words.say(
        "A slip names who receives the money. Without a name, type where it was bought."
    )


@moment("pay.which_receiver")
def which_receiver(words: Words) -> str:
    return words.say("What is the name of who receives it? For example: Mrs Tư's shop")


@moment("pay.stand_in")
def stand_in(words: Words, who: str) -> str:
    """Why this person may not pay it out, and who does."""
    if who:
        return words.say(
            "This concerns your own household, so it is {who} who pays it out.", who=who
        )
    return words.say(
        "This concerns your own household, and nobody of the board is left who may pay it out. "
        "Please appoint a deputy from another household."
    )


@moment("pay.who_pays")
def who_pays(words: Words, names: Sequence[str]) -> str:
    """Whom to turn to; without names the office is vacant."""
    if not names:
        return words.say(
            "The club has nobody yet who pays money out. The chair appoints a cashier first."
        )
    return words.say(
        "Money is paid out by {who}; please turn there.", who=words.say(" or ").join(names)
    )


@moment("pay.in_place_of")
def in_place_of(words: Words, names: Sequence[str]) -> str:
    """The question for who pays only what the cashier may not."""
    if not names:
        return words.say(
            "The club has no cashier, so you pay what is for a member. Who receives the money?"
        )
    return words.say(
        "Money is paid out by {who}. You pay only what is for the cashier's own household. "
        "Who of them receives the money?",
        who=words.say(" or ").join(names),
    )


@moment("pay.what_for")
def what_for(words: Words) -> str:
    return words.say("What is it paid for? All members read this.")


@moment("pay.what_for_sum")
def what_for_sum(words: Words, amount: Money) -> str:
    return words.say("{amount}, noted. What is it paid for?", amount=amount)


@moment("pay.receiver_of")
def receiver_of(words: Words, what: str) -> str:
    return words.say("“{what}” is what it is for. And who receives the money?", what=what)


@moment("pay.which_area")
def which_area(words: Words) -> str:
    return words.say("Which area of the club's work is it for?")


@moment("pay.from_fund")
def from_fund(words: Words) -> str:
    return words.say("Out of which fund?")


@moment("pay.from_place")
def from_place(words: Words) -> str:
    return words.say("Where is the money taken from?")


@moment("pay.how_much")
def how_much(words: Words, there: Money) -> str:
    return words.say("How much is it? There is {there}.", there=there)


@moment("pay.which_day")
def which_day(words: Words) -> str:
    return words.say("On which day was it paid?")


@moment("pay.no_cash")
def no_cash(words: Words) -> str:
    return words.say("No fund has cash that could be paid out.")


@moment("pay.slip")
def slip(  # noqa: PLR0917
    words: Words,
    what: Spoken,
    amount: Money,
    receiver: Spoken,
    source: Spoken,
    area: Spoken = "",
    day: date | None = None,
) -> str:
    """A payment slip before it counts; `source` is the fund and the place."""
    lines: list[Spoken] = [words.say("for: {what}", what=what)]
    lines.append(in_figures_and_words(words, amount))
    lines.append(words.say("to: {receiver}", receiver=receiver))
    lines.append(words.say("from: {source}", source=source))
    if area:
        lines.append(words.say("area: {area}", area=area))
    if day is not None:
        lines.append(words.say("day: {day}", day=short_day(day)))
    return words.say("Payment slip:") + "\n" + bulleted(lines)


@moment("pay.source")
def source(words: Words, fund: Spoken, place: Spoken) -> str:
    return f"{fund}, {place}"


@moment("pay.read_back")
def read_back(words: Words, slip: Spoken, two: bool) -> str:
    if two:
        end = words.say(
            "This is above what one may pay alone: a second person of the board has to agree. "
            "Is everything right?"
        )
    else:
        end = words.say("Is everything right?")
    return f"{slip}\n{end}"


@moment("pay.not_recorded")
def not_recorded(words: Words) -> str:
    return words.say("Then nothing was recorded. You can begin again.")


@moment("pay.done")
def done(words: Words, voucher: str, amount: Money, receiver: Spoken) -> str:
    return words.say(
        "In the books as {voucher}: {amount} to {receiver}.",
        voucher=voucher,
        amount=amount,
        receiver=receiver,
    )


@moment("pay.board_hears")
def board_hears(words: Words, by: str, line: Spoken) -> str:
    return words.say("{by} has paid out:\n{line}", by=by, line=line)


@moment("pay.receiver_hears")
def receiver_hears(words: Words, club: str, amount: Money, what: Spoken, voucher: str) -> str:  # noqa: PLR0917
    return words.say(
        "{club} has noted that you received {amount}: {what} ({voucher}). Is that right?",
        club=club,
        amount=amount,
        what=what,
        voucher=voucher,
    )


# What was paid out, for all members


@moment("payments.line")
def line(  # noqa: PLR0917
    words: Words, voucher: str, day: date, what: Spoken, amount: Money, receiver: Spoken = ""
) -> str:
    if receiver:
        return words.say(
            "{voucher}, {day}: {what} – {amount}, to {receiver}",
            voucher=voucher,
            day=short_day(day),
            what=what,
            amount=amount,
            receiver=receiver,
        )
    return words.say(
        "{voucher}, {day}: {what} – {amount}",
        voucher=voucher,
        day=short_day(day),
        what=what,
        amount=amount,
    )


@moment("payments.list")
def payments_list(  # noqa: PLR0917
    words: Words,
    club: str,
    month: Month,
    paid: Sequence[Spoken],
    areas: Sequence[Spoken],
    helped: Sequence[Spoken],
) -> str:
    """Slips, then the sum of each area, then help without money."""
    parts = [words.say("Paid out by {club} in {month}:", club=club, month=month)]
    parts.append(bulleted(list(paid)) if paid else words.say("nothing"))
    if areas:
        parts += [words.say("By area:"), bulleted(list(areas))]
    if helped:
        parts += [words.say("Help without money:"), bulleted(list(helped))]
    return "\n".join(parts)


@moment("payments.area")
def area_sum(words: Words, area: Spoken, amount: Money) -> str:
    return words.say("{what}: {value}", what=area, value=amount)
