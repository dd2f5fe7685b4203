"""Clubs copied from one that has lived: everything in a copy is the copy's own."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, insert, select

from bot.made_up.country import COPIES_AT_ONCE, LIVED, begin, go_on, wished
from bot.made_up.life import Size
from storage.changes.inserting import inserted
from storage.copied_clubs import copy_clubs
from storage.copied_columns import target_of
from storage.copied_rows import Copy, NotToBeCopied
from storage.queries.faults.books_faults import books_faults
from storage.schema import bring_up_to_date
from storage.store import Store
from storage.tables.books import closed_months
from storage.tables.columns import metadata
from storage.tables.people import members, persons
from storage.tables.rollups import published_months
from storage.tables.volunteering import certificates

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
SIZE = Size(members=40, months=3, seed=7)
CLUBS = COPIES_AT_ONCE + 5


def filled(store: Store, clubs: int) -> None:
    bring_up_to_date(store)
    store.change(begin, wished(clubs, SIZE, NOW))
    while store.change(go_on).clubs < clubs:
        pass


@pytest.fixture(scope="module")
def copies_on_sqlite(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with clubs that have lived and their copies."""
    file = tmp_path_factory.mktemp("copies") / "lien.db"
    shutil.copy(sqlite_template, file)
    store = Store(f"sqlite+aiosqlite:///{file}")
    filled(store, CLUBS)
    store.close_now()
    return file


@pytest.fixture
def copies(request: pytest.FixtureRequest, database_url: str, tmp_path: Path) -> Iterator[Store]:
    """Clubs that have lived and their copies."""
    store = Store(database_url)
    if store.on_sqlite:
        shutil.copy(request.getfixturevalue("copies_on_sqlite"), tmp_path / "lien.db")
    else:
        filled(store, CLUBS)
    yield store
    store.close_now()


def club_of_each_row(db: Connection, table: str) -> dict[int, int]:
    found = metadata.tables[table]
    return {row.id: row.club_id for row in db.execute(select(found.c.id, found.c.club_id))}


def test_no_row_of_a_copy_points_into_another_club_and_new_rows_come_after(copies: Store) -> None:
    with copies.reading() as db:
        owned = {
            name: club_of_each_row(db, name)
            for name, table in metadata.tables.items()
            if "club_id" in table.c
        }
        looked_at, wrong = links_into_other_clubs(db, owned)
        faults = [fault for club in owned["funds"].values() for fault in books_faults(db, club)]
        assert clubs_with_a_chain(db) == CLUBS
    with copies.writing() as db:
        last = db.execute(select(func.max(persons.c.id))).scalar_one()
        new = inserted(db, persons, name="Người mới", created_at=NOW)
    assert wrong == []
    assert looked_at > 10_000
    assert faults == []
    assert new > last


def links_into_other_clubs(
    db: Connection, owned: dict[str, dict[int, int]]
) -> tuple[int, list[str]]:
    """How many links were looked at, and which lead to a row of another club."""
    looked_at, wrong = 0, []
    for name in owned:
        table = metadata.tables[name]
        links = [
            (column.name, target)
            for column in table.c
            if (target := target_of(column)) in owned and not column.primary_key
        ]
        for row in db.execute(select(table)).mappings() if links else ():
            for column, target in links:
                looked_at += row[column] is not None
                if row[column] is not None and owned[target].get(row[column]) != row["club_id"]:
                    wrong.append(f"{name}.{column} {row['id']}")
    return looked_at, wrong


def clubs_with_a_chain(db: Connection) -> int:
    """How many clubs have a chain of their own: no two share a code."""
    codes = select(func.count(closed_months.c.code.distinct()), func.count()).select_from(
        closed_months
    )
    different, all_of_them = db.execute(codes).one()
    assert different == all_of_them
    closed = select(func.count(closed_months.c.club_id.distinct()))
    published = select(func.count(published_months.c.club_id.distinct()))
    assert db.execute(closed).scalar_one() == db.execute(published).scalar_one()
    return int(db.execute(closed).scalar_one())


def test_people_of_a_copy_have_names_of_their_own(copies_on_sqlite: Path) -> None:
    store = Store(f"sqlite+aiosqlite:///{copies_on_sqlite}")
    with store.reading() as db:
        known = select(members.c.club_id, persons.c.name).join(
            persons, persons.c.id == members.c.person_id
        )
        names: dict[int, list[str]] = {}
        for row in db.execute(known):
            names.setdefault(row.club_id, []).append(row.name)
    store.close_now()
    assert {len(each) for each in names.values()} == {SIZE.members}
    assert all(len(set(each)) == len(each) for each in names.values())
    first, copy = set(names[1]), set(names[LIVED + 1])
    assert len(first & copy) < SIZE.members / 4


def test_what_nobody_has_named_is_not_copied(sqlite_url: str) -> None:
    store = Store(sqlite_url)
    filled(store, 1)
    copy = Copy(name="", hamlet="", join_code="A" * 8, commune=1, names={})
    day = NOW.date()
    with store.writing() as db:
        db.execute(
            insert(certificates).values(
                code="XXXX", person_id=1, club_id=1, from_day=day, to_day=day, minutes=90,
                lines=[[1, 90]], issued_on=day, issued_at=NOW, cause="x",
            )
        )  # fmt: skip
        with pytest.raises(NotToBeCopied, match=r"certificates\.lines"):
            copy_clubs(db, {"certificates": (0, 1)}, [copy])
    store.close_now()
