"""What a roll-up hides stays hidden, whatever sheets are laid side by side."""

import json
from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any

import pytest

from club.calendar import Month
from club.spans import Span
from messages.figures.rollup_forms import rollup_json
from storage.queries import Connection
from storage.queries.figures.rollup import roll_up, roll_up_of_club
from storage.queries.members.areas import AreaMap
from storage.schema import bring_up_to_date
from storage.store import Store
from tests.kit.country import MadeUpCountry
from tests.kit.undone import undone

TODAY = date(2026, 11, 22)
SPANS = [
    Span.parse(each)
    for each in (
        *(f"2026-{month:02}" for month in range(7, 11)),
        *("2026-08", "2026-10", "2026-Q3", "2026-H2", "2026"),
    )
]


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    made = Store(database_url)
    bring_up_to_date(made)
    yield made
    made.close_now()


def every_sheet(db: Connection, made: MadeUpCountry) -> list[Any]:
    """All that any officer can ask for: every area and club, every span."""
    lines = AreaMap(db, TODAY)
    sheets = [
        rollup_json(roll_up(db, area, span, TODAY), TODAY) for area in lines.all for span in SPANS
    ]
    for club_id in range(1, made._clubs + 1):
        for span in SPANS:
            found = roll_up_of_club(db, made.first_club + club_id - 1, span, TODAY)
            assert found is not None
            sheets.append(rollup_json(found, TODAY))
    return sheets


# In small groups: who is poor, was helped, borrowed, is new, was absent.
SMALL = ("poor", "helped", "borrowers", "new", "absent")


def test_no_sheet_and_no_difference_of_sheets_tells_how_many_a_small_group_is(
    store: Store,
) -> None:
    """Two countries that differ in every small group give the same sheets, all of them.

    So nobody can recover one by whatever he adds or subtracts: both are possible.
    """
    sheets = []
    for counts in ((1, 4, 2, 3, 1), (4, 1, 3, 1, 4)):
        with undone(store) as db:
            made = _with_small_groups(db, dict(zip(SMALL, counts, strict=True)))
            sheets.append(json.dumps(_without_ids(every_sheet(db, made)), sort_keys=True))
    assert sheets[0] == sheets[1]
    assert '"hidden": 1' in sheets[0]


def _with_small_groups(db: Connection, small: dict[str, int]) -> MadeUpCountry:
    made = MadeUpCountry(db)
    province = made.province("Tỉnh Một")
    communes = [made.commune(province, f"Xã {number}") for number in range(2)]
    ids = [made.club(communes[number % 2], f"CLB {number}") for number in range(3)]
    made.first_club = ids[0]
    for place, month in product(range(3), range(7, 11)):
        # Only one club is small in one month: what its sheet hides, a total less the
        # others, or a quarter less two months, would tell.
        is_small = (place, month) == (1, 8) or place == 2
        figures = _small_figures(small) if is_small else _USUAL_FIGURES
        made.closes(ids[place], Month(2026, month), members=60, fees=300_000, **figures)
    return made


_USUAL_FIGURES = {
    "poor": 20,
    "helped": 9,
    "help_money": 900_000,
    "borrowers": 20,
    "outstanding": 60_000_000,
    "interest": 200_000,
    "new": 0,
    "present": 50,
}


def _small_figures(small: dict[str, int]) -> dict[str, int]:
    helped, borrowers = small["helped"], small["borrowers"]
    return {
        "poor": small["poor"],
        "helped": helped,
        "help_money": helped * 100_000,
        "borrowers": borrowers,
        "outstanding": borrowers * 3_000_000,
        "interest": borrowers * 10_000,
        "new": small["new"],
        "present": 60 - small["absent"],
    }


def _without_ids(value: Any) -> Any:
    """Sequences on PostgreSQL go on after a transaction that was undone."""
    if isinstance(value, dict):
        return {
            key: _without_ids(each) for key, each in value.items() if key not in {"id", "club_id"}
        }
    return [_without_ids(each) for each in value] if isinstance(value, list) else value
