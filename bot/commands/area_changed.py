"""One transaction in which areas change, and the day from which the change holds."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.commands.existing import existing_store
from bot.settings import Settings, WrongSetting
from club.calendar import day_in_zone
from storage.changes.joining.found_club import lock_areas
from storage.changes.members.areas import WrongArea
from storage.queries import Connection
from storage.schema import wait_no_longer


def from_day(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--from",
        dest="day",
        type=_day,
        metavar="DAY",
        help="from which day on, for example 2025-07-01; today if nothing is said",
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("a day is written like 2025-07-01") from None


@contextmanager
def changed(
    settings: Settings, day: date | None, *, may_be_new: bool = False
) -> Iterator[tuple[Connection, date]]:
    """The database in one transaction; nothing is kept where something is wrong.

    `may_be_new`: where there is none yet it is made; else that is said, for it may be a slip in
    the settings.
    """
    today = day_in_zone(Clock().now(), ZoneInfo(settings.timezone))
    if day is not None and day > today:
        raise WrongSetting(f"{day} is still to come; a change holds from today or an earlier day")
    try:
        with existing_store(settings, may_be_new=may_be_new) as store, store.writing() as db:
            wait_no_longer(db)
            lock_areas(db)
            yield db, day or today
    except WrongArea as wrong:
        raise WrongSetting(str(wrong)) from None
