"""`lien officer new AREA`: prints a link that makes whoever takes it officer of the area."""

import argparse
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.commands.area_changed import changed
from bot.commands.area_named import area_called
from bot.commands.club_new import to_send, way_in
from bot.settings import Settings, WrongSetting
from storage.changes.members.appoint_officer import invite_officer


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("area", metavar="AREA", help="number or name: “Việt Nam”, “Hà Nội / Xã X”")


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    with changed(settings, None) as (db, day):
        area = area_called(db, asked.area, day)
        if area.valid_to is not None:
            raise WrongSetting(f"{area.name} is no more since {area.valid_to}")
        link = invite_officer(db, area.id, Clock().now())
    ends = link.ends_at.astimezone(ZoneInfo(settings.timezone))
    print(f"For the officer of {area.name}; works once, until {ends:%d/%m/%Y %H:%M}:")
    print(f"  {to_send(way_in(settings), link.carried, link.carried)}")
    return 0
