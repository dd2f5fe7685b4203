"""`lien try`: a practice club with a past, and the phones of several people on one page."""

import argparse
from pathlib import Path

from bot.own_lessons import use_own_lessons
from bot.settings import Settings
from bot.surroundings import must_be_fit
from bot.try_out import DEFAULT_FILE, DEFAULT_PORT, Wishes, try_out


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--port",
        type=_port,
        default=DEFAULT_PORT,
        help=f"the page's port ({DEFAULT_PORT}; the next free one if it is taken)",
    )
    parser.add_argument(
        "--database",
        type=Path,
        default=DEFAULT_FILE,
        metavar="FILE",
        help=f"the practice database ({DEFAULT_FILE}); kept for the next time",
    )
    parser.add_argument("--fresh", action="store_true", help="begin again with a new practice club")
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser")


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    must_be_fit()
    use_own_lessons(settings)
    wishes = Wishes(
        file=asked.database,
        port=asked.port,
        fresh=asked.fresh,
        browser=not asked.no_browser,
        language=settings.language,
        say=_say,
    )
    return try_out(wishes)


def _say(line: str) -> None:
    print(line, flush=True)


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return int(text)
