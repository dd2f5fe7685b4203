"""What is said about a file that a club comes in from: why not, and which rows are wrong."""

from collections.abc import Callable, Mapping, Sequence

from club.calendar import Month
from club.importing import RowFault
from club.money import Money
from messages.joining.import_faults import SENTENCES
from messages.sheets.columns import HEADINGS
from messages.sheets.examples import example
from messages.sheets.sheet import MOST_ROWS, Why
from messages.wording import Words

Sentence = Callable[[Words], str]

_UNREADABLE: Mapping[Why, Sentence] = {
    Why.EMPTY: lambda w: w.say("There is nothing in this file."),
    Why.TOO_LARGE: lambda w: w.say(
        "This file is larger than 5 MB. Please take out the pictures, or cut it in two."
    ),
    Why.TOO_LARGE_UNPACKED: lambda w: w.say(
        "Unpacked, this file is larger than 100 MB, so it was not opened."
    ),
    Why.TOO_MANY_ROWS: lambda w: w.say(
        "This file has more than {most} rows. Please cut it in two.", most=str(MOST_ROWS)
    ),
    Why.MACROS: lambda w: w.say(
        "There are programs (macros) in this file, so it was not opened. Please save it as an "
        "ordinary workbook (.xlsx)."
    ),
    Why.LINKS: lambda w: w.say(
        "This file takes figures from other files, so it was not opened. Please copy the figures "
        "into it as values."
    ),
    Why.ENTITIES: lambda w: w.say(
        "There is something in this file that no list needs and that can do harm, so it was not "
        "opened. Please copy the list into a new file."
    ),
    Why.PASSWORD: lambda w: w.say(
        "This file is locked with a password. Please save it once more without one."
    ),
    Why.OLD_EXCEL: lambda w: w.say(
        "This file is of an old kind (.xls). Please open it and save it as .xlsx."
    ),
    Why.OPEN_DOCUMENT: lambda w: w.say(
        "This file is of another kind (.ods). Please open it and save it as .xlsx."
    ),
    Why.PDF: lambda w: w.say("This is a PDF, not a list. Please send the list as .xlsx or .csv."),
    Why.PICTURE: lambda w: w.say(
        "This is a picture, not a list. Please send the list as .xlsx or .csv."
    ),
    Why.OTHER_FILE: lambda w: w.say(
        "This file is not a list that can be read. Please save the list as .xlsx or .csv."
    ),
    Why.DAMAGED: lambda w: w.say(
        "This file is damaged. Please open it and save it once more as .xlsx."
    ),
    Why.LETTERS: lambda w: w.say(
        "The letters of this file cannot be read. Please save it as .xlsx."
    ),
    Why.OLD_FONT: lambda w: w.say(
        "The letters of this file are of an old font (TCVN3, .VnTime). Please change them to "
        "Unicode first, for instance with Unikey."
    ),
    Why.NO_SHEET: lambda w: w.say(
        "No list was found in this file. Over the columns there should stand names such as "
        "{names}. An empty form: lien members import --template FILE.xlsx",
        names=_usual_names(w),
    ),
}


def unreadable(words: Words, why: Why) -> str:
    """Why a file was not taken."""
    return _UNREADABLE[why](words)


def _usual_names(words: Words) -> str:
    first = list(HEADINGS.values())[:3]
    return ", ".join(f"“{each.said(words.language)}”" for each in first)


def fault_line(words: Words, fault: RowFault) -> str:
    """Sheet, row, column, and what is wrong there."""
    column = fault.column
    values = {key: _shown(words, value) for key, value in fault.values.items()}
    if column is None:
        where = words.say("{sheet}, row {row}", sheet=fault.at.sheet, row=str(fault.at.row))
    else:
        values["example"] = example(column, words.language)
        where = words.say(
            "{sheet}, row {row}, {column}",
            sheet=fault.at.sheet,
            row=str(fault.at.row),
            column=f"“{HEADINGS[column].said(words.language)}”",
        )
    return f"{where}: {SENTENCES[fault.reason](words, values)}"


def _shown(words: Words, value: object) -> str:
    """A value as words; several readings with "or" between them."""
    if isinstance(value, list):
        return words.say(" or ").join(_shown(words, each) for each in value)
    if isinstance(value, Money | Month):
        return words.say("{value}", value=value)
    return str(value)


def more_faults(words: Words, count: int) -> str:
    return words.plural("… and one more like these", "… and {count} more like these", count)


def nothing_imported(words: Words, count: int) -> str:
    """Closes the list of what is wrong."""
    return words.plural(
        "One thing is wrong, so nothing was taken over.",
        "{count} things are wrong, so nothing was taken over.",
        count,
    )


def not_read(words: Words, names: Sequence[str]) -> str:
    return words.say("Not read: {names}", names="; ".join(names))


def formulas(words: Words, count: int) -> str:
    return words.plural(
        "One cell is a formula: I took the value it had when the file was saved.",
        "{count} cells are formulas: I took the values they had when the file was saved.",
        count,
    )
