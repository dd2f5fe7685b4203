"""Who gave, where a sentence tells of a gift; and words that name nobody."""

import pytest

from messages.understand.donors import donor_told, names_things
from messages.understand.empty_words import hides_a_name


@pytest.mark.parametrize(
    ("said", "donor"),
    [
        ("công ty Thành Đạt ủng hộ 2 triệu", "công ty Thành Đạt"),
        ("sáng nay cháu ông Bảy biếu 200 nghìn", "cháu ông Bảy"),
        ("cháu ơi, bà Tư tặng 50 nghìn", "bà Tư"),
        ("con gái bà Hoa cho clb 500k", "con gái bà Hoa"),
        ("UBND xã cho 1 triệu", "UBND xã"),
        ("ủng hộ 5 thùng mì của bà Tư bán tạp hoá", "bà Tư bán tạp hoá"),
        ("tôi ủng hộ 50k", ""),
        ("ủng hộ 100 nghìn của nhà tôi", ""),
        ("biếu hội 5 chục", ""),
    ],
)
def test_the_donor_is_who_is_not_the_one_who_speaks(said: str, donor: str) -> None:
    assert donor_told(said) == donor


def test_boxes_are_things_and_thousands_are_not() -> None:
    assert names_things("ủng hộ 5 thùng mì")
    assert not names_things("ủng hộ 50 nghìn")


@pytest.mark.parametrize(
    "said",
    ["không biết tên", "họ giấu tên", "ẩn danh", "khong noi ten", "chưa hỏi tên", "không có tên"],
)
def test_words_that_name_nobody(said: str) -> None:
    assert hides_a_name(said)


@pytest.mark.parametrize("said", ["Công ty Thành Đạt", "quán bà Tư", "chị Danh", "hàng Tên Lửa"])
def test_a_name_hides_none(said: str) -> None:
    assert not hides_a_name(said)
