"""`lien summary CLUB 2026-10`: a month of a club in figures."""

import argparse
import json
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.commands.existing import club_called, existing_store
from bot.settings import Settings, WrongSetting
from club.calendar import Month, day_in_zone
from messages.summary_forms import summary_json, summary_text
from messages.wording import Words
from storage.queries.summary import ClubMonth, club_month


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("club", metavar="CLUB", help="its number, join code, or part of its name")
    parser.add_argument("month", metavar="MONTH", type=_month, help="for example 2026-10")
    parser.add_argument("--as", dest="form", choices=("text", "json"), default="text")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="instead of the screen")


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    with existing_store(settings) as store, store.reading() as db:
        club = club_called(db, asked.club)
        today = day_in_zone(Clock().now(), ZoneInfo(club.timezone))
        found = club_month(db, club.id, asked.month, today)
    if found is None:
        raise WrongSetting(
            f"{club.name} has no {asked.month}: the month is before its founding or still to come"
        )
    _put(_written(found, asked.form, settings.language), asked.output)
    return 0


def _written(found: ClubMonth, form: str, language: str) -> str:
    if form == "text":
        return summary_text(Words(language), found.club_name, found.summary)
    value = summary_json(found.club_name, found.summary)
    return json.dumps(value, ensure_ascii=False, indent=2)


def _put(text: str, file: Path | None) -> None:
    if file is None:
        print(text)
        return
    try:
        file.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise WrongSetting(f"{file} cannot be written: {error.strerror}") from None


def _month(text: str) -> Month:
    try:
        return Month.parse(text)
    except ValueError:
        raise argparse.ArgumentTypeError("a month is written like 2026-10") from None
