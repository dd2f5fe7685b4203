"""What answering people needs of the machine, asked before anything is begun."""

import os
import resource
import stat
from pathlib import Path

from bot.settings import WrongSetting
from messages.wording import LANGUAGES, source_of_words

LEAST_OPEN_FILES = 64
"""Sockets, the database's files and those of the page; each phone on a page holds one more."""


def must_be_fit() -> None:
    """Raises WrongSetting, in one line, where people could not be answered, or not in words."""
    may_be_open, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if may_be_open < LEAST_OPEN_FILES:
        raise WrongSetting(
            f"only {may_be_open} files may be open at once here; Liên needs {LEAST_OPEN_FILES} "
            "at least: ulimit -n 1024"
        )
    for language in LANGUAGES:
        words = source_of_words(language)
        if not os.access(words, os.R_OK):
            raise WrongSetting(f"{words} cannot be read; please install Liên anew")


def may_be_read_by_all(file: Path) -> bool:
    """Whether everybody on this machine may read the file; not one that is not there."""
    try:
        return bool(file.stat().st_mode & stat.S_IROTH)
    except OSError:
        return False
