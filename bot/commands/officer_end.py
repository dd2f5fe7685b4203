"""`lien officer end AREA [--person N]`: the officers of an area; one of them is none any more."""

import argparse

from bot.commands.area_changed import changed
from bot.commands.area_named import area_called
from bot.settings import Settings, WrongSetting
from storage.changes.members.appoint_officer import end_officer
from storage.queries.members.officers import officers_in


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("area", metavar="AREA", help="number or name: “Việt Nam”, “Hà Nội / Xã X”")
    parser.add_argument("--person", type=int, metavar="N", help="whose office ends, by number")
    parser.epilog = "Without --person the area's officers are listed, and nothing is changed."


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    with changed(settings, None) as (db, day):
        area = area_called(db, asked.area, day)
        if asked.person is not None:
            if not end_officer(db, area.id, asked.person, day):
                raise WrongSetting(f"{asked.person} is no officer of {area.name}")
            print(f"{asked.person} is no officer of {area.name} any more")
        left = officers_in(db, area.id, day)
    for number, name, since in left:
        print(f"{number}  {name}, since {since}")
    if not left:
        print(f"{area.name} has no officer; lien officer new makes a link for one")
    return 0
