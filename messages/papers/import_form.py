"""The form for a club's paper books, as a workbook to fill in."""

from messages.joining.import_form import guide
from messages.papers.kinds import Drawn, paper
from messages.wording import Words

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@paper("import_form")
def import_form(words: Words) -> Drawn:
    """The empty form in her language."""
    # What writes workbooks takes its time to load, and hardly any message needs it.
    from messages.sheets.form import form  # noqa: PLC0415

    name = "mau-so-giay.xlsx" if words.language == "vi" else "paper-books-form.xlsx"
    return Drawn(form(words), name, XLSX, guide(words)[0])
