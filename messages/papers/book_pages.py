"""The books of a month on paper: cash, loans, fees, Golden Heart book."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from club.calendar import Month
from club.cash_flow import Side
from club.money import NOTHING, Money, total
from messages.formats import short_day
from messages.loans.loan_lines import purpose_in_words
from messages.money.entry_kinds import kind_in_words
from messages.papers.kinds import Drawn, paper
from messages.papers.month_sheet import month_page
from messages.papers.sheets import Column, Heading, Section, Table, balance, sum_
from messages.sums import quantity
from messages.wording import Words, capital


@paper("book.cash", version=2)
def cash_book(
    words: Words, *, club: str, commune: str, day: date, month: Month,
    places: Sequence[Any], funds: Sequence[Any], lines: Sequence[Any],
    photographed: Sequence[int] = (),
) -> Drawn:  # fmt: skip
    """places, funds: name, opening, in, out; of places also what only changed its place.

    lines: number, day, slip, kind, who, place, fund, sum, and on which side it counts. A reversal
    stands with a minus on the side it reverses, so that the sums here, by place, by fund and in the
    month's summary are the same. photographed: the numbers of entries whose receipt has a photo.
    """
    opening = total(each[1] for each in places)
    brought = total(each[7] for each in lines if each[8] == Side.BROUGHT)
    sections = (
        Section(words.say("1. By place"), (), _balances(words, words.say("Place"), places)),
        Section(words.say("2. By fund"), (), _balances(words, words.say("Fund"), funds)),
        Section(
            words.say("3. Entries"),
            (words.say("Brought forward: {amount}", amount=opening - brought),),
            _entries(words, lines, opening - brought, frozenset(photographed)),
        ),
    )
    heading = Heading(club=club, commune=commune, day=day)
    return month_page(
        words, words.say("CASH BOOK"), heading, month, sections, "so-quy", landscape=True
    )


def _entries(
    words: Words, lines: Sequence[Any], opening: Money, photographed: frozenset[int]
) -> Table:
    sums = [total(row) for row in zip(*(_in_out_moved(each) for each in lines), strict=True)]
    into, out_of, moved = sums or (NOTHING,) * 3
    last = [*[""] * 3, words.say("All"), "", "", balance(into), balance(out_of), sum_(moved)]
    end = balance(opening + into - out_of + moved)
    return Table(
        _cash_columns(words), _cash_rows(words, lines, opening, photographed), [[*last, end]]
    )


def _in_out_moved(line: Sequence[Any]) -> tuple[Money, Money, Money]:
    amount, side = line[7], Side(line[8])
    return (
        amount if side is Side.RECEIVED else NOTHING,
        -amount if side is Side.PAID else NOTHING,
        amount if side in {Side.MOVED, Side.BROUGHT} else NOTHING,
    )


def _cash_columns(words: Words) -> list[Column]:
    return [
        Column(words.say("Entry"), "13mm", "center"),
        Column(words.say("Day"), "20mm", "center"),
        Column(words.say("Slip"), "23mm", "center"),
        Column(words.say("What")),
        Column(words.say("Place"), "33.5mm"),
        Column(words.say("Fund"), "31.5mm"),
        Column(words.say("In"), "21mm", "right"),
        Column(words.say("Out"), "21mm", "right"),
        Column(words.say("Brought, moved"), "21mm", "right"),
        Column(words.say("Balance"), "22mm", "right"),
    ]


def _cash_rows(
    words: Words, lines: Sequence[Any], opening: Money, photographed: frozenset[int]
) -> list[list[str]]:
    there, rows = opening, []
    for each in lines:
        number, day, slip, kind, who, place, fund, amount, _ = each
        there += amount
        what = kind_in_words(words, kind)
        named = f"{what}, {who}" if who else what
        rows.append(
            [
                str(number),
                short_day(day),
                slip,
                _entry(words, named, with_photo=number in photographed),
                str(place),
                str(fund),
                *map(sum_, _in_out_moved(each)),
                balance(there),
            ]
        )
    return rows


def _entry(words: Words, named: str, *, with_photo: bool) -> str:
    said = words.say("{what} (with a photo)", what=named) if with_photo else named
    return capital(said)


def _balances(words: Words, first: str, rows: Sequence[Any]) -> Table:
    columns = [
        Column(first),
        Column(words.say("At the beginning"), "38mm", "right"),
        Column(words.say("In"), "38mm", "right"),
        Column(words.say("Out"), "38mm", "right"),
        Column(words.say("At the end"), "38mm", "right"),
    ]
    if any(len(each) > 4 for each in rows):
        columns.insert(-1, Column(words.say("Moved"), "38mm", "right"))
    sums = [
        [name, opening, into, out, *moved, opening + into - out + total(moved)]
        for name, opening, into, out, *moved in rows
    ]
    last = [total(each[column] for each in sums) for column in range(1, len(columns))]
    return Table(
        columns,
        [[str(name), *map(balance, rest)] for name, *rest in sums],
        [[words.say("All"), *map(balance, last)]],
    )


@paper("book.loans")
def loan_book(
    words: Words, *, club: str, commune: str, day: date, month: Month, lines: Sequence[Any]
) -> Drawn:
    """lines: name, purpose, day, principal, before, more, less, interest, left."""
    rows = [
        [
            str(name),
            purpose_in_words(words, purpose),
            "" if paid_out_on is None else short_day(paid_out_on),
            balance(principal),
            *map(sum_, moved),
            balance(left),
        ]
        for name, purpose, paid_out_on, principal, *moved, left in lines
    ]
    sums = [balance(total(each[column] for each in lines)) for column in range(4, 9)]
    table = Table(_loan_columns(words), rows, [[words.say("All"), "", "", "", *sums]])
    section = Section("", () if rows else (words.say("(none)"),), table if rows else None)
    heading = Heading(club=club, commune=commune, day=day)
    title = words.say("LOAN BOOK")
    return month_page(words, title, heading, month, (section,), "so-vay", landscape=True)


def _loan_columns(words: Words) -> list[Column]:
    return [
        Column(words.say("Borrower")),
        Column(words.say("For what"), "32mm"),
        Column(words.say("Paid out on"), "24mm", "center"),
        Column(words.say("Loan"), "25mm", "right"),
        Column(words.say("Owed before"), "25mm", "right"),
        Column(words.say("Lent"), "25mm", "right"),
        Column(words.say("Principal back"), "25mm", "right"),
        Column(words.say("Interest"), "22mm", "right"),
        Column(words.say("Owed now"), "25mm", "right"),
    ]


@paper("book.fees")
def fee_grid(
    words: Words, *, club: str, commune: str, day: date, month: Month, lines: Sequence[Any]
) -> Drawn:
    """lines: name, twelve sums, perhaps the numbers of the months the paper book brought along,
    perhaps whether she was a member at the end of the month.
    """
    columns = [
        Column(words.say("Row"), "9mm", "center"),
        Column(words.say("Member")),
        *(Column(str(number), "16.5mm", "right") for number in range(1, 13)),
        Column(words.say("Sum"), "20mm", "right"),
    ]
    rows = [
        [
            str(number),
            _name_in_fees(words, name, *more[1:]),
            *_fees_of_year(paid, *more[:1]),
            balance(total(paid)),
        ]
        for number, (name, paid, *more) in enumerate(lines, start=1)
    ]
    sums = [total(each[1][column] for each in lines) for column in range(12)]
    last = [["", words.say("All"), *map(balance, sums), balance(total(sums))]]
    title = words.say("FEE BOOK OF {year}", year=str(month.year))
    heading = Heading(club=club, commune=commune, day=day)
    notes = [words.say("As booked until the end of {month}", month=month), *_counted(words, lines)]
    if any(any(more[:1]) for _, _, *more in lines):
        notes.append(words.say("* taken over from the paper book"))
    section = Section("", tuple(notes), Table(columns, rows, last))
    return month_page(words, title, heading, month, (section,), "so-phi", landscape=True)


def _name_in_fees(words: Words, name: Any, is_member: bool = True) -> str:
    return str(name) if is_member else words.say("{name} (has left)", name=str(name))


def _counted(words: Words, lines: Sequence[Any]) -> list[str]:
    """How many of the lines the month's summary counts as members, and who the others are."""
    there = sum(more[1:] != [False] for _, _, *more in lines)
    said = [words.plural("{count} member then", "{count} members then", there)]
    if there < len(lines):
        said.append(words.say("who has left stands with what she paid"))
    return ["; ".join(said)]


def _fees_of_year(paid: Sequence[Money], brought_along: Sequence[int] = ()) -> list[str]:
    """The twelve sums; what the paper book brought along has a star."""
    return [
        sum_(each) + ("*" if number in brought_along else "")
        for number, each in enumerate(paid, start=1)
    ]


@paper("book.golden_heart")
def golden_heart_book(
    words: Words, *, club: str, commune: str, day: date, month: Month, lines: Sequence[Any],
    goods: Sequence[Any] = (),
) -> Drawn:  # fmt: skip
    """lines: day, donor, what, sum or None.

    goods: item, unit, received, given, left, who keeps what is left; as they stand on the day.
    """
    columns = [
        Column(words.say("Row"), "11mm", "center"),
        Column(words.say("Day"), "25mm", "center"),
        Column(words.say("Who gave"), "40mm"),
        Column(words.say("What")),
        Column(words.say("The sum"), "30mm", "right"),
    ]
    rows = [
        [
            str(number),
            short_day(given_on),
            capital(str(donor) or words.say("a donor")),
            capital(str(what)),
            sum_(amount),
        ]
        for number, (given_on, donor, what, amount) in enumerate(lines, start=1)
    ]
    whole = total(amount for *_, amount in lines if amount is not None)
    table = Table(columns, rows, [["", words.say("All"), "", "", balance(whole)]])
    section = Section("", () if rows else (words.say("(none)"),), table if rows else None)
    heading = Heading(club=club, commune=commune, day=day)
    title = words.say("GOLDEN HEART BOOK")
    sections = (section, _goods(words, day, goods)) if goods else (section,)
    return month_page(words, title, heading, month, sections, "so-tam-long-vang")


def _goods(words: Words, day: date, goods: Sequence[Any]) -> Section:
    columns = [
        Column(words.say("Goods")),
        Column(words.say("Unit"), "22mm"),
        Column(words.say("Received"), "22mm", "right"),
        Column(words.say("Handed on"), "22mm", "right"),
        Column(words.say("Left"), "22mm", "right"),
        Column(words.say("Who keeps it"), "46mm"),
    ]
    rows = [
        [capital(str(item)), str(unit), *map(quantity, numbers), str(keeper)]
        for item, unit, *numbers, keeper in goods
    ]
    title = words.say("Goods as they stand on {day}", day=short_day(day))
    return Section(title, (), Table(columns, rows))
