"""Which tests count for coverage: a way through the program counts where it is gone on purpose.

To be counted makes a test a fifth dearer, and two thirds were it not for within_libraries.py. So
whatever goes the same ways many times over is run with all its checks, and is not counted.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import pytest

# Long lives made of what other tests do step by step, and tests of what is no part of the program.
NOT_COUNTED: Final = (
    "tests/bench/",
    "tests/handlers/money/test_cash_books_agree.py",
    "tests/kit_tests/",
    *(
        "tests/handlers/talk/test_without_buttons.py::"
        f"test_every_dialogue_can_be_walked_by_typing_alone[vi-Way.{way}"
        for way in ("WORDS", "BEGINNINGS")
    ),
    "tests/scheduler/test_a_year_of_reminders.py",
    "tests/storage/test_books_any_order.py",
    "tests/storage/test_loans_any_order.py",
    "tests/stories/",
)
# Tests that read the sources, and run nothing of them.
OF_SOURCES: Final = (
    "tests/tidy/test_decisions.py",
    "tests/tidy/test_layers.py",
    "tests/tidy/test_lengths.py",
    "tests/tidy/test_no_dead_files.py",
    "tests/tidy/test_words_banned.py",
)
# What people talk about, and what reaches them by itself: the same ways on both databases.
DIALOGUES: Final = ("tests/handlers/", "tests/scheduler/")
# Tells a program that is started that it is to be counted as well.
_TO_PROGRAMS: Final = "COVERAGE_PROCESS_CONFIG"


def counts(item: pytest.Item) -> bool:
    """Whether what a test goes through is counted."""
    return not (
        item.nodeid.startswith(NOT_COUNTED + OF_SOURCES)
        or _is_by_chance(item)
        or _is_second_run(item)
    )


def _is_by_chance(item: pytest.Item) -> bool:
    """A hundred examples of what is shown by a chosen one beside it."""
    return bool(getattr(getattr(item, "obj", None), "is_hypothesis_test", False))


def _is_second_run(item: pytest.Item) -> bool:
    """The same again in English, in a browser, or in a dialogue on PostgreSQL.

    What PostgreSQL has ways of its own for, tests/bot and tests/storage go through.
    """
    parameters = getattr(item, "callspec", None)
    chosen = {} if parameters is None else parameters.params
    in_dialogue = item.nodeid.startswith(DIALOGUES)
    return (
        "browser" in getattr(item, "fixturenames", ())
        or chosen.get("language") == "en"
        or (in_dialogue and chosen.get("database_url") == "postgres")
    )


@contextmanager
def programs_not_counted() -> Iterator[None]:
    """Programs that are started within the block are not counted either."""
    told = os.environ.pop(_TO_PROGRAMS, None)
    try:
        yield
    finally:
        if told is not None:
            os.environ[_TO_PROGRAMS] = told
