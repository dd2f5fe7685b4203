"""Pages to sign: the closed month with its code, and the sheet of money received in a meeting."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from club.calendar import Month
from club.money import Money, total
from messages.formats import short_day
from messages.moments import Spoken
from messages.papers.kinds import Drawn, paper
from messages.papers.month_sheet import month_page, under_title
from messages.papers.sheets import Column, Heading, Section, Sheet, Table, balance, printed, sum_
from messages.wording import Words

SIGNATURE_MILLIMETRES = 11


@paper("book.closed_month")
def closed_month(
    words: Words, *, club: str, commune: str, day: date, month: Month, code: str, closed_on: date,
    entries: int, funds: Sequence[Any], signers: Sequence[Any], carried_over: Sequence[Spoken] = (),
    slips: int = 0, photographed: int = 0,
) -> Drawn:  # fmt: skip
    """funds: name, opening, received, paid, closing, lent, owed to lenders, members' shares.

    slips: how many payment slips the month holds, and of how many a receipt was photographed.
    """
    owed = total(each[6] + each[7] for each in funds)
    lines = [
        words.say("Fund total (cash and lent): {amount}", amount=_whole(funds)),
        words.say("Of which to be given back to lenders and members: {amount}", amount=owed),
        words.say("Entries up to number {number}", number=str(entries)),
        *_receipts(words, slips, photographed),
        words.say("Closed on {day}", day=short_day(closed_on)),
        words.say("Closing code: {code}", code=code),
        words.say("Anybody can check this code by typing “check code” and the code to Liên."),
        *map(str, carried_over),
    ]
    sections = (Section("", (), _funds(words, funds)), Section("", lines))
    heading = Heading(club=club, commune=commune, day=day)
    sheet = Sheet(
        title=words.say("THE BOOKS OF A CLOSED MONTH"),
        heading=heading,
        under_title=under_title(words, month),
        sections=sections,
        signatures=[(str(office), str(name)) for office, name in signers],
    )
    return printed(sheet, words, f"khoa-so-{month}.pdf")


def _receipts(words: Words, slips: int, photographed: int) -> list[str]:
    if not slips:
        return []
    return [
        words.say(
            "Payment slips: {slips}, of them with a photo of the receipt: {photographed}",
            slips=slips,
            photographed=photographed,
        )
    ]


def _funds(words: Words, funds: Sequence[Any]) -> Table:
    columns = [
        Column(words.say("Fund")),
        *(
            Column(heading, "24mm", "right")
            for heading in (
                words.say("At the beginning"),
                words.say("In"),
                words.say("Out"),
                words.say("Cash at the end"),
                words.say("Lent out"),
            )
        ),
    ]
    sums = [balance(total(each[column] for each in funds)) for column in range(1, 6)]
    rows = [[str(name), *map(balance, rest[:5])] for name, *rest in funds]
    return Table(columns, rows, [[words.say("All"), *sums]])


def _whole(funds: Sequence[Any]) -> Money:
    return total(each[4] + each[5] for each in funds)


@paper("meeting_sheet")
def meeting_sheet(
    words: Words, *, club: str, commune: str, day: date, month: Month, lines: Sequence[Any]
) -> Drawn:
    """Printed before the meeting, signed in it (Club rules, B.3). lines: name, fee owed, due."""
    rows = [
        [str(number), str(name), sum_(owed), sum_(due), "", "", "", "", ""]
        for number, (name, owed, due) in enumerate(lines, start=1)
    ]
    height = f"{SIGNATURE_MILLIMETRES}mm"
    last = ["", words.say("All"), *[""] * 7]
    table = Table(_meeting_columns(words), rows, [last], row_height=height)
    cash = (
        words.say("Cash before the meeting: ................................"),
        words.say("Received in the meeting: ................................"),
        words.say("Cash counted after it: ................................"),
    )
    sections = (Section("", (), table), Section("", cash))
    heading = Heading(club=club, commune=commune, day=day)
    title = words.say("MONEY RECEIVED IN THE MEETING")
    name = "bang-thu"
    return month_page(
        words, title, heading, month, sections, name, landscape=True, letters_points=12
    )


def _meeting_columns(words: Words) -> list[Column]:
    return [
        Column(words.say("Row"), "11mm", "center"),
        Column(words.say("Member")),
        Column(words.say("Fee owed"), "22mm", "right"),
        Column(words.say("Loan due"), "24mm", "right"),
        Column(words.say("Fee"), "23mm"),
        Column(words.say("Interest"), "22mm"),
        Column(words.say("Principal"), "25mm"),
        Column(words.say("Gift"), "23mm"),
        Column(words.say("Signature or thumbprint"), "42mm"),
    ]
