"""`lien rollup AREA 2026-10`: closed months of an area added up."""

import argparse
import json
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.commands.area_named import area_called
from bot.commands.existing import existing_store
from bot.commands.saved import form_arguments, put, save
from bot.settings import Settings, WrongSetting
from club.calendar import Month, day_in_zone
from club.spans import Span
from messages.figures.rollup_forms import rollup_json, rollup_text
from messages.papers.kinds import drawn
from messages.papers.rollups import PAPERS_OF_A_ROLLUP
from messages.wording import Words
from storage.changes.figures.publish_month import publish_missing
from storage.queries.figures.rollup import roll_up

FORMS = ("text", "json", *PAPERS_OF_A_ROLLUP)
ON_PAPER = 1_000


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("area", metavar="AREA", help="number or name: “Việt Nam”, “Hà Nội / Xã X”")
    parser.add_argument(
        "span", metavar="PERIOD", type=_span, help="2026-10, 2026-Q3, 2026-H1 or 2026"
    )
    form_arguments(parser, FORMS)


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    today = day_in_zone(Clock().now(), ZoneInfo(settings.timezone))
    if asked.span.first > Month.of(today):
        raise WrongSetting(f"{asked.span} is still to come")
    words = Words(settings.language)
    with existing_store(settings) as store:
        store.change(publish_missing)
        with store.reading() as db:
            area = area_called(db, asked.area, min(asked.span.last.last_day, today))
            found = roll_up(db, area.id, asked.span, today, named=ON_PAPER)
    if asked.form in PAPERS_OF_A_ROLLUP:
        save(drawn(PAPERS_OF_A_ROLLUP[asked.form](found, today), words), asked.output)
    elif asked.form == "json":
        put(json.dumps(rollup_json(found, today), ensure_ascii=False, indent=2), asked.output)
    else:
        put(rollup_text(words, found), asked.output)
    return 0


def _span(text: str) -> Span:
    try:
        return Span.parse(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            "a period is written like 2026-10, 2026-Q3, 2026-H1 or 2026"
        ) from None
