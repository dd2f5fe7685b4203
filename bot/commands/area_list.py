"""`lien area list`: the areas of today with how many clubs lie in each."""

import argparse
from collections import Counter
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.commands.area_named import area_called, clubs_said
from bot.commands.existing import existing_store
from bot.settings import Settings
from club.calendar import day_in_zone
from storage.queries.figures.rollup_clubs import placed_clubs
from storage.queries.members.areas import AreaMap


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("area", metavar="AREA", nargs="?", help="only what lies in this area")
    parser.add_argument("--ended", action="store_true", help="merged communes too")


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    today = day_in_zone(Clock().now(), ZoneInfo(settings.timezone))
    with existing_store(settings) as store, store.reading() as db:
        lines = AreaMap(db, today)
        top = area_called(db, asked.area, today) if asked.area else lines.country()
        if top is None:
            print("There is no area yet: lien area provinces")
            return 0
        clubs = Counter(each.commune_id for each in placed_clubs(db, None, today))
        _show(lines, top.id, clubs, depth=0, ended=asked.ended)
    return 0


def _show(lines: AreaMap, number: int, clubs: Counter[int], *, depth: int, ended: bool) -> None:
    area = lines.all[number]
    if area.valid_to is not None and not ended:
        return
    many = sum(clubs[each] for each in lines.communes_of(number))
    became = "" if area.became is None else f" → {lines.all[area.became].name}"
    until = "" if area.valid_to is None else f" (until {area.valid_to}{became})"
    print(f"{'  ' * depth}{number}  {area.name}{until}: {clubs_said(many)}")
    for each in sorted(lines.children(number), key=lambda one: one.name):
        _show(lines, each.id, clubs, depth=depth + 1, ended=ended)
