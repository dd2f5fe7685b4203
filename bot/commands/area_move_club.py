"""`lien area move-club CLUB COMMUNE`: a club lies in another commune from a day on."""

import argparse

from bot.commands.area_changed import changed, from_day
from bot.commands.area_named import area_called, path
from bot.commands.existing import club_called
from bot.settings import Settings
from storage.changes.members.areas import move_club
from storage.queries.members.areas import AreaMap


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("club", metavar="CLUB", help="its number, join code, or part of its name")
    parser.add_argument("commune", metavar="COMMUNE", help="number or name: “Hà Nội / Xã X”")
    from_day(parser)
    parser.epilog = "Roll-ups of earlier months keep the club where it lay then."


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    with changed(settings, asked.day) as (db, day):
        club = club_called(db, asked.club)
        commune = area_called(db, asked.commune, day)
        move_club(db, club.id, commune.id, day=day)
        lines = AreaMap(db, day)
        print(f"{club.name} lies in {path(lines, commune)}, from {day}")
    return 0
