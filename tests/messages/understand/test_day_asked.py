"""Questions about the day, and what only sounds like them."""

import pytest

from messages.understand.day_asked import DayAsked, day_asked

ASKED = {
    DayAsked.TODAY: (
        "hôm nay âm lịch ngày mấy", "nay mung may roi chau", "cháu ơi hôm nay thứ mấy",
        "âm lịch hôm nay là ngày mấy", "hôm nay là ngày bao nhiêu âm", "what day is it today",
        "hôm nay rằm à", "hom nay ram phai khong chau", "bao giờ rằm", "rằm này là hôm nào",
    ),
    DayAsked.TOMORROW: ("mai mùng mấy ta", "ngày mai là thứ mấy"),
    DayAsked.HOUR: ("mấy giờ rồi cháu", "bây giờ mấy giờ"),
    DayAsked.WEATHER: (
        "mai trời mưa không", "trời mai mưa không cháu", "thời tiết", "mai có mưa không",
        "hôm nay trời thế nào", "thoi tiet hom nay the nao",
    ),
}  # fmt: skip
OTHERS = (
    "mai mưa không đi được", "mai mưa có họp không", "mấy giờ họp", "hôm nay họp mấy giờ",
    "mai họp ngày nào", "hôm nay bao nhiêu", "dong phi thang nay may", "nay gì",
    "rằm này có họp không", "hôm nay", "",
)  # fmt: skip


@pytest.mark.parametrize("kind", DayAsked)
def test_what_of_the_day_is_asked(kind: DayAsked) -> None:
    assert [each for each in ASKED[kind] if day_asked(each) is not kind] == []


def test_a_meeting_or_a_sum_is_no_question_about_the_day() -> None:
    assert [each for each in OTHERS if day_asked(each) is not None] == []
