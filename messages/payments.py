"""Paying money out, helping a member in trouble, and what all members read of it."""

from collections.abc import Sequence
from datetime import date

from club.calendar import Month
from club.money import Money
from messages.entry_kinds import bulleted
from messages.formats import short_day
from messages.moments import Spoken, moment
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


@moment("help_given.title")
def help_title(words: Words) -> str:
    return words.say("Help a member in trouble")


@moment("standing.title")
def standing_title(words: Words) -> str:
    return words.say("Visits, funerals, longevity wishes")


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


@moment("pay.what_for")
def what_for(words: Words) -> str:
    return words.say("What is it paid for? All members read this.")


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
    return words.say("Then nothing was recorded. You can begin anew.")


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


# Help


@moment("help_given.which_kind")
def which_kind(words: Words) -> str:
    return words.say("How does the club help?")


@moment("help_given.kind")
def kind(words: Words, kind: str) -> str:
    return _kind(words, kind)


def _kind(words: Words, kind: str) -> str:
    names = {
        "money": words.say("Some money"),
        "goods": words.say("Goods"),
        "days": words.say("Working days"),
        "paperwork": words.say("Help with papers"),
    }
    return names[kind]


@moment("help_given.what")
def what_given(words: Words, kind: str) -> str:
    if kind == "money":
        return words.say("What happened, in a few words? Only the board reads it.")
    if kind == "goods":
        return words.say("What was given, and how much? For example: 20 kg of rice")
    if kind == "days":
        return words.say("How many days, and what was done? For example: 3 days, the roof")
    return words.say("Which paper was it? For example: health insurance card")


@moment("help_given.found_by")
def who_noticed(words: Words) -> str:
    return words.say("Who noticed that help was needed?")


@moment("help_given.finder")
def finder(words: Words, who: str) -> str:
    return who or words.say("Somebody else")


@moment("help_given.may_be_named")
def may_be_named(words: Words, who: str) -> str:
    return words.say(
        "Has {who} agreed that all members read the name? Otherwise they read “a member in "
        "difficulty”.",
        who=who,
    )


@moment("help_given.read_back")
def help_read_back(words: Words, who: str, kind: str, what: str, named: bool) -> str:  # noqa: PLR0917
    reads = (
        words.say("The members read the name.")
        if named
        else words.say("The members do not read the name.")
    )
    said = words.say("{who}: {kind}, {what}", who=who, kind=_kind(words, kind).lower(), what=what)
    return f"{said}\n{reads}\n{words.say('Is everything right?')}"


@moment("help_given.recorded")
def help_recorded(words: Words) -> str:
    return words.say("I have noted the help. Thank you for looking after each other.")


@moment("help_given.board_hears")
def help_board_hears(words: Words, by: str, who: str, kind: str, what: str) -> str:  # noqa: PLR0917
    return words.say(
        "{by} has noted help for {who}: {kind}, {what}.",
        by=by,
        who=who,
        kind=_kind(words, kind).lower(),
        what=what,
    )


@moment("help_given.a_member")
def a_member(words: Words) -> str:
    return words.say("a member in difficulty")


@moment("help_given.for_member")
def for_member(words: Words, who: str) -> str:
    return words.say("help for {who}", who=who)


# Standing amounts


@moment("standing.which")
def which_standing(words: Words) -> str:
    return words.say("What is it for?")


@moment("standing.purpose")
def purpose(words: Words, purpose: str) -> str:
    return _purpose(words, purpose)


def _purpose(words: Words, purpose: str) -> str:
    names = {
        "expense": words.say("an expense"),
        "help": words.say("help"),
        "sick_visit": words.say("a visit to the sick"),
        "funeral": words.say("a funeral"),
        "longevity": words.say("longevity wishes"),
    }
    return names[purpose]


@moment("standing.with_sum")
def purpose_with_sum(words: Words, purpose: str, amount: Money) -> str:
    return words.say("{what}: {value}", what=_purpose(words, purpose), value=amount)


@moment("standing.none")
def none_voted(words: Words) -> str:
    return words.say(
        "The club has not settled any standing amount yet. The chair can do it in the club's "
        "settings, under “Paying out money”."
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


@moment("payments.help_line")
def help_line(  # noqa: PLR0917
    words: Words, day: date, who: Spoken, kind: str, what: str = ""
) -> str:
    said = _kind(words, kind).lower()
    said = f"{said}, {what}" if what else said
    return words.say(
        "{day}: {who} – {what}",
        day=short_day(day),
        who=who,
        what=said,
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
