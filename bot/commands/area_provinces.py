"""`lien area provinces`: the 34 provinces and cities since July 2025."""

import argparse

from bot.commands.area_changed import changed, from_day
from bot.settings import Settings
from storage.changes.members.areas import add_provinces


def arguments(parser: argparse.ArgumentParser) -> None:
    from_day(parser)


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    with changed(settings, asked.day, may_be_new=True) as (db, day):
        print(_said(add_provinces(db, day)))
    return 0


def _said(added: int) -> str:
    if added == 0:
        return "All provinces are there already"
    if added == 1:
        return "1 province was missing and is there now"
    return f"{added} provinces were missing and are there now"
