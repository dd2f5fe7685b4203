"""A roll-up on paper, to print and sign: completeness, figures, targets, clubs for praise."""

from collections.abc import Iterator
from datetime import date

from club.rollup.indicators import INDICATORS, RollUpIndicator
from club.rollup.targets import TargetResult, targets
from club.rollup.totals import Level, RollUp
from messages.figures.rollup import counted_line, nothing_closed
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
    table, left_out = _figures(words, found)
    below = []
    if left_out:
        below.append(words.say("Nothing of: {things}.", things=", ".join(left_out)))
    if table is None:
        below = [written(nothing_closed(), words)]
    yield Section(words.say("1. Figures"), tuple(_beside(words, found)), table, below)
    if found.below:
        yield Section(words.say("2. By area"), (), _below(words, found))
    if found.whole.level is Level.CLUB:
        return
    yield Section(words.say("3. Targets of Decision 1648"), (), *_targets(words, found))
    yield Section(
        words.say("4. Clubs for praise"),
        (
            written(criteria_said(), words),
            *written(criteria_others(), words).splitlines(),
        ),
        praise_table(words, found),
        () if found.stand_out else (words.say("No club meets them in this time."),),
    )
    if found.quiet:
        yield Section(words.say("5. Clubs gone quiet"), (), _quiet(words, found))


def _beside(words: Words, found: RollUp) -> Iterator[str]:
    yield words.say("Groups of one to four people in a club's month are in no sum.")
    yield from (written(each, words) for each in not_closed(found))


def _figures(words: Words, found: RollUp) -> tuple[Table | None, list[str]]:
    """The table, without columns and rows in which there is nothing; what was left out."""
    shown = [each for each in INDICATORS if _has_something(found, each)]
    left_out = [
        rollup_indicator.write(words, code=each.code) for each in INDICATORS if each not in shown
    ]
    rows = [_row(words, found, number, each) for number, each in enumerate(shown, start=1)]
    if not rows:
        return None, left_out
    columns = [
        Column(words.say("Row"), "11mm", "center"),
        Column(words.say("Indicator")),
        Column(words.say("Value"), "31mm", "right"),
        Column(words.say("Small groups left out"), "22mm", "right"),
        Column(words.say("Time before"), "31mm", "right"),
        Column(words.say("Not closed, so far"), "31mm", "right"),
        Column(words.say("Rule"), "60mm"),
    ]
    used = [
        place
        for place in range(len(columns))
        if place not in _MAY_BE_EMPTY or any(row[place] not in _EMPTY for row in rows)
    ]
    kept = [[row[place] for place in used] for row in rows]
    return Table([columns[place] for place in used], kept), left_out


_MAY_BE_EMPTY = (3, 4, 5)
"""The columns of small groups, of the time before and of what is not closed."""
_EMPTY = frozenset({"", "–", "0"})


def _has_something(found: RollUp, of: RollUpIndicator) -> bool:
    values = found.whole.value(of), found.before.value(of), found.open_months.get(of.code)
    return any(values) or bool(found.whole.hidden(of))


def _row(words: Words, found: RollUp, number: int, of: RollUpIndicator) -> list[str]:
    unit, over = of.unit.value, of.over.value
    return [
        str(number),
        rollup_indicator.write(words, code=of.code),
        value_said(unit, over, found.whole.value(of)),
        str(found.whole.hidden(of) or ""),
        value_said(unit, over, found.before.value(of)),
        value_said(unit, over, found.open_months.get(of.code)) if found.open_months else "",
        rule_of(words, over),
    ]


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


def _targets(words: Words, found: RollUp) -> tuple[Table, list[str]]:
    """The table of those whose value is known, and a line about the others."""
    columns = [
        Column(words.say("Target")),
        Column(words.say("Reached"), "28mm", "right"),
        Column("2025–2030", "32mm", "center"),
        Column("2030–2035", "32mm", "center"),
        Column(words.say("Source"), "44mm"),
    ]
    known = [each for each in targets(found) if each.value is not None]
    names = [
        target.write(words, code=each.code.value) for each in targets(found) if each.value is None
    ]
    below = [words.say("Not known: {things}.", things="; ".join(names))] if names else []
    return Table(columns, [_target(words, each) for each in known]), below


def _target(words: Words, each: TargetResult) -> list[str]:
    unit = "percent" if each.is_percent else "count"
    reached = value_said(unit, "last", each.value)
    if each.second_value != each.value:
        reached += f" · {value_said(unit, 'last', each.second_value)}"
    return [
        target.write(words, code=each.code.value),
        reached,
        aim_said(words, each.first, percent=each.is_percent),
        aim_said(words, each.second, percent=each.is_percent),
        each.source,
    ]


def _quiet(words: Words, found: RollUp) -> Table:
    columns = [
        Column(words.say("Club")),
        Column(words.say("Commune"), "50mm"),
        Column(words.say("Closed last"), "36mm"),
    ]
    rows = [[each.club, each.commune, months_said(words, each.last)] for each in found.quiet]
    return Table(columns, rows)
