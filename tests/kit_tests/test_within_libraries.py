"""Whoever counts lines rests within a library, and counts on after it, whatever happened there."""

import sys
import threading
from collections import Counter
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from tests.kit.within_libraries import not_counted


def within(fails: bool) -> str:
    if fails:
        raise ZeroDivisionError
    return "done"


def after() -> None:
    """Called once the library has answered."""


def calls_of(library: Callable[[bool], str], fails: bool) -> Counter[str]:
    """What a counter is told of in a thread of its own that calls the library, and then `after`."""
    told: Counter[str] = Counter()

    def count(frame: FrameType, event: str, _: Any) -> Any:
        told[f"{event} of {frame.f_code.co_name}"] += 1
        return count

    def work() -> None:
        sys.settrace(count)
        try:
            assert library(fails) == "done"
        except ZeroDivisionError:
            told["fault"] += 1
        after()
        sys.settrace(None)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    return told


@pytest.mark.parametrize("fails", [False, True])
def test_the_counter_rests_within_and_counts_on_after(fails: bool) -> None:
    plainly = calls_of(within, fails)
    assert (plainly["call of within"], plainly["call of after"]) == (1, 1)
    quietly = calls_of(not_counted(within, lambda _: True), fails)
    assert (quietly["call of within"], quietly["call of after"]) == (0, 1)
    assert quietly["fault"] == plainly["fault"] == fails
    assert quietly["return of quietly"] == 1


def test_where_others_go_on_meanwhile_it_counts() -> None:
    asked = calls_of(not_counted(within, lambda _: False), False)
    assert asked["call of within"] == 1


def test_without_a_counter_the_function_is_as_it_was() -> None:
    assert not_counted(within, lambda _: True)(False) == "done"
    with pytest.raises(ZeroDivisionError):
        not_counted(within, lambda _: True)(True)
