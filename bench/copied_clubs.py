"""Many clubs out of one that has lived: its rows are copied with numbers of their own.

A copy is a club like any other: its people, its places, its entries, its closed months with a chain
of their own. `copy_club` is quick, because it inserts whole tables at once.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table, UniqueConstraint, func, insert, select

from club.chain import FIRST
from storage.queries.chain import month_digest, seal, sealed_entries
from storage.tables.books import closed_months
from storage.tables.columns import metadata

Row = dict[str, Any]
Template = dict[str, list[Row]]

# Places on the map, and what is no club's own.
SHARED = {"areas"}
# Numbers of other rows without a foreign key, by the end of the column's name.
POINTS_AT = {
    "transaction_id": "transactions",
    "proposal_id": "proposals",
    "fund": "funds",
    "place": "places",
    "member": "members",
    "loan": "loans",
}


def template_of(db: Connection) -> Template:
    """Every row of a database with one club in it, by table."""
    tables = [each for each in metadata.sorted_tables if each.name not in SHARED]
    return {each.name: [dict(row._mapping) for row in db.execute(select(each))] for each in tables}


def steps_of(db: Connection) -> dict[str, int]:
    """How far the numbers of one copy lie from those of the one before, by table."""
    return {
        each.name: int(db.execute(select(func.coalesce(func.max(each.c.id), 0))).scalar_one())
        for each in metadata.sorted_tables
        if "id" in each.c
    }


def copy_club(db: Connection, template: Template, steps: Mapping[str, int], number: int) -> None:
    """The `number`-th copy of the template's club; 1 is the first copy beside the original."""
    for table in metadata.sorted_tables:
        rows = template.get(table.name)
        if rows and table is not closed_months:
            db.execute(insert(table), [_copied(table, row, steps, number) for row in rows])
    _close(db, template["closed_months"], steps, number)


def _copied(table: Table, row: Row, steps: Mapping[str, int], number: int) -> Row:
    copied = dict(row)
    own = _words_once(table)
    for column in table.c:
        value = row[column.name]
        if value is None:
            continue
        target = _target(table, column.name)
        if target is not None and target not in SHARED:
            copied[column.name] = value + number * steps[target]
        elif column.name in own:
            copied[column.name] = f"{value}#{number}"
        elif column.name == "content":
            copied[column.name] = _content(value, steps, number)
    return copied


def _target(table: Table, name: str) -> str | None:
    if name == "id":
        return table.name
    for key in table.c[name].foreign_keys:
        return key.column.table.name
    return POINTS_AT.get(name) if name.endswith("_id") else None


def _words_once(table: Table) -> set[str]:
    """Columns of words that may stand only once in all clubs."""
    alone = {each.name for each in table.c if each.unique}
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint) and len(constraint.columns) == 1:
            alone |= {each.name for each in constraint.columns}
    return {each for each in alone if table.c[each].type.python_type is str}


def _content(value: Mapping[str, Any], steps: Mapping[str, int], number: int) -> Row:
    """What a proposal was about, by the names of what it points at."""
    return {
        key: each + number * steps[POINTS_AT[key]] if key in POINTS_AT and each else each
        for key, each in value.items()
    }


def _close(db: Connection, months: list[Row], steps: Mapping[str, int], number: int) -> None:
    """The months that were closed, with figures and codes of the copy's own entries."""
    if not months:
        return
    club_id = months[0]["club_id"] + number * steps["clubs"]
    entries = sealed_entries(db, club_id)
    previous = FIRST
    for row in sorted(months, key=lambda each: str(each["month"])):
        copied = _copied(closed_months, row, steps, number)
        own = entries.get(row["month"], [])
        kept = dict(row["figures"])
        kept["entries"] = {str(each["sequence"]): seal(each) for each in own}
        kept["figures"] = dict(kept["figures"])
        kept["figures"]["funds"] = [
            each | {"id": each["id"] + number * steps["funds"]} for each in kept["figures"]["funds"]
        ]
        code = month_digest(previous, own, kept, row["rules_version"])
        copied |= {"figures": kept, "previous_code": previous, "code": code}
        db.execute(insert(closed_months), [copied])
        previous = code
