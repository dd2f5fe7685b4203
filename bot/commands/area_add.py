"""`lien area add PARENT NAME`: a new province or commune."""

import argparse

from bot.commands.area_changed import changed, from_day
from bot.commands.area_named import area_called, area_written, path, province_written
from bot.settings import Settings, WrongSetting
from club.rollup.totals import Level
from messages.understand.plain import plain
from storage.changes.members.areas import add_area
from storage.queries.members.areas import AreaMap

_BELOW = {Level.COUNTRY: Level.PROVINCE, Level.PROVINCE: Level.COMMUNE}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("parent", metavar="PARENT", help="the area it lies in")
    parser.add_argument("name", metavar="NAME", help="for example: Xã Mỹ Đức")
    from_day(parser)


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    with changed(settings, asked.day) as (db, day):
        parent = area_called(db, asked.parent, day)
        level = _BELOW.get(parent.level)
        if level is None:
            raise WrongSetting(f"{parent.name} is a commune: nothing lies below it but clubs")
        written = province_written if level is Level.PROVINCE else area_written
        there = (each.name for each in AreaMap(db, day).children(parent.id))
        name = written(there, plain(asked.name))
        number = add_area(db, parent.id, level, name, day=day)
        lines = AreaMap(db, day)
        print(f"{number}  {path(lines, lines.all[number])}")
    return 0
