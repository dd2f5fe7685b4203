"""`lien club link CLUB OFFICE`: a way back in for a board that has lost every other one.

Normally two of the board let the third in again from their own phones (Club rules, F.1); this is
for clubs in which no two are left who could.
"""

import argparse
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.commands.club_new import to_send, way_in
from bot.commands.existing import club_called, existing_store
from bot.settings import Settings, WrongSetting
from club.calendar import day_in_zone
from club.members import BOARD, Role
from storage.changes.joining.invite import Invitation, NewInvitation, make_invitation
from storage.queries import Connection
from storage.queries.all_clubs import ClubLine
from storage.queries.members.accounts import open_accounts
from storage.queries.members.boards import Officeholder, board

ENOUGH = 2
"""So many of the board, on accounts of their own, let somebody in again by themselves."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("club", metavar="CLUB", help="number, code or a part of the name")
    parser.add_argument("office", choices=[each.value for each in BOARD], help="whose link it is")
    parser.epilog = (
        "For who holds the office, a link to a new phone; for an office that nobody holds, a link "
        "that gives it, as at founding: only on the written word of the commune's officer. Refused "
        "while two others of the board can do it in chat."
    )


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    now, role = Clock().now(), Role(asked.office)
    with existing_store(settings) as store:
        with store.reading() as db:
            club = club_called(db, asked.club)
            today = day_in_zone(now, ZoneInfo(club.timezone))
            there = board(db, club.id, today)
            holder = next((each for each in there if each.role == role.value), None)
            _must_be_needed(db, there, holder)
        link = store.change(_link, club, role, holder, now=now)
    print(_said(club, role, holder, link))
    print(f"  {to_send(way_in(settings), link.carried, link.carried)}")
    return 0


def _must_be_needed(db: Connection, there: list[Officeholder], holder: Officeholder | None) -> None:
    others = {each.person_id for each in there} - ({holder.person_id} if holder else set())
    able = [person for person in others if open_accounts(db, person)]
    if len(able) >= ENOUGH:
        raise WrongSetting(
            f"{len(able)} others of the board have their phones: they do it in chat "
            "(“mất điện thoại”, “chức vụ”), where two of them see who it is"
        )


def _link(
    db: Connection, club: ClubLine, role: Role, holder: Officeholder | None, *, now: datetime
) -> Invitation:
    new = NewInvitation(club_id=club.id, role=role)
    if holder is not None:
        new = NewInvitation(club_id=club.id, role=Role.MEMBER, person_id=holder.person_id)
    return make_invitation(db, new, now)


def _said(club: ClubLine, role: Role, holder: Officeholder | None, link: Invitation) -> str:
    ends = link.ends_at.astimezone(ZoneInfo(club.timezone))
    whose = "gives the office to whoever takes it" if holder is None else "for the holder alone"
    return (
        f"{club.name}, {role.value}: {whose}; works once, until {ends:%d/%m/%Y %H:%M}.\n"
        "Hand it over in person, or read it out on the phone number the board has known before:"
    )
