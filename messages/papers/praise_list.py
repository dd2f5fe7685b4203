"""The short list of clubs for praise with the reasons, to hand in: a sheet, a workbook."""

import io
from datetime import date, datetime

from club.rollup.totals import Level, RollUp, Standing
from messages.figures.praise import said_of, was_congratulated
from messages.figures.rollup import counted_line
from messages.figures.rollup_clubs import criteria_others, criteria_said
from messages.figures.rollup_kept import rollup_of
from messages.figures.rollup_names import criterion, span_name
from messages.formats import short_day
from messages.moments import written
from messages.papers.kinds import Drawn, paper
from messages.papers.rollup_drawing import SAFE, Drawing
from messages.papers.sheets import Column, Heading, Section, Sheet, Table, printed
from messages.papers.summary_workbook import XLSX
from messages.wording import Words, capital


@paper("praise_sheet")
def praise_sheet(words: Words, *, rollup: str, day: date) -> Drawn:
    """`rollup` as messages.figures.rollup_kept writes it; `day`: on which it was asked for."""
    found = rollup_of(rollup)
    criteria = written(criteria_said(), words), *written(criteria_others(), words).splitlines()
    sheet = Sheet(
        title=words.say("CLUBS FOR PRAISE"),
        heading=Heading(
            club=words.say("Association of the Elderly"), commune=found.whole.name, day=day
        ),
        under_title=(
            capital(span_name.write(words, span=str(found.span))),
            found.above or found.whole.name,
            written(counted_line(found.whole), words),
        ),
        sections=(
            Section(words.say("1. By which criteria"), criteria),
            Section(words.say("2. Clubs, with the reasons"), (), praise_table(words, found)),
        ),
        signatures=((words.say("Made by"), ""), (words.say("For the Association"), "")),
        landscape=True,
    )
    return printed(sheet, words, f"{praise_file(words)}-{found.span}.pdf")


@paper("praise_workbook")
def praise_workbook(words: Words, *, rollup: str, day: date) -> Drawn:
    """`rollup` as messages.figures.rollup_kept writes it."""
    # Nobody else needs it, and a program that starts fast reads few files.
    from xlsxwriter import Workbook  # noqa: PLC0415

    found = rollup_of(rollup)
    out = io.BytesIO()
    workbook = Workbook(out, dict(SAFE))
    title = f"{words.say('Clubs for praise')}, {span_name.write(words, span=str(found.span))}"
    created = datetime(day.year, day.month, day.day)  # noqa: DTZ001 – a sheet's days have no zone
    workbook.set_properties({"title": title, "created": created})
    said = written(counted_line(found.whole), words)
    made = words.say("made on {day}", day=short_day(day))
    about = " · ".join(each for each in (found.whole.name, found.above, said, made) if each)
    write_praise(words, found, Drawing(workbook, title, about))
    workbook.close()
    return Drawn(out.getvalue(), f"{praise_file(words)}-{found.span}.xlsx", XLSX, title)


def praise_file(words: Words) -> str:
    """What files of the list begin with."""
    return "praise" if words.language == "en" else "khen-thuong"


def write_praise(words: Words, found: RollUp, drawing: Drawing) -> None:
    """The list as one sheet of a workbook."""
    heads = [
        (words.say("Club"), 40),
        (words.say("Commune"), 28),
        (words.say("Reasons"), 70),
        (words.say("People named"), 60),
        (words.say("Congratulated"), 16),
    ]
    rows = [
        (
            each.club,
            each.commune,
            reasons(words, each),
            people(words, each),
            words.say("yes") if each.is_congratulated else "",
        )
        for each in found.stand_out
    ]
    drawing.sheet(words.say("For praise"), heads, rows)


def praise_table(words: Words, found: RollUp) -> Table | None:
    """The list as it is printed; None where there is nobody."""
    if not found.stand_out:
        return None
    in_commune = found.whole.level is Level.COMMUNE
    names_people = any(people(words, each) for each in found.stand_out)
    columns = [
        Column(words.say("Row"), "11mm", "center"),
        Column(words.say("Club")),
        *([] if in_commune else [Column(words.say("Commune"), "32mm")]),
        Column(words.say("Reasons"), "104mm"),
        *([Column(words.say("People named"), "54mm")] if names_people else []),
    ]
    rows = [
        [
            str(number),
            _club(words, each),
            *([] if in_commune else [each.commune]),
            reasons(words, each),
            *([people(words, each)] if names_people else []),
        ]
        for number, each in enumerate(found.stand_out, start=1)
    ]
    return Table(columns, rows)


def _club(words: Words, of: Standing) -> str:
    if not of.is_congratulated:
        return of.club
    return f"{of.club} ({written(was_congratulated(), words)})"


def reasons(words: Words, of: Standing) -> str:
    """The criteria that the club meets."""
    return ", ".join(criterion.write(words, code=each) for each in of.criteria)


def people(words: Words, of: Standing) -> str:
    """Whom the club named, one after the other."""
    return "; ".join(written(said_of(each), words) for each in of.people)
