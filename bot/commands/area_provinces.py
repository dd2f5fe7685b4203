"""`lien area provinces`: the 34 provinces and cities since July 2025."""

import argparse

from bot.commands.area_changed import changed, from_day
from bot.settings import Settings
from storage.changes.members.areas import add_provinces


def arguments(parser: argparse.ArgumentParser) -> None:
    from_day(parser)


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    with changed(settings, asked.day) as (db, day):
        print(f"{add_provinces(db, day)} provinces were missing and are there now")
    return 0
