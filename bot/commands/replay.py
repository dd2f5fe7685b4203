"""`lien replay FAULT`: the talk around a fault as a test with masked data."""

import argparse
from pathlib import Path

from bot.channels.telegram.updates import read_stored as read_telegram
from bot.channels.web.channel import read_update as read_web
from bot.channels.zalo.updates import read_stored as read_zalo
from bot.commands.existing import existing_store
from bot.commands.fault import number_of_a_fault
from bot.replaying import heard_again, written_test
from bot.settings import Settings, WrongSetting
from handlers import everything  # noqa: F401 – words of every entrance are told from people's own
from storage.queries.faults.around import around_fault
from storage.queries.faults.faults import fault

READERS = {"web": read_web, "telegram": read_telegram, "zalo": read_zalo}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "number", metavar="FAULT", type=number_of_a_fault, help="the number that was told"
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help="write it there, not on the screen"
    )
    parser.epilog = (
        "What people wrote is kept for a week; the test fails until the fault is mended."
    )


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    with existing_store(settings) as store, store.reading() as db:
        found = fault(db, asked.number)
        if found is None:
            raise WrongSetting(f"there is no fault {asked.number}")
        around = around_fault(db, asked.number, found.at.date())
    if around is None:
        raise WrongSetting(
            f"of fault {asked.number} no message is kept (any more); `lien fault {asked.number}` "
            "shows where it happened"
        )
    text = written_test(found, around, heard_again(around, READERS))
    if asked.output is None:
        print(text)
        return 0
    try:
        asked.output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise WrongSetting(f"{asked.output} cannot be written: {error.strerror}") from None
    print(f"{asked.output}: {len(around.updates)} messages, masked")
    return 0
