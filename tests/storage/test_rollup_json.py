"""The JSON of a roll-up is of the shape that is published, and comes back from a row as it was."""

import json
from collections.abc import Iterator

import pytest

from club.calendar import Month
from club.spans import Span
from messages.figures.rollup_forms import rollup_json
from messages.figures.rollup_kept import rollup_kept, rollup_of
from storage.queries.figures.rollup import roll_up
from storage.schema import bring_up_to_date
from storage.store import Store
from tests.kit.country import MadeUpCountry
from tests.kit.schema import faults
from tests.kit.sources import ROOT
from tests.kit.undone import undone
from tests.storage.test_rollup import TODAY


@pytest.fixture
def store(sqlite_url: str) -> Iterator[Store]:
    made = Store(sqlite_url)
    bring_up_to_date(made)
    yield made
    made.close_now()


def test_the_json_is_of_the_published_shape(store: Store) -> None:
    schema = json.loads((ROOT / "docs" / "rollup.schema.json").read_text(encoding="utf-8"))
    with undone(store) as db:
        made = MadeUpCountry(db)
        commune = made.commune(made.province("Tỉnh Một"), "Xã Một")
        for place in range(2):
            club_id = made.club(commune)
            if place:
                made.closes(
                    club_id, Month(2026, 10), poor=3, present=50, fund=60_000_000, trained=1
                )
        for area in (made.country, commune):
            found = roll_up(db, area, Span.parse("2026-10"), TODAY)
            assert list(faults(rollup_json(found, TODAY), schema, schema)) == []
            assert rollup_of(rollup_kept(found)) == found
