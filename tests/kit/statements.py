"""Statements are put together once for all databases of a test run, not anew for each of them.

Every test has a database of its own, and so engines of its own, each of which would begin with an
empty cache of compiled statements: filling it is a fifth of what a test costs.
"""

from typing import Any

from sqlalchemy import Connection, Engine, event


class _Shared(dict[Any, Any]):
    """Compiled statements by kind of dialect, where an engine keeps them by its own dialect."""

    def get(self, key: Any, default: Any = None) -> Any:
        return super().get((type(key[0]), *key[1:]), default)

    def __setitem__(self, key: Any, compiled: Any) -> None:
        super().__setitem__((type(key[0]), *key[1:]), compiled)


_compiled = _Shared()


def share_statements() -> None:
    """From now on, in this process."""
    event.listen(Engine, "engine_connect", _use_shared)


def _use_shared(db: Connection) -> None:
    db.execution_options(compiled_cache=_compiled)
