"""Erasing leaves nothing of a person in any table, and everything of everybody else."""

from datetime import timedelta
from typing import Any

from sqlalchemy import func, select

from club.personal_data.register import REGISTER
from storage.changes.own.erase_person import erase_person
from storage.store import Store, sqlite_file
from storage.tables import metadata
from storage.tables.erasing import erasures
from tests.kit.marked_rows import FIRST_NUMBER, MARK, NAME, NOW, PHONE, Planter, everything_in

# What binds a person to her club would keep her name; it is tried elsewhere.
UNBOUND: dict[str, dict[str, Any]] = {
    "postings": {"account": "capital"},
    "dialogues": {"place": "parked"},  # only one can be in front of a chat
    "offices": {"role": "group_leader"},
    "officers": {"to_day": NOW.date() - timedelta(days=1)},
}


def counted(store: Store) -> dict[str, int]:
    with store.reading() as db:
        return {
            table.name: db.execute(select(func.count()).select_from(table)).scalar_one()
            for table in metadata.sorted_tables
        }


def test_nothing_of_her_is_left_in_any_table(database_url: str) -> None:
    store = Store(database_url)
    with store.writing() as db:
        marked = Planter(db, only=UNBOUND).plant()
    before, rows_before = everything_in(store), counted(store)
    for place, mark in marked.marks.items():
        assert mark in before, place
    assert len(marked.marks) > 100  # so many columns hold a word or number of hers

    bonds = store.change(erase_person, marked.person, NOW)

    assert bonds.none
    after, rows = everything_in(store), counted(store)
    left = {place for place, mark in marked.marks.items() if mark in after}
    assert left == set()
    assert MARK not in after
    assert str(FIRST_NUMBER)[:5] not in after
    assert NAME not in after
    assert PHONE not in after
    assert f"thành viên đã xóa số {marked.person}" in after
    # Of each table in which her rows go, the row about somebody else is still there.
    for name, held in REGISTER.items():
        hers = len(held.owners) if held.goes and held.owners else (name == "photos")
        if name not in {"erasures", "erasures_asked"}:
            assert rows[name] == rows_before[name] - hers, name
    with store.reading() as db:
        noted = db.execute(select(erasures.c.person_id, erasures.c.whole)).all()[-1]
    assert tuple(noted) == (marked.person, True)
    _not_in_the_file_either(store)
    store.close_now()


def _not_in_the_file_either(store: Store) -> None:
    """What is deleted is overwritten, also in pages that nobody uses any more."""
    store.settle()
    file = sqlite_file(store.url)
    if file is not None:
        content = file.read_bytes()
        for each in (MARK, NAME, PHONE):
            assert each.encode() not in content
        assert "Người Khác Hẳn".encode() in content


def test_erasing_again_as_after_a_restore_changes_nothing_more(database_url: str) -> None:
    store = Store(database_url)
    with store.writing() as db:
        marked = Planter(db, only=UNBOUND).plant()
    store.change(erase_person, marked.person, NOW)
    once = counted(store)
    store.change(erase_person, marked.person, NOW)
    assert counted(store) == once | {"erasures": once["erasures"] + 1}
    assert f"số {marked.person}" in everything_in(store)
    store.close_now()
