"""A roll-up as a workbook: figures, what lies below, targets, praise, clubs gone quiet."""

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from club.rollup.indicators import INDICATORS, Over
from club.rollup.targets import targets
from club.rollup.totals import Line, RollUp
from club.summary.indicators import Unit
from messages.figures.rollup import counted_line
from messages.figures.rollup_kept import rollup_of
from messages.figures.rollup_names import (
    aim_said,
    months_said,
    rollup_indicator,
    rule_of,
    target,
)
from messages.formats import short_day
from messages.moments import written
from messages.papers.kinds import Drawn, paper
from messages.papers.praise_list import write_praise
from messages.papers.rollup_drawing import SAFE, Cell, Drawing
from messages.papers.rollup_picture import file_name, rollup_title
from messages.papers.summary_workbook import XLSX
from messages.wording import Words

if TYPE_CHECKING:
    pass


@paper("rollup_workbook")
def rollup_workbook(words: Words, *, rollup: str, day: date) -> Drawn:
    """`rollup` as messages.figures.rollup_kept writes it."""
    # Nobody else needs it, and a program that starts fast reads few files.
    from xlsxwriter import Workbook  # noqa: PLC0415

    found = rollup_of(rollup)
    out = io.BytesIO()
    workbook = Workbook(out, dict(SAFE))
    title = rollup_title(words, found)
    created = datetime(day.year, day.month, day.day)  # noqa: DTZ001 – a sheet's days have no zone
    workbook.set_properties({"title": title, "created": created})
    about = " · ".join(
        each
        for each in (
            found.whole.name,
            found.above,
            written(counted_line(found.whole), words),
            words.say("made on {day}", day=short_day(day)),
        )
        if each
    )
    drawing = Drawing(workbook, title, about)
    _write(words, found, drawing)
    workbook.close()
    return Drawn(out.getvalue(), f"{file_name(words)}-{found.span}.xlsx", XLSX, title)


def _write(words: Words, found: RollUp, drawing: Drawing) -> None:
    drawing.sheet(
        words.say("Figures"),
        [
            (words.say("Indicator"), 46),
            (words.say("Value"), 18),
            (words.say("Small groups left out"), 14),
            (words.say("Time before"), 18),
            (words.say("Not closed, so far"), 18),
            (words.say("Rule"), 32),
        ],
        _figures(words, found),
    )
    heads = [(rollup_indicator.write(words, code=each.code), 16) for each in INDICATORS]
    drawing.sheet(
        words.say("By area"),
        [
            (words.say("Name"), 40),
            (words.say("Clubs"), 9),
            (words.say("Clubs in"), 9),
            (words.say("Months due"), 10),
            (words.say("Months closed"), 10),
            *heads,
        ],
        [_line(each) for each in found.below],
    )
    _write_targets(words, found, drawing)
    _write_clubs(words, found, drawing)


def _write_targets(words: Words, found: RollUp, drawing: Drawing) -> None:
    drawing.sheet(
        words.say("Targets"),
        [(words.say("Target"), 46), (words.say("Reached"), 14), ("2025–2030", 20),
         ("2030–2035", 20), (words.say("Source"), 26)],
        _targets(words, found),
    )  # fmt: skip


def _write_clubs(words: Words, found: RollUp, drawing: Drawing) -> None:
    write_praise(words, found, drawing)
    drawing.sheet(
        words.say("Gone quiet"),
        [(words.say("Club"), 40), (words.say("Commune"), 28), (words.say("Closed last"), 20)],
        [(each.club, each.commune, months_said(words, each.last)) for each in found.quiet],
    )


def _figures(words: Words, found: RollUp) -> Iterable[Sequence[Cell]]:
    for each in INDICATORS:
        open_ = found.open_months.get(each.code)
        yield (
            rollup_indicator.write(words, code=each.code),
            _number(each.unit, each.over, found.whole.value(each)),
            ("number", found.whole.hidden(each)),
            _number(each.unit, each.over, found.before.value(each)),
            _number(each.unit, each.over, open_),
            rule_of(words, each.over.value),
        )


def _line(line: Line) -> Sequence[Cell]:
    of = line.counted
    counts = (of.clubs, of.complete, of.expected, of.closed)
    values = [_number(each.unit, each.over, line.value(each)) for each in INDICATORS]
    return (line.name, *(("number", each) for each in counts), *values)


def _targets(words: Words, found: RollUp) -> Iterable[Sequence[Cell]]:
    for each in targets(found):
        unit = Unit.PERCENT if each.is_percent else Unit.COUNT
        yield (
            target.write(words, code=each.code.value),
            _number(unit, Over.LAST, each.value),
            aim_said(words, each.first, percent=each.is_percent),
            aim_said(words, each.second, percent=each.is_percent),
            each.source,
        )


def _number(unit: Unit, over: Over, value: int | None) -> Cell:
    if value is None:
        return None
    if over is Over.MEAN:
        return "hundredths", value / 100
    if unit is Unit.PERCENT:
        return "percent", value / 100
    if unit is Unit.MINUTES:
        return "tenths", value / 60
    return "number", value
