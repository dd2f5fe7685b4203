"""`lien area rename AREA NAME`: called so from a day on; what was keeps the old name."""

import argparse

from bot.commands.area_changed import changed, from_day
from bot.commands.area_named import area_called
from bot.settings import Settings
from messages.understand.plain import plain
from storage.changes.members.areas import rename_area


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("area", metavar="AREA", help="its number or name")
    parser.add_argument("name", metavar="NAME", help="the new name")
    from_day(parser)


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    with changed(settings, asked.day) as (db, day):
        area = area_called(db, asked.area, day)
        rename_area(db, area.id, plain(asked.name), day=day)
        print(f"{area.id}  {area.name} → {plain(asked.name)}, from {day}")
    return 0
