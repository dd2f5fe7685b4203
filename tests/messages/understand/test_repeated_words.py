"""One word typed again and again makes nobody wait: no pattern tries for ever how it could be read.

A pattern in which a word can be read in two ways needs 2^30 tries for thirty of them, in the thread
that answers everybody.
"""

import importlib
import inspect
import pkgutil
import random
import re
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from types import FrameType, ModuleType
from typing import Any

import pytest

import messages.understand

SECONDS_OF_PROCESSOR = 2.0
LONG = 130
TODAY = date(2026, 11, 22)
MODULES = [
    each.name for each in pkgutil.iter_modules(messages.understand.__path__, "messages.understand.")
]


@pytest.mark.parametrize("name", MODULES)
def test_a_repeated_word_is_heard_at_once(name: str) -> None:
    module = importlib.import_module(name)
    chance = random.Random(name)
    for reader in readers(module):
        for text in repeated(module, chance):
            with at_once(f"{name}.{reader.__name__}", text):
                reader(text)


def readers(module: ModuleType) -> Iterator[Callable[[str], object]]:
    """Its own functions that hear a text, and nothing else than the day it is said on."""
    for each in vars(module).values():
        if not inspect.isfunction(each) or each.__module__ != module.__name__:
            continue
        needed = [
            other
            for other in inspect.signature(each).parameters.values()
            if other.default is other.empty
        ]
        first, *others = [other.annotation for other in needed] or [None]
        hears = first is str and not each.__name__.startswith("_")
        if hears and all(other is date for other in others):
            yield with_today(each, [other.name for other in needed[1:]])


def with_today(reader: Callable[..., object], days: list[str]) -> Callable[[str], object]:
    def heard(text: str) -> object:
        return reader(text, **dict.fromkeys(days, TODAY))

    heard.__name__ = reader.__name__
    return heard


def repeated(module: ModuleType, chance: random.Random) -> Iterator[str]:
    """Each word that its patterns name more than once, again and again; then some of them mixed."""
    patterns = [each.pattern for each in vars(module).values() if isinstance(each, re.Pattern)]
    found = re.findall(r"[^\W_]+", re.sub(r"\\[a-zA-Z]", " ", " ".join(map(str, patterns)).lower()))
    often = [word for word, times in Counter(found).items() if times > 1] or ["a"]
    every = [*dict.fromkeys(found)] or ["a"]
    for word in often:
        again = f"{word} " * (LONG // (len(word) + 1))
        yield f"{again}zz"
        yield f"{chance.choice(every)} {again}?"
    for _ in range(40):
        unit = " ".join(chance.choices(every, k=chance.randint(1, 3)))
        times = LONG // (len(unit) + 1) + 1
        yield f"{unit}{chance.choice((' ', ', '))}" * times + chance.choice(("", "zz", "?"))


@contextmanager
def at_once(reader: str, text: str) -> Iterator[None]:
    """The processor's time is bounded so far above what is needed that no slow machine fails."""

    def too_long(_signal: int, _frame: FrameType | None) -> Any:
        raise AssertionError(f"{reader} is still at {text!r}")

    before = signal.signal(signal.SIGVTALRM, too_long)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS_OF_PROCESSOR)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
