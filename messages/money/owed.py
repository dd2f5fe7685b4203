"""Members' shares and money lent to the club."""

from collections.abc import Sequence
from datetime import date

from club.money import Money
from messages.formats import short_day
from messages.moments import Spoken, moment
from messages.money.entry_kinds import bulleted
from messages.sums import in_figures_and_words
from messages.wording import Words


@moment("owed.title")
def title(words: Words) -> str:
    return words.say("Shares and money lent to the club")


@moment("owed.receive_title")
def receive_title(words: Words) -> str:
    return words.say("Take in a share or a loan")


@moment("owed.give_back_title")
def give_back_title(words: Words) -> str:
    return words.say("Give something back")


@moment("owed.page")
def page(words: Words, club: str, items: Sequence[Spoken], capital: Sequence[Spoken]) -> str:
    """What is owed back, then the club's own capital by source."""
    if items:
        said = words.say("What {club} has to give back:", club=club)
        said += "\n" + bulleted(list(items))
    else:
        said = words.say("{club} owes nothing: no shares, no money lent to it.", club=club)
    if capital:
        said += "\n" + words.say("The club's own capital, by where it came from:")
        said += "\n" + bulleted(list(capital))
    return said


@moment("owed.capital")
def capital(words: Words, source: Spoken, amount: Money) -> str:
    return words.say("{what}: {value}", what=source, value=amount)


@moment("owed.kind")
def kind(words: Words, kind: str) -> str:
    return _kind(words, kind)


def _kind(words: Words, kind: str) -> str:
    return words.say("a member's share") if kind == "share" else words.say("lent to the club")


@moment("owed.line")
def line(  # noqa: PLR0917
    words: Words, who: Spoken, kind: str, left: Money, due_on: date | None = None, terms: str = ""
) -> str:
    said = words.say("{who}: {amount}, {what}", who=who, amount=left, what=_kind(words, kind))
    if due_on is not None:
        said += ", " + words.say("until {day}", day=short_day(due_on))
    return f"{said} ({terms})" if terms else said


@moment("owed.which_kind")
def which_kind(words: Words) -> str:
    return words.say("What is it?")


@moment("owed.whose")
def whose(words: Words) -> str:
    return words.say("Whose money is it?")


@moment("owed.lender")
def which_lender(words: Words) -> str:
    return words.say("What is the lender's name?")


@moment("owed.into_fund")
def into_fund(words: Words) -> str:
    return words.say("Into which fund does it go?")


@moment("owed.into_place")
def into_place(words: Words) -> str:
    return words.say("Where does the money lie?")


@moment("owed.how_much")
def how_much(words: Words) -> str:
    return words.say("How much is it?")


@moment("owed.terms")
def which_terms(words: Words) -> str:
    return words.say("What was agreed on? For example: without interest, back after the harvest")


@moment("owed.has_day")
def has_day(words: Words) -> str:
    return words.say("Is there a day by which it has to be given back?")


@moment("owed.which_day")
def which_day(words: Words) -> str:
    return words.say("By which day?")


@moment("owed.which_item")
def which_item(words: Words) -> str:
    return words.say("What shall be given back?")


@moment("owed.how_much_back")
def how_much_back(words: Words, left: Money, there: Money) -> str:
    return words.say(
        "How much is given back? {left} is owed, {there} lies there.", left=left, there=there
    )


@moment("owed.nothing")
def nothing_owed(words: Words) -> str:
    return words.say("The club owes nothing that could be given back.")


@moment("owed.no_cash")
def no_cash(words: Words) -> str:
    return words.say("That fund has no cash now, so nothing can be given back.")


@moment("owed.receive_described")
def receive_described(  # noqa: PLR0917
    words: Words,
    who: Spoken,
    kind: str,
    amount: Money,
    source: Spoken,
    due_on: date | None = None,
    terms: str = "",
) -> str:
    lines: list[Spoken] = [
        words.say("{who}, {what}", who=who, what=_kind(words, kind)),
        in_figures_and_words(words, amount),
        words.say("into: {source}", source=source),
    ]
    if due_on is not None:
        lines.append(words.say("until {day}", day=short_day(due_on)))
    if terms:
        lines.append(words.say("agreed: {terms}", terms=terms))
    return words.say("The club takes and will give back:") + "\n" + bulleted(lines)


@moment("owed.back_described")
def back_described(  # noqa: PLR0917
    words: Words, who: Spoken, kind: str, amount: Money, left: Money, source: Spoken
) -> str:
    lines: list[Spoken] = [
        words.say("{who}, {what}", who=who, what=_kind(words, kind)),
        in_figures_and_words(words, amount),
        words.say("from: {source}", source=source),
        words.say("then still owed: {left}", left=left),
    ]
    return words.say("The club gives back:") + "\n" + bulleted(lines)


@moment("owed.read_back")
def read_back(words: Words, described: Spoken) -> str:
    end = words.say("It counts when a second person agrees. Is everything right?")
    return f"{described}\n{end}"


@moment("owed.received")
def received(words: Words, who: Spoken, amount: Money, voucher: str) -> str:
    return words.say(
        "In the books as {voucher}: {amount} of {who}; the club owes it back.",
        voucher=voucher,
        amount=amount,
        who=who,
    )


@moment("owed.given_back")
def given_back(words: Words, who: Spoken, amount: Money, voucher: str) -> str:
    return words.say(
        "In the books as {voucher}: {amount} given back to {who}.",
        voucher=voucher,
        amount=amount,
        who=who,
    )


@moment("owed.owner_hears")
def owner_hears(words: Words, done: Spoken, club: str) -> str:
    return words.say("{club} has noted about your money:\n{done}", club=club, done=done)


@moment("owed.of_whom")
def of_whom(words: Words, source: Spoken, who: str = "") -> str:
    """Where money came from, and whose it is if it is owed back."""
    return f"{source}: {who}" if who else str(source)
