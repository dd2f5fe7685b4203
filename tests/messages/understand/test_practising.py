"""The words that begin and end practice, and what only holds them."""

import pytest

from messages.understand.practising import wants_the_real_club, wants_to_practise


@pytest.mark.parametrize(
    "text", ["tập thử", "cho bác tập thử nhé cháu", "Thực hành", "tap thu", "practice, please"]
)
def test_practice_is_asked_for(text: str) -> None:
    assert wants_to_practise(text)
    assert not wants_the_real_club(text)


@pytest.mark.parametrize(
    "text",
    ["thôi tập", "/thoitap", "bác không tập nữa", "về câu lạc bộ thật nhé cháu", "tập xong rồi ạ"],
)
def test_practice_is_ended(text: str) -> None:
    assert wants_the_real_club(text)
    assert not wants_to_practise(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tập dưỡng sinh sáng nay 20 người",
        "hôm qua bác tập thử với cháu Mai rồi",
        "cháu ơi cho bác xin tập thử với ông Bình ở nhà văn hóa hôm nay nhé",
        "thôi",
    ],
)
def test_what_only_speaks_of_it_begins_and_ends_nothing(text: str) -> None:
    assert not wants_to_practise(text)
    assert not wants_the_real_club(text)
