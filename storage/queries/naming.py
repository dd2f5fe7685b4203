"""How a person is named to others: her full name, with the form of address she chose before it."""

from typing import Any

from sqlalchemy import Dialect, Text, type_coerce
from sqlalchemy.types import TypeDecorator

from club.address import PersonName
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


NAMED = type_coerce(persons.c.address + _BETWEEN + persons.c.name, _Named).label("name")
"""The column for a select whose names are shown to other people; a PersonName in each row."""
