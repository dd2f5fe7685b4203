"""`lien area merge AREA AREA … --as NAME`: several communes, or provinces, become one."""

import argparse

from bot.commands.area_changed import changed, from_day
from bot.commands.area_named import area_called, clubs_said
from bot.settings import Settings
from club.rollup.totals import Level
from messages.understand.plain import plain
from storage.changes.members.areas import merge_communes, merge_provinces


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "areas", metavar="AREA", nargs="+", help="communes or provinces, by number or name"
    )
    parser.add_argument("--as", dest="name", metavar="NAME", required=True, help="the new name")
    from_day(parser)


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    with changed(settings, asked.day) as (db, day):
        found = [area_called(db, each, day) for each in asked.areas]
        numbers = list(dict.fromkeys(each.id for each in found))
        merge = merge_provinces if found[0].level is Level.PROVINCE else merge_communes
        merged = merge(db, numbers, plain(asked.name), day=day)
        print(f"{merged.area_id}  {plain(asked.name)}, from {day}: {clubs_said(merged.clubs)}")
        if merged.officers:
            print(_ended(merged.officers, merged.area_id))
    return 0


def _ended(officers: int, area_id: int) -> str:
    if officers == 1:
        return (
            "1 officer of the old areas has ended; appoint anew whoever goes on: "
            f"lien officer new {area_id}"
        )
    return (
        f"{officers} officers of the old areas have ended; appoint them anew: "
        f"lien officer new {area_id}"
    )
