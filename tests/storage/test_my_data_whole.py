"""What is told a person when she asks what is kept: all of it, and of nobody else anything."""

import json
import re

from sqlalchemy import CheckConstraint

from club.personal_data.held import Seen
from club.personal_data.register import REGISTER
from messages.own.my_data_labels import column_labels
from messages.own.my_data_values import in_words
from messages.papers.my_data import FOR_MACHINES, drawn_data
from messages.wording import Words
from storage.queries.own.my_data import data_for_chat, everything_about
from storage.store import Store
from storage.tables import metadata
from tests.kit import printed
from tests.kit.marked_rows import NAME, NOW, PHONE, Planter

PARKED = {"dialogues": {"place": "parked"}}


def test_every_personal_column_of_hers_is_told(database_url: str) -> None:
    store = Store(database_url)
    with store.writing() as db:
        planter = Planter(db, only=PARKED)
        marked = planter.plant()
    with store.reading() as db:
        found = everything_about(db, marked.person, NOW.date())
        chat = planter.hers["chats"]
        assert data_for_chat(db, chat, marked.person, NOW.date()) is None  # a helper types there
        assert data_for_chat(db, planter.others["chats"], marked.person, NOW.date()) is None
    said = json.loads(drawn_data(found, "json", Words()).content)
    for name, held in REGISTER.items():
        if held.hers:
            rows = said["tables"][name]["rows"]
            assert len(rows) >= max(1, len(held.owners)), name
            assert set(held.hers) <= rows[0].keys(), name
    written = json.dumps(said, ensure_ascii=False)
    told = {place for place, mark in marked.marks.items() if mark not in written}
    pictures = {
        (t.name, c.name) for t in metadata.sorted_tables for c in t.c if "content" in c.name
    }
    assert told - pictures - {("practices", "image")} == set()  # those as base64
    assert "WnF4" in written  # which they are: the mark in base64
    assert "Người Khác Hẳn" not in written
    text = printed.text(drawn_data(found, "pdf", Words()).content)
    assert NAME in text and PHONE in text
    store.close_now()


def test_every_code_that_is_printed_has_its_words() -> None:
    without = []
    for name, held in REGISTER.items():
        if not held.hers or held.seen is Seen.NOBODY or name in FOR_MACHINES:
            continue
        for each in metadata.tables[name].constraints:
            allowed = isinstance(each, CheckConstraint) and re.fullmatch(
                r"(\w+) IN \((.*)\)", str(each.sqltext)
            )
            if not allowed or allowed[1] not in set(held.hers) & column_labels(Words()).keys():
                continue
            codes = re.findall(r"'(\w+)'", allowed[2])
            without += [
                f"{name}.{allowed[1]}: {code}"
                for code in codes
                if in_words(Words(), name, allowed[1], code) is None
            ]
    assert without == []
