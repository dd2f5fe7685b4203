"""A person's own data on paper, and as a file for a machine.

Nothing of it lies in the message: it is read when it goes out, and whether whoever hears it may
have it is asked then.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from club.calendar import VIETNAM, day_in_zone
from club.personal_data.held import Purpose, Seen
from club.personal_data.register import REGISTER
from messages.formats import clock, figures, phone, short_day
from messages.own.my_data_codes import purpose_in_words, seen_in_words
from messages.own.my_data_labels import column_labels, table_labels, table_titles
from messages.own.my_data_values import in_words
from messages.papers.kinds import Drawn, Paper
from messages.papers.sheets import Heading, Section, Sheet, printed
from messages.sums import quantity
from messages.units import unit_in_words
from messages.wording import Words, capital

NAME = "my_data"
JSON = "application/json"
VERSION = 1
MOST_ROWS = 60
# Readable to programs alone: they stand whole in the other file.
FOR_MACHINES = {"dialogues", "outbox", "postings", "web_files", "web_photos", "audit"}
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_SUMS = {"amount", "principal", "interest", "fee", "gift", "carried"}


@dataclass(frozen=True, slots=True)
class _Cell:
    """Where a value stands, and what stands beside it."""

    table: str
    column: str
    row: Mapping[str, Any]


class HerData(Protocol):
    """What is told: by table, the rows about her."""

    @property
    def person_id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def club(self) -> str: ...
    @property
    def on(self) -> date: ...
    @property
    def tables(self) -> Mapping[str, list[Mapping[str, Any]]]: ...
    @property
    def printed(self) -> bool: ...


def my_data_paper(person_id: int, form: str) -> Paper:
    """For `Card.papers`: "pdf" to read, or "json" for a machine."""
    return Paper(NAME, 1, {"person": person_id, "form": form})


def drawn_data(found: HerData, form: str, words: Words) -> Drawn:
    """The file; takes its time."""
    return _as_json(found, words) if form == "json" else _as_pdf(found, words)


def _as_json(found: HerData, words: Words) -> Drawn:
    """Each table with its rows; beside them why they are kept and who sees them."""
    tables = {
        name: {
            "purpose": REGISTER[name].purpose.value,
            "seen_by": REGISTER[name].seen.value,
            "kept": REGISTER[name].kept.value,
            "days": None if (term := REGISTER[name].term) is None else term.days,
            "rows": [dict(row) for row in rows],
        }
        for name, rows in found.tables.items()
    }
    whole = {
        "version": VERSION,
        "person": found.person_id,
        "on": found.on.isoformat(),
        "tables": tables,
    }
    content = json.dumps(whole, ensure_ascii=False, indent=1).encode()
    return Drawn(content, "du-lieu-cua-toi.json", JSON, words.say("Your data, for a machine"))


def _as_pdf(found: HerData, words: Words) -> Drawn:
    sheet = Sheet(
        title=words.say("PERSONAL DATA"),
        heading=Heading(club=found.club or "Liên", commune="", day=found.on),
        under_title=(found.name, words.say("Everything that Liên keeps, as of this day")),
        sections=tuple(_sections(words, found)),
        signatures=((words.say("Received by"), found.name),) if found.printed else (),
        letters_points=11,
    )
    return printed(sheet, words, "du-lieu-cua-toi.pdf")


def _sections(words: Words, found: HerData) -> Iterator[Section]:
    for purpose in Purpose:
        names = [name for name in found.tables if REGISTER[name].purpose is purpose]
        if names:
            yield Section(purpose_in_words(words, purpose).upper())
        for name in names:
            yield _section(words, name, found.tables[name])
    if found.printed:
        yield Section(
            "",
            (
                words.say(
                    "Only the person who measured can read these health figures; please ask there."
                ),
            ),
        )


def _section(words: Words, name: str, rows: Sequence[Mapping[str, Any]]) -> Section:
    """The newest rows; what is too much to read stands in the other file, whole."""
    held = REGISTER[name]
    title = f"{table_titles(words).get(name, name)} ({len(rows)})"
    if held.seen is Seen.NOBODY or name in FOR_MACHINES:
        line = words.say("All of it stands in the file for a machine.")
        return Section(title, (line,), runs_on=True)
    lines = [f"• {line}" for row in rows[-MOST_ROWS:] if (line := _line(words, name, row))]
    more = len(rows) - MOST_ROWS
    if more > 0:
        lines.insert(0, words.say("{count} older ones stand in the other file.", count=str(more)))
    return Section(title, (capital(seen_in_words(words, held.seen)), *lines))


def _line(words: Words, table: str, row: Mapping[str, Any]) -> str:
    if table == "web_messages":
        return _said(words, row)
    labels = column_labels(words) | table_labels(words).get(table, {})
    said = (
        f"{labels[name]}: {written}"
        for name, value in row.items()
        if name in labels and (written := _written(words, _Cell(table, name, row), value))
    )
    return "; ".join(said)


def _said(words: Words, row: Mapping[str, Any]) -> str:
    """A line of the talk: when, who, what."""
    at = datetime.fromisoformat(row["at"]).astimezone(VIETNAM)
    when = f"{short_day(at.date())} {clock(at.time(), words.language)}"
    who = words.say("You") if row["from_person"] else "Liên"
    return f"{when}, {who}: {row['text'] or row['file_name']}"


def _written(words: Words, cell: _Cell, value: Any) -> str:
    match value:
        case None | "" | [] | dict():
            return ""
        case bool():
            return words.say("yes") if value else words.say("no")
        case int():
            return _counted(words, cell, value)
        case list():
            return ", ".join(_written(words, cell, each) for each in value)
        case str() if (told := in_words(words, cell.table, cell.column, value)) is not None:
            return told
    return _day_in(str(value)) or (phone(value) if cell.column == "phone" else str(value))


def _counted(words: Words, cell: _Cell, value: int) -> str:
    if cell.column == "quantity_thousandths":
        unit = unit_in_words(words, str(cell.row["unit"] or ""), value)
        return f"{quantity(value)} {unit}".strip()
    return f"{figures(value)} đồng" if cell.column in _SUMS else str(value)


def _day_in(text: str) -> str:
    """A day, month or instant as people write it, in Việt Nam; "" for other text."""
    if month := _MONTH.fullmatch(text):
        return f"{int(month[2])}/{month[1]}"
    try:
        if "T" in text:
            return short_day(day_in_zone(datetime.fromisoformat(text), VIETNAM))
        return short_day(date.fromisoformat(text))
    except ValueError:
        return ""
