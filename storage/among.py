"""Membership in a list handed in as one value.

SQLAlchemy's own IN writes a placeholder for each value anew on every execution, which costs about
as much as two statements. A list as one value is prepared once: an array on PostgreSQL, JSON on
SQLite.
"""

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    Dialect,
    String,
    Text,
    TypeDecorator,
    bindparam,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeEngine


class _Listed(TypeDecorator[Collection[Any]]):
    """A list as one value."""

    impl = Text
    of: TypeEngine[Any]

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return Text() if dialect.name == "sqlite" else ARRAY(self.of)

    def process_bind_param(self, value: Collection[Any] | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        return json.dumps(list(value)) if dialect.name == "sqlite" else list(value)


class _Numbers(_Listed):
    """Row numbers."""

    cache_ok = True
    of = BigInteger()


class _Names(_Listed):
    """Texts, as messengers name their chats."""

    cache_ok = True
    of = Text()


class _Among(FunctionElement[bool]):
    name = "among"
    type = Boolean()
    inherit_cache = True
    # Without this the library writes "… = 1" behind it for SQLite, which then uses no index: each
    # turn read every message and letter there was.
    _is_implicitly_boolean = True


def among(column: ColumnElement[int] | ColumnElement[str], name: str) -> ColumnElement[bool]:
    """Whether the column is one of the row numbers bound to `name` when the statement runs, or of
    the texts where it is a column of texts.
    """
    listed = _Names() if isinstance(column.type, String) else _Numbers()
    return _Among(column, bindparam(name, type_=listed))


@compiles(_Among)
def _array(element: _Among, compiler: SQLCompiler, **how: Any) -> str:
    column, numbers = element.clauses
    return f"{compiler.process(column, **how)} = ANY ({compiler.process(numbers, **how)})"


@compiles(_Among, "sqlite")
def _json(element: _Among, compiler: SQLCompiler, **how: Any) -> str:
    column, numbers = element.clauses
    listed = compiler.process(numbers, **how)
    return f"{compiler.process(column, **how)} IN (SELECT value FROM json_each({listed}))"
