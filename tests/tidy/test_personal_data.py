"""The register of personal data names every column there is, and the page on it is true."""

from sqlalchemy import Text

from club.personal_data.held import GROUPS, Kept
from club.personal_data.register import REGISTER
from storage.schema import APPEND_ONLY
from storage.tables import metadata
from storage.tables.chats import chats
from storage.tables.people import members, persons
from tools import personal_data

PEOPLE = {persons, members, chats}


def test_every_column_of_every_table_stands_in_the_register() -> None:
    for table in metadata.sorted_tables:
        assert table.name in REGISTER, f"{table.name}: say in club/personal_data what it holds"
        there = {column.name for column in table.columns} - {"id"}
        said = set(REGISTER[table.name].columns)
        assert there - said == set(), f"{table.name}: personal or not? (club/personal_data)"
        assert said - there == set(), f"{table.name}: no such columns"
    assert set(REGISTER) == set(metadata.tables)


def test_a_number_that_points_at_people_is_never_said_to_be_nothing_of_theirs() -> None:
    for table in metadata.sorted_tables:
        for key in table.foreign_keys:
            if key.column.table in PEOPLE:
                group = REGISTER[table.name].columns[key.parent.name]
                assert group in {"people", "unlinked"}, f"{table.name}.{key.parent.name}"


def test_what_is_somebodys_says_whose_and_what_has_days_has_a_column_for_them() -> None:
    for held in REGISTER.values():
        if held.hers and held.table not in {"persons", "photos"}:
            assert held.owners, held.table
        for owner in held.owners:
            assert owner.partition(">")[0] in metadata.tables[held.table].c
        if held.term is not None:
            assert held.term.since in metadata.tables[held.table].c
        assert set(held.columns.values()) <= set(GROUPS)


def test_the_books_are_emptied_of_nothing_that_a_digest_is_made_of() -> None:
    for name in APPEND_ONLY:
        held = REGISTER[name]
        assert not (held.goes or held.empty or held.words or held.unlinked), name
        assert held.kept is Kept.BOOKS


def test_words_are_texts() -> None:
    for held in REGISTER.values():
        for name in f"{held.words} {held.salted}".split():
            column = metadata.tables[held.table].c[name]
            assert isinstance(column.type, Text) or column.type.__class__.__name__ == "Json"


def test_the_page_on_personal_data_is_made_from_the_register() -> None:
    assert personal_data.FILE.read_text(encoding="utf-8") == personal_data.page(), (
        "python -m tools.personal_data"
    )
