"""`lien summary CLUB 2026-10`: a month of a club in figures."""

import argparse
import json
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.commands.existing import club_called, existing_store
from bot.commands.saved import form_arguments, put, save
from bot.settings import Settings, WrongSetting
from club.calendar import Month, day_in_zone
from handlers.money.counts_said import counts_said
from messages.figures.summary_forms import summary_json, summary_text
from messages.moments import Moment
from messages.papers.kinds import drawn
from messages.papers.summaries import PAPERS_OF_A_MONTH, MonthForPaper
from messages.papers.summary_workbook import kept_books
from messages.wording import Words
from storage.queries.figures.summary import ClubMonth
from storage.queries.figures.summary_papers import month_on_paper
from storage.queries.money.books_listed import books_listed

FORMS = ("text", "json", *PAPERS_OF_A_MONTH)


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("club", metavar="CLUB", help="its number, join code, or part of its name")
    parser.add_argument("month", metavar="MONTH", type=_month, help="for example 2026-10")
    form_arguments(parser, FORMS)


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    with existing_store(settings) as store, store.reading() as db:
        club = club_called(db, asked.club)
        today = day_in_zone(Clock().now(), ZoneInfo(club.timezone))
        on_paper = month_on_paper(db, club.id, asked.month, today)
        if on_paper is None:
            raise WrongSetting(
                f"{club.name} has no {asked.month}: the month is before its founding or "
                "still to come"
            )
        words = Words(settings.language)
        if asked.form not in PAPERS_OF_A_MONTH:
            counts = counts_said(db, club.id, on_paper.found.summary)
            put(_written(on_paper.found, counts, asked.form, words), asked.output)
            return 0
        made_of = MonthForPaper(
            club=on_paper.found.club_name,
            commune=on_paper.commune,
            chair=on_paper.chair,
            bookkeeper=on_paper.bookkeeper,
            day=today,
            summary=on_paper.found.summary,
            for_board=True,
            books=lambda: kept_books(books_listed(db, club.id, asked.month)),
        )
        file = drawn(PAPERS_OF_A_MONTH[asked.form](made_of), words)
    save(file, asked.output)
    return 0


def _written(found: ClubMonth, counts: Sequence[Moment], form: str, words: Words) -> str:
    if form == "text":
        return summary_text(words, found.club_name, found.summary, counts)
    value = summary_json(found.club_name, found.summary)
    return json.dumps(value, ensure_ascii=False, indent=2)


def _month(text: str) -> Month:
    try:
        return Month.parse(text)
    except ValueError:
        raise argparse.ArgumentTypeError("a month is written like 2026-10") from None
