"""What SQLite says of a damaged file, told as a failure of the database whatever it holds."""

import sqlite3

from sqlalchemy import Engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import DatabaseError, DBAPIError

_MALFORMED = "database disk image is malformed"


def told_as_failure(engine: Engine) -> None:
    """What SQLite says of a damaged file may hold bytes of it that are no text: told all the same.

    The library raises UnicodeDecodeError in its stead, which nobody expects of a database.
    """
    event.listen(engine, "handle_error", _no_text)


def _no_text(context: ExceptionContext) -> None:
    if isinstance(context.original_exception, UnicodeDecodeError):
        raise DatabaseError(context.statement, None, malformed()) from None


def malformed() -> sqlite3.DatabaseError:
    """What SQLite itself says where it can say it."""
    return sqlite3.DatabaseError(_MALFORMED)


def is_malformed(error: DBAPIError) -> bool:
    """Whether the file itself is at fault."""
    return _MALFORMED in str(error.orig)
