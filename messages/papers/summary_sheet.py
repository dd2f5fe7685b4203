"""The month on paper, to print and sign: the official heading, all indicators, the norms."""

from collections.abc import Iterator
from datetime import date

from club.summary import OLDER_FROM, MonthlySummary
from club.summary.figures import Figures
from club.summary.groups import is_quiet, without_nothing
from club.summary.indicators import Measure, Subject, measures
from club.summary.norms import SelfCheck, self_check
from messages.figures.summary_kept import summary_of
from messages.figures.summary_names import name_of, subject_name, written_value
from messages.figures.summary_norms import aim_of, title_of, value_of
from messages.figures.summary_nothing import nothing_at_all, nothing_of
from messages.formats import short_day
from messages.moments import written
from messages.papers.kinds import Drawn, paper
from messages.papers.sheets import Column, Heading, Section, Sheet, Table, printed
from messages.units import goods_in_words, work_in_words
from messages.wording import Words, capital


@paper("summary_sheet")
def summary_sheet(
    words: Words, *, club: str, commune: str, day: date, chair: str, bookkeeper: str, summary: str
) -> Drawn:
    """`summary` as messages.figures.summary_kept writes it; `day`: on which it was asked for."""
    month = summary_of(summary)
    sheet = Sheet(
        title=words.say("MONTHLY SUMMARY"),
        heading=Heading(club=club, commune=commune, day=day),
        under_title=(
            capital(words.shown(month.month)),
            _state(words, month),
            words.say("(sums in đồng)"),
        ),
        sections=tuple(_sections(words, month)),
        signatures=((words.say("Bookkeeper"), str(bookkeeper)), (words.say("Chair"), str(chair))),
    )
    name = "summary" if words.language == "en" else "bao-cao"
    return printed(sheet, words, f"{name}-{month.month}.pdf")


def _state(words: Words, summary: MonthlySummary) -> str:
    if summary.is_closed:
        return words.say("The month is closed. Closing code: {code}", code=summary.closing_code)
    if not summary.is_over:
        return words.say(
            "Up to {day}; the month is not closed.", day=short_day(summary.figures.until)
        )
    return words.say("The month is not closed yet.")


def _sections(words: Words, summary: MonthlySummary) -> Iterator[Section]:
    listed = measures(summary.figures, summary.before)
    quiet = is_quiet(summary.figures)
    for number, subject in enumerate(Subject, start=1):
        title = f"{number}. {written(subject_name(subject=subject.value), words)}"
        about = [each for each in listed if each.subject is subject]
        rows, empty = without_nothing(about, in_groups=quiet)
        beside = tuple(_beside(words, subject, summary.figures))
        if rows:
            below = tuple(filter(None, [nothing_of(words, empty)]))
            yield Section(title, beside, _table(words, summary, rows), below)
        else:
            line = nothing_at_all(words, subject)
            yield Section(title, beside or (line,), runs_on=not beside)
    title = words.say("5. Compared with the national norms")
    yield Section(title, *_norms(words, summary.figures))


def _table(words: Words, summary: MonthlySummary, rows: list[Measure]) -> Table:
    """The month before only where the club has one."""
    before = [] if summary.before is None else [summary.month.previous()]
    columns = [
        Column(words.say("Row"), "11mm", "center"),
        Column(words.say("Indicator")),
        *(Column(capital(words.shown(each)), "34mm", "right") for each in (summary.month, *before)),
    ]
    cells = [_row(words, number, each) for number, each in enumerate(rows, start=1)]
    return Table(columns, [each[: len(columns)] for each in cells])


def _row(words: Words, number: int, each: Measure) -> list[str]:
    name = written(name_of(each), words)
    values = [written_value(each.unit, value) for value in (each.value, each.before)]
    return [str(number), name, *values]


def _beside(words: Words, subject: Subject, figures: Figures) -> Iterator[str]:
    """Gifts that are no money stand as a line above the sums."""
    gifts = figures.golden_heart
    if subject is not Subject.MONEY:
        return
    goods = [
        goods_in_words(words, each.item, int(each.quantity * 1000), each.unit)
        for each in gifts.goods
    ]
    if gifts.working_days:
        goods.append(work_in_words(words, int(gifts.working_days * 1000)))
    if goods:
        yield words.say("Golden Heart book, in goods: {goods}.", goods="; ".join(goods))


def _norms(words: Words, figures: Figures) -> tuple[tuple[str, ...], Table | None]:
    """A row for each that is known; of a quiet month only for what there is something of."""
    quiet = is_quiet(figures)
    rows, not_known, nothing = [], [], []
    for each in self_check(figures):
        if quiet and each.first.older_from != OLDER_FROM:
            continue
        name = written(title_of(each.first), words)
        if each.first.value is None:
            not_known.append(name)
        elif quiet and not each.first.value:
            nothing.append(name)
        else:
            rows.append(_norm(words, name, each))
    lines = []
    if nothing:
        lines.append(words.say("Not reached yet: {things}.", things="; ".join(nothing)))
    if not_known:
        lines.append(words.say("Not known: {things}.", things="; ".join(not_known)))
    return tuple(lines), Table(_norm_columns(words), rows) if rows else None


def _norm_columns(words: Words) -> list[Column]:
    return [
        Column(words.say("Indicator")),
        Column(words.say("Reached"), "33mm", "right"),
        Column("2025–2030", "34mm", "center"),
        Column("2030–2035", "30mm", "center"),
        Column(words.say("Source"), "28mm", "center"),
    ]


def _norm(words: Words, name: str, check: SelfCheck) -> list[str]:
    """The source without its year: its number is clear enough, and the row stays one line."""
    said = [value_of(check.first), aim_of(check.first), aim_of(check.second)]
    source = check.first.source.partition(" (")[0]
    return [name, *(written(each, words) for each in said), source]
