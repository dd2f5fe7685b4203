"""One transaction in which areas change, and the day from which the change holds."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.settings import Settings, WrongSetting
from club.calendar import day_in_zone
from storage.changes.members.areas import WrongArea
from storage.queries import Connection
from storage.schema import bring_up_to_date
from storage.store import Store


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
def changed(settings: Settings, day: date | None) -> Iterator[tuple[Connection, date]]:
    """The database in one transaction; nothing is kept where something is wrong."""
    store = Store(settings.database_url)
    today = day_in_zone(Clock().now(), ZoneInfo(settings.timezone))
    if day is not None and day > today:
        store.close_now()
        raise WrongSetting(f"{day} is still to come; a change holds from today or an earlier day")
    try:
        bring_up_to_date(store)
        with store.writing() as db:
            yield db, day or today
    except WrongArea as wrong:
        raise WrongSetting(str(wrong)) from None
    finally:
        store.close_now()
