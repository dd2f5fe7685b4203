"""`lien fault N`: what is known of a fault whose number somebody was told."""

import argparse

from bot.commands.existing import existing_store
from bot.settings import Settings, WrongSetting
from storage.queries.faults.faults import fault

HIGHEST = 2**63 - 1


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "number", metavar="N", type=number_of_a_fault, help="the number that was told"
    )


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    with existing_store(settings) as store, store.reading() as db:
        found = fault(db, asked.number)
    if found is None:
        raise WrongSetting(f"there is no fault {asked.number}")
    times = "once" if found.times == 1 else f"{found.times} times"
    print(
        f"fault {found.id}: {found.kind} in {found.where}, {times}, {found.at:%Y-%m-%d %H:%M} UTC"
    )
    print(found.trace)
    return 0


def number_of_a_fault(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 0 < int(text) <= HIGHEST):
        raise argparse.ArgumentTypeError("the number of a fault is 1, 2, 3 …")
    return int(text)
