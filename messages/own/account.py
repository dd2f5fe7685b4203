"""What a member sees of her own account, and of the club's money."""

from collections.abc import Sequence
from datetime import date

from club.calendar import Month
from club.money import Money
from messages.formats import short_day
from messages.moments import Spoken, moment
from messages.money.entry_kinds import kind_in_words
from messages.sums import months_listed
from messages.wording import Words


@moment("account.title")
def title(words: Words) -> str:
    return words.say("My account")


@moment("account.page")
def page(words: Words, club: str, lines: Sequence[Spoken]) -> str:
    heading = words.say("Your account in {club}", club=club)
    return "\n".join([heading, *(f"• {line}" for line in lines)])


@moment("account.owed")
def owed(words: Words, amount: Money, months: Sequence[Month]) -> str:
    return words.say(
        "Fee still owed: {amount} ({months})", amount=amount, months=months_listed(words, months)
    )


@moment("account.nothing_owed")
def nothing_owed(words: Words) -> str:
    return words.say("No fee is owed.")


@moment("account.paid")
def paid(words: Words, months: Sequence[Month]) -> str:
    return words.say("Fee paid for {months}", months=months_listed(words, months))


@moment("account.waiting")
def waiting(words: Words, what: Spoken) -> str:
    return words.say("Waiting for the cashier: {what}", what=what)


@moment("account.gift")
def gift(words: Words, day: date, what: Spoken) -> str:
    return words.say("{day}: {what}", day=short_day(day), what=what)


@moment("account.loan")
def loan(words: Words, left: Money) -> str:
    return words.say("Loan: {left} still to pay back", left=left)


@moment("account.see_loan")
def see_loan(words: Words) -> str:
    return words.say("See the loan")


@moment("account.pay_fee")
def pay_fee(words: Words) -> str:
    return words.say("Pay the fee")


@moment("club_money.title")
def money_title(words: Words) -> str:
    return words.say("The club's money")


@moment("club_money.fund")
def fund(words: Words, kind: str, name: str = "") -> str:
    if kind == "income":
        return words.say("Income-generation fund")
    if kind == "operating":
        return words.say("Operating fund")
    return name


@moment("club_money.fund_line")
def fund_line(words: Words, fund: Spoken, total: Money, *, cash: Money, lent: Money) -> str:
    if not lent:
        return words.say("{fund}: {total}", fund=fund, total=total)
    return words.say(
        "{fund}: {total}, of which {lent} is lent out and {cash} is here",
        fund=fund,
        total=total,
        lent=lent,
        cash=cash,
    )


@moment("club_money.flow")
def flow(words: Words, kind: str, amount: Money) -> str:
    """One kind of ins or outs of a month."""
    return words.say("{what}: {amount}", what=kind_in_words(words, kind), amount=amount)


@moment("club_money.page")
def money_page(
    words: Words,
    club: str,
    funds: Sequence[Spoken],
    month: Month,
    *,
    into: Sequence[Spoken],
    out_of: Sequence[Spoken],
) -> str:
    """The funds as they stand now; then what came in and went out in the month."""
    parts = [words.say("The money of {club} today", club=club), *_listed(funds)]
    parts.append("\n" + words.say("In {month} came in:", month=month))
    parts += _listed(into) or [words.say("nothing")]
    parts.append(words.say("Went out:"))
    parts += _listed(out_of) or [words.say("nothing")]
    return "\n".join(parts)


@moment("club_money.month_before")
def month_before(words: Words) -> str:
    return words.say("The month before")


def _listed(lines: Sequence[Spoken]) -> list[str]:
    return [f"• {line}" for line in lines]
