"""How a person is named to others: her full name, with the form of address she chose before it.

Of somebody who has died the name says so (Club rules, H.1).
"""

from typing import Any

from sqlalchemy import ColumnElement, Dialect, FromClause, Text, case, type_coerce
from sqlalchemy.types import TypeDecorator

from club.address import AFTER_DEATH, PersonName
from storage.tables.people import persons

_BETWEEN = "\t"


class _Named(TypeDecorator[PersonName]):
    """Form and name, read out of one text."""

    impl = Text
    cache_ok = True

    def process_result_value(self, value: Any | None, dialect: Dialect) -> PersonName | None:
        if value is None:
            return None
        form, _, name = value.partition(_BETWEEN)
        return PersonName(name, form)


def named_of(table: FromClause) -> ColumnElement[PersonName]:
    """The same out of another naming of the table of persons, where a row names two."""
    with_death = table.c.address + AFTER_DEATH
    form = case((table.c.died_on.is_(None), table.c.address), else_=with_death)
    return type_coerce(form + _BETWEEN + table.c.name, _Named)


NAMED = named_of(persons).label("name")
"""The column for a select whose names are shown to other people; a PersonName in each row."""
