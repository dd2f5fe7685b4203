"""`lien area merge COMMUNE COMMUNE … --as NAME`: several communes become one."""

import argparse

from bot.commands.area_changed import changed, from_day
from bot.commands.area_named import area_called
from bot.settings import Settings
from messages.understand.plain import plain
from storage.changes.members.areas import merge_communes


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("communes", metavar="COMMUNE", nargs="+", help="number or name")
    parser.add_argument("--as", dest="name", metavar="NAME", required=True, help="the new name")
    from_day(parser)


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    with changed(settings, asked.day) as (db, day):
        numbers = list(dict.fromkeys(area_called(db, each, day).id for each in asked.communes))
        merged = merge_communes(db, numbers, plain(asked.name), day=day)
        print(f"{merged.area_id}  {plain(asked.name)}, from {day}: {merged.clubs} clubs")
        if merged.officers:
            print(
                f"{merged.officers} officers of the old communes have ended; appoint them anew: "
                f"lien officer new {merged.area_id}"
            )
    return 0
