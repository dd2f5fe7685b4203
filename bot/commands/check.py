"""`lien check`: every invariant of every club's books; or whether a closing code still holds."""

import argparse

from bot.clock import Clock
from bot.commands.existing import existing_store
from bot.commands.progress import show, time_left
from bot.settings import Settings, WrongSetting
from club.chain import beginning_of
from storage.damage import damage_of
from storage.queries import Connection
from storage.queries.all_clubs import all_clubs
from storage.queries.faults.books_faults import books_faults
from storage.queries.faults.chain import months_with_code
from storage.queries.faults.chain_faults import is_as_closed
from storage.schema import GuardsMissing
from storage.store import DatabaseFailed, Store

CLUBS_A_LINE = 10


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--code", metavar="XXXX-XXXX-XXXX", help="a closing code: which month is it, does it hold?"
    )
    parser.epilog = "Exit code 0 when everything holds, 1 when something is wrong."


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    if asked.code is not None and beginning_of(asked.code) is None:
        raise WrongSetting(
            f"{asked.code} is no closing code; right would be twelve letters and figures like "
            "7YAX-KPY6-Z5M7"
        )
    try:
        with existing_store(settings) as store:
            if asked.code is None:
                return check_books(store)
            with store.reading() as db:
                return _check_code(db, asked.code)
    except GuardsMissing as error:
        print(f"every club: {error}")
        return 1


def check_books(store: Store) -> int:
    """First the file as a whole, then club after club. 0 when everything holds, else 1."""
    damage = damage_of(store)
    for each in damage:
        print(f"every club: {each}")
    try:
        return _check_clubs(store, wrong=len(damage))
    except DatabaseFailed:
        if not damage:
            raise
        return 1


def _check_clubs(store: Store, *, wrong: int) -> int:
    """Each club in a reading of its own, so that nobody waits for the last."""
    with store.reading() as db:
        clubs = all_clubs(db)
    clock = Clock()
    began = clock.monotonic()
    for number, club in enumerate(clubs, start=1):
        with store.reading() as db:
            faults = books_faults(db, club.id)
        for fault in faults:
            show("")
            print(f"club {club.id}, {club.name}: {fault}")
        wrong += len(faults)
        if number % CLUBS_A_LINE == 0 or number == len(clubs):
            show(progress_line(number, len(clubs), clock.monotonic() - began, wrong))
    show("")
    if wrong:
        return 1
    print(f"{len(clubs)} {'club' if len(clubs) == 1 else 'clubs'} checked: the books hold")
    return 0


def progress_line(done: int, of: int, seconds: float, wrong: int) -> str:
    """How far it is, how long the rest will take at this pace, and what was found."""
    found = f", {wrong} wrong" if wrong else ""
    return f"{done} of {of} clubs checked{found}; {time_left(done, of, seconds)} left"


def _check_code(db: Connection, code: str) -> int:
    found = months_with_code(db, code)
    if not found:
        print(f"{code.upper()}: no month of any club was closed with this code")
        return 1
    holds = True
    for closed in found:
        same = is_as_closed(db, closed)
        verdict = "the books still say the same" if same else "THE BOOKS HAVE BEEN CHANGED SINCE"
        print(
            f"{closed.code}: club {closed.club_id}, {closed.club_name}, month {closed.month}, "
            f"closed on {closed.closed_on}: {verdict}"
        )
        holds = holds and same
    return 0 if holds else 1
