"""How the books stand when an office changes hands: for both to sign."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from club.money import total
from messages.moments import Spoken
from messages.papers.kinds import Drawn, paper
from messages.papers.sheets import Column, Heading, Section, Sheet, Table, balance, printed
from messages.roles import office
from messages.wording import Words, capital


@paper("book.handed_over")
def handed_over(
    words: Words, *, club: str, commune: str, day: date, role: str, giver: str, taker: str,
    funds: Sequence[Any], places: Sequence[Any], rest: Sequence[Spoken], last_entry: int,
) -> Drawn:  # fmt: skip
    """funds: name, total, cash, lent; places: name, cash. rest: what else there is to know.

    The names are empty where they are to be written in by hand; so is the office.
    """
    named = office(words, role) if role else "...................."
    last = words.say("– Entries up to number {number}", number=str(last_entry))
    sections = (
        Section(words.say("1. By fund"), (), _funds(words, funds)),
        Section(words.say("2. By place"), (), _places(words, places)),
        Section(words.say("3. Besides"), (*(f"– {each}" for each in rest), last)),
        Section("", (_counted_together(words),)),
    )
    sheet = Sheet(
        title=words.say("THE BOOKS AT THE HANDING OVER"),
        heading=Heading(club=club, commune=commune, day=day),
        under_title=(words.say("Office: {office}", office=named), words.say("(sums in đồng)")),
        sections=sections,
        signatures=[(words.say("Handed over by"), giver), (words.say("Taken over by"), taker)],
    )
    return printed(sheet, words, f"ban-giao-{day.isoformat()}.pdf")


def _counted_together(words: Words) -> str:
    return words.say(
        "Both have counted the cash together, and it was as it stands here, or "
        "otherwise: ............................................................"
    )


def _funds(words: Words, funds: Sequence[Any]) -> Table:
    columns = [
        Column(words.say("Fund")),
        Column(words.say("Cash"), "34mm", "right"),
        Column(words.say("Lent out"), "34mm", "right"),
        Column(words.say("All"), "34mm", "right"),
    ]
    rows = [
        [capital(str(name)), balance(cash), balance(lent), balance(whole)]
        for name, whole, cash, lent in funds
    ]
    sums = [balance(total(each[column] for each in funds)) for column in (2, 3, 1)]
    return Table(columns, rows, [[words.say("All"), *sums]])


def _places(words: Words, places: Sequence[Any]) -> Table:
    columns = [
        Column(words.say("Place")),
        Column(words.say("In the books"), "40mm", "right"),
        Column(words.say("Counted"), "40mm", "right"),
    ]
    rows = [[capital(str(name)), balance(amount), ""] for name, amount in places]
    last = [words.say("All"), balance(total(each[1] for each in places)), ""]
    return Table(columns, rows, [last])
