"""What a file would bring, in numbers and sums, to be held against the paper books."""

from dataclasses import dataclass
from datetime import date

from club.calendar import Month
from club.importing import At
from club.money import Money
from messages.formats import short_day
from messages.wording import Words


@dataclass(frozen=True, slots=True)
class FundBrought:
    """What a fund would hold beside what it has: cash, and principal that members owe."""

    name: str
    cash: Money
    principal: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """Counts and sums of a file; `there` are rows that were taken over before."""

    club: str
    members: int
    without_consent: int
    members_there: int
    fee_months: int
    fees: Money
    fees_there: int
    loans: int
    principal_left: Money
    loans_there: int
    balances: int
    balances_there: int
    funds: tuple[FundBrought, ...]


def preview(words: Words, brought: Brought) -> str:
    """A few lines, one for each list."""
    lines = [
        words.say("For {club}:", club=brought.club),
        _members(words, brought),
        *_without_consent(words, brought),
        _fees(words, brought),
        _loans(words, brought),
        _balances(words, brought),
        *(_fund(words, each) for each in brought.funds),
    ]
    if brought.funds:
        lines.append(
            words.say("Please hold these sums against the paper books before you say yes.")
        )
    return "\n".join(lines)


def _members(words: Words, brought: Brought) -> str:
    new, there = str(brought.members), str(brought.members_there)
    return words.say("• Members: {new} new, {there} there already", new=new, there=there)


def _without_consent(words: Words, brought: Brought) -> list[str]:
    if not brought.without_consent:
        return []
    count = str(brought.without_consent)
    return [words.say("  {count} of them without consent: only name and group", count=count)]


def _fees(words: Words, brought: Brought) -> str:
    return words.say(
        "• Fees paid: {months} months, {sum}, {there} there already",
        months=str(brought.fee_months),
        sum=brought.fees,
        there=str(brought.fees_there),
    )


def _loans(words: Words, brought: Brought) -> str:
    return words.say(
        "• Loans that run: {new} new, {left} left to pay, {there} there already",
        new=str(brought.loans),
        left=brought.principal_left,
        there=str(brought.loans_there),
    )


def _balances(words: Words, brought: Brought) -> str:
    new, there = str(brought.balances), str(brought.balances_there)
    return words.say("• Cash of funds: {new} new, {there} there already", new=new, there=there)


def _fund(words: Words, fund: FundBrought) -> str:
    return words.say(
        "  {fund}: cash {cash}, lent {lent}, together {total}",
        fund=fund.name,
        cash=fund.cash,
        lent=fund.principal,
        total=fund.cash + fund.principal,
    )


def to_look_at(words: Words) -> str:
    """Stands over what can be but ought to be looked at before the yes."""
    return words.say("Please look at this before you say yes:")


def loan_too_long(  # noqa: PLR0917
    words: Words, at: At, left: int, fit: int, ends: Month, last: date
) -> str:
    """More instalments than the agreed term has months for."""
    return words.say(
        "• {sheet}, row {row}: {left} instalments are left, but only {fit} fit until the loan ends "
        "in {end}. As it stands, the last would be due on {day}.",
        sheet=at.sheet,
        row=str(at.row),
        left=str(left),
        fit=str(fit),
        end=ends,
        day=short_day(last),
    )


def much_cash(words: Words, place: str, there: Money, limit: Money) -> str:
    return words.say(
        "• {place} would hold {there}, and the club wants at most {limit} there. The board will be "
        "asked to do something about it.",
        place=place,
        there=there,
        limit=limit,
    )


def imported(words: Words, club: str) -> str:
    return words.say("Done: {club} has all of this in its books now.", club=club)


def nothing_new(words: Words) -> str:
    return words.say("All of this was taken over before; nothing is new.")


def nothing_filled_in(words: Words) -> str:
    return words.say("No row is filled in yet.")


def only_a_preview(words: Words) -> str:
    return words.say("Nothing was written; this was only a preview.")


def shall_it_be_written(words: Words) -> str:
    return words.say("Shall this be written into the books? Please type yes or no:")


def say_yes_by(words: Words) -> str:
    return words.say("Nothing was written. To write it, add --yes to the command.")


def not_written(words: Words) -> str:
    return words.say("Nothing was written.")


def form_written(words: Words, file: str) -> str:
    return words.say("{file} is ready to be filled in.", file=file)
