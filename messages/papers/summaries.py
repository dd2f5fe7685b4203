"""All papers of a month, by the word they are asked for with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from club.summary import MonthlySummary
from messages.figures.summary_kept import kept
from messages.papers.kinds import Paper
from messages.papers.summary_picture import summary_picture
from messages.papers.summary_sheet import summary_sheet
from messages.papers.summary_workbook import summary_workbook


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthForPaper:
    """What the papers of a month are made of; `books` as messages.papers.summary_workbook has
    them, asked for only where they are needed.
    """

    club: str
    commune: str
    chair: str
    bookkeeper: str
    day: date
    summary: MonthlySummary
    for_board: bool
    books: Callable[[], str]


PAPERS_OF_A_MONTH: dict[str, Callable[[MonthForPaper], Paper]] = {
    "png": lambda of: summary_picture(
        club=of.club, summary=kept(of.summary), for_board=of.for_board
    ),
    "pdf": lambda of: summary_sheet(
        club=of.club,
        commune=of.commune,
        day=of.day,
        chair=of.chair,
        bookkeeper=of.bookkeeper,
        summary=kept(of.summary),
    ),
    "xlsx": lambda of: summary_workbook(
        club=of.club,
        commune=of.commune,
        day=of.day,
        summary=kept(of.summary),
        books=of.books(),
    ),
}
