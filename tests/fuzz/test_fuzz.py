"""A few hostile inputs for every place that reads what strangers send; `python -m tests.fuzz` tries
as many as are wanted. docs/FUZZING.md tells of longer runs.
"""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from storage.store import Store
from tests.fuzz.nasty import VALUES, worse_json
from tests.fuzz.over_http import OVER_HTTP
from tests.fuzz.places import ALONE
from tests.fuzz.running import TYPED, Found, chance_of, over_http, run, tried
from tests.fuzz.typed import Typed
from tests.kit.everybody import Country

SEED = 1
Tell = Callable[[str, object], None]


def told(found: list[Found], tell: Tell) -> None:
    for each in found:
        tell("story", f"hostile inputs, {each.line()}")
    assert {each.place: each.wrong for each in found if each.wrong} == {}


@pytest.mark.parametrize("place", ALONE)
@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
def test_each_place_by_itself(place: str, record_property: Tell) -> None:
    told(run([place], SEED, range(60)), record_property)


async def test_everything_over_http(
    filled_country: tuple[Path, Country], tmp_path: Path, record_property: Tell
) -> None:
    file, country = filled_country
    url = f"sqlite+aiosqlite:///{shutil.copy(file, tmp_path / 'lien.db')}"
    told(await over_http(url, country, OVER_HTTP, SEED, range(10)), record_property)


def test_what_is_typed_at_the_desk(
    filled_country: tuple[Path, Country], tmp_path: Path, record_property: Tell
) -> None:
    file, country = filled_country
    store = Store(f"sqlite+aiosqlite:///{shutil.copy(file, tmp_path / 'lien.db')}")
    found = tried(TYPED, Typed(replace(country, store=store)), SEED, range(60))
    store.close_now()
    told([found], record_property)


def test_an_input_is_the_same_again_whichever_came_before() -> None:
    first, again = chance_of(1, "photos", 7), chance_of(1, "photos", 7)
    assert [first.random() for _ in range(9)] == [again.random() for _ in range(9)]
    assert chance_of(1, "photos", 8).random() != chance_of(2, "photos", 8).random()


def test_what_inputs_are_made_of_stays_as_it_is() -> None:
    """Else an input would depend on those before it, and grow without end."""
    before = repr(VALUES)
    for number in range(3000):
        worse_json(chance_of(1, "worse", number), {"a": [], "b": {}})
    assert repr(VALUES) == before


def test_what_goes_wrong_is_found_and_named() -> None:
    """A place that breaks now and then: what it raises is told once, with the input."""

    def breaks(chance: object) -> str:
        raise RuntimeError("planted")

    found = tried("planted", breaks, SEED, range(5))
    ((what, number),) = found.wrong.items()
    assert what.startswith("RuntimeError at test_fuzz.py")
    assert (number, found.ends["wrong"]) == (0, 5)
    assert "WRONG input 0" in found.line()
