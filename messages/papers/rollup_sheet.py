"""A roll-up on paper, to print and sign: completeness, figures, targets, clubs for praise."""

from collections.abc import Iterator
from datetime import date

from club.rollup.indicators import INDICATORS, RollUpIndicator
from club.rollup.targets import targets
from club.rollup.totals import Level, RollUp
from messages.figures.rollup import counted_line
from messages.figures.rollup_clubs import criteria_others, criteria_said
from messages.figures.rollup_kept import rollup_of
from messages.figures.rollup_names import (
    aim_said,
    months_said,
    rollup_indicator,
    rule_of,
    span_name,
    target,
    value_said,
)
from messages.figures.rollup_open import not_closed
from messages.moments import written
from messages.papers.kinds import Drawn, paper
from messages.papers.praise_list import praise_table
from messages.papers.rollup_picture import file_name
from messages.papers.sheets import Column, Heading, Section, Sheet, Table, printed
from messages.wording import Words, capital

_BELOW = ("members", "attendance", "lending_fund_total")


@paper("rollup_sheet")
def rollup_sheet(words: Words, *, rollup: str, day: date) -> Drawn:
    """`rollup` as messages.figures.rollup_kept writes it; `day`: on which it was asked for."""
    found = rollup_of(rollup)
    span = span_name.write(words, span=str(found.span))
    sheet = Sheet(
        title=words.say("ROLL-UP OF CLUBS"),
        heading=Heading(
            club=words.say("Association of the Elderly"), commune=found.whole.name, day=day
        ),
        under_title=(
            capital(span),
            found.above or found.whole.name,
            written(counted_line(found.whole), words),
            words.say("(sums in đồng; closed months only)"),
        ),
        sections=tuple(_sections(words, found)),
        signatures=((words.say("Made by"), ""), (words.say("For the Association"), "")),
        landscape=True,
    )
    return printed(sheet, words, f"{file_name(words)}-{found.span}.pdf")


def _sections(words: Words, found: RollUp) -> Iterator[Section]:
    yield Section(words.say("1. Figures"), tuple(_beside(words, found)), _figures(words, found))
    if found.below:
        yield Section(words.say("2. By area"), (), _below(words, found))
    if found.whole.level is Level.CLUB:
        return
    yield Section(words.say("3. Targets of Decision 1648"), (), _targets(words, found))
    yield Section(
        words.say("4. Clubs for praise"),
        (
            written(criteria_said(), words),
            *written(criteria_others(), words).splitlines(),
        ),
        praise_table(words, found),
    )
    if found.quiet:
        yield Section(words.say("5. Clubs gone quiet"), (), _quiet(words, found))


def _beside(words: Words, found: RollUp) -> Iterator[str]:
    yield words.say("Groups of one to four people in a club's month are in no sum.")
    yield from (written(each, words) for each in not_closed(found))


def _figures(words: Words, found: RollUp) -> Table:
    columns = [
        Column(words.say("Row"), "11mm", "center"),
        Column(words.say("Indicator")),
        Column(words.say("Value"), "31mm", "right"),
        Column(words.say("Small groups left out"), "22mm", "right"),
        Column(words.say("Time before"), "31mm", "right"),
        *([Column(words.say("Not closed, so far"), "31mm", "right")] if found.open_months else []),
        Column(words.say("Rule"), "60mm"),
    ]
    rows = [
        [
            str(number),
            rollup_indicator.write(words, code=each.code),
            value_said(each.unit.value, each.over.value, found.whole.value(each)),
            str(found.whole.hidden(each) or ""),
            value_said(each.unit.value, each.over.value, found.before.value(each)),
            *_open(found, each),
            rule_of(words, each.over.value),
        ]
        for number, each in enumerate(INDICATORS, start=1)
    ]
    return Table(columns, rows)


def _open(found: RollUp, of: RollUpIndicator) -> list[str]:
    if not found.open_months:
        return []
    return [value_said(of.unit.value, of.over.value, found.open_months.get(of.code))]


def _below(words: Words, found: RollUp) -> Table:
    by_code = {each.code: each for each in INDICATORS}
    columns = [
        Column(words.say("Name")),
        Column(words.say("Clubs in"), "22mm", "right"),
        Column(words.say("Months closed"), "24mm", "right"),
        *(Column(rollup_indicator.write(words, code=code), "30mm", "right") for code in _BELOW),
    ]
    rows = [
        [
            line.name,
            f"{line.counted.complete}/{line.counted.clubs}",
            f"{line.counted.closed}/{line.counted.expected}",
            *(
                value_said(
                    by_code[code].unit.value, by_code[code].over.value, line.value(by_code[code])
                )
                for code in _BELOW
            ),
        ]
        for line in found.below
    ]
    return Table(columns, rows)


def _targets(words: Words, found: RollUp) -> Table:
    columns = [
        Column(words.say("Target")),
        Column(words.say("Reached"), "28mm", "right"),
        Column("2025–2030", "32mm", "center"),
        Column("2030–2035", "32mm", "center"),
        Column(words.say("Source"), "44mm"),
    ]
    rows = []
    for each in targets(found):
        unit = "percent" if each.is_percent else "count"
        reached = value_said(unit, "last", each.value)
        if each.second_value != each.value:
            reached += f" · {value_said(unit, 'last', each.second_value)}"
        rows.append(
            [
                target.write(words, code=each.code.value),
                reached,
                aim_said(words, each.first, percent=each.is_percent),
                aim_said(words, each.second, percent=each.is_percent),
                each.source,
            ]
        )
    return Table(columns, rows)


def _quiet(words: Words, found: RollUp) -> Table:
    columns = [
        Column(words.say("Club")),
        Column(words.say("Commune"), "50mm"),
        Column(words.say("Closed last"), "36mm"),
    ]
    rows = [[each.club, each.commune, months_said(words, each.last)] for each in found.quiet]
    return Table(columns, rows)
