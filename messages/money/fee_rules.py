"""The club's fee as a setting, and what one member pays differently."""

from collections.abc import Sequence

from club.calendar import Month
from club.money import Money
from messages.moments import Spoken, moment
from messages.sums import in_figures_and_words
from messages.wording import Words


def _period(words: Words, months: int) -> str:
    names = {
        1: words.say("a month"),
        3: words.say("a quarter"),
        6: words.say("half a year"),
        12: words.say("a year"),
    }
    return names[months]


@moment("fee_rule.fee")
def fee(words: Words, amount: Money, months: int, *, household: bool) -> str:
    """5.000 đồng a month for each person; nothing is said as such."""
    if not amount:
        return words.say("no fee")
    if household:
        return words.say(
            "{amount} {period} for each household", amount=amount, period=_period(words, months)
        )
    return words.say(
        "{amount} {period} for each person", amount=amount, period=_period(words, months)
    )


@moment("fee_rule.line")
def line(words: Words, fee: Spoken) -> str:
    """A line of the club's settings, and a button."""
    return words.say("Fee: {fee}", fee=fee)


@moment("fee_rule.line_to_come")
def line_to_come(words: Words, fee: Spoken, month: Month) -> str:
    return words.say("Fee from {month}: {fee}", fee=fee, month=month)


@moment("fee_rule.page")
def page(words: Words, now: Spoken, lines: Sequence[Spoken]) -> str:
    head = words.say("The club's fee: {fee}.", fee=now)
    return "\n".join([head, *(str(each) for each in lines)])


@moment("fee_rule.since")
def since(words: Words, month: Month, fee: Spoken) -> str:
    """A line of the history."""
    return words.say("• From {month}: {fee}", month=month, fee=fee)


@moment("fee_rule.exceptions")
def exceptions(words: Words, count: int) -> str:
    return words.plural(
        "• One member has a fee of their own.", "• {count} members have a fee of their own.", count
    )


@moment("fee_rule.title")
def title(words: Words) -> str:
    return words.say("What the fee is")


@moment("fee_rule.change_title")
def change_title(words: Words) -> str:
    return words.say("Change the club's fee")


@moment("fee_rule.own_title")
def own_title(words: Words) -> str:
    return words.say("A fee for one member")


@moment("fee_rule.which_period")
def which_period(words: Words, now: Spoken) -> str:
    return words.say("The fee is now: {fee}.\nHow long does one fee last?", fee=now)


@moment("fee_rule.period")
def period(words: Words, months: int) -> str:
    names = {
        1: words.say("One month"),
        3: words.say("One quarter"),
        6: words.say("Half a year"),
        12: words.say("One year"),
    }
    return names[months]


@moment("fee_rule.for_whom")
def for_whom(words: Words) -> str:
    return words.say("Does each person pay it, or each household?")


@moment("fee_rule.whom")
def whom(words: Words, *, household: bool) -> str:
    return words.say("Each household") if household else words.say("Each person")


@moment("fee_rule.how_much")
def how_much(words: Words, months: int) -> str:
    return words.say("How much is it {period}?", period=_period(words, months))


@moment("fee_rule.described")
def described(words: Words, before: Spoken, after: Spoken, month: Month) -> str:
    return words.say(
        "The club's fee changes.\n"
        "• Now: {before}\n"
        "• New: {after}\n"
        "• From {month}; months paid already stay paid",
        before=before,
        after=after,
        month=month,
    )


@moment("fee_rule.read_back")
def read_back(words: Words, what: Spoken) -> str:
    return words.say("{what}\nThen I will ask a second person. Is that right?", what=what)


@moment("fee_rule.agreed")
def agreed(words: Words, after: Spoken, month: Month) -> str:
    return words.say(
        "Two people have agreed. The club's fee from {month}: {fee}. I am telling all members.",
        month=month,
        fee=after,
    )


@moment("fee_rule.members_hear")
def members_hear(words: Words, club: str, after: Spoken, month: Month) -> str:
    return words.say(
        "{club}: the board has changed the fee.\n"
        "From {month}: {fee}.\n"
        "Until then it stays as it is, and months paid already stay paid.",
        club=club,
        month=month,
        fee=after,
    )


@moment("fee_rule.unchanged")
def unchanged(words: Words) -> str:
    return words.say("Then nothing changes.")


# One member


@moment("fee_rule.what_own")
def what_own(words: Words, who: str, now: Spoken) -> str:
    return words.say("{who} pays: {fee}.\nWhat shall it be instead?", who=who, fee=now)


@moment("fee_rule.own_way")
def own_way(words: Words, way: str) -> str:
    names = {
        "exempt": words.say("No fee (exempt)"),
        "own": words.say("Another sum"),
        "club": words.say("The club's fee again"),
    }
    return names[way]


@moment("fee_rule.own_how_much")
def own_how_much(words: Words, who: str, months: int) -> str:
    return words.say("How much does {who} pay {period}?", who=who, period=_period(words, months))


@moment("fee_rule.own_why")
def own_why(words: Words) -> str:
    return words.say("For what reason? The second person reads it, and the member.")


@moment("fee_rule.own_described")
def own_described(words: Words, who: str, after: Spoken, month: Month, why: str) -> str:  # noqa: PLR0917
    return words.say(
        "{who} pays from {month}: {fee}.\nThe reason: {reason}",
        who=who,
        month=month,
        fee=after,
        reason=why,
    )


@moment("fee_rule.own_agreed")
def own_agreed(words: Words, who: str, after: Spoken, month: Month) -> str:
    return words.say(
        "Two people have agreed. {who} pays from {month}: {fee}.", who=who, month=month, fee=after
    )


@moment("fee_rule.member_hears")
def member_hears(words: Words, club: str, after: Spoken, month: Month, why: str) -> str:  # noqa: PLR0917
    return words.say(
        "{club}: the board has settled your fee.\nFrom {month}: {fee}.\nThe reason: {reason}",
        club=club,
        month=month,
        fee=after,
        reason=why,
    )


@moment("fee_rule.old_described")
def old_described(words: Words, who: str, amount: Money, day: Spoken) -> str:
    return words.say(
        "Fee of {who}: {amount}, paid on {day}, more than 60 days ago.",
        who=who,
        amount=in_figures_and_words(words, amount),
        day=day,
    )


@moment("fee_rule.old_done")
def old_done(words: Words, who: str, amount: Money, voucher: str) -> str:
    return words.say(
        "The fee of {who} is in the books: {amount}, slip {voucher}.",
        who=who,
        amount=amount,
        voucher=voucher,
    )
