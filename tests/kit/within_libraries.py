"""What the database library does within itself is not asked which lines it goes through.

To be asked slows down every instruction, and six of seven are those of libraries: asked everywhere,
a test costs two thirds more; asked outside of what is named here, a fifth more. Our own code is
called from in there only to translate single values.
"""

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from sqlalchemy import Connection, Select
from sqlalchemy.sql.dml import ValuesBase
from sqlalchemy.sql.elements import ColumnElement

Function = Callable[..., Any]

# Dearest first. None of them is a coroutine, or calls one.
_PUTS_TOGETHER: Final[tuple[tuple[type, str], ...]] = (
    (ColumnElement, "operate"),
    (Select, "__init__"),
    (Select, "where"),
    (Select, "join"),
    (Select, "order_by"),
    (ValuesBase, "values"),
)
# With an asynchronous driver others go on in the same thread until the database has answered.
_ASKS: Final[tuple[tuple[type, str], ...]] = (
    (Connection, "execute"),
    (Connection, "exec_driver_sql"),
    (Connection, "_commit_impl"),
    (Connection, "_rollback_impl"),
    (Connection, "close"),
)


def count_nothing_within() -> None:
    """From now on, in this process."""
    for owner, name in _PUTS_TOGETHER:
        setattr(owner, name, not_counted(getattr(owner, name), lambda _: True))
    for owner, name in _ASKS:
        setattr(owner, name, not_counted(getattr(owner, name), _is_answered_at_once))


def _is_answered_at_once(asked: Any) -> bool:
    return not asked.dialect.is_async


def not_counted(function: Function, may_rest: Callable[[Any], bool]) -> Function:
    """The same function; whoever counts in this thread rests meanwhile where it may."""

    @wraps(function)
    def quietly(first: Any, *args: Any, **kwargs: Any) -> Any:
        counting = sys.gettrace()
        if counting is None or not may_rest(first):
            return function(first, *args, **kwargs)
        sys.settrace(None)
        try:
            return function(first, *args, **kwargs)
        finally:
            sys.settrace(counting)
            _wake()

    return quietly


def _wake() -> None:
    """Coverage counts on from the next call, and must not miss the return of who called it."""
