"""A member's passbook on paper: fees by month, what she gave, her loans, the meetings."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from club.money import NOTHING, Money, total
from messages.formats import short_day
from messages.loans.loan_lines import purpose_in_words, rate_in_words
from messages.papers.kinds import Drawn, paper
from messages.papers.sheets import (
    Column,
    Heading,
    Section,
    Sheet,
    Table,
    balance,
    printed,
    sum_,
)
from messages.wording import Words

MEETINGS_A_ROW = 3
YEARS_A_TABLE = 6


@paper("passbook")
def passbook(
    words: Words, *, club: str, commune: str, day: date, name: str, joined_on: date,
    fees: Sequence[Any], owed: Money, gifts: Sequence[Any], loans: Sequence[Any],
    meetings: Sequence[Any],
) -> Drawn:  # fmt: skip
    """fees: a year and twelve sums; gifts: day, what, sum or None; meetings: day, came or None.

    loans: purpose, principal, rate, day, left, instalments (day, principal, interest, left),
    repayments (day, slip, principal, interest).
    """
    sheet = Sheet(
        title=words.say("MEMBER'S PASSBOOK"),
        heading=Heading(club=club, commune=commune, day=day),
        under_title=(
            words.say("{name}, member since {day}", name=name, day=short_day(joined_on)),
            words.say("(sums in đồng)"),
        ),
        sections=(
            *_fees(words, fees, owed),
            _gifts(words, gifts),
            *_loans(words, loans),
            _meetings(words, meetings),
        ),
        signatures=(
            (words.say("Member"), name),
            (words.say("Bookkeeper"), ""),
            (words.say("Cashier"), ""),
        ),
    )
    return printed(sheet, words, "so-thanh-vien.pdf")


def _fees(words: Words, years: Sequence[Any], owed: Money) -> list[Section]:
    owing = words.say("Fees still owed on this day: {amount}", amount=owed)
    title = words.say("1. Fees received, by month")
    if not years:
        return [Section(title, (words.say("(none)"), owing))]
    tables = [
        _fee_table(words, years[start : start + YEARS_A_TABLE])
        for start in range(0, len(years), YEARS_A_TABLE)
    ]
    whole = total(amount for _, paid in years for amount in paid)
    received = words.say("Received in all: {amount}", amount=whole)
    rest = [Section("", (), table) for table in tables[1:]]
    return [Section(title, (received, owing), tables[0]), *rest]


def _fee_table(words: Words, years: Sequence[Any]) -> Table:
    """A row for each month, a column for each year."""
    rows = [[str(month + 1), *(sum_(paid[month]) for _, paid in years)] for month in range(12)]
    columns = [
        Column(words.say("Month"), "24mm", "center"),
        *(Column(str(year), "25mm", "right") for year, _ in years),
    ]
    return Table(columns, rows, [[words.say("All"), *(balance(total(paid)) for _, paid in years)]])


def _gifts(words: Words, gifts: Sequence[Any]) -> Section:
    title = words.say("2. Golden Heart book")
    if not gifts:
        return Section(title, (words.say("(none)"),))
    rows = [[short_day(day), str(what), sum_(amount)] for day, what, amount in gifts]
    whole = total(amount for _, _, amount in gifts if amount is not None)
    columns = [
        Column(words.say("Day"), "24mm", "center"),
        Column(words.say("What")),
        Column(words.say("The sum"), "30mm", "right"),
    ]
    return Section(title, (), Table(columns, rows, [[words.say("All"), "", balance(whole)]]))


def _loans(words: Words, loans: Sequence[Any]) -> list[Section]:
    title = words.say("3. Loans")
    if not loans:
        return [Section(title, (words.say("(none)"),))]
    sections = [Section(title)]
    for purpose, principal, rate, paid_out_on, left, instalments, repaid in loans:
        line = words.say(
            "{purpose}: {amount}, paid out on {day}, {rate} a month. Still to pay back: {left}.",
            purpose=purpose_in_words(words, purpose),
            amount=principal,
            day=short_day(paid_out_on),
            rate=rate_in_words(words, rate),
            left=left,
        )
        sections.append(Section("", (line,), _schedule(words, instalments)))
        if repaid:
            what = words.say("Paid back:")
            sections.append(Section("", (what,), _repaid(words, repaid)))
    return sections


def _schedule(words: Words, instalments: Sequence[Any]) -> Table:
    rows = [
        [
            str(number),
            short_day(due_on),
            sum_(principal),
            sum_(interest),
            balance(principal + interest),
            words.say("paid") if left == NOTHING else balance(left),
        ]
        for number, (due_on, principal, interest, left) in enumerate(instalments, start=1)
    ]
    columns = [
        Column(words.say("No."), "11mm", "center"),
        Column(words.say("Due on"), "24mm", "center"),
        Column(words.say("Principal"), align="right"),
        Column(words.say("Interest"), align="right"),
        Column(words.say("Instalment"), align="right"),
        Column(words.say("Still to pay"), align="right"),
    ]
    return Table(columns, rows)


def _repaid(words: Words, repaid: Sequence[Any]) -> Table:
    rows = [
        [short_day(day), slip, sum_(principal), sum_(interest), balance(principal + interest)]
        for day, slip, principal, interest in repaid
    ]
    principal, interest = total(each[2] for each in repaid), total(each[3] for each in repaid)
    columns = [
        Column(words.say("Day"), "24mm", "center"),
        Column(words.say("Slip"), "30mm", "center"),
        Column(words.say("Principal"), align="right"),
        Column(words.say("Interest"), align="right"),
        Column(words.say("Sum"), align="right"),
    ]
    last = [words.say("All"), "", balance(principal), balance(interest)]
    return Table(columns, rows, [[*last, balance(principal + interest)]])


def _meetings(words: Words, meetings: Sequence[Any]) -> Section:
    title = words.say("4. Meetings")
    if not meetings:
        return Section(title, (words.say("(none)"),))
    answers = {True: words.say("came"), False: words.say("absent"), None: words.say("no roll")}
    cells = [cell for day, came in meetings for cell in (short_day(day), answers[came])]
    cells += [""] * (-len(cells) % (2 * MEETINGS_A_ROW))
    width = 2 * MEETINGS_A_ROW
    rows = [cells[start : start + width] for start in range(0, len(cells), width)]
    columns = [Column(words.say("Day"), align="center"), Column(words.say("Came"), align="center")]
    count = sum(came is True for _, came in meetings)
    line = words.say(
        "Came to {count} of {held} meetings.", count=str(count), held=str(len(meetings))
    )
    return Section(title, (line,), Table(columns * MEETINGS_A_ROW, rows))
