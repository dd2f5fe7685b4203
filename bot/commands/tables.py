"""`lien tables`: which version the database's tables have; `back N` on the way to an older Liên."""

import argparse

from bot.commands.existing import store_as_it_is
from bot.settings import Settings, WrongSetting
from storage.only_one import only_one
from storage.schema import go_back, known_revisions, revision_of
from storage.store import DatabaseFailed, Store, is_away


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("order", nargs="?", choices=("show", "back"), default="show")
    parser.add_argument("version", nargs="?", help="with back: to which, for example 0026")
    parser.epilog = (
        "lien run brings the tables up to date by itself. back is for going back to an older Liên "
        "with the data in place: every lien run has to be ended first; where something would be "
        "lost it is refused, and a backup made with the older version is the way."
    )


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    known = known_revisions()
    if (asked.version is not None) != (asked.order == "back"):
        raise WrongSetting("right would be lien tables, or lien tables back 0026")
    if asked.version is not None and asked.version not in known:
        raise WrongSetting(
            f"there is no version {asked.version}; there are {known[0]} to {known[-1]}"
        )
    with store_as_it_is(settings) as store:
        with store.reading() as db:
            now = revision_of(db)
        if asked.version is not None:
            if now is None or asked.version > now:
                raise WrongSetting(f"the tables are at {now or 'none yet'}: that is no way back")
            _go_back(store, asked.version)
            return 0
    newer = "" if now == known[-1] else f"; lien run brings them to {known[-1]}"
    print(f"tables at {now or 'none yet'}{newer}")
    return 0


def _go_back(store: Store, version: str) -> None:
    try:
        with only_one(store):
            go_back(store, version)
    except DatabaseFailed as error:
        if is_away(error):
            raise
        raise WrongSetting(
            f"going back to {version} would lose what is recorded; please restore a backup made "
            "with the older version instead"
        ) from None
    print(f"tables at {version}; now start the Liên that knows them and nothing newer")
