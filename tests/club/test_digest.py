"""What of an entry a whole village may hear."""

import pytest

from club.areas import Area
from club.digest import Entry, may_be_read_out, not_few, work_by_area

NAMES = ("Nguyễn Thị Hoa", "Lê Thị Lan")


@pytest.mark.parametrize(
    ("what", "may"),
    [
        ("Đo huyết áp cho người cao tuổi", True),
        ("Tập hát ở nhà bà con trong thôn", True),
        ("Trồng hoa đường làng", True),
        ("Các chị em thi nấu ăn", True),
        ("Thăm bà Lan ốm", False),
        ("Bác Hoa kể chuyện xưa", False),
        ("thăm nguyễn thị hoa ốm", False),
        ("Giúp gạo cho anh Y Blăm", False),
        ("Tặng 200.000 đồng cho hộ nghèo", False),
        ("Góp 2 triệu sửa đường", False),
        ("Trồng 50 cây xanh", True),
    ],
)
def test_words_that_tell_of_a_person_or_a_sum_are_not_read_out(what: str, may: bool) -> None:
    assert may_be_read_out(what, NAMES) is may


def test_each_area_worked_on_is_there_even_where_nothing_of_it_may_be_told() -> None:
    entries = [
        Entry(Area.HEALTH, "Đo huyết áp.", 30),
        Entry(Area.HEALTH, "đo huyết áp", 4),
        Entry(Area.HEALTH, "Tập dưỡng sinh", 12),
        Entry(Area.HOME_CARE, "Thăm bà Lan", 3),
    ]
    health, care = work_by_area(entries, (Area.HEALTH, Area.HOME_CARE), NAMES)
    assert (health.what, health.people) == (("Đo huyết áp", "Tập dưỡng sinh"), 46)
    # Three people are few enough to be known by everybody.
    assert (care.what, care.people) == ((), 0)


def test_of_many_areas_each_has_one_entry() -> None:
    areas = tuple(Area)
    entries = [Entry(area, what, 9) for area in areas for what in ("Việc một", "Việc hai")]
    assert [each.what for each in work_by_area(entries, areas, NAMES)] == [("Việc một",)] * 8


def test_a_long_entry_is_left_out() -> None:
    [work] = work_by_area([Entry(Area.INCOME, "nuôi " * 40, 9)], (Area.INCOME,), NAMES)
    assert work.what == ()


@pytest.mark.parametrize(("people", "said"), [(0, 0), (4, 0), (5, 5), (60, 60)])
def test_fewer_than_five_are_no_number(people: int, said: int) -> None:
    assert not_few(people) == said
