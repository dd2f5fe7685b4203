"""Who has been erased: numbers and instants alone, kept beside the backups as well.

A backup made before an erasure still holds that person: whoever restores it erases her again
(Club rules, G.3).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Text, cast, column, inspect, select, table

from storage.changes.own.erase_person import erase_person
from storage.tables.people import persons

TABLE = "erasures"


@dataclass(frozen=True, slots=True, order=True)
class Erased:
    """One erasure; `at` in UTC."""

    person_id: int
    at: datetime

    def __str__(self) -> str:
        return f"{self.person_id} {self.at.isoformat()}"


class WrongList(Exception):
    """One line: why a list of erasures cannot be used."""


def erased_in(db: Connection) -> list[Erased]:
    """Every erasure of this database, by the person's number."""
    if not inspect(db).has_table(TABLE):
        return []
    kept = table(TABLE, column("person_id"), column("erased_at"))
    found = db.execute(select(kept.c.person_id, cast(kept.c.erased_at, Text)))
    return sorted(Erased(int(row[0]), _instant(row[1])) for row in found)


def _instant(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def read_list(text: str) -> list[Erased]:
    """A list as `written_list` makes it. Raises WrongList."""
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        try:
            person, at = line.split()
            found.append(Erased(int(person), _instant(at)))
        except ValueError:
            raise WrongList(f"line {number} is no erasure; right would be NUMBER INSTANT") from None
    return sorted(found)


def written_list(found: Sequence[Erased]) -> str:
    """The list as it is kept beside the backups."""
    return "\n".join(
        [
            "# Erased persons: number, instant. lien restore erases them again.",
            *(str(each) for each in found),
            "",
        ]
    )


def erase_again(db: Connection, listed: Sequence[Erased], made_at: datetime) -> int:
    """Erase whoever was erased after the backup was made; returns how many that were.

    Raises WrongList for a list of another database: one that knows of an erasure before the backup
    which the backup does not know.
    """
    left = sorted(set(listed) - set(erased_in(db)))
    if any(each.at < made_at for each in left):
        raise WrongList("the list of erasures belongs to another database")
    there = set(db.execute(select(persons.c.id)).scalars()) if left else set()
    left = [each for each in left if each.person_id in there]
    for each in left:
        erase_person(db, each.person_id, each.at)
    return len(left)
