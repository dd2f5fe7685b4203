"""`lien run`: everything an operator needs, until stopped."""

import argparse

from bot.garbage import settle
from bot.log_lines import write_log_lines
from bot.own_lessons import use_own_lessons
from bot.roles import ALL, roles_named
from bot.run import run
from bot.settings import Settings
from bot.surroundings import must_be_fit


def arguments(parser: argparse.ArgumentParser) -> None:
    """Only what differs between processes that share the settings."""
    parser.add_argument(
        "--only",
        type=roles_named,
        default=ALL,
        metavar="inbox,delivery,scheduler",
        help="with several processes on one PostgreSQL database: what this one does",
    )
    parser.epilog = "Settings come from the environment or the file .env; see README."


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    must_be_fit()
    write_log_lines(form=settings.log)
    settle()
    use_own_lessons(settings)
    return run(settings, asked.only)
