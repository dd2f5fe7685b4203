"""`lien run`: everything an operator needs, until stopped."""

import argparse

from bot.garbage import settle
from bot.log_lines import write_log_lines
from bot.own_lessons import use_own_lessons
from bot.run import run
from bot.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """None: all that can be set stands in the settings."""
    parser.epilog = "Settings come from the environment or the file .env; see README."


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    write_log_lines()
    settle()
    use_own_lessons(settings)
    return run(settings)
