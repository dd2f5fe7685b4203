"""When Python looks for unreachable cycles.

A program of this size has half a million objects after its start that live as long as it does.
Looking through them while they are loaded costs a fifth of the start; looking through them again
and again while people wait costs an eighth of the work and the longest of the pauses.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Far fewer rounds than usual: what a message leaves behind is mostly freed at once, without any.
_ROUNDS = (20_000, 20, 100)


@contextmanager
def no_rounds() -> Iterator[None]:
    """While modules are loaded."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def settle() -> None:
    """After the start: what is there now is never looked through again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_ROUNDS)
