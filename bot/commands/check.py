"""`lien check`: every invariant of every club's books."""

import argparse

from bot.commands.existing import existing_store
from bot.settings import Settings
from storage.queries.all_clubs import all_clubs
from storage.queries.books_faults import books_faults
from storage.schema import GuardsMissing


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "Exit code 0 when everything holds, 1 when something is wrong."


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    try:
        with existing_store(settings) as store, store.reading() as db:
            clubs = all_clubs(db)
            wrong = [(club, fault) for club in clubs for fault in books_faults(db, club.id)]
    except GuardsMissing as error:
        print(f"every club: {error}")
        return 1
    for club, fault in wrong:
        print(f"club {club.id}, {club.name}: {fault}")
    if wrong:
        return 1
    print(f"{len(clubs)} {'club' if len(clubs) == 1 else 'clubs'} checked: the books hold")
    return 0
