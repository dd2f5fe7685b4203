"""A few hostile inputs for every place that reads what strangers send; `python -m tests.fuzz` tries
as many as are wanted. docs/FUZZING.md tells of longer runs.
"""

from collections.abc import Callable

import pytest

from tests.fuzz.places import PLACES
from tests.fuzz.running import Found, chance_of, run, tried

SEED = 1
Tell = Callable[[str, object], None]


def told(found: list[Found], tell: Tell) -> None:
    for each in found:
        tell("story", f"hostile inputs, {each.line()}")
    assert {each.place: each.wrong for each in found if each.wrong} == {}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
def test_each_place_by_itself(place: str, record_property: Tell) -> None:
    told(run([place], SEED, range(60)), record_property)


def test_an_input_is_the_same_again_whichever_came_before() -> None:
    first, again = chance_of(1, "photos", 7), chance_of(1, "photos", 7)
    assert [first.random() for _ in range(9)] == [again.random() for _ in range(9)]
    assert chance_of(1, "photos", 8).random() != chance_of(2, "photos", 8).random()


def test_what_goes_wrong_is_found_and_named() -> None:
    """A place that breaks now and then: what it raises is told once, with the input."""

    def breaks(chance: object) -> str:
        raise RuntimeError("planted")

    found = tried("planted", breaks, SEED, range(5))
    ((what, number),) = found.wrong.items()
    assert what.startswith("RuntimeError at test_fuzz.py")
    assert (number, found.ends["wrong"]) == (0, 5)
    assert "WRONG input 0" in found.line()
