"""`lien fill`: a made-up country of many clubs that have lived, for measuring and trying out."""

import argparse
import shutil
from collections.abc import Callable
from pathlib import Path

from bot.clock import Clock
from bot.commands.progress import show, time_left
from bot.made_up.country import LIVED, MOST_CLUBS, Progress, begin, go_on, progress, wished
from bot.made_up.life import LEAST_MEMBERS, MOST_MEMBERS, MOST_MONTHS, Size
from bot.settings import Settings, WrongSetting
from storage.made_up import Country, count_rows_anew, country_in
from storage.only_one import only_one
from storage.queries import Connection
from storage.queries.practice import Marked, marked_as
from storage.schema import bring_up_to_date
from storage.store import Store, sqlite_file

INTERRUPTED = 130
MEGABYTE = 1_000_000
# What one club takes on disk, measured on both databases: docs/bench/fill.md.
BYTES_A_MEMBER = 1_100
BYTES_A_MEMBER_AND_MONTH = 850
BYTES_LEFT_FREE = 500 * MEGABYTE
_SEED = 1


def arguments(parser: argparse.ArgumentParser) -> None:
    for name, most, usual, meaning in (
        ("clubs", (1, MOST_CLUBS), None, "how many clubs"),
        ("members", (LEAST_MEMBERS, MOST_MEMBERS), 60, "in each club (60)"),
        ("months", (1, MOST_MONTHS), 3, "how many monthly meetings lie behind (3)"),
        ("seed", (0, 1_000_000), _SEED, f"another one makes another country ({_SEED})"),
    ):
        parser.add_argument(
            f"--{name}",
            type=_between(*most),
            required=usual is None,
            default=usual,
            metavar="N",
            help=f"{meaning}; {most[0]} to {most[1]}",
        )
    parser.epilog = (
        "Only into an empty database, which is marked as made up. Ended with Ctrl-C, "
        "it goes on when asked for the same again."
    )


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    size = Size(asked.members, asked.months, asked.seed)
    wanted = wished(asked.clubs, size, Clock().now())
    store = Store(settings.database_url)
    try:
        refuse_without_room(store, wanted)
        with only_one(store):
            with store.reading() as db:
                mark = marked_as(db)
            if mark is not Marked.REAL:
                bring_up_to_date(store)
            with store.reading() as db:
                begun = _begun(db, mark, wanted)
            if not begun:
                store.change(begin, wanted)
            return _fill(store, wanted)
    finally:
        store.close_now()


def bytes_needed(wanted: Country) -> int:
    """About so many bytes the country takes on disk."""
    each = BYTES_A_MEMBER + BYTES_A_MEMBER_AND_MONTH * wanted.months
    return wanted.clubs * wanted.members * each


def refuse_without_room(store: Store, wanted: Country) -> None:
    """Raises WrongSetting. Of PostgreSQL's disk nothing is known here: there it is said alone."""
    needed, file = bytes_needed(wanted), sqlite_file(store.url)
    print(f"about {_megabytes(needed)} on disk", flush=True)
    if file is None:
        return
    there = file.stat().st_size if file.exists() else 0
    free = shutil.disk_usage(_folder(file)).free
    if free < needed - there + BYTES_LEFT_FREE:
        raise WrongSetting(
            f"{wanted.clubs} clubs need about {_megabytes(needed)}, but "
            f"{_megabytes(free)} are free in {_folder(file)}; please ask for fewer, or make room"
        )


def _begun(db: Connection, mark: Marked, wanted: Country) -> bool:
    """Whether this very country was begun here. Raises WrongSetting where others live."""
    if mark is Marked.EMPTY:
        return False
    right = "lien fill needs an empty database; please set LIEN_DATABASE_URL to another"
    if mark is Marked.REAL:
        raise WrongSetting(f"the database holds real clubs; {right}")
    there = country_in(db)
    if there is None:
        raise WrongSetting(f"the database holds the practice club of lien try; {right}")
    if _numbers(there) != _numbers(wanted):
        raise WrongSetting(f"the database holds {_words(there)}; ask for the same, or {right}")
    return True


def _fill(store: Store, wanted: Country) -> int:
    clock = Clock()
    with store.reading() as db:
        first = now = progress(db)
    began = clock.monotonic()
    try:
        while now.clubs < wanted.clubs:
            now = store.change(go_on)
            seconds = clock.monotonic() - began
            show(line(first, now, wanted.clubs, seconds))
    except KeyboardInterrupt:
        with store.reading() as db:
            there = progress(db).clubs
        show("")
        print(f"ended with {there} of {wanted.clubs} clubs; the same command goes on")
        return INTERRUPTED
    store.change(count_rows_anew)
    show("")
    print(f"{_words(wanted)}: all there; lien check looks at its books")
    return 0


def line(first: Progress, now: Progress, of: int, seconds: float) -> str:
    """How far it is; time left as soon as copies tell the pace, for a club that lives is slow."""
    said = f"{now.clubs} of {of} clubs"
    if now.clubs <= LIVED or now.clubs == first.clubs:
        return f"{said}; the first {min(LIVED, of)} live through their past"
    return f"{said}; {time_left(now.clubs - first.clubs, of - first.clubs, seconds)} left"


def _numbers(country: Country) -> tuple[int, int, int, int]:
    return country.clubs, country.members, country.months, country.seed


def _words(country: Country) -> str:
    return (
        f"a made-up country: {country.clubs} clubs of {country.members}, "
        f"{country.months} months, seed {country.seed}"
    )


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:,.0f} MB"


def _folder(file: Path) -> Path:
    folder = file.absolute().parent
    while not folder.exists():
        folder = folder.parent
    return folder


def _between(least: int, most: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not text.isascii() or not text.isdecimal() or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"a number from {least} to {most}")
        return int(text)

    return number
