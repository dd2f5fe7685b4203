"""Who rides with whom."""

from hypothesis import given
from hypothesis import strategies as st

from club.lifts import Free, Waiting, paired

HAMLETS = st.sampled_from(["Thôn Đoài", "Thôn Bến", ""])
waiting = st.lists(
    st.builds(Waiting, st.integers(1, 9), HAMLETS), unique_by=lambda each: each.member_id
)
free = st.lists(
    st.builds(Free, st.integers(1, 9), HAMLETS, st.integers(0, 3)),
    unique_by=lambda each: each.member_id,
)


def test_a_neighbour_is_preferred_to_who_offered_first() -> None:
    drivers = [Free(1, "Thôn Bến", 1), Free(2, "Thôn Đoài", 1)]
    assert paired([Waiting(3, "Thôn Đoài")], drivers) == [(3, 2)]


def test_who_asked_first_gets_the_last_place() -> None:
    assert paired([Waiting(3, "A"), Waiting(4, "A")], [Free(1, "A", 1)]) == [(3, 1)]


def test_without_a_neighbour_anybody_will_do() -> None:
    assert paired([Waiting(3, "A"), Waiting(4, "")], [Free(1, "B", 2)]) == [(3, 1), (4, 1)]


@given(waiting, free)
def test_no_more_ride_than_there_are_places_and_nobody_waits_beside_a_free_one(
    riders: list[Waiting], drivers: list[Free]
) -> None:
    found = paired(riders, drivers)
    seats = {each.member_id: each.seats for each in drivers}
    taken = [driver for _, driver in found]
    assert all(taken.count(each) <= seats[each] for each in set(taken))
    assert all(rider != driver for rider, driver in found)
    assert len({rider for rider, _ in found}) == len(found)
    for rider in {each.member_id for each in riders} - {each for each, _ in found}:
        others = [each for each in drivers if each.member_id != rider]
        assert all(taken.count(each.member_id) == each.seats for each in others)
