"""`lien certificate CODE`: whether a volunteer's certificate of hours holds."""

import argparse

from bot.commands.existing import existing_store
from bot.settings import Settings, WrongSetting
from club.chain import written_code
from messages.moments import written
from messages.volunteers.certificate import valid
from messages.wording import Words
from storage.queries.volunteers.certificates import verified


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", metavar="CODE", help="as on the paper: XXXX-XXXX-XXXX")


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    code = written_code(asked.code)
    with existing_store(settings) as store, store.reading() as db:
        found = None if code is None else verified(db, code)
    if found is None:
        raise WrongSetting(f"there is no certificate {asked.code}")
    said = valid(
        found.code,
        found.initials,
        found.minutes,
        found.sessions,
        from_day=found.from_day,
        to_day=found.to_day,
        issued_on=found.issued_on,
        holds=found.holds,
    )
    print(written(said, Words(settings.language)))
    return 0 if found.holds else 1
