"""All papers of a roll-up, by the word they are asked for with."""

from collections.abc import Callable
from datetime import date

from club.rollup.totals import RollUp
from messages.figures.rollup_kept import rollup_kept
from messages.papers.kinds import Paper
from messages.papers.praise_list import praise_sheet, praise_workbook
from messages.papers.rollup_picture import rollup_picture
from messages.papers.rollup_sheet import rollup_sheet
from messages.papers.rollup_workbook import rollup_workbook

PAPERS_OF_A_ROLLUP: dict[str, Callable[[RollUp, date], Paper]] = {
    "png": lambda found, day: rollup_picture(rollup=rollup_kept(found)),
    "pdf": lambda found, day: rollup_sheet(rollup=rollup_kept(found), day=day),
    "xlsx": lambda found, day: rollup_workbook(rollup=rollup_kept(found), day=day),
}

LISTS_FOR_PRAISE: dict[str, Callable[[RollUp, date], Paper]] = {
    "list_pdf": lambda found, day: praise_sheet(rollup=rollup_kept(found), day=day),
    "list_xlsx": lambda found, day: praise_workbook(rollup=rollup_kept(found), day=day),
}
"""The short list of clubs for praise alone."""
